import { describe, expect, it } from 'vitest';
import { groupId, servicePlanId, skuId } from '#licenses/ids.ts';
import { locales } from '#messages/locale.ts';
import { loadMessages } from '#messages/messages.ts';
import { issueText } from '#messages/issue-text.ts';
import type { Issue } from '#rules/issue.ts';
import type { FactId } from '#rules/rule-fact.ts';

const e3 = skuId('6fd2c87f-b296-42f0-b197-1e91e994b900');
const visio = skuId('38b434d2-a15e-4cde-9a98-e737c75623e1');
const exchange = servicePlanId('efb87545-963c-4e0d-99df-69c6916d9eb0');
const visioPlan = servicePlanId('663a804f-1c30-4ff0-9915-9db84f0d1cea');
const sales = groupId('5f2b2f0c-38a0-4f3c-8f5e-1f4e4d5a0001');
const nameless = groupId('5f2b2f0c-38a0-4f3c-8f5e-1f4e4d5a0002');
const factId = 'fact' as FactId;

const names = {
  products: { [e3]: 'Office 365 E3', [visio]: 'Visio Plan 2' },
  servicePlans: { [exchange]: 'Exchange Online', [visioPlan]: 'Visio web app' },
  groups: { [sales]: 'Sales-E3' },
};

const conflict = {
  code: 'conflict' as const,
  severity: 'blocking' as const,
  servicePlanIds: [exchange, visioPlan] as const,
  skuIds: [e3, visio] as const,
  factId,
};

const dependency = {
  code: 'dependency' as const,
  severity: 'warning' as const,
  skuId: visio,
  servicePlanId: visioPlan,
  requiresAnyOf: [exchange],
  factId,
};

const notAssignable = (
  ['company', 'suspended', 'lockedOut', 'deleted', 'selfService', 'unidentified'] as const
).map((reason): Issue => ({ code: 'notAssignable', severity: 'blocking', skuId: e3, reason }));
const inherited = (['locked', 'losesDirectOnly', 'servicePlansLocked'] as const).map(
  (effect): Issue => ({
    code: 'inherited',
    severity: 'info',
    skuId: e3,
    groupIds: [sales],
    effect,
  }),
);
const dataAtRisk = (['exchange', 'sharepoint', 'teams'] as const).map((service): Issue => ({
  code: 'dataAtRisk',
  severity: 'warning',
  service,
}));
const prohibited = [null, exchange].map((id) => ({
  code: 'usageLocationProhibited' as const,
  severity: 'blocking' as const,
  skuId: e3,
  servicePlanId: id,
  location: 'BN',
  factId,
}));

const every: readonly Issue[] = [
  { code: 'usageLocationMissing', severity: 'blocking' },
  { code: 'usageLocationUnknown', severity: 'warning' },
  ...prohibited,
  ...notAssignable,
  dependency,
  conflict,
  ...inherited,
  { code: 'maybeInherited', severity: 'warning', skuId: e3 },
  { code: 'servicePlansUnknown', severity: 'blocking', skuId: e3 },
  { code: 'switchedOn', severity: 'warning', from: e3, to: visio, off: exchange, on: exchange },
  { code: 'switchedOn', severity: 'warning', from: e3, to: visio, off: exchange, on: visioPlan },
  { code: 'unchecked', severity: 'warning', skuId: e3 },
  { code: 'licensesUntold', severity: 'warning', skuId: e3, isAssigned: true },
  { code: 'licensesUntold', severity: 'warning', skuId: e3, isAssigned: false },
  ...dataAtRisk,
  { code: 'shortage', severity: 'blocking', skuId: e3 },
];

describe.each(locales)('issues in %s', (locale) => {
  it('are told apart, in words and names, never with ids', async () => {
    const m = await loadMessages(locale);
    const said = every.map((issue) => issueText(issue, { m, names, country: () => 'Brunei' }));
    expect(new Set(said).size).toBe(every.length);
    for (const text of said) {
      expect(text).not.toMatch(/[0-9a-f]{8}-|undefined/);
      expect(text.length).toBeGreaterThan(5);
    }
  });

  it('never say the same of what blocks, what may be refused and what is only good to know', async () => {
    const m = await loadMessages(locale);
    for (const issue of [conflict, dependency, ...prohibited]) {
      const said = (['blocking', 'warning', 'info'] as const).map((severity) =>
        issueText({ ...issue, severity }, { m, names, country: () => 'Brunei' }),
      );
      expect(new Set(said).size).toBe(3);
    }
  });

  it('call a group without a name by its id', async () => {
    const m = await loadMessages(locale);
    const locked: Issue = {
      code: 'inherited',
      severity: 'info',
      skuId: e3,
      groupIds: [sales, nameless],
      effect: 'locked',
    };
    const text = issueText(locked, { m, names, country: () => '' });
    expect(text).toContain('Sales-E3');
    expect(text).toContain(nameless);
  });
});
