/** A plan that grows and shrinks in memory, as the store would keep it: Saves, undo and redo. */
import fc from 'fast-check';
import { BitSet } from '#base/bit-set.ts';
import type { Change } from '#plan/change.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Draft, DraftProduct } from '#plan/draft.ts';
import { foldChanges, type PlanColumns } from '#plan/fold.ts';
import type { PlanningGround } from '#plan/ground.ts';
import { moveChange } from '#plan/move-change.ts';
import type { Part } from '#plan/part.ts';
import { Planner } from '#plan/planner.ts';
import type { ShortageChoice } from '#plan/shortage-choice.ts';
import type { Step } from '#plan/step.ts';
import { stored, withPlan } from './by-hand.ts';
import { UserFlag } from '#users/user-table.ts';
import { anyDraft, customerWithoutPlan, selectionOf, skus } from './customers.ts';

type OnShortage = ShortageChoice['onShortage'];

export interface Save {
  readonly users: Uint32Array;
  readonly drafted: Draft | readonly Part[];
  readonly onShortage: OnShortage;
}

/** Undo or redo of some change, of all its users or of some. */
export interface Move {
  readonly kind: Step['kind'];
  /** Reduced to the number of changes there are. */
  readonly which: number;
  readonly only: readonly number[] | null;
  readonly onShortage: OnShortage;
}

/** New data of everybody: user i is now as user `like[i]` was last known. */
export interface Import {
  readonly like: readonly number[];
  readonly gone: readonly number[];
}

export type Deed = Save | Move | Import;

export const nobodyLast = new BitSet();

export class Stack {
  ground: PlanningGround;
  changes: Change[] = [];
  planned: PlanColumns;

  constructor(ground: PlanningGround) {
    this.ground = ground;
    const { licenses, locations } = ground.table;
    this.planned = {
      licenses: licenses.baseline.slice(),
      locations: locations.baseline.slice(),
    };
  }

  /** The customer as it is now. */
  get now(): PlanningGround {
    return { ...this.ground, table: withPlan(this.ground.table, this.planned) };
  }

  get planner(): Planner {
    return new Planner(this.now);
  }

  save({ users, drafted, onShortage }: Save): Change {
    const columns = this.planner.change(users, drafted, { onShortage, waitingLast: nobodyLast });
    const change = stored(columns, this.changes.length + 1);
    this.changes = [...this.changes, change];
    this.#plan(columns.users, columns.after);
    return change;
  }

  /** The step, judged; null when there is no change. */
  step({ kind, which, only }: Omit<Move, 'onShortage'>): Step | null {
    const change = this.changes[which % this.changes.length];
    if (change === undefined) return null;
    const members = only && BitSet.of(only);
    return kind === 'takenOut'
      ? this.planner.takeOut(this.changes, change, members)
      : this.planner.putBack(this.changes, change, members);
  }

  /** Does the step. */
  take(step: Step, onShortage: OnShortage): void {
    const columns = this.planner.stepColumns(step, { onShortage, waitingLast: nobodyLast });
    const lastSequence = this.changes.length;
    const event = { kind: step.kind, at: 0, operator: 'somebody', lastSequence };
    const moved = moveChange(step.change, columns, event);
    this.changes = this.changes.map((change) => (change.id === moved.id ? moved : change));
    this.#plan(columns.users, columns.planned);
  }

  /** The plan comes back on the new data, except for who is gone. */
  import({ like, gone }: Import): void {
    const { table, sets, products } = this.ground;
    const flags = table.flags.map((_, i) => (gone.includes(i) ? UserFlag.gone : 0));
    const licenses = table.licenses.baseline.map((_, i) => table.licenses.baseline[like[i]!]!);
    const locations = table.locations.baseline.map((_, i) => table.locations.baseline[like[i]!]!);
    const planned = foldChanges({ licenses, locations }, this.changes, sets, products);
    for (const position of gone) {
      planned.licenses[position] = licenses[position]!;
      planned.locations[position] = locations[position]!;
    }
    const columns = {
      licenses: { baseline: licenses, planned: licenses },
      locations: { baseline: locations, planned: locations },
    };
    this.ground = { ...this.ground, table: { ...table, flags, ...columns } };
    this.planned = planned;
  }

