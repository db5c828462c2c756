import { describe, expect, it } from 'vitest';
import { groupId, servicePlanId, skuId } from '#licenses/ids.ts';
import {
  licenseLine,
  markOf,
} from '#routes/customers/[id]/changes/[changeId]/report/report-lines.ts';
import type { UserHistoryEntry } from '#worker/history-types.ts';
import type { HeldView } from '#worker/license-types.ts';
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
  } as unknown as UserHistoryEntry;

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
