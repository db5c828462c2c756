import { outcomeTexts } from '#messages/outcome-text.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { IssueWords } from '#messages/issue-text.ts';
import type { Change } from '#plan/change.ts';
import type { RunId } from '#plan/operation.ts';
import type { UserOutcome } from '#store/change-outcomes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { runOutcomes, type EndedOperation } from '#store/outcomes.ts';
import type { CustomerData } from '#users/customer-data.ts';
import type { Namer } from '#worker/licenses/namer.ts';
import { OutcomeRows } from '#worker/outcomes/outcome-rows.ts';
import { ChangeFinder, endedCall } from '#worker/outcomes/sent-call.ts';

/** What the sentences need: whose change it is, and how its products and rules are named. */
interface Told {
  readonly data: CustomerData;
  readonly namer: Namer;
  readonly words: IssueWords;
}

/**
 * Why sync ended users of a change as it did, in sentences. Gives a function from a user's place in the
 * change to the sentences: none where nothing was sent, or where there is nothing to explain.
 * `ofUsers`: how sync ended them, by the same places.
 */
export async function changeReasons(
  db: SeatwiseDatabase,
  { users, sequence }: Pick<Change, 'users' | 'sequence'>,
  ofUsers: readonly (UserOutcome | null)[],
  { data, namer, words }: Told,
): Promise<(index: number) => string[]> {
  const runIds = new Set(ofUsers.flatMap((outcome) => outcome?.runId ?? []));
  const runs = new Map<RunId, Map<number, EndedOperation>>();
  for (const runId of runIds) {
    const carried = (await runOutcomes(db, data.customer.id, runId)).filter(
      ({ since, through }) => sequence > since && sequence <= through,
    );
    runs.set(runId, new Map(carried.map((ended) => [ended.position, ended])));
  }
  // which Save planned it stands in no sentence
  const rows = new OutcomeRows(data, namer, new ChangeFinder([], data.sets));
  return (index) => {
    const runId = ofUsers[index]?.runId;
    const ended = runId && runs.get(runId)?.get(users[index] ?? -1);
    return ended ? outcomeTexts(rows.row(endedCall(ended)), words, locationLetters) : [];
  };
}
