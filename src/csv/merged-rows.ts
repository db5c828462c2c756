import { ok, type Result } from '#base/result.ts';
import type { RowRefusal } from '#users/row-refusal.ts';
import type { Ask, AssignmentList } from './assignment-list.ts';
import { mergeAsks } from './merge-asks.ts';
import { Refusals } from './refusals.ts';

/** Works out what the rows about one user ask together, once for each distinct content. */
export class MergedRows {
  readonly #list: AssignmentList;
  readonly #known = new Map<string, number>();
  /** By the request of a row that alone is about a user. */
  readonly #alone = new Map<number, number>();
  readonly #numbers = new Map<string, number>();
  /** What is asked together, each content once. */
  readonly contents: (readonly Ask[])[] = [];
  readonly duplicates = new Refusals();

  constructor(list: AssignmentList) {
    this.#list = list;
  }

  /**
   * The index in `contents` of what the rows (indices, ascending) from `start` to before `end` ask; the
   * refusal, if any, is that of a row that contradicts another.
   */
  contentOf(all: Uint32Array, start: number, end: number): Result<number, RowRefusal> {
    if (end - start !== 1) return this.#contentOf(all.subarray(start, end));
    const request = this.#list.rows.request[all[start] ?? 0] ?? 0;
    const known = this.#alone.get(request);
    if (known !== undefined) return ok(known);
    const content = this.#contentOf(all.subarray(start, end));
    if (content.ok) this.#alone.set(request, content.value);
    return content;
  }

  #contentOf(indices: Uint32Array): Result<number, RowRefusal> {
    const { rows, asks } = this.#list;
    const key = indices.map((index) => rows.request[index] ?? 0).join();
    const known = this.#known.get(key);
    if (known !== undefined) return ok(known);
    const merged = mergeAsks(this.#list, indices);
    if (!merged.ok) return merged;
    const content = this.#numberOf(merged.value.asks, asks);
    for (const duplicate of merged.value.duplicates) this.duplicates.add(duplicate);
    // duplicates are shown with their rows
    if (merged.value.duplicates.length === 0) this.#known.set(key, content);
    return ok(content);
  }

  #numberOf(asked: readonly number[], asks: readonly Ask[]): number {
    const key = asked.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.contents.length);
    return this.contents.push(asked.flatMap((ask) => asks[ask] ?? [])) - 1;
  }
}
