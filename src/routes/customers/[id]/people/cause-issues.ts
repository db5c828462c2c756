import { unreachable } from '#base/unreachable.ts';
import type { Cause } from '#plan/change.ts';
import type { Issue, IssueCode } from '#rules/issue.ts';
import type { Severity } from '#rules/severity.ts';

const order: Readonly<Record<Severity, number>> = { blocking: 0, warning: 1, info: 2 };

/**
 * The issues that explain what became of a user, the decisive ones first. Where nothing was planned,
 * what the plan would have brought with it is not said.
 */
export function decisiveIssues({ kind, issues }: Cause): readonly Issue[] {
  switch (kind) {
    case 'planned':
    case 'unchanged':
    case 'already':
      return issues.toSorted((a, b) => order[a.severity] - order[b.severity]);
    case 'notChanged':
    case 'waits':
      return issues.filter(({ severity }) => severity === 'blocking');
    default:
      return unreachable(kind);
  }
}

/** Of Microsoft Graph's `licenseAssignmentState.error`. */
const graphCodes: Readonly<Partial<Record<IssueCode, string>>> = {
  shortage: 'CountViolation',
  conflict: 'MutuallyExclusiveViolation',
  dependency: 'DependencyViolation',
  usageLocationProhibited: 'ProhibitedInUsageLocationViolation',
};

/** The code of Microsoft Graph that an issue can end with; null where it has none, or nothing is expected to be refused. */
export const codeOf = ({ code, severity }: Pick<Issue, 'code' | 'severity'>): string | null =>
  severity === 'info' ? null : (graphCodes[code] ?? null);
