import type { OutboxStep } from '#sync/ports.ts';
import type { Position, UserId } from '#users/ids.ts';
import type { OutboxPlan } from './outbox-plan.ts';
import { endedOperation, type EndedOperation } from './outcomes.ts';
import type { Reviewed } from './reviews.ts';
import type { Ending } from './settle-ends.ts';
import type { HeldRow, OperationRow, RunRow } from './sync-rows.ts';

/** What the steps of a commit write. */
export interface SortedSteps {
  readonly refused: ReadonlySet<UserId>;
  /** How many of `puts` are about to be sent. */
  readonly claims: number;
  /** Operations that are claimed, or stand differently. */
  readonly puts: readonly OperationRow[];
  readonly endings: readonly Ending[];
  readonly ended: readonly EndedOperation[];
  readonly held: readonly HeldRow[];
  /** Users whose operations were cancelled, with the newest change that these carried. */
  readonly cancelled: ReadonlyMap<Position, number>;
}

/** What is known when a commit is sorted. */
export interface SortingInput {
  readonly run: Pick<RunRow, 'customerId' | 'id'>;
  readonly plan: OutboxPlan;
  /** Who is claimed. */
  readonly open: ReadonlyMap<UserId, OperationRow>;
  /** Who may not be claimed. */
  readonly kept: ReadonlySet<Position>;
  /** What may be claimed. */
  readonly review: Reviewed;
  /** False where nothing is to be sent any more. */
  readonly maySend: boolean;
}

/** True for a step after which something is sent. */
const isSending = ({ kind, operation }: OutboxStep): boolean =>
  kind === 'claim' || (kind === 'update' && operation.state.kind === 'sending');

/**
 * Sorts the steps of a commit. A claim, or an end of what was not claimed, is refused where the plan of
 * the user is not what the operation carries any more, where the run's review did not show it, or somebody
 * else claimed it; a sending again, where something else is planned by now.
 */
export function sortSteps(
  steps: readonly OutboxStep[],
  { run: { customerId, id: runId }, plan, open, kept, review, maySend }: SortingInput,
  now: number,
): SortedSteps {
  const refused = new Set<UserId>();
  let claims = 0;
  const puts: OperationRow[] = [];
  const endings: Ending[] = [];
  const ended: EndedOperation[] = [];
  const held: HeldRow[] = [];
  const cancelled = new Map<Position, number>();
  for (const step of steps) {
    const { operation } = step;
    const { userId, position } = operation;
    const known = open.get(userId);
    const user = plan.user(position);
    const isHeldUp = !maySend && isSending(step);
    const isClaimable =
      !kept.has(position) && plan.isPlanned(operation) && plan.isReviewed(operation, review);
    const isSendable = !isSending(step) || plan.isWanted(operation);
    const isTakeable =
      known === undefined ? isClaimable : known.operation.id === operation.id && isSendable;
    if (isHeldUp || !isTakeable) {
      refused.add(userId);
      continue;
    }
    const { before, planned, through } = known ?? {
      before: user.baseline,
      planned: user.planned,
      through: plan.lastSequence,
    };
    if (step.kind === 'claim' || step.kind === 'update') {
      if (isSending(step)) claims++;
      puts.push({ customerId, userId, runId, operation, through, before, planned });
      continue;
    }
    if (step.kind === 'release') {
      endings.push({ operation, outcome: null, seen: step.seen, user, through });
      continue;
    }
    const { outcome, seen } = step;
    const since = user.settledThrough;
    endings.push({ operation, outcome, seen, user, through });
    ended.push(endedOperation(operation, outcome, now, { since, through, before, planned }));
    if (outcome.kind === 'cancelled') cancelled.set(position, through);
    if (outcome.kind === 'conflict') {
      const { drifts } = outcome;
      const renamed = plan.renamed(position, seen?.user.names);
      const row = { customerId, position, runId, heldAt: now, drifts, before, planned };
      held.push(renamed === null ? row : { ...row, renamed });
    }
  }
  return { refused, claims, puts, endings, ended, held, cancelled };
}
