import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { readGuid } from '#licenses/ids.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { readCsv, type StreamedFile } from './read-csv.ts';

/** How the script of a plan ended for one user. */
export interface ScriptOutcome {
  readonly objectId: string;
  /** `skipped`: the user was not as the plan knew them. `failed`: nobody knows; the script tries again. */
  readonly outcome: 'applied' | 'already' | 'rejected' | 'skipped' | 'failed';
  readonly detail: string;
  /** Of the request that was refused, for Microsoft's support; null where the file has none. */
  readonly requestId: string | null;
}

/** What scripts wrote, by the id of their plan and then by object id; of a user the last word counts. */
export type ScriptOutcomes = ReadonlyMap<string, ReadonlyMap<string, ScriptOutcome>>;

const HEADINGS = ['PlanId', 'UserId', 'Outcome', 'Detail'] as const;
const OUTCOMES: readonly string[] = ['applied', 'already', 'rejected', 'skipped', 'failed'];

const isOutcome = (text: string): text is ScriptOutcome['outcome'] => OUTCOMES.includes(text);

/** True for the header of such a file. */
export const isOutcomesHeader = (header: readonly string[]): boolean =>
  HEADINGS.every((heading) => header.includes(heading));

/**
 * Reads the file that the script of a plan writes. A row that cannot be understood is told to `warn` and
 * left out: its user stays handed over. Problems: as `readCsv`, and missingColumn.
 */
export async function readScriptOutcomes(
  file: StreamedFile,
  warn: (problem: ImportProblem) => void,
  pace: Pace,
): Promise<Result<ScriptOutcomes, ImportProblem>> {
  const { name } = file;
  const plans = new Map<string, Map<string, ScriptOutcome>>();
  const take = (cell: (heading: string) => string, row: number): void => {
    const planId = readGuid(cell('PlanId'));
    const objectId = readGuid(cell('UserId'));
    const outcome = cell('Outcome');
    const bad = planId === null ? 'PlanId' : objectId === null ? 'UserId' : 'Outcome';
    if (planId === null || objectId === null || !isOutcome(outcome)) {
      warn({ kind: 'badValue', file: name, row, column: bad, value: cell(bad) });
      return;
    }
    const outcomes = plans.get(planId) ?? new Map<string, ScriptOutcome>();
    const told = { detail: cell('Detail'), requestId: cell('RequestId') || null };
    plans.set(planId, outcomes.set(objectId, { objectId, outcome, ...told }));
  };
  const look = await readCsv(
    file,
    (header) => {
      const missing = HEADINGS.find((heading) => !header.includes(heading));
      if (missing !== undefined)
        return fail({ kind: 'missingColumn', file: name, column: missing });
      const rows = {
        take: (cells: readonly string[], row: number) =>
          take((heading) => cells[header.indexOf(heading)] ?? '', row),
        finish: () => undefined,
      };
      return ok(() => rows);
    },
    { warn, pace },
  );
  return look.ok ? ok(plans) : look;
}
