import type { SequenceColumns } from '#base/sequence-list.ts';
import type { Assignment } from './license-set.ts';

/** Assignments without an object for each, as they are stored. */
export interface AssignmentColumns {
  /** Each text that stands in them, once: ids and the cloud's words. Numbers of texts count from 1. */
  readonly texts: readonly string[];
  /** Of each assignment, what `assignmentItems` gives. */
  readonly assignments: SequenceColumns;
}

/** Where the path after the one at `start` begins in the items of an assignment; the first is at 1. */
export const nextPath = (items: readonly number[], start: number): number =>
  start + 4 + Math.max(0, (items[start + 3] ?? 0) - 1);

/**
 * An assignment as numbers: its product, then of each path how it came (0 direct, 1 unknown, else 1 and
 * the group), its state, its error, and how many service plans are off and 1 (0: no source said), and
 * which. Every path says how long it is, so that none can be taken for a part of another. `numberOf` gives
 * the number of a text, from 1; the items are put into `items`, which is empty.
 */
export function assignmentItems(
  { skuId, paths }: Assignment,
  numberOf: (text: string) => number,
  items: number[],
): void {
  items.push(numberOf(skuId));
  for (const { via, state, error, disabledPlans } of paths) {
    if (via.kind === 'group') items.push(1 + numberOf(via.groupId));
    else items.push(via.kind === 'direct' ? 0 : 1);
    // an empty word says as little as none
    items.push(numberOf(state ?? ''), numberOf(error ?? ''));
    items.push(disabledPlans === null ? 0 : disabledPlans.length + 1);
    for (const plan of disabledPlans ?? []) items.push(numberOf(plan));
  }
}
