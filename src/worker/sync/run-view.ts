import { unreachable } from '#base/unreachable.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { OperationRow, RunRow } from '#store/sync-rows.ts';
import type { RunState, RunView } from './sync-types.ts';

/** What is known of a run beside its row. */
export interface RunSurroundings {
  /** Operations that have not ended: of the customer while the run is open, else of the run. */
  readonly operations: readonly OperationRow[];
  /** Users who would be claimed next. */
  readonly left: number;
  /** Users for whom something else is planned than the review of the run showed. */
  readonly changed: number;
  /** A person has to review again what it would send. */
  readonly isOutdated: boolean;
  /** True when some window sends, or is about to, as far as can be known. */
  readonly isUnderWay: boolean;
  /** True when that is this window. */
  readonly own: boolean;
  /** Until when this window waits for a right that another one left behind, in ms; null: it does not. */
  readonly waitsUntil: number | null;
  readonly perMinute: number | null;
  readonly name: (sku: SkuId) => string;
}

function endState({ end, control }: RunRow): RunState {
  switch (end?.kind) {
    case undefined:
    case 'busy':
    case 'lost':
      // asked of a run that nobody sends
      return control === 'pause' ? 'paused' : 'interrupted';
    case 'done':
    case 'paused':
    case 'stopped':
    case 'signIn':
    case 'outdated':
    case 'noAccess':
    case 'refused':
      return end.kind;
    default:
      return unreachable(end);
  }
}

function stateOf(row: RunRow, around: RunSurroundings): RunState {
  const { isUnderWay, waitsUntil } = around;
  if (row.endedAt === null && isUnderWay) {
    return row.waiting !== null || waitsUntil !== null ? 'waiting' : 'running';
  }
  const state = around.isOutdated && row.endedAt === null ? 'outdated' : endState(row);
  return row.endedAt !== null && state === 'interrupted' ? 'stopped' : state;
}

/** Where the claimed users of the run stand. */
function countOpen(operations: readonly OperationRow[], isSending: boolean) {
  let inDoubt = 0;
  for (const { operation } of operations) {
    const { kind } = operation.state;
    // what a window was sending when it was closed is in doubt
    if (kind === 'inDoubt' || (kind === 'sending' && !isSending)) inDoubt++;
  }
  return { inDoubt, waiting: operations.length - inDoubt };
}

/** The run as every window shows it. */
export function runView(row: RunRow, around: RunSurroundings): RunView {
  const { perMinute, waitsUntil, own } = around;
  const state = stateOf(row, around);
  const isOver = row.endedAt !== null;
  const claimed = countOpen(around.operations, !isOver && around.isUnderWay);
  // nobody waits in a run that is over: what it had claimed is left with the rest
  const open = isOver ? { ...claimed, waiting: 0 } : claimed;
  const left = state === 'done' ? 0 : around.left + claimed.waiting - open.waiting;
  const isGoing = state === 'running' || state === 'waiting';
  const rest = left + open.inDoubt + open.waiting;
  const quiet = waitsUntil === null ? null : ({ why: 'quiet', until: waitsUntil } as const);
  return {
    id: row.id,
    customerId: row.customerId,
    operator: row.operator,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    state,
    control: row.control,
    waiting: isGoing ? (quiet ?? row.waiting) : null,
    own: own && isGoing,
    counts: { ...row.counts, ...open, left },
    changed: isOver ? 0 : around.changed,
    perMinute: isGoing ? perMinute : null,
    secondsLeft: isGoing && perMinute !== null && perMinute > 0 ? (rest / perMinute) * 60 : null,
    learned: row.learned,
    refusal: row.end?.kind === 'noAccess' || row.end?.kind === 'refused' ? row.end.raw : null,
    differs: row.differs && row.differs.map((one) => ({ ...one, name: around.name(one.skuId) })),
  };
}
