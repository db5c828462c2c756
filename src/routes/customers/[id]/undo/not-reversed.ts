import type { Messages } from '#messages/messages.ts';
import type { NotReversed } from '#plan/reverse-change.ts';
import type { ReversalView } from '#worker/undo/reversal-types.ts';

const whys: readonly NotReversed[] = ['changedSince', 'gone', 'notApplied', 'impossible'];

/** Of a synced change that is undone: those for whom it is not, by cause, as its sheet says it. */
export const notReversed = (stays: ReversalView['stays'], { reversal }: Messages) =>
  whys
    .filter((why) => stays[why] > 0)
    .map((why) => ({ why: reversal.stays[why], users: stays[why] }));
