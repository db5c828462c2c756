import * as v from 'valibot';
import type { HandedPlanId } from '#handover/handed-plan.ts';
import type { ChangeId } from '#plan/change.ts';
import { bytes, count, customerId, nullable, text, words } from './backup-shapes.ts';
import { work } from './backup-sync-shapes.ts';

export const handoverRow = v.object({
  customerId,
  id: text<HandedPlanId>(),
  kind: v.picklist(['script', 'planFile']),
  to: v.string(),
  operator: v.string(),
  at: v.number(),
  fileName: v.string(),
  fileHash: v.string(),
  through: count,
  works: v.array(v.object(work)),
  positions: words,
  workOf: words,
  standing: bytes,
});

export const openedPlanRow = v.object({
  customerId,
  id: text<HandedPlanId>(),
  fileName: v.string(),
  listId: v.string(),
  saved: nullable(v.object({ changeId: text<ChangeId>(), at: v.number() })),
});
