import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupId, skuId } from '#licenses/ids.ts';
import {
  assignmentOf,
  canonicalSet,
  changeablePath,
  directPath,
  groupsOf,
  heldIn,
  isCanonicalSet,
  setKey,
  withIdlePaths,
  type Assignment,
  type Path,
} from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { readSets } from '#licenses/read-sets.ts';
import { storedSets } from '#licenses/stored-sets.ts';
import { anySet as set } from './any-set.ts';

const shuffled = (some: readonly Assignment[]): Assignment[] =>
  [...some].reverse().map(({ paths, ...one }) => ({
    ...one,
    paths: [...paths]
      .reverse()
      .map((p) => ({ ...p, disabledPlans: p.disabledPlans && [...p.disabledPlans].reverse() })),
  }));

describe('a license set', () => {
  it('is the same in whatever order it is written down', () => {
    fc.assert(
      fc.property(set, (some) => {
        expect(canonicalSet(shuffled(some))).toEqual(canonicalSet(some));
      }),
    );
  });

  it('is told from one that is written down in another order, or twice', () => {
    const doubled = set.map((some) => [...some, ...some]);
    const plansTwice = set.map((some) =>
      some.map(({ skuId: sku, paths }) => ({
        skuId: sku,
        paths: paths.map((one) => ({
          ...one,
          disabledPlans: one.disabledPlans?.flatMap((plan) => [plan, plan]) ?? null,
        })),
      })),
    );
    fc.assert(
      fc.property(fc.oneof(set, set.map(shuffled), doubled, plansTwice), (some) => {
        const canonical = canonicalSet(some);
        expect(isCanonicalSet(some)).toBe(JSON.stringify(canonical) === JSON.stringify(some));
        expect(isCanonicalSet(canonical)).toBe(true);
      }),
    );
  });

  it('has the key of another only when both are equal', () => {
    fc.assert(
      fc.property(set, set, (one, other) => {
        const [a, b] = [canonicalSet(one), canonicalSet(other)];
        expect(setKey(a) === setKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('tells unknown service plans from none that are off', () => {
    const paths = (disabledPlans: Path['disabledPlans']): Assignment[] => [
      {
        skuId: skuId('a'),
        paths: [{ via: { kind: 'direct' }, disabledPlans, state: null, error: null }],
      },
    ];
    expect(setKey(canonicalSet(paths(null)))).not.toBe(setKey(canonicalSet(paths([]))));
  });

  it('joins what is said twice of one product, and drops products without a path', () => {
    const [direct, group] = (['direct', 'unknown'] as const).map((kind): Path => ({
      via: { kind },
      disabledPlans: [],
      state: null,
      error: null,
    }));
    const a = skuId('a');
    const joined = canonicalSet([
      { skuId: a, paths: [group!] },
      { skuId: skuId('b'), paths: [] },
      { skuId: a, paths: [direct!, direct!] },
    ]);
    expect(joined).toEqual([{ skuId: a, paths: [direct, group] }]);
    expect(directPath(assignmentOf(joined, a))).toEqual(direct);
    expect(changeablePath({ skuId: a, paths: [group!] })).toEqual(group);
    expect(groupsOf(assignmentOf(joined, skuId('b')))).toEqual([]);
  });
});

describe('what of a set is held', () => {
  const path = (via: Path['via'], state: string | null): Path => ({
    via,
    disabledPlans: [],
    state,
    error: null,
  });
  const direct = { kind: 'direct' } as const;
  const group = { kind: 'group', groupId: groupId('g') } as const;
  const a = skuId('a');
  const held = (...paths: Path[]): readonly Path[] | undefined =>
    assignmentOf(heldIn([{ skuId: a, paths }]), a)?.paths;

  it.each(['Active', 'ActiveWithError', '', null])('is what a path in state %j gives', (state) => {
    expect(held(path(group, state))).toEqual([path(group, state)]);
  });

  it('is nothing that failed, and beside it all that is given', () => {
    expect(held(path(group, 'Error'))).toBeUndefined();
    expect(held(path(direct, 'Active'), path(group, 'Error'))).toEqual([path(direct, 'Active')]);
  });

  it.each(['Disabled', 'PendingTomorrow'])(
    'is not known of the state %j, by which path',
    (state) => {
      const unknown = { via: { kind: 'unknown' }, disabledPlans: null, state: null, error: null };
      expect(held(path(direct, state))).toEqual([unknown]);
      expect(held(path(direct, state), path(group, 'Error'))).toEqual([unknown]);
      expect(held(path(direct, 'Active'), path(group, state))).toEqual([path(direct, 'Active')]);
    },
  );

  it('is told again with what failed, as long as nothing gives it', () => {
    fc.assert(
      fc.property(set.map(canonicalSet), (told) => {
        expect(withIdlePaths(heldIn(told), told)).toEqual(told);
      }),
    );
    const [failed, given] = [path(group, 'Error'), path(direct, 'Active')];
    const told = [{ skuId: a, paths: [given, failed] }];
    expect(withIdlePaths([], told)).toEqual([{ skuId: a, paths: [failed] }]);
    expect(withIdlePaths([{ skuId: a, paths: [given] }], [{ skuId: a, paths: [failed] }])).toEqual(
      told,
    );
    // what nobody knows of is over once it was revoked, and what failed directly once it is given
    expect(withIdlePaths([], [{ skuId: a, paths: [path(direct, 'Disabled')] }])).toEqual([]);
    expect(
      withIdlePaths([{ skuId: a, paths: [given] }], [{ skuId: a, paths: [path(direct, 'Error')] }]),
    ).toEqual([{ skuId: a, paths: [given] }]);
  });
});

describe('the sets of a customer', { timeout: 60_000 }, () => {
  it('have one number for equal content, whatever the order, and keep it', () => {
    fc.assert(
      fc.property(fc.array(set), (some) => {
        const sets = new LicenseSets();
        const numbers = some.map((one) => sets.intern(one));
        expect(some.map((one) => sets.intern(shuffled(one)))).toEqual(numbers);
        expect(numbers.map((number) => sets.told(number))).toEqual(some.map(canonicalSet));
        expect(numbers.map((number) => sets.at(number))).toEqual(
          some.map((one) => heldIn(canonicalSet(one))),
        );
        expect(sets.size).toBe(new Set([0, ...numbers]).size);
      }),
    );
  });

  it('come back from the store with the same numbers', () => {
    fc.assert(
      fc.property(fc.array(set), (some) => {
        const sets = new LicenseSets();
        const numbers = some.map((one) => sets.intern(one));
        const back = new LicenseSets(sets.since(0));
        expect(some.map((one) => back.intern(one))).toEqual(numbers);
      }),
    );
  });

  it('are stored from any number on, each part by itself, and the same as from objects', () => {
    fc.assert(
      fc.property(fc.array(set), fc.nat(), fc.nat(), (some, cut, again) => {
        const sets = new LicenseSets();
        for (const one of some) sets.intern(one);
        // numbers of assignments that no set has
        for (let n = 0; n < sets.size; n++) sets.at(n);
        const told = Array.from({ length: sets.size }, (_, number) => sets.told(number));
        const at = cut % (sets.size + 1);
        const [before, after] = [sets.since(0, at), sets.since(at)];
        expect([...before, ...after].flatMap(readSets)).toEqual(told);
        expect(after).toEqual(at === sets.size ? [] : [storedSets(told.slice(at))]);
        const back = new LicenseSets([...before, ...after]);
        expect(told.map((_, number) => back.told(number))).toEqual(told);
        expect(told.map((_, number) => back.at(number))).toEqual(told.map(heldIn));
        const other = told[again % told.length];
        expect(back.intern(other ?? [])).toBe(again % told.length);
      }),
    );
  });

  it('keep equal assignments as one object', () => {
    const held: Assignment = {
      skuId: skuId('a'),
      paths: [{ via: { kind: 'direct' }, disabledPlans: [], state: null, error: null }],
    };
    const sets = new LicenseSets();
    const alone = sets.intern([held]);
    const both = sets.intern([{ ...held }, { ...held, skuId: skuId('b') }]);
    expect(assignmentOf(sets.at(both), held.skuId)).toBe(sets.at(alone)[0]);
  });

  it('are told as columns of assignment numbers too', () => {
    fc.assert(
      fc.property(fc.array(set), (some) => {
        const sets = new LicenseSets();
        for (const one of some) sets.intern(one);
        const { starts, contents } = sets.columns();
        expect(starts.length).toBe(sets.size + 1);
        for (let number = 0; number < sets.size; number++) {
          const held = [...contents.subarray(starts[number], starts[number + 1])];
          expect(held.flatMap((one) => sets.heldOf(one) ?? [])).toEqual(sets.at(number));
        }
      }),
    );
  });

  it('start with the set that holds nothing, and know no other number', () => {
    const sets = new LicenseSets();
    expect(sets.intern([])).toBe(0);
    expect(() => sets.at(1)).toThrow(RangeError);
  });
});
