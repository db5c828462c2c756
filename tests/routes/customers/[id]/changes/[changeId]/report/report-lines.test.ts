import { describe, expect, it } from 'vitest';
import { groupId, servicePlanId, skuId } from '#licenses/ids.ts';
import { licenseLine } from '#routes/customers/[id]/changes/[changeId]/report/report-lines.ts';
import type { HeldView } from '#worker/view-types.ts';
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
    ['zh-Hans', 'Visio Plan 2，来自 组“Sales”、组“g2”，已关闭：Teams、Sway'],
    ['zh-Hant', 'Visio Plan 2，來自 群組「Sales」、群組「g2」，已關閉：Teams、Sway'],
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
