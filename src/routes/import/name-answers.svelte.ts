import { SvelteMap } from 'svelte/reactivity';
import type { SkuId } from '#licenses/ids.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { nameKeyOf } from '#users/name-text.ts';
import type { NameMeaning } from '#worker/imports/import-types.ts';

/** What the person says that names in the files mean where they go. */
export class NameAnswers {
  readonly #said = new SvelteMap<string, SkuId>();
  #open = $state.raw<readonly string[] | null>(null);

  /** What was said, to be imported with the files. */
  get said(): readonly NameMeaning[] {
    return [...this.#said].map(([name, skuId]) => ({ name, skuId }));
  }

  /** The product that was said of a name; null: none. */
  of(name: string): SkuId | null {
    return this.#said.get(name) ?? null;
  }

  /** Says what a name means; null: nothing. */
  say(name: string, skuId: SkuId | null): void {
    if (skuId === null) this.#said.delete(name);
    else this.#said.set(name, skuId);
  }

  /** These names mean no one product where the files go, unless somebody says so. */
  ask(names: readonly string[]): void {
    this.#open = names.map(nameKeyOf);
  }

  /** What names mean at one customer is no matter of another. */
  forget(): void {
    this.#said.clear();
    this.#open = null;
  }

  /** True for what was told of a name that has its one product by now: what the customer owns says it, or the person. */
  isSettled(problem: ImportProblem): boolean {
    if (problem.kind !== 'unknownProduct' && problem.kind !== 'ambiguousProduct') return false;
    const key = nameKeyOf(problem.value);
    if ([...this.#said.keys()].some((name) => nameKeyOf(name) === key)) return true;
    return this.#open !== null && !this.#open.includes(key);
  }
}
