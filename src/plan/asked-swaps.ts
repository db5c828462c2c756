import { Standing, isPlannedFor, type Change } from './change.ts';
import type { Moves } from './change-sheet.ts';
import { countingSwaps, type Swap } from './draft.ts';
import { PairMemo } from './pair-memo.ts';

/** The swaps that the open changes ask for, of each of the users in the order in which they were saved. */
export function askedSwaps(
  changes: readonly Change[],
  users: Uint32Array,
): Pick<Moves, 'asked' | 'askedOf'> {
  const asked: (readonly Swap[])[] = [[]];
  const numberAt = new Map<number, number>();
  for (const change of changes) {
    const swaps = change.parts.map((part) => countingSwaps(part.swaps));
    if (swaps.every((some) => some.length === 0)) continue;
    const longer = new PairMemo();
    change.users.forEach((position, i) => {
      const part = change.partOf[i] ?? 0;
      const more = swaps[part] ?? [];
      if (more.length === 0 || change.standing[i] !== Standing.open) return;
      if (!isPlannedFor(change, i)) return;
      const number = numberAt.get(position) ?? 0;
      numberAt.set(
        position,
        longer.get(number, part, () => asked.push([...(asked[number] ?? []), ...more]) - 1),
      );
    });
  }
  return { asked, askedOf: users.map((position) => numberAt.get(position) ?? 0) };
}
