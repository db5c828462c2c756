import type { Issue } from '#rules/issue.ts';
import type { Severity } from '#rules/severity.ts';
import type { Judged } from './judged.ts';
import type { IssueGroup } from './preview.ts';

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
