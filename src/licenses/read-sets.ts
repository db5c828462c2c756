import { eachSequence } from '#base/sequence-list.ts';
import { AssignmentNumbers } from './assignment-numbers.ts';
import type { LicenseSet } from './license-set.ts';
import type { StoredSets } from './stored-sets.ts';

/** Stored sets as objects; equal assignments are one. */
export function readSets(stored: StoredSets): LicenseSet[] {
  const assignments = new AssignmentNumbers();
  const numbers = assignments.take(stored);
  const items: number[] = [];
  return Array.from(eachSequence(stored.sets, items), () =>
    items.map((one) => assignments.at(numbers[one] ?? NaN)),
  );
}
