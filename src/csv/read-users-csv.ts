import { Cancelled, type Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { unreadable } from '#users/unreadable.ts';
import type { CsvChoice } from './csv-choice.ts';
import { CsvHeader } from './csv-header.ts';
import type { CsvKind } from './csv-kind.ts';
import { csvKindOf } from './csv-kinds.ts';
import type { CustomerParts } from './customer-parts.ts';
import type { DetectedEncoding } from './detect-encoding.ts';
import { detectFileEncoding } from './detect-file-encoding.ts';
import type { ProductNames } from './product-names.ts';
import { readCsv } from './read-csv.ts';
import { unread, type ReadFile } from './read-file.ts';
import type { TextEncoding } from './text-encoding.ts';

/** What helps to read a users CSV. */
export interface UsersCsvHelp {
  readonly names: ProductNames;
  /** What a person said about the file. */
  readonly choice: CsvChoice;
  /** The encoding that the language of the screen makes likelier. */
  readonly prior: 'gb18030' | 'big5' | null;
}

interface EncodingUsed {
  readonly encoding: TextEncoding;
  readonly confidence: DetectedEncoding['confidence'] | 'said';
}

async function encodingOf(
  file: File,
  { choice, prior }: UsersCsvHelp,
  pace: Pace,
): Promise<Result<EncodingUsed, ImportProblem>> {
  if (choice.encoding !== null) return ok({ encoding: choice.encoding, confidence: 'said' });
  try {
    return ok(await detectFileEncoding(file, prior, pace));
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return fail(unreadable(file.name, error));
  }
}

/** Reads one CSV of users into `parts`. What cannot be decoded is replaced and told as its damage. */
export async function readUsersCsv(
  file: File,
  help: UsersCsvHelp,
  parts: CustomerParts,
  pace: Pace,
): Promise<Result<ReadFile, ImportProblem>> {
  const { name } = file;
  const { roster, warn } = parts;
  const used = await encodingOf(file, help, pace);
  if (!used.ok) return used;
  const { encoding, confidence } = used.value;
  const before = roster.taken;
  const found: { kind: CsvKind['kind'] | null } = { kind: null };
  const look = await readCsv(
    file,
    (cells) => {
      const header = new CsvHeader(cells);
      const kind = csvKindOf(name, header);
      if (!kind.ok) return kind;
      const { kind: told, open } = kind.value;
      found.kind = told;
      const { names } = help;
      return ok((headerRow) => open(header, { file: name, headerRow, names, roster, warn }));
    },
    warn,
    pace,
    { ...help.choice, encoding, isLenient: true },
  );
  if (!look.ok) return look;
  parts.usersRead(file);
  const { delimiter, damage } = look.value;
  const users = roster.taken - before;
  return ok({
    ...unread(file),
    ...{ kind: found.kind, isCsv: true, encoding, confidence, delimiter, damage, users },
  });
}
