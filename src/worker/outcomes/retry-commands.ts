import { BitSet } from '#base/bit-set.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { ChangeId } from '#plan/change.ts';
import type { RunId } from '#plan/operation.ts';
import { runOutcomes } from '#store/outcomes.ts';
import { saveChange } from '#store/save-change.ts';
import { Retries } from './retries.ts';
import type { SaveRefusal } from '#worker/manage/save-types.ts';
import { choiceOf } from '#worker/manage/choice-of.ts';
import type { Commands, Desk } from '#worker/desk.ts';

interface Again {
  readonly customerId: CustomerId;
  readonly runId: RunId;
  readonly without: SkuId | null;
  readonly operator: string;
}

/** Planning again what a run was refused, as one new change. */
export function retryCommands({
  db,
  customers,
  now,
}: Desk): Pick<Commands, 'retries' | 'retryFailed' | 'retryWithout'> {
  const planAgain = async ({
    customerId: id,
    runId,
    without,
    operator,
  }: Again): Promise<Result<ChangeId, SaveRefusal>> => {
    const ended = await runOutcomes(db, id, runId);
    const open = await customers.open(id);
    const { data, planner } = open;
    const parts = new Retries(data, ended).parts(without);
    const positions = parts.flatMap(({ users }) => [...users]);
    const users = await open.inDisplayOrder(BitSet.of(positions), 'en');
    const columns = planner.change(users, parts, choiceOf({ kind: 'wait', waiting: [] }));
    if (!columns.causes.some(({ kind }) => kind === 'planned'))
      return fail({ kind: 'nothingToDo' });
    const changeId = crypto.randomUUID() as ChangeId;
    const saved = await saveChange(
      db,
      data,
      { ...columns, id: changeId, savedAt: now(), operator, reference: null, note: null },
      data.customer.version,
    );
    if (!saved.ok) {
      await customers.reload(id);
      return fail({ kind: 'stale' });
    }
    await customers.replace(open, saved.value.data);
    return ok(changeId);
  };

  return {
    async retries(id, runId, locale) {
      const ended = await runOutcomes(db, id, runId);
      const open = await customers.open(id);
      return new Retries(open.data, ended).view(open.namer(locale));
    },

    retryFailed: (id, runId, operator) =>
      planAgain({ customerId: id, runId, without: null, operator }),

    retryWithout: planAgain,
  };
}
