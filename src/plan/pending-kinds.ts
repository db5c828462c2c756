import { unreachable } from '#base/unreachable.ts';
import type { SheetCase } from './change-sheet.ts';
import type { SheetItem } from './sheet-items.ts';

/** What can be pending for a user; `losesData`: with it the last mailbox or the files go. */
export const pendingKinds = [
  'losesData',
  'revoke',
  'swap',
  'assign',
  'servicePlans',
  'location',
] as const;
export type PendingKind = (typeof pendingKinds)[number];

/**
 * What a sync would do with a pending user now: send it (`ready`), or leave it, as a run has it
 * (`claimed`), a conflict holds it, others were asked to do it, or no source gave an object id.
 */
export const waitingStates = ['ready', 'claimed', 'held', 'handedOver', 'withoutId'] as const;
export type WaitingState = (typeof waitingStates)[number];

function kindOf({ kind }: SheetItem): PendingKind {
  switch (kind) {
    case 'revoke':
    case 'revokeDirect':
      return 'revoke';
    case 'assign':
    case 'assignDirect':
      return 'assign';
    case 'servicePlan':
    case 'servicePlans':
      return 'servicePlans';
    case 'swap':
    case 'location':
      return kind;
    default:
      return unreachable(kind);
  }
}

/** Everything that is pending for users who are alike in that. */
export function kindsOf({ items, losses }: SheetCase): ReadonlySet<PendingKind> {
  const kinds = new Set(items.map(kindOf));
  return losses.length > 0 ? kinds.add('losesData') : kinds;
}
