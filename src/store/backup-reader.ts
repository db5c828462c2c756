import * as v from 'valibot';
import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { BACKUP_FORMAT, BACKUP_START, BACKUP_VERSION, looksLikeBackup } from './backup-format.ts';
import { fromLine } from './backup-json.ts';
import { rowSchemas, type BackupRows, type BackupTable } from './backup-schema.ts';

/** Why a file cannot be restored. */
export type BackupProblem =
  | { readonly kind: 'notABackup' }
  /** A newer Seatwise made it. */
  | { readonly kind: 'newerFormat'; readonly version: number }
  /** It was cut off or altered; `line` counts from 1, null where its rows do not fit together. */
  | { readonly kind: 'damaged'; readonly line: number | null };

/** All rows of a backup, by table. */
export type BackupContent = { readonly [T in BackupTable]: BackupRows[T][] };

const header = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  madeAt: v.number(),
});

const emptyContent = (): BackupContent => ({
  customers: [],
  products: [],
  groups: [],
  userBlocks: [],
  licenseBlocks: [],
  licenseSets: [],
  changes: [],
  changeColumns: [],
  drafts: [],
  selections: [],
  views: [],
  purchases: [],
  ruleFacts: [],
  settings: [],
});

const isTable = (name: unknown): name is BackupTable =>
  typeof name === 'string' && Object.hasOwn(rowSchemas, name);

/** The lines of a file as they are read, with the number of bytes read so far. */
async function* linesOf(file: Blob): AsyncGenerator<{ line: string; bytes: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (error) {
      throw new SyntaxError('not UTF-8', { cause: error });
    }
  };
  const reader = file.stream().getReader();
  let rest = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    const lines = (rest + decode(value)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield { line, bytes };
  }
  rest += decode();
  if (rest !== '') yield { line: rest, bytes };
}

/** Reads and checks every row; `pace` counts bytes. Nothing in the file can run or reach a prototype. */
export async function readBackup(
  file: Blob,
  pace: Pace,
): Promise<Result<BackupContent, BackupProblem>> {
  // a big file of another kind may be one endless line: look at its start first
  const start = await file.slice(0, BACKUP_START.length).text();
  if (!looksLikeBackup(start)) return fail({ kind: 'notABackup' });
  const content = emptyContent();
  let line = 0;
  let isWhole = false;
  try {
    for await (const read of linesOf(file)) {
      line++;
      if (line === 1) {
        const version = readHeader(read.line);
        if (version > BACKUP_VERSION) return fail({ kind: 'newerFormat', version });
      } else if (read.line === ']}') isWhole = true;
      else if (read.line !== '') addRow(content, read.line);
      if (pace.due()) await pace.rest(read.bytes, file.size);
    }
  } catch (error) {
    if (isDamage(error)) return fail({ kind: 'damaged', line });
    throw error;
  }
  return isWhole ? ok(content) : fail({ kind: 'damaged', line });
}

const readHeader = (line: string): number => v.parse(header, fromLine(`${line}]}`)).version;

function addRow(content: BackupContent, line: string): void {
  const [table, row] = v.parse(
    v.tuple([v.custom<BackupTable>(isTable), v.unknown()]),
    fromLine(line.endsWith(',') ? line.slice(0, -1) : line),
  );
  const rows: unknown[] = content[table];
  rows.push(v.parse(rowSchemas[table], row));
}

/** What a file can do wrong: no UTF-8 or JSON, or not the shape. */
const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof v.ValiError;
