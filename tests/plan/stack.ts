/** A plan that grows and shrinks in memory, as the store would keep it: Saves, undo and redo. */
import fc from 'fast-check';
import { BitSet } from '#base/bit-set.ts';
import type { Change } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import type { PlanColumns } from '#plan/fold.ts';
import type { PlanningGround } from '#plan/ground.ts';
import { moveChange } from '#plan/move-change.ts';
import type { Part } from '#plan/part.ts';
import { Planner } from '#plan/planner.ts';
import type { ShortageChoice } from '#plan/shortage-choice.ts';
import type { Step } from '#plan/step.ts';
import { stored, withPlan } from './by-hand.ts';
import { anyDraft, customerWithoutPlan, selectionOf } from './customers.ts';

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

export const nobodyLast = new BitSet();

export class Stack {
  readonly ground: PlanningGround;
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

const onShortage = fc.constantFrom('wait' as const, 'planAll' as const);

/** A Save of one draft, or of two parts. */
const saveFor = (ground: PlanningGround): fc.Arbitrary<Save> =>
  fc
    .record({
      users: selectionOf(ground),
      drafts: fc.oneof(
        { weight: 4, arbitrary: fc.tuple(anyDraft) },
        { weight: 1, arbitrary: fc.tuple(anyDraft, anyDraft) },
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
    which: fc.nat(5),
    only: fc.option(fc.subarray(Array.from({ length: table.count }, (_, i) => i)), { freq: 2 }),
    onShortage,
  });

/** A customer with nothing planned, and Saves to make one after the other. */
export const anySaves = customerWithoutPlan.chain((ground) =>
  fc.record({
    ground: fc.constant(ground),
    saves: fc.array(saveFor(ground), { minLength: 1, maxLength: 4 }),
    move: moveFor(ground),
  }),
);

/** The same with undo and redo in between. */
export const anyHistory = customerWithoutPlan.chain((ground) =>
  fc.record({
    ground: fc.constant(ground),
    deeds: fc.array(fc.oneof(saveFor(ground), moveFor(ground)), { minLength: 1, maxLength: 7 }),
  }),
);

/** The stack after these deeds; `each` is told before every step that is done. */
export function history(
  ground: PlanningGround,
  deeds: readonly (Save | Move)[],
  each: (stack: Stack, step: Step, move: Move) => void = () => undefined,
): Stack {
  const stack = new Stack(ground);
  for (const deed of deeds) {
    if ('drafted' in deed) {
      stack.save(deed);
      continue;
    }
    const step = stack.step(deed);
    if (step === null) continue;
    each(stack, step, deed);
    stack.take(step, deed.onShortage);
  }
  return stack;
}
