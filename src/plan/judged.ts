import type { Cause } from './change.ts';
import type { TouchEffect } from './touch-effects.ts';
import type { Issue } from '#rules/issue.ts';
import type { Severity } from '#rules/severity.ts';
import type { IssueGroup } from './preview.ts';

/** Users who are alike in everything that is judged and counted. */
export interface JudgedCase {
  /** What happens to products, against what is planned today. */
  readonly effects: readonly TouchEffect[];
  /** Objects of the index's issue book. */
  readonly issues: readonly Issue[];
  /** Units are not a case's matter: nobody waits yet. */
  readonly kind: Exclude<Cause['kind'], 'waits'>;
}

/** What is to happen to some users, judged: a draft expanded, or a change that leaves or rejoins the plan. */
export interface Judged {
  /** Positions of those still in the customer, in display order. */
  readonly users: Uint32Array;
  /** Index i: the case of `users[i]`. */
  readonly caseOf: Uint32Array;
  readonly cases: readonly JudgedCase[];
  /** Users per case. */
  readonly counts: Uint32Array;
}

const RANK: Readonly<Record<Severity, number>> = { blocking: 0, warning: 1, info: 2 };

/** The issues by cause: blocking ones first, then those that concern most users. */
export function groupIssues({ cases, counts }: Judged): IssueGroup[] {
  const groups = new Map<Issue, { issue: Issue; users: number }>();
  cases.forEach(({ issues }, i) => {
    const users = counts[i] ?? 0;
    for (const issue of issues) {
      const group = groups.get(issue);
      if (group === undefined) groups.set(issue, { issue, users });
      else group.users += users;
    }
  });
  return [...groups.values()].sort(
    (a, b) => RANK[a.issue.severity] - RANK[b.issue.severity] || b.users - a.users,
  );
}
