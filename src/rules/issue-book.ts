import type { Issue } from './issue.ts';

/**
 * Keeps one object per cause, so that issues can be counted and compared without looking into them.
 * Rules hand out only objects of the book.
 */
export class IssueBook {
  readonly #issues = new Map<string, Issue>();

  /** The one object for this issue's cause; each rule names the fields of its issues in one order. */
  enter(issue: Issue): Issue {
    const key = JSON.stringify(issue);
    const known = this.#issues.get(key);
    if (known === undefined) this.#issues.set(key, issue);
    return known ?? issue;
  }
}
