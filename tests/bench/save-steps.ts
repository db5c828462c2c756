import { BitSet } from '#base/bit-set.ts';
import { canonicalSet, setKey } from '#licenses/license-set.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import { Planner } from '#plan/planner.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import type { LoadedCustomer } from '#store/load-customer.ts';
import { saveChange } from '#store/save-change.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import { databaseName, filledRows, type Arena } from './arena.ts';
import { differ, hold, rival, type Opponent } from './contest.ts';
import { oneTick } from './drafts.ts';
import type { InMemory } from './load-steps.ts';
import type { Row, RowsOnDisk, StoredRows } from './row-store.ts';
import { linesOf, walkContext, type WalkContext } from './walk-context.ts';
import { undoSteps } from './undo-steps.ts';
import { judgeByWalk } from './walk-user.ts';

/** A change that was saved. */
export interface Saved {
  readonly id: ChangeId;
  readonly before: LoadedCustomer;
  readonly data: LoadedCustomer;
}

interface ToSave {
  readonly facts: readonly RuleFact[];
  readonly data: LoadedCustomer;
  readonly users: Uint32Array;
  readonly draft: Draft;
}

/** Plans the draft for the users and stores it, as Save does. */
export async function save(
  db: SeatwiseDatabase,
  { facts, data, users, draft }: ToSave,
): Promise<Saved> {
  const planner = new Planner({ ...data, customerId: data.customer.id, facts });
  const choice = { onShortage: 'planAll', waitingLast: new BitSet() } as const;
  const change = planner.change(users, draft, choice);
  const id = crypto.randomUUID() as ChangeId;
  const by = { operator: 'bench', reference: null, note: null, savedAt: Date.now() };
  const end = await saveChange(
    db,
    data,
    { ...change, ...by, id },
    { expectedVersion: data.customer.version },
  );
  if (!end.ok) throw new Error(`Save refused: ${end.error.kind}`);
  return { id, before: data, data: end.value.data };
}

/** The rows that the draft changes, with their new licenses. */
function changedRows(rows: readonly Row[], draft: Draft, input: WalkContext): Row[] {
  const lines = linesOf(draft);
  return rows.flatMap((row) => {
    const { kind, touches, held } = judgeByWalk(row, lines, input);
    if (kind !== 'planned') return [];
    const kept = held.filter((one) => !touches.some(({ before }) => before === one));
    const given = touches.flatMap(({ after }) => (after === undefined ? [] : [after]));
    return [{ ...row, licenses: canonicalSet([...kept, ...given]) }];
  });
}

/** Saves one assigned product for every second user; in each round another product. Then undoes them. */
export async function saveSteps(
  arena: Arena,
  { data: loaded, rows: read }: InMemory,
  order: Uint32Array,
): Promise<void> {
  const { spec, facts, referee, onDisk } = arena;
  const { products } = loaded;
  const db = new SeatwiseDatabase(databaseName(spec));
  const half = order.filter((_, i) => i % 2 === 0);
  const input = walkContext(products, facts);
  const saved: Saved[] = [];
  let data = loaded;
  const rows = [...read];
  const positions = new Map(rows.map(({ objectId }, position) => [objectId, position]));

  /** What everybody holds after the round, of those whom it was about. */
  const compare = (after: LoadedCustomer, changed: readonly Row[]): string | null => {
    for (const row of changed) rows[positions.get(row.objectId) ?? -1] = row;
    const { sets, table } = after;
    const keyOf = (position: number): string =>
      setKey(sets.at(table.licenses.planned[position] ?? 0));
    const wrong = half.find((at) => keyOf(at) !== setKey(rows[at]?.licenses ?? []));
    return wrong === undefined ? null : differ(keyOf(wrong), setKey(rows[wrong]?.licenses ?? []));
  };

  const inRows = (place: RowsOnDisk): Opponent<LoadedCustomer> => {
    let store: StoredRows | null = null;
    return rival<LoadedCustomer, readonly Row[]>({
      against: place.against,
      bound: place.isAsked ? { atLeast: spec.shape === 'roles' ? 20 : 7 } : null,
      prepare: async () => {
        store ??= await filledRows(arena, place);
      },
      run: async (round) => {
        const those = Array.from(half, (at) => rows[at]).filter((row) => row !== undefined);
        const changed = changedRows(those, oneTick(products, round), input);
        await store?.putAll(changed);
        return changed;
      },
      compare,
    });
  };
  await hold(
    {
      step: 'save for every second user',
      isRepeatable: false,
      app: {
        run: async (round) => {
          const draft = oneTick(products, round);
          const last = await save(db, { facts, data, users: half, draft });
          saved.push(last);
          ({ data } = last);
          return data;
        },
      },
      opponents: onDisk.map(inRows),
    },
    referee,
  );
  await undoSteps(arena, { db, saved, data, half, rows: read });
  db.close();
}
