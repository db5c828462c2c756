import { setKey } from '#licenses/license-set.ts';
import { Planner } from '#plan/planner.ts';
import { getChange, standingChanges } from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import type { LoadedCustomer } from '#store/load-customer.ts';
import { sendingThrough } from '#store/runs.ts';
import { saveStep } from '#store/save-step.ts';
import { choiceOf } from '#worker/manage/choice-of.ts';
import { filledRows, type Arena } from './arena.ts';
import { differ, hold, rival, type Opponent } from './contest.ts';
import { oneTick } from './drafts.ts';
import type { Row, RowsOnDisk, StoredRows } from './row-store.ts';
import { save, type Saved } from './save-steps.ts';

interface SavedWork {
  readonly db: SeatwiseDatabase;
  /** In the order in which they were saved. */
  readonly saved: Saved[];
  readonly data: LoadedCustomer;
  /** For whom. */
  readonly half: Uint32Array;
  /** By position. */
  readonly rows: readonly Row[];
}

const numberIn = ({ table }: LoadedCustomer, position: number): number =>
  table.licenses.planned[position] ?? 0;
const plannedFor = (state: LoadedCustomer, position: number) =>
  state.sets.at(numberIn(state, position));

/** Undoes the newest change, from the look at the plan to the end of the write, as the app does it. */
export async function undoSteps(
  arena: Arena,
  { db, saved, data: newest, half, rows }: SavedWork,
): Promise<void> {
  const { spec, facts, referee, onDisk } = arena;
  let data = newest;
  let last: Saved | null = null;
  const choice = choiceOf({ kind: 'planAll' });

  /** Something to undo. */
  const prepare = async (): Promise<void> => {
    last = saved.pop() ?? null;
    if (last !== null) return;
    last = await save(db, { facts, data, users: half, draft: oneTick(data.products, 0) });
    ({ data } = last);
  };
  const undo = async (): Promise<LoadedCustomer> => {
    const [change, others] = await Promise.all([
      getChange(db, spec.id, (last as Saved).id),
      standingChanges(db, spec.id),
    ]);
    if (change === null) throw new Error('the change is not there');
    const planner = new Planner({ ...data, customerId: spec.id, facts });
    const sent = {
      settledThrough: data.settledThrough,
      sending: await sendingThrough(db, spec.id),
    };
    const step = planner.takeOut(others, change, null, { sent, alsoWanted: false });
    planner.confirmableStep(step, choice);
    const columns = planner.stepColumns(step, choice);
    const { version } = data.customer;
    const event = { kind: 'takenOut', at: Date.now(), operator: 'bench' } as const;
    const end = await saveStep(db, data, { change, columns, step: event }, version);
    if (!end.ok) throw new Error(`Undo refused: ${end.error.kind}`);
    ({ data } = end.value);
    return data;
  };

  const inRows = (place: RowsOnDisk): Opponent<LoadedCustomer> => {
    let store: StoredRows | null = null;
    return rival<LoadedCustomer, readonly Row[]>({
      against: place.against,
      bound: place.isAsked ? { atLeast: spec.shape === 'roles' ? 20 : 7 } : null,
      prepare: async () => {
        store ??= await filledRows(arena, place);
      },
      run: async () => {
        const { before, data: after } = last as Saved;
        // as if each change kept the rows that it replaced
        const replaced = [...half].flatMap((at): Row[] => {
          const row = rows[at];
          const isTouched = numberIn(before, at) !== numberIn(after, at);
          return row === undefined || !isTouched
            ? []
            : [{ ...row, licenses: plannedFor(before, at) }];
        });
        await store?.putAll(replaced);
        return replaced;
      },
      compare: (undone, replaced) => {
        const { before } = last as Saved;
        const keyIn = (state: LoadedCustomer) => (at: number) => setKey(plannedFor(state, at));
        const [is, was] = [keyIn(undone), keyIn(before)];
        const wrong = half.find((at) => is(at) !== was(at));
        if (replaced.length === 0) return 'nothing was undone';
        return wrong === undefined ? null : differ(is(wrong), was(wrong));
      },
    });
  };
  await hold(
    {
      step: 'undo for every second user',
      isRepeatable: false,
      app: { prepare, run: undo },
      opponents: onDisk.map(inRows),
    },
    referee,
  );
}
