/** A plan that grows and shrinks in memory, as the store would keep it: Saves, undo and redo. */
import fc from 'fast-check';
import { BitSet } from '#base/bit-set.ts';
import type { Change } from '#plan/change.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Draft, DraftProduct, Part } from '#plan/draft.ts';
import { foldChanges, type PlanColumns } from '#plan/fold.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { moveChange } from '#plan/move-change.ts';
import { Planner } from '#plan/planner.ts';
import type { ShortageChoice } from '#plan/short-products.ts';
import type { UndoStep } from '#plan/undo-step.ts';
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
  readonly kind: UndoStep['kind'];
  /** Reduced to the number of changes there are. */
  readonly which: number;
  readonly only: readonly number[] | null;
  /** An undo also for those for whom a later Save wanted the license. */
  readonly alsoWanted: boolean;
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
  input: PlanningInput;
  changes: Change[] = [];
  planned: PlanColumns;

  constructor(input: PlanningInput) {
    this.input = input;
    const { licenses, locations } = input.table;
    this.planned = {
      licenses: licenses.baseline.slice(),
      locations: locations.baseline.slice(),
    };
  }

  /** The customer as it is now. */
  get now(): PlanningInput {
    return { ...this.input, table: withPlan(this.input.table, this.planned) };
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
  step({ kind, which, only, alsoWanted }: Omit<Move, 'onShortage'>): UndoStep | null {
    const change = this.changes[which % this.changes.length];
    if (change === undefined) return null;
    const members = only && BitSet.of(only);
    return kind === 'takenOut'
      ? this.planner.takeOut(this.changes, change, members, { alsoWanted })
      : this.planner.putBack(this.changes, change, members);
  }

  /** Does the step. */
  take(step: UndoStep, onShortage: OnShortage): void {
    const columns = this.planner.stepColumns(step, { onShortage, waitingLast: nobodyLast });
    const lastSequence = this.changes.length;
    const event = { kind: step.kind, at: 0, operator: 'somebody', lastSequence };
    const moved = moveChange(step.change, columns, event);
    this.changes = this.changes.map((change) => (change.id === moved.id ? moved : change));
    this.#plan(columns.users, columns.planned);
  }

  /** The plan comes back on the new data, except for who is gone. */
  import({ like, gone }: Import): void {
    const { table, sets, products } = this.input;
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
    this.input = { ...this.input, table: { ...table, flags, ...columns } };
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
const saveFor = (input: PlanningInput): fc.Arbitrary<Save> =>
  fc
    .record({
      users: fc.oneof(
        fc.constant(Uint32Array.from({ length: input.table.count }, (_, i) => i)),
        selectionOf(input),
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

const moveFor = ({ table }: PlanningInput): fc.Arbitrary<Move> =>
  fc.record({
    kind: fc.constantFrom('takenOut' as const, 'putBack' as const),
    which: fc.nat(3),
    alsoWanted: fc.boolean(),
    only: fc.option(fc.subarray(Array.from({ length: table.count }, (_, i) => i)), { freq: 1 }),
    onShortage,
  });

/** What an import brings: who holds and is where what others were, and who is there. */
const importFor = ({ table }: PlanningInput): fc.Arbitrary<Import> =>
  fc.record({
    like: fc.array(fc.nat(table.count - 1), { minLength: table.count, maxLength: table.count }),
    gone: fc.subarray(
      Array.from({ length: table.count }, (_, i) => i),
      { maxLength: 2 },
    ),
  });

const peopled = customerWithoutPlan.filter(({ table }) => table.count > 1);

/** A customer with nothing planned, and Saves to make one after the other. */
export const anySaves = peopled.chain((input) =>
  fc.record({
    input: fc.constant(input),
    saves: fc.array(saveFor(input), { minLength: 1, maxLength: 4 }),
    move: moveFor(input),
  }),
);

/** The same with undo, redo and imports in between. */
export const anyHistory = peopled.chain((input) =>
  fc.record({
    input: fc.constant(input),
    deeds: fc
      .tuple(
        saveFor(input),
        fc.array(
          fc.oneof(
            { weight: 3, arbitrary: saveFor(input) },
            { weight: 6, arbitrary: moveFor(input) },
            { weight: 1, arbitrary: importFor(input) },
          ),
          { minLength: 2, maxLength: 9 },
        ),
      )
      .map(([first, others]): Deed[] => [first, ...others]),
  }),
);

/** The stack after these deeds; `each` is told before every step that is done. */
export function history(
  input: PlanningInput,
  deeds: readonly Deed[],
  each: (stack: Stack, step: UndoStep, move: Move) => void = () => undefined,
): Stack {
  const stack = new Stack(input);
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