  #plan(users: Uint32Array, after: PlanColumns): void {
    const licenses = this.planned.licenses.slice();
    const locations = this.planned.locations.slice();
    users.forEach((position, i) => {
      licenses[position] = after.licenses[i]!;
      locations[position] = after.locations[i]!;
    });
    this.planned = { licenses, locations };
  }
}

const busyLine = (skuId: SkuId): fc.Arbitrary<DraftProduct> =>
  fc.record({
    skuId: fc.constant(skuId),
    action: fc.constantFrom('assign' as const, 'assign' as const, 'revoke' as const),
    servicePlans: fc.constant({}),
  });

const onShortage = fc.constantFrom('planAll' as const, 'planAll' as const, 'wait' as const);

/** A draft that mostly finds something to do. */
const busyDraft: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 1, arbitrary: anyDraft },
  {
    weight: 3,
    arbitrary: fc.record({
      products: fc
        .subarray(skus.slice(0, 5), { minLength: 1, maxLength: 2 })
        .chain((some) => fc.tuple(...some.map(busyLine))),
      swaps: fc.constant([]),
      usageLocation: fc.constantFrom(null, 'US', 'DE'),
    }),
  },
);

/** A Save of one draft, or of two parts. */
const saveFor = (ground: PlanningGround): fc.Arbitrary<Save> =>
  fc
    .record({
      users: fc.oneof(
        fc.constant(Uint32Array.from({ length: ground.table.count }, (_, i) => i)),
        selectionOf(ground),
      ),
      drafts: fc.oneof(
        { weight: 4, arbitrary: fc.tuple(busyDraft) },
        { weight: 1, arbitrary: fc.tuple(busyDraft, busyDraft) },
      ),
      onShortage,
    })
    .map(({ users, drafts, onShortage }) => ({
      users,
      onShortage,
      drafted:
        drafts.length === 1
          ? drafts[0]
          : drafts.map((draft, part) => ({
              draft,
              users: users.filter((position) => position % 2 === part),
            })),
    }));

const moveFor = ({ table }: PlanningGround): fc.Arbitrary<Move> =>
  fc.record({
    kind: fc.constantFrom('takenOut' as const, 'putBack' as const),
    which: fc.nat(3),
    only: fc.option(fc.subarray(Array.from({ length: table.count }, (_, i) => i)), { freq: 1 }),
    onShortage,
  });

/** What an import brings: who holds and is where what others were, and who is there. */
const importFor = ({ table }: PlanningGround): fc.Arbitrary<Import> =>
  fc.record({
    like: fc.array(fc.nat(table.count - 1), { minLength: table.count, maxLength: table.count }),
    gone: fc.subarray(
      Array.from({ length: table.count }, (_, i) => i),
      { maxLength: 2 },
    ),
  });

const peopled = customerWithoutPlan.filter(({ table }) => table.count > 1);

/** A customer with nothing planned, and Saves to make one after the other. */
export const anySaves = peopled.chain((ground) =>
  fc.record({
    ground: fc.constant(ground),
    saves: fc.array(saveFor(ground), { minLength: 1, maxLength: 4 }),
    move: moveFor(ground),
  }),
);

/** The same with undo, redo and imports in between. */
export const anyHistory = peopled.chain((ground) =>
  fc.record({
    ground: fc.constant(ground),
    deeds: fc
      .tuple(
        saveFor(ground),
        fc.array(
          fc.oneof(
            { weight: 3, arbitrary: saveFor(ground) },
            { weight: 6, arbitrary: moveFor(ground) },
            { weight: 1, arbitrary: importFor(ground) },
          ),
          { minLength: 2, maxLength: 9 },
        ),
      )
      .map(([first, others]): Deed[] => [first, ...others]),
  }),
);

/** The stack after these deeds; `each` is told before every step that is done. */
export function history(
  ground: PlanningGround,
  deeds: readonly Deed[],
  each: (stack: Stack, step: Step, move: Move) => void = () => undefined,
): Stack {
  const stack = new Stack(ground);
  for (const deed of deeds) {
    if ('drafted' in deed) stack.save(deed);
    else if ('like' in deed) stack.import(deed);
    else {
      const step = stack.step(deed);
      if (step === null) continue;
      each(stack, step, deed);
      stack.take(step, deed.onShortage);
    }
  }
  return stack;
}
