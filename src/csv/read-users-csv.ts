import { Cancelled, uncounted, type Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { type ImportProblem, unreadable } from '#users/import-problem.ts';
import type { CsvChoice } from './csv-choice.ts';
import type { CustomerParts } from './customer-parts.ts';
import type { DetectedEncoding } from './detect-encoding.ts';
import { detectFileEncoding } from './detect-file-encoding.ts';
import type { ProductNames } from './product-names.ts';
import { CSV_LIMIT, readCsv } from './read-csv.ts';
import { unread, type ReadFile } from './read-file.ts';
import type { TextEncoding } from './text-encoding.ts';
import { readUserHeader, unreadLicenses, type Mappings, type UserHeader } from './user-header.ts';
import { UserRows } from './user-rows.ts';

export interface UsersCsvHelp {
  readonly names: ProductNames;
  /** What a person said about the file. */
  readonly choice: CsvChoice;
  readonly mappings: Mappings;
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
    return ok(await detectFileEncoding(file, prior, uncounted(pace)));
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
  const { name, size } = file;
  // its encoding may be told only by looking through all of it
  if (size > CSV_LIMIT) {
    return fail({ kind: 'tooLarge', file: name, bytes: size, limit: CSV_LIMIT });
  }
  const { roster, warn, named } = parts;
  const used = await encodingOf(file, help, pace);
  if (!used.ok) return used;
  const { encoding, confidence } = used.value;
  const before = roster.taken;
  const found: { header: UserHeader | null } = { header: null };
  const look = await readCsv(
    file,
    (headings) => {
      const said = { columns: help.choice.columns, mappings: help.mappings };
      const header = readUserHeader(name, headings, said);
      if (!header.ok) return header;
      found.header = header.value;
      const { columns } = header.value;
      const { names } = help;
      return ok(
        (headerRow) =>
          new UserRows({ file: name, headerRow, headings, columns, names, named, roster, warn }),
      );
    },
    { warn, pace, form: { ...help.choice, encoding, isLenient: true } },
  );
  if (!look.ok) return look;
  parts.usersRead(file);
  const { header } = found;
  if (header !== null && !header.columns.includes('licenses')) {
    parts.licensesUntold(name, unreadLicenses(header));
  }
  const { delimiter, damage } = look.value;
  const users = roster.taken - before;
  return ok({
    ...unread(file),
    kind: found.header?.kind ?? null,
    header: found.header,
    isCsv: true,
    encoding,
    confidence,
    delimiter,
    damage,
    users,
  });
}
