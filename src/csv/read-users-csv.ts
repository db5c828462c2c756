import type { Pace } from '#base/pace.ts';
import { ok, type Result } from '#base/result.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { CsvHeader } from './csv-header.ts';
import type { CsvKind } from './csv-kind.ts';
import { csvKindOf } from './csv-kinds.ts';
import type { CustomerParts } from './customer-parts.ts';
import type { ProductNames } from './product-names.ts';
import { readCsv } from './read-csv.ts';
import type { ReadFile } from './read-file.ts';

/** Reads one CSV of users into `parts`. */
export async function readUsersCsv(
  file: File,
  names: ProductNames,
  parts: CustomerParts,
  pace: Pace,
): Promise<Result<ReadFile, ImportProblem>> {
  const { name, size } = file;
  const { roster, warn } = parts;
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
      return ok((headerRow) => open(header, { file: name, headerRow, names, roster, warn }));
    },
    warn,
    pace,
  );
  if (!look.ok) return look;
  parts.usersRead(file);
  const { encoding, delimiter } = look.value;
  const users = roster.taken - before;
  return ok({
    ...{ name, bytes: size, kind: found.kind, encoding, delimiter, users },
    ...{ products: 0, groups: 0 },
  });
}
