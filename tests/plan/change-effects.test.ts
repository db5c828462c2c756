import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SkuId } from '#licenses/ids.ts';
import { canonicalSet, type Assignment, type LicenseSet } from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { emptyDraft } from '#plan/draft.ts';
import { effectsOf } from '#plan/change-effects.ts';
import { readLocation } from '#users/usage-location.ts';
import { byGroup, direct, E3, E5, TEAMS, VISIO } from '../users/merge-records.ts';

const NL = readLocation('NL') ?? 0;
const DE = readLocation('DE') ?? 0;

const product = fc
  .tuple(fc.constantFrom(E3, E5, VISIO), fc.constantFrom('direct', 'off', 'group', 'both'))
  .map(([sku, how]): Assignment => {
    if (how === 'group') return byGroup(sku);
    const own = direct(sku, ...(how === 'off' ? [TEAMS] : []));
    return how === 'both' ? { skuId: sku, paths: [...own.paths, ...byGroup(sku).paths] } : own;
  });
const set = fc.uniqueArray(product, { selector: ({ skuId }) => skuId }).map(canonicalSet);
const location = fc.constantFrom(0, 1, NL, DE);
const user = fc.record({ from: set, to: set, at: location, then: location });

const holds = (sku: SkuId) => (one: LicenseSet) => one.some(({ skuId }) => skuId === sku);

describe('what a change planned', () => {
  it('counts what a walk over its users counts', () => {
    fc.assert(
      fc.property(fc.array(user, { maxLength: 40 }), (users) => {
        const sets = new LicenseSets();
        const columns = (pick: 'from' | 'to', place: 'at' | 'then') => ({
          licenses: Uint32Array.from(users, (one) => sets.intern(one[pick])),
          locations: Uint16Array.from(users, (one) => one[place]),
        });
        const before = columns('from', 'at');
        const after = columns('to', 'then');
        const partOf = new Uint32Array(users.length);
        const effects = effectsOf({ parts: [emptyDraft], partOf, before, after }, sets);
        const of = (list: typeof effects.assigned, sku: SkuId): number =>
          list.find(({ skuId }) => skuId === sku)?.users ?? 0;
        for (const sku of [E3, E5, VISIO]) {
          const has = holds(sku);
          expect(of(effects.assigned, sku)).toBe(
            users.filter(({ from, to }) => !has(from) && has(to)).length,
          );
          expect(of(effects.revoked, sku)).toBe(
            users.filter(({ from, to }) => has(from) && !has(to)).length,
          );
        }
        for (const [code, letters] of [[NL, 'NL'] as const, [DE, 'DE'] as const]) {
          expect(effects.locations.find((one) => one.location === letters)?.users ?? 0).toBe(
            users.filter(({ at, then }) => then === code && at !== code).length,
          );
        }
      }),
    );
  });

  it('is empty where nothing differs', () => {
    const sets = new LicenseSets();
    const same = {
      licenses: Uint32Array.of(sets.intern(canonicalSet([direct(E3)]))),
      locations: Uint16Array.of(NL),
    };
    const partOf = new Uint32Array(1);
    const nothing = effectsOf({ parts: [emptyDraft], partOf, before: same, after: same }, sets);
    expect(nothing).toEqual({
      swapped: [],
      assigned: [],
      revoked: [],
      keptByGroup: [],
      switched: [],
      locations: [],
    });
  });

  it('calls a swap one, where its part asked for it', () => {
    const sets = new LicenseSets();
    const e3 = sets.intern(canonicalSet([direct(E3)]));
    const e5 = sets.intern(canonicalSet([direct(E5)]));
    const locations = new Uint16Array(3);
    const swap = { from: E3, to: E5, decided: {}, ifUnknown: 'leaveOut' } as const;
    const effects = effectsOf(
      {
        parts: [{ ...emptyDraft, swaps: [swap] }, emptyDraft],
        partOf: Uint32Array.of(0, 0, 1),
        before: { licenses: Uint32Array.of(e3, e5, e3), locations },
        after: { licenses: Uint32Array.of(e5, e5, e5), locations },
      },
      sets,
    );
    expect(effects).toMatchObject({
      swapped: [{ from: E3, to: E5, users: 1 }],
      assigned: [{ skuId: E5, users: 1 }],
      revoked: [{ skuId: E3, users: 1 }],
    });
  });
});
