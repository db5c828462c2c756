import type { Issue } from '#rules/issue.ts';
import type { Cause, Change } from './change.ts';

/** Users for whom a Save plans nothing, by what keeps them as they are; null: they are as asked already. */
export interface Staying {
  readonly kind: Exclude<Cause['kind'], 'planned'>;
  readonly issue: Issue | null;
  readonly users: number;
}

/** The issues that keep users of a cause as they are. */
function keeping({ kind, issues }: Cause): readonly Issue[] {
  if (kind === 'already') return [];
  const isKept = ({ severity }: Issue): boolean =>
    (severity === 'blocking') === (kind !== 'unchanged');
  return issues.filter(isKept);
}

/**
 * Those who stay as they are, by cause, the largest first. Each user counts once: of several issues
 * under the one that keeps most users.
 */
export function whoStays({ causes, causeOf }: Pick<Change, 'causes' | 'causeOf'>): Staying[] {
  const usersOf = new Uint32Array(causes.length);
  for (const cause of causeOf) usersOf[cause] = (usersOf[cause] ?? 0) + 1;
  const keptBy = new Map<string, number>();
  const keyOf = (issue: Issue): string => JSON.stringify(issue);
  causes.forEach((cause, i) => {
    for (const issue of keeping(cause)) {
      keptBy.set(keyOf(issue), (keptBy.get(keyOf(issue)) ?? 0) + (usersOf[i] ?? 0));
    }
  });
  const staying = new Map<string, Staying>();
  causes.forEach((cause, i) => {
    const { kind } = cause;
    if (kind === 'planned') return;
    const [issue = null] = keeping(cause).toSorted(
      (a, b) => (keptBy.get(keyOf(b)) ?? 0) - (keptBy.get(keyOf(a)) ?? 0),
    );
    const key = `${kind} ${issue === null ? '' : keyOf(issue)}`;
    const users = (staying.get(key)?.users ?? 0) + (usersOf[i] ?? 0);
    if (users > 0) staying.set(key, { kind, issue, users });
  });
  return [...staying.values()].sort((a, b) => b.users - a.users);
}
