import type { Pace } from '#base/pace.ts';
import { unreachable } from '#base/unreachable.ts';
import { readScriptOutcomes, type ScriptOutcome } from '#csv/script-outcomes.ts';
import { SET_LOCATION } from '#handover/script-words.ts';
import { endHandover, type HandedOutcome } from '#store/end-handover.ts';
import { type HandoverRow, usersOut } from '#store/handovers.ts';
import type { Position } from '#users/ids.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { Desk } from '#worker/desk.ts';
import type { ScriptOutcomesValue, ScriptOutcomesView } from './handover-types.ts';

/** Null: nobody knows how it ended. */
function outcomeOf({ outcome, detail, requestId }: ScriptOutcome): HandedOutcome | null {
  switch (outcome) {
    case 'applied':
    case 'already':
    case 'skipped':
      return { kind: outcome };
    case 'rejected':
      return {
        kind: 'rejected',
        raw: detail,
        code: null,
        requestId,
        locationSet: detail.startsWith(SET_LOCATION),
      };
    case 'failed':
      return null;
    default:
      return unreachable(outcome);
  }
}

/** Ends by a script's outcomes whoever of one handover is still out. */
async function endBy(
  { db, customers, now }: Desk,
  row: HandoverRow,
  outcomes: ReadonlyMap<string, ScriptOutcome>,
): Promise<ScriptOutcomesView> {
  const { data } = await customers.open(row.customerId);
  const told = new Map<Position, HandedOutcome>();
  const counts = { applied: 0, already: 0, rejected: 0, skipped: 0, failed: 0 };
  for (const position of usersOut(row)) {
    const said = outcomes.get(data.table.texts.id[position] ?? '');
    if (said === undefined) continue;
    counts[said.outcome]++;
    const outcome = outcomeOf(said);
    if (outcome !== null) told.set(position, outcome);
  }
  await endHandover(db, { id: row.customerId, handover: row.id, now: now() }, told);
  await customers.reload(row.customerId);
  const { customer } = (await customers.open(row.customerId)).data;
  const followed = told.size + counts.failed;
  return { customer, id: row.id, ...counts, ignored: outcomes.size - followed };
}

/** Reads what scripts wrote, and ends by it whoever was handed over and has no outcome yet. */
export async function scriptOutcomes(
  desk: Desk,
  file: File,
  pace: Pace,
): Promise<ScriptOutcomesValue> {
  const problems: ImportProblem[] = [];
  const read = await readScriptOutcomes(file, (problem) => problems.push(problem), pace);
  if (!read.ok) return { kind: 'outcomesRefused', problem: read.error };
  const rows = new Map((await desk.db.handovers.toArray()).map((row) => [row.id as string, row]));
  const plans: ScriptOutcomesView[] = [];
  let unknown = 0;
  for (const [planId, outcomes] of read.value) {
    const row = rows.get(planId);
    if (row === undefined) unknown += outcomes.size;
    else plans.push(await endBy(desk, row, outcomes));
  }
  return { kind: 'scriptOutcomes', plans, problems, unknown };
}
