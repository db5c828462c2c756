import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unitUse } from '#licenses/unit-use.ts';

const units = (enabled: number, warning = 0) => ({ enabled, warning });

it('says what is owned, assigned and available so that the numbers add up, whatever is planned', () => {
  const numbers = fc.record({
    ...{ enabled: fc.nat(50), warning: fc.nat(50) },
    ...{ assignedNow: fc.nat(150), assignedThen: fc.nat(150), short: fc.nat(150) },
  });
  fc.assert(
    fc.property(numbers, ({ enabled, warning, assignedNow, assignedThen, short }) => {
      const owned = enabled + warning;
      const left = owned - assignedThen;
      const cloud = owned - assignedNow;
      const use = unitUse({ units: units(enabled, warning), cloud, left, short });
      if (use === null) throw new Error('all numbers are known');
      const { staying, coming, leaving, free, overdrawn } = use;
      expect(Object.values(use).every((value) => value >= 0)).toBe(true);
      expect(staying + coming + leaving + free).toBe(owned);
      expect(staying + coming + overdrawn).toBe(assignedThen);
      expect(leaving + free).toBe(Math.max(0, left));
      expect(staying + leaving).toBe(Math.min(owned, assignedNow));
      expect(Math.min(coming, leaving)).toBe(0);
      expect(use).toMatchObject({ owned, inGrace: warning, short });
    }),
  );
});

it('tells what the plan assigns and frees from what Microsoft 365 has', () => {
  const known = { units: units(10), cloud: 7, short: 0 };
  expect(unitUse({ ...known, left: 5 })).toMatchObject({ staying: 3, coming: 2, free: 5 });
  expect(unitUse({ ...known, left: 9 })).toMatchObject({ staying: 1, leaving: 2, free: 7 });
});

it('tells those who would wait from what is overdrawn already', () => {
  const use = unitUse({ units: units(1), cloud: -1, left: -1, short: 2 });
  expect(use).toMatchObject({ staying: 1, free: 0, overdrawn: 1, short: 2 });
});

it('takes unknown numbers for unknown, never for 0', () => {
  expect(unitUse({ units: null, cloud: null, left: null, short: 0 })).toBeNull();
  expect(unitUse({ units: units(5), cloud: null, left: null, short: 0 })).toBeNull();
});
