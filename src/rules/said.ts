import { addBit, addBits, isEmpty, noBits, type Bits } from './bits.ts';
import type { Issue } from './issue.ts';

/** An issue with the rows of which it is said, as bits. */
export interface Said {
  /** An object of the index's issue book. */
  readonly issue: Issue;
  readonly rows: Bits;
}

/** What rules say of rows, each issue once, in the order in which they were first said. */
export class Sayings {
  readonly #said = new Map<Issue, Bits>();
  readonly #size: number;

  /** `size`: how many rows there are. */
  constructor(size: number) {
    this.#size = size;
  }

  /** Says it of these rows; the issue is made where there are any. */
  say(rows: Bits, issue: () => Issue): void {
    if (!isEmpty(rows)) addBits(this.#rowsOf(issue()), rows);
  }

  sayOf(issue: Issue, row: number): void {
    addBit(this.#rowsOf(issue), row);
  }

  sayAll(said: readonly Said[]): void {
    for (const { issue, rows } of said) this.say(rows, () => issue);
  }

  all(): Said[] {
    return [...this.#said].map(([issue, rows]) => ({ issue, rows }));
  }

  #rowsOf(issue: Issue): Bits {
    let rows = this.#said.get(issue);
    if (rows === undefined) this.#said.set(issue, (rows = noBits(this.#size)));
    return rows;
  }
}
