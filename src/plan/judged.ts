import type { Cause } from './change.ts';
import type { TouchEffect } from './touch-effects.ts';
import type { Issue } from '#rules/issue.ts';
import type { Severity } from '#rules/severity.ts';
import type { IssueGroup } from './preview.ts';

/** Users to whom the same happens. */
export interface JudgedCase {
  /** What happens to products, against what is planned today. */
  readonly effects: readonly TouchEffect[];
  /** Units are not a case's matter: nobody waits yet. */
  readonly kind: Exclude<Cause['kind'], 'waits'>;
}

/** The same of users of whom the rules also say the same. */
export interface ToldCase extends JudgedCase {
  /** Objects of the index's issue book. */
  readonly issues: readonly Issue[];
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

/** Issues with their users: blocking ones first, then those that concern most users. */
export const sortIssues = (users: ReadonlyMap<Issue, number>): IssueGroup[] =>
  Array.from(users, ([issue, count]) => ({ issue, users: count })).sort(
    (a, b) => RANK[a.issue.severity] - RANK[b.issue.severity] || b.users - a.users,
  );
