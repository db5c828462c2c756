import { expect, it } from 'vitest';
import { codeOf } from '#routes/customers/[id]/people/cause-issues.ts';
import { issueCodes, type IssueCode } from '#rules/issue.ts';

it('shows codes of Microsoft beside the words of an issue, and never our own', () => {
  const shown = (Object.keys(issueCodes) as IssueCode[]).map((code) => codeOf({ code }));
  expect(shown.filter((code) => code !== null).toSorted()).toEqual([
    'CountViolation',
    'DependencyViolation',
    'MutuallyExclusiveViolation',
    'ProhibitedInUsageLocationViolation',
  ]);
});
