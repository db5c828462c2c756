import type { Position } from './ids.ts';

/** What an import has done to a user; packed: its texts and flags are stored as they are. */
export const Mark = { seen: 1, added: 2, changed: 4, packed: 8 } as const;

const LEAST_ROOM = 1_024;

/** Marks of users, by position; beyond the end there are none. */
export class MergeMarks {
  #marks: Uint8Array;

  constructor(count: number) {
    this.#marks = new Uint8Array(count);
  }

  set(mark: number, position: Position): void {
    if (position >= this.#marks.length) this.#grow(position + 1);
    this.#marks[position] = (this.#marks[position] ?? 0) | mark;
  }

  unset(mark: number, position: Position): void {
    this.#marks[position] = (this.#marks[position] ?? 0) & ~mark;
  }

  /** True when everybody from position `from` to before `to` has that mark. */
  areAll(mark: number, from: Position, to: Position): boolean {
    for (let i = from; i < to; i++) if (((this.#marks[i] ?? 0) & mark) === 0) return false;
    return true;
  }

  /** How many users were added, and how many of those known before changed. */
  counts(): { added: number; changed: number } {
    let added = 0;
    let changed = 0;
    for (const mark of this.#marks) {
      if ((mark & Mark.added) !== 0) added++;
      else if ((mark & Mark.changed) !== 0) changed++;
    }
    return { added, changed };
  }

  #grow(least: number): void {
    const grown = new Uint8Array(Math.max(LEAST_ROOM, least, this.#marks.length * 2));
    grown.set(this.#marks);
    this.#marks = grown;
  }
}
