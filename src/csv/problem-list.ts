import type { ImportProblem } from '#users/import-problem.ts';

/** How many warnings are kept to be shown; the others are only counted. */
const KEPT = 200;

/** Collects warnings: the first ones whole, and how many there are. */
export class ProblemList {
  readonly #kept: ImportProblem[] = [];
  #count = 0;

  readonly add = (problem: ImportProblem): void => {
    this.#count++;
    if (this.#kept.length < KEPT) this.#kept.push(problem);
  };

  get kept(): readonly ImportProblem[] {
    return this.#kept;
  }

  get count(): number {
    return this.#count;
  }
}
