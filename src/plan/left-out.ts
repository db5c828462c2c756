import type { Issue } from '#rules/issue.ts';
import type { Expansion } from './expand.ts';

/** Users whom a blocking issue keeps out of a Save; shortages are the allotment's matter. */
export interface LeftOut {
  /** Positions, in display order. */
  readonly users: Uint32Array;
  /** Index i: the issues of `users[i]`, blocking and others. */
  readonly issues: readonly (readonly Issue[])[];
}

/** Names everybody who is kept out, before anything is saved. */
export function leftOutOf({ users, caseOf, cases }: Expansion): LeftOut {
  const isOut = cases.map(({ kind }) => kind === 'notChanged');
  const indexes: number[] = [];
  caseOf.forEach((number, i) => {
    if (isOut[number]) indexes.push(i);
  });
  return {
    users: Uint32Array.from(indexes, (i) => users[i] ?? 0),
    issues: indexes.map((i) => cases[caseOf[i] ?? 0]?.issues ?? []),
  };
}
