import { fail, ok, type Result } from '#base/result.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { adminUsers } from './admin-users.ts';
import type { CsvHeader } from './csv-header.ts';
import type { CsvKind } from './csv-kind.ts';

const kinds: readonly CsvKind[] = [adminUsers];

/** The kind of CSV file that has this header. Problems: missingColumn (nearly a kind), notRecognised. */
export function csvKindOf(file: string, header: CsvHeader): Result<CsvKind, ImportProblem> {
  let nearly: string | undefined;
  for (const kind of kinds) {
    const missing = kind.missing(header);
    if (missing?.length === 0) return ok(kind);
    nearly ??= missing?.[0];
  }
  if (nearly !== undefined) return fail({ kind: 'missingColumn', file, column: nearly });
  return fail({ kind: 'notRecognised', file });
}
