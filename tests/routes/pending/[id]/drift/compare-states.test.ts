import { describe, expect, it } from 'vitest';
import { compareStates } from '../../../../../src/routes/pending/[id]/drift/compare-states.ts';
import type { GroupId, SkuId } from '../../../../../src/licenses/ids.ts';
import type { UserId } from '../../../../../src/users/ids.ts';
import type { ConflictRow, StateView } from '../../../../../src/worker/outcomes/outcome-types.ts';
import type { HeldView } from '../../../../../src/worker/licenses/license-types.ts';

const held = (name: string, part: Partial<HeldView> = {}): HeldView => ({
  skuId: name as SkuId,
  ...{ name, skuPartNumber: name, direct: true, groups: [], pathUnknown: false },
  ...{ planned: 'same', servicePlansOff: [], errors: [] },
  ...part,
});
const state = (licenses: readonly HeldView[], usageLocation: string | null = 'DE'): StateView => ({
  licenses,
  usageLocation,
  locationKnown: true,
});
const row = (baseline: StateView, ours: StateView, theirs: StateView | null): ConflictRow => ({
  ...{ position: 1, userId: 'u1' as UserId, displayName: 'Ada', userPrincipalName: 'ada@x' },
  ...{ drifts: [], canApply: true, renamed: null, seenAt: 1, baseline, ours, theirs },
});

describe('three states side by side', () => {
  it('name only products that are not the same in all three', () => {
    const all = [held('E3'), held('Visio')];
    const { products, same } = compareStates(row(state([held('E3')]), state(all), state(all)));
    expect(products.map(({ name }) => name)).toEqual(['Visio']);
    expect(products[0]).toMatchObject({ baseline: null, ours: { name: 'Visio' } });
    expect(same).toBe(1);
  });

  it('tell apart how a product is held', () => {
    const group = held('E3', { direct: false, groups: [{ id: 'g' as GroupId, name: 'Sales' }] });
    const { products } = compareStates(
      row(state([held('E3')]), state([held('E3')]), state([group])),
    );
    expect(products).toHaveLength(1);
  });

  it('take a plan mark for no difference', () => {
    const ours = state([held('E3', { planned: 'changed' })]);
    expect(compareStates(row(state([held('E3')]), ours, state([held('E3')]))).products).toEqual([]);
  });

  it('show everything of a user who is deleted as gone', () => {
    const known = state([held('E3')]);
    const { products, isLocationDifferent } = compareStates(row(known, known, null));
    expect(products[0]).toMatchObject({ baseline: { name: 'E3' }, theirs: null });
    expect(isLocationDifferent).toBe(false);
  });

  it('tell a usage location that somebody else set', () => {
    const none = [held('E3')];
    const { isLocationDifferent } = compareStates(row(state(none), state(none), state(none, 'US')));
    expect(isLocationDifferent).toBe(true);
  });
});
