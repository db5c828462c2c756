import { describe, expect, it } from 'vitest';
import { groupId, servicePlanId, skuId } from '#licenses/ids.ts';
import {
  isLeftAsBefore,
  licenseLine,
  markOf,
  stateLines,
} from '#routes/customers/[id]/changes/[changeId]/report/report-lines.ts';
import type { UserChange } from '#worker/history/history-types.ts';
import type { HeldView } from '#worker/licenses/license-types.ts';
import type { ReportRow } from '#worker/changes/report-types.ts';
import { languages } from '../../../../../../messages/texts.ts';

const plan = (name: string) => ({
  ...{ id: servicePlanId(name), name, partName: name, switchable: true },
});

const held: HeldView = {
  ...{ skuId: skuId('a'), name: 'Visio Plan 2', skuPartNumber: 'VISIOCLIENT', direct: true },
  ...{ groups: [], pathUnknown: false, planned: 'same', servicePlansOff: [], errors: [] },
};
const groups = [
  { id: groupId('g1'), name: 'Sales' },
  { id: groupId('g2'), name: null },
];

describe('a license in the report', () => {
  it.each([
    ['en', 'Visio Plan 2, from group Sales, group g2, off: Teams, Sway'],
    ['zh-Hans', 'Visio Plan 2，来自组“Sales”、组“g2”，已关闭：Teams、Sway'],
    ['zh-Hant', 'Visio Plan 2，來自群組「Sales」、群組「g2」，已關閉：Teams、Sway'],
  ])('says in %s where it is from and what of it is off', (locale, line) => {
    const m = languages[locale]!;
    const off = { ...held, groups, servicePlansOff: [plan('Teams'), plan('Sway')] };
    expect(licenseLine(off, m)).toBe(line);
    expect(licenseLine(held, m)).toBe('Visio Plan 2');
  });

  it('says nothing of service plans that no source gave', () => {
    expect(licenseLine({ ...held, servicePlansOff: null }, languages['en']!)).toBe('Visio Plan 2');
  });
});

describe('the mark of a license in the report', () => {
  const [kept, lost, gained, switched] = ['k', 'l', 'g', 's'].map((id) => ({
    ...held,
    skuId: skuId(id),
  })) as [HeldView, HeldView, HeldView, HeldView];
  const entry = {
    licensesBefore: [kept, lost, switched],
    row: {
      ...{ lost: [lost], gained: [gained], changed: [switched], keptByGroup: [] },
      licensesAfter: [kept, gained, switched],
    },
  } as unknown as UserChange;

  it('says what is taken away before, and what is given after', () => {
    const { licensesBefore, row } = entry;
    expect(licensesBefore.map((one) => markOf(one, entry, licensesBefore))).toEqual([
      ...[null, '− ', ''],
    ]);
    expect(row.licensesAfter.map((one) => markOf(one, entry, row.licensesAfter))).toEqual([
      ...[null, '+ ', ''],
    ]);
  });
});

describe('the state of a user in the report', () => {
  const said = (outcome: string | null, ...reasons: string[]): ReportRow =>
    ({
      ...{ reasons, licensesBefore: [] },
      row: {
        standing: outcome === null ? 'planned' : 'ended',
        outcome: outcome && { kind: outcome, runId: 'run' },
        cause: {
          kind: 'planned',
          issues: [{ code: 'usageLocationMissing', severity: 'blocking' }],
        },
      },
    }) as unknown as ReportRow;
  const words = {
    ...{ m: languages['en']!, country: (letters: string) => letters },
    names: { products: {}, servicePlans: {}, groups: {} } as never,
  };

  it('warns of what may come before the sync, and gives its reasons afterwards', () => {
    const [state, ...warnings] = stateLines(said(null), words);
    expect(state).toBe('Planned');
    expect(warnings).toHaveLength(1);
    expect(stateLines(said('applied'), words)).toEqual(['Applied']);
    expect(stateLines(said('rejected', 'Too few.'), words)).toEqual(['Rejected', 'Too few.']);
  });

  it('shows as left as it was only whom Microsoft 365 took nothing for', () => {
    expect([null, 'applied', 'already', 'conflict'].some((one) => isLeftAsBefore(said(one)))).toBe(
      false,
    );
    expect(['rejected', 'cancelled'].every((one) => isLeftAsBefore(said(one)))).toBe(true);
  });
});
