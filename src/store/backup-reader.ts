import * as v from 'valibot';
import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { BACKUP_FORMAT, BACKUP_START, BACKUP_VERSION, looksLikeBackup } from './backup-format.ts';
import { fromLine } from './backup-json.ts';
import { rowSchemas, type BackupContent, type BackupTable } from './backup-schema.ts';
import { contentFromFirst, firstRowSchemas, type FirstBackupContent } from './backup-version-1.ts';
import { secondRowSchemas } from './backup-version-2.ts';

/** Why a file cannot be restored. */
export type BackupProblem =
  | { readonly kind: 'notABackup' }
  /** A newer Seatwise made it. */
  | { readonly kind: 'newerFormat'; readonly version: number }
  /** It was cut off or altered; `line` counts from 1, null where its rows do not fit together. */
  | { readonly kind: 'damaged'; readonly line: number | null };

const header = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  madeAt: v.number(),
});

const emptyContent = (): Record<BackupTable, never[]> => ({
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
  awaited: [],
  listPlans: [],
  cloud: [],
  operations: [],
  runs: [],
  outcomes: [],
  held: [],
  handovers: [],
  openedPlans: [],
  subscriptions: [],
  ruleFacts: [],
  factSwitches: [],
  presets: [],
  mappings: [],
  catalog: [],
  settings: [],
});

/** Takes the rows of one file; null at the end when a row lacks its counterpart. */
interface RowReader {
  readonly add: (line: string) => void;
  readonly content: () => BackupContent | null;
}

/** Reads what a Seatwise of that version wrote. */
function rowReader(version: number): RowReader {
  if (version === 1) {
    const first: FirstBackupContent = emptyContent();
    return {
      add: (line) => addRow(first, firstRowSchemas, line),
      content: () => contentFromFirst(first),
    };
  }
  const content: BackupContent = emptyContent();
  const schemas = version === 2 ? secondRowSchemas : rowSchemas;
  return { add: (line) => addRow(content, schemas, line), content: () => content };
}

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
  let rows = rowReader(BACKUP_VERSION);
  let line = 0;
  let isWhole = false;
  try {
    for await (const read of linesOf(file)) {
      line++;
      if (line === 1) {
        const version = readHeader(read.line);
        if (version > BACKUP_VERSION) return fail({ kind: 'newerFormat', version });
        rows = rowReader(version);
      } else if (read.line === ']}') isWhole = true;
      else if (read.line !== '') rows.add(read.line);
      if (pace.due()) await pace.rest(read.bytes, file.size);
    }
  } catch (error) {
    if (isDamage(error)) return fail({ kind: 'damaged', line });
    throw error;
  }
  const content = isWhole ? rows.content() : null;
  return content === null ? fail({ kind: 'damaged', line }) : ok(content);
}

const readHeader = (line: string): number => v.parse(header, fromLine(`${line}]}`)).version;

function addRow(
  content: Readonly<Record<BackupTable, unknown[]>>,
  schemas: Readonly<Record<BackupTable, v.GenericSchema>>,
  line: string,
): void {
  const [table, row] = v.parse(
    v.tuple([v.custom<BackupTable>(isTable), v.unknown()]),
    fromLine(line.endsWith(',') ? line.slice(0, -1) : line),
  );
  content[table].push(v.parse(schemas[table], row));
}

/** What a file can do wrong: no UTF-8 or JSON, or not the shape. */
const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof v.ValiError;
