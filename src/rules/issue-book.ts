import { issueKey } from './issue-key.ts';
import type { Issue } from './issue.ts';

/**
 * Keeps one object per cause, so that issues can be counted and compared without looking into them.
 * Rules hand out only objects of the book.
 */
export class IssueBook {
  readonly #byKey = new Map<string, Issue>();
  readonly #byNumber = new Map<number, Issue>();

  /** The one object for this issue's cause. */
  enter(issue: Issue): Issue {
    const key = issueKey(issue);
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, issue);
    return known ?? issue;
  }

  /** The same for issues of which a number says the cause, so that a known one need not be made. */
  numbered(number: number, make: () => Issue): Issue {
    let issue = this.#byNumber.get(number);
    if (issue === undefined) {
      issue = this.enter(make());
      this.#byNumber.set(number, issue);
    }
    return issue;
  }
}
