import { ok, type Result } from '#base/result.ts';
import type { AssignmentList } from './assignment-list.ts';
import { followAsks, type AskedProducts, type ListMode } from './list-mode.ts';
import { mergeAsks } from './merge-asks.ts';
import { Refusals, type RowRefusal } from './row-refusal.ts';

/** Works out what the rows about one user ask together, once for each distinct content. */
export class FollowedRows {
  readonly #list: AssignmentList;
  readonly #mode: ListMode;
  readonly #known = new Map<string, AskedProducts>();
  readonly duplicates = new Refusals();

  constructor(list: AssignmentList, mode: ListMode) {
    this.#list = list;
    this.#mode = mode;
  }

  /** What the rows (indices, ascending) ask; the refusal, if any, is that of a row that contradicts another. */
  ask(indices: readonly number[]): Result<AskedProducts, RowRefusal> {
    const { rows, asks, shape } = this.#list;
    const key = indices.map((index) => rows.request[index]).join();
    const known = this.#known.get(key);
    if (known !== undefined) return ok(known);
    const merged = mergeAsks(this.#list, indices);
    if (!merged.ok) return merged;
    const together = merged.value.asks.flatMap((ask) => asks[ask] ?? []);
    const asked = followAsks(together, this.#mode, shape === 'long');
    for (const duplicate of merged.value.duplicates) this.duplicates.add(duplicate);
    // duplicates are shown with their rows
    if (merged.value.duplicates.length === 0) this.#known.set(key, asked);
    return ok(asked);
  }
}
