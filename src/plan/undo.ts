import { BitSet } from '#base/bit-set.ts';
import { SHORT_STEP, STEP, type Steps } from '#base/steps.ts';
import { isPresent } from '#users/user-table.ts';
import { Standing, type Change } from './change.ts';
import { changedSince } from './changed-since.ts';
import type { PlanningContext } from './planning-context.ts';
import { restack } from './restack.ts';
import { NOTHING_SENT, sentStay, type SyncProgress } from './sync-progress.ts';
import type { Stay, UndoStep } from './undo-step.ts';
import { losesOf, wantedSince } from './wanted-since.ts';

/** Whom a step is asked for. */
interface Asked {
  /** All changes of the customer that are open (for a redo: and those saved since the undo). */
  readonly changes: readonly Change[];
  readonly change: Change;
  /** Positions; null: all. */
  readonly only: BitSet | null;
  readonly sent: SyncProgress;
}

/** What is known of the users besides, and whether who is wanted later goes too. */
export interface TakenHow {
  readonly sent?: SyncProgress;
  readonly alsoWanted?: boolean;
}

/** Users whom a later Save concerns alike, so that the change stays as it is for them. */
interface Touched {
  readonly users: BitSet;
  readonly why: 'changedSince' | 'wantedLater';
}

/** The step for everybody for whom it is possible. */
function* stepOf(
  context: PlanningContext,
  { changes, change, only, sent }: Asked,
  kind: UndoStep['kind'],
  touched: Touched,
): Steps<UndoStep> {
  const impossible: Stay[] = [];
  const { users, causes, causeOf } = change;
  const indexes = new Uint32Array(users.length);
  let count = 0;
  const whyNot = (position: number, standing: number): Stay['reason'] | null => {
    if (standing === Standing.ended) return 'ended';
    const kept = sentStay(sent, change, position);
    if (kept !== null) return kept;
    if (!isPresent(context.table, position)) return 'gone';
    return touched.users.has(position) ? touched.why : null;
  };
  const isPlanned = causes.map((cause) => cause.kind === 'planned');
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    const position = users[i] ?? 0;
    const standing = change.standing[i] ?? Standing.open;
    const isTakenOut = standing === Standing.takenOut;
    if (isPlanned[causeOf[i] ?? 0] !== true || isTakenOut !== (kind === 'putBack')) continue;
    if (only !== null && !only.has(position)) continue;
    const reason = whyNot(position, standing);
    if (reason === null) indexes[count++] = i;
    else impossible.push({ position, reason, issues: [] });
  }
  const those = { indexes: indexes.slice(0, count), impossible };
  return yield* restack(context, { changes, change }, { kind, users: those });
}

/** A change, all of the customer, and for which of its users; null: all. */
export interface StepOn {
  readonly changes: readonly Change[];
  readonly change: Change;
  readonly only: BitSet | null;
}

/**
 * Undo of what is not sent yet: the change leaves the plan of its users, later changes stay. Possible
 * for any change, not only the newest, and for some of its users (`only`: positions; null: all).
 * `changes`: the customer's open changes; `sent`: what sync has of them. Nothing is written; see `restack`.
 *
 * Who would lose a license that a later Save wanted and found in place keeps the change, unless
 * `alsoWanted` says that it goes for them too.
 */
export function* takeOut(
  context: PlanningContext,
  { changes, change, only }: StepOn,
  { sent = NOTHING_SENT, alsoWanted = false }: TakenHow = {},
): Steps<UndoStep> {
  const asked = { changes, change, only, sent };
  const why = 'wantedLater' as const;
  const step = yield* stepOf(context, asked, 'takenOut', { users: new BitSet(), why });
  const wanted = yield* wantedSince(changes, change);
  if (wanted.size === 0) return step;
  const { sets, table } = context;
  const users = new BitSet();
  let wantedLater = 0;
  for (let i = 0; i < step.users.length; i++) {
    if (i % SHORT_STEP === 0) yield;
    const position = step.users[i] ?? 0;
    const skus = wanted.get(position);
    if (skus === undefined) continue;
    const today = sets.at(table.licenses.planned[position] ?? 0);
    if (!losesOf(skus, today, sets.at(step.planned.licenses[i] ?? 0))) continue;
    users.add(position);
    wantedLater++;
  }
  const kept =
    alsoWanted || wantedLater === 0
      ? step
      : yield* stepOf(context, asked, 'takenOut', { users, why });
  return { ...kept, wantedLater };
}

/**
 * Redo: the change is open again for users for whom it was taken out, in its old place in the stack.
 * Not for users of whom a change saved after the undo touches the same product or usage location.
 * `only`: positions; null: all. `changes`: every change of the customer that is not taken out
 * altogether and is open or was saved since. Nothing is written; see `restack`.
 */
export function* putBack(
  context: PlanningContext,
  { changes, change, only }: StepOn,
  sent = NOTHING_SENT,
): Steps<UndoStep> {
  const touched = yield* changedSince(context.sets, changes, change);
  const why = 'changedSince' as const;
  const asked = { changes, change, only, sent };
  return yield* stepOf(context, asked, 'putBack', { users: touched, why });
}
