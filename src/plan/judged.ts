import type { Issue } from '#rules/issue.ts';
import type { Cause } from './change.ts';
import type { Effect } from './effect.ts';

/** Users who are alike in everything that is judged and counted. */
export interface JudgedCase {
  /** What happens to products, against what is planned today. */
  readonly effects: readonly Effect[];
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
