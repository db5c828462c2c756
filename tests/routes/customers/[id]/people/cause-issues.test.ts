import { expect, it } from 'vitest';
import { codeOf } from '#routes/customers/[id]/people/cause-issues.ts';
import { issueCodes, type IssueCode } from '#rules/issue.ts';

it('shows codes of Microsoft beside the words of an issue, and never our own', () => {
  const codes = Object.keys(issueCodes) as IssueCode[];
  const shown = codes.map((code) => codeOf({ code, severity: 'warning' }));
  expect(shown.filter((code) => code !== null).toSorted()).toEqual([
    'CountViolation',
    'DependencyViolation',
    'MutuallyExclusiveViolation',
    'ProhibitedInUsageLocationViolation',
  ]);
  expect(codes.filter((code) => codeOf({ code, severity: 'info' }) !== null)).toEqual([]);
});
