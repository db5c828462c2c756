import * as v from 'valibot';
import type { ChangeId } from '#plan/change.ts';
import { count, text } from './backup-shapes.ts';

/** Where a list under review comes from, in a backup. */
export const listSource = v.variant('kind', [
  v.object({
    kind: v.literal('file'),
    fileName: v.string(),
    lastRow: count,
    leftAlone: count,
    heldBack: count,
  }),
  v.object({
    kind: v.literal('reversed'),
    changeId: text<ChangeId>(),
    savedAt: v.number(),
    stays: v.object({ gone: count, changedSince: count, notApplied: count, impossible: count }),
    locations: count,
  }),
]);
