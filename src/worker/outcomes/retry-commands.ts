import { BitSet } from '#base/bit-set.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { Standing, type ChangeId } from '#plan/change.ts';
import type { RunId } from '#plan/operation.ts';
import { sharedOrder } from '#plan/shared-order.ts';
import { changesBetween } from '#store/changes.ts';
import { runOutcomes, type EndedOperation } from '#store/outcomes.ts';
import { saveChange } from '#store/save-change.ts';
import type { Desk } from '#worker/desk.ts';
import { choiceOf } from '#worker/manage/choice-of.ts';
import type { SaveRefusal } from '#worker/manage/save-types.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { RetryView } from './outcome-types.ts';
import { Retries } from './retries.ts';

interface RetryRefusedAsk {
  readonly customerId: CustomerId;
  readonly runId: RunId;
  readonly without: SkuId | null;
  readonly operator: string;
}

/** Planning again what a run was refused, as one new change. */
export function retryCommands({ db, customers, now }: Desk) {
  /** Of these positions, those among whom too few licenses were shared out when what ended was planned, in that order. */
  const inTurn = async (
    id: CustomerId,
    ended: readonly EndedOperation[],
    positions: readonly number[],
  ): Promise<number[]> => {
    const since = ended.reduce((least, one) => Math.min(least, one.since), Infinity);
    const through = ended.reduce((most, one) => Math.max(most, one.through), 0);
    const changes = await changesBetween(db, id, { after: since, through });
    const asked = new Set(positions);
    return sharedOrder(changes, Standing.ended).filter((position) => asked.has(position));
  };

  return {
    /** What `retryRefused` would come to now. Plans nothing. */
    async retries(id: CustomerId, runId: RunId, locale: LocaleTag): Promise<RetryView> {
      const ended = await runOutcomes(db, id, runId);
      const open = await customers.open(id);
      return new Retries(open.data, ended).view(open.namer(locale));
    },

    /**
     * Plans again what was rejected in a run, as a new change that is judged like any Save; with a
     * product: for those who were rejected because of it, without it.
     */
    async retryRefused(ask: RetryRefusedAsk): Promise<Result<ChangeId, SaveRefusal>> {
      const { customerId: id, runId, without, operator } = ask;
      const ended = await runOutcomes(db, id, runId);
      const open = await customers.open(id);
      const { data, planner } = open;
      const parts = new Retries(data, ended).parts(without);
      const positions = parts.flatMap(({ users }) => [...users]);
      const users = await open.inDisplayOrder(BitSet.of(positions), 'en');
      const first = await inTurn(id, ended, positions);
      const columns = planner.change(users, parts, choiceOf({ kind: 'wait', first, waiting: [] }));
      if (!columns.causes.some(({ kind }) => kind === 'planned'))
        return fail({ kind: 'nothingToDo' });
      const changeId = crypto.randomUUID() as ChangeId;
      const saved = await saveChange(
        db,
        data,
        {
          ...columns,
          ...(first.length > 0 && { inTurn: true }),
          id: changeId,
          savedAt: now(),
          operator,
          reference: null,
          note: null,
        },
        { expectedVersion: data.customer.version },
      );
      if (!saved.ok) {
        await customers.reload(id);
        return fail({ kind: 'stale' });
      }
      await customers.replace(open, saved.value.data);
      return ok(changeId);
    },
  };
}
