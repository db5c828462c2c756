import * as v from 'valibot';
import { longDigest } from '#base/content-digest.ts';
import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { inTurns } from '#base/steps.ts';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  DIGEST_SINCE,
  digestIn,
  END_LENGTH,
  fromLine,
  looksLikeBackup,
  rowIn,
} from './backup-format.ts';
import { emptyContent, rowSchemas, type BackupContent, type BackupTable } from './backup-schema.ts';
import {
  contentFromFirst,
  firstRowSchemas,
  fourthRowSchemas,
  secondRowSchemas,
  type FirstBackupContent,
} from './old-backups.ts';
import { isSealed, unseal, type SealProblem } from './sealed-backup.ts';

/** The first line of a backup is shorter, in bytes. */
const START_LENGTH = 400;

/** Why a file cannot be restored. */
export type BackupProblem =
  | { readonly kind: 'notABackup' }
  /** A newer Seatwise made it. */
  | { readonly kind: 'newerFormat'; readonly version: number }
  /** It is under a passphrase, and none was given. */
  | { readonly kind: 'sealed' }
  | SealProblem
  /** It was cut off, or its rows do not fit together; `line` counts from 1, null where no line is at fault. */
  | { readonly kind: 'damaged'; readonly line: number | null };

/** A backup as it was read. */
export interface Backup {
  readonly content: BackupContent;
  readonly version: number;
  /** In ms. */
  readonly madeAt: number;
  /** Of everything in it; null where the version that made it wrote none, so that nobody can tell whether it was altered. */
  readonly digest: string | null;
}

const header = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  madeAt: v.number(),
});

/** Takes the rows of one file, and rests within long ones; null at the end when a row lacks its counterpart. */
interface RowReader {
  readonly add: (line: string, pace: Pace) => Promise<void>;
  readonly content: () => BackupContent | null;
}

/** Reads what a Seatwise of that version wrote. */
function rowReader(version: number): RowReader {
  if (version === 1) {
    const first = emptyContent() as unknown as FirstBackupContent;
    return {
      add: (line, pace) => addRow(first, firstRowSchemas, line, pace),
      content: () => contentFromFirst(first),
    };
  }
  const content = emptyContent();
  const schemas = version === 2 ? secondRowSchemas : version < 5 ? fourthRowSchemas : rowSchemas;
  return {
    add: (line, pace) => addRow(content, schemas, line, pace),
    content: () => content,
  };
}

const isTable = (name: unknown): name is BackupTable =>
  typeof name === 'string' && Object.hasOwn(rowSchemas, name);

/** The lines of a file as they are read, with the number of bytes read so far; rests within long ones, too. */
async function* linesOf(file: Blob, pace: Pace): AsyncGenerator<{ line: string; bytes: number }> {
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
    const pieces = decode(value).split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield { line: rest + piece, bytes };
      rest = '';
    }
    // a line can be as long as hundreds of reads: it is put together once
    rest += last;
    if (pace.due()) await pace.rest(bytes, file.size);
  }
  rest += decode();
  if (rest !== '') yield { line: rest, bytes };
}

/** Reads and checks every row; `pace` counts bytes. Nothing in the file can run or reach a prototype. */
export async function readBackup(
  file: Blob,
  passphrase: string | null,
  pace: Pace,
): Promise<Result<Backup, BackupProblem>> {
  const start = await file.slice(0, START_LENGTH).text();
  if (!isSealed(start)) return readPlain(file, start, pace);
  if (passphrase === null) return fail({ kind: 'sealed' });
  const opened = await unseal(file, passphrase, pace);
  if (!opened.ok) return opened;
  return readPlain(opened.value, await opened.value.slice(0, START_LENGTH).text(), pace);
}

async function readPlain(
  file: Blob,
  start: string,
  pace: Pace,
): Promise<Result<Backup, BackupProblem>> {
  // a big file of another kind may be one endless line: look at its start first
  if (!looksLikeBackup(start)) return fail({ kind: 'notABackup' });
  const head = readHeader(start);
  if (head === null) return fail({ kind: 'damaged', line: 1 });
  const { version, madeAt } = head;
  if (version > BACKUP_VERSION) return fail({ kind: 'newerFormat', version });
  const told = version < DIGEST_SINCE ? ok({ rows: file, digest: null }) : await proven(file, pace);
  if (!told.ok) return told;
  const { rows, digest } = told.value;
  const read = await readRows(rows, version, pace);
  return read.ok ? ok({ content: read.value, version, madeAt, digest }) : read;
}

/** The part of a file that its digest is of, if it still is. */
async function proven(
  file: Blob,
  pace: Pace,
): Promise<Result<{ readonly rows: Blob; readonly digest: string }, BackupProblem>> {
  const digest = digestIn(await file.slice(-END_LENGTH).text());
  if (digest === null) return fail({ kind: 'damaged', line: null });
  const rows = file.slice(0, -END_LENGTH);
  if ((await longDigest(rows, pace)) !== digest) return fail({ kind: 'altered' });
  return ok({ rows, digest });
}

async function readRows(
  file: Blob,
  version: number,
  pace: Pace,
): Promise<Result<BackupContent, BackupProblem>> {
  const rows = rowReader(version);
  let line = 0;
  let isWhole = version >= DIGEST_SINCE;
  try {
    for await (const read of linesOf(file, pace)) {
      line++;
      if (line === 1) continue;
      const its: Pace = {
        due: () => pace.due(),
        rest: () => pace.rest(read.bytes, file.size),
      };
      if (read.line === ']}' && version < DIGEST_SINCE) isWhole = true;
      else if (read.line !== '') await rows.add(read.line, its);
      if (pace.due()) await its.rest(0, null);
    }
  } catch (error) {
    if (isDamage(error)) return fail({ kind: 'damaged', line });
    throw error;
  }
  const content = isWhole ? rows.content() : null;
  return content === null ? fail({ kind: 'damaged', line }) : ok(content);
}

function readHeader(start: string): v.InferOutput<typeof header> | null {
  const [line = ''] = start.split('\n', 1);
  try {
    return v.parse(header, fromLine(`${line}]}`));
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

async function addRow(
  content: Readonly<Record<BackupTable, unknown[]>>,
  schemas: Readonly<Record<BackupTable, v.GenericSchema>>,
  line: string,
  pace: Pace,
): Promise<void> {
  const [table, row] = v.parse(
    v.tuple([v.custom<BackupTable>(isTable), v.unknown()]),
    await inTurns(rowIn(line.endsWith(',') ? line.slice(0, -1) : line), pace),
  );
  content[table].push(v.parse(schemas[table], row));
}

/** What a file can do wrong: no UTF-8 or JSON, or not the shape. */
const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof v.ValiError;
