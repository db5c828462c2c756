import type { SequenceColumns } from '#base/sequence-list.ts';
import { assignmentItems, type AssignmentColumns } from './assignment-items.ts';
import type { LicenseSet } from './license-set.ts';

/** License sets in the order of their numbers, as they are stored: nothing in them points outside. */
export interface StoredSets extends AssignmentColumns {
  /** Of each set, numbers of `assignments`. */
  readonly sets: SequenceColumns;
}

/** How many sets these are. */
export const countSets = ({ sets }: StoredSets): number => sets.starts.length - 1;

function columnsOf(sequences: readonly (readonly number[])[]): SequenceColumns {
  const starts = new Uint32Array(sequences.length + 1);
  sequences.forEach(({ length }, i) => (starts[i + 1] = (starts[i] ?? 0) + length));
  return { starts, contents: Uint32Array.from(sequences.flat()) };
}

/** The sets as they are stored. Small, as it comes with the first screen: an older database needs it. */
export function storedSets(sets: readonly LicenseSet[]): StoredSets {
  const texts = new Map<string, number>();
  const known = new Map<string, number>();
  const assignments: number[][] = [];
  const numberIn = (map: Map<string, number>, text: string): number => {
    const number = map.get(text) ?? map.size + 1;
    map.set(text, number);
    return number;
  };
  const numbered = sets.map((set) =>
    set.map((assignment) => {
      const items: number[] = [];
      assignmentItems(assignment, (text) => numberIn(texts, text), items);
      const number = numberIn(known, items.join());
      assignments[number - 1] ??= items;
      return number - 1;
    }),
  );
  return {
    texts: [...texts.keys()],
    assignments: columnsOf(assignments),
    sets: columnsOf(numbered),
  };
}
