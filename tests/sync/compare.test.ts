import { describe, expect, it } from 'vitest';
import type { GroupId, ServicePlanId, SkuId } from '../../src/licenses/ids.ts';
import type { LicenseSet, Path } from '../../src/licenses/license-set.ts';
import type { DirectPath, OperationTouch } from '../../src/plan/operation.ts';
import { compare } from '../../src/sync/compare.ts';
import type { UserId } from '../../src/users/ids.ts';
import { LOCATION_NONE } from '../../src/users/usage-location.ts';

const SKU = 'b0000000-0000-4000-8000-000000000000' as SkuId;
const PLAN = 'c0000000-0000-4000-8000-000000000001' as ServicePlanId;
const [SALES, STAFF] = ['d1', 'd2'] as GroupId[] as [GroupId, GroupId];
const USER = 'ada' as UserId;

const direct: Path = {
  via: { kind: 'direct' },
  disabledPlans: [],
  state: 'Active',
  error: null,
};
const by = (groupId: GroupId, state = 'Active'): Path => ({
  ...direct,
  ...{ via: { kind: 'group', groupId }, state },
});

/** What is met where the work was planned beside groups, and these paths are there now. */
function met(touch: Pick<OperationTouch, 'before' | 'target' | 'groups'>, paths: readonly Path[]) {
  const licenses: LicenseSet = paths.length === 0 ? [] : [{ skuId: SKU, paths }];
  const work = { userId: USER, position: 0, touches: [{ skuId: SKU, ...touch }], location: null };
  return compare(work, { userId: USER, licenses, location: LOCATION_NONE });
}

const CHANGED = { kind: 'drift', drifts: [{ kind: 'licenseChanged', skuId: SKU }] };
const BEFORE = { kind: 'before', isPartly: false };

describe('what a group was to keep', () => {
  const revoked = { before: [], target: 'absent', groups: [SALES] } as const;

  it('is not taken away where the group gives it no longer, or failed since', () => {
    expect(met(revoked, [direct, by(SALES)])).toEqual(BEFORE);
    expect(met(revoked, [direct])).toEqual(CHANGED);
    expect(met(revoked, [direct, by(SALES, 'Error')])).toEqual(CHANGED);
  });

  it('nor where one of several groups is gone, whose services nobody may have counted twice', () => {
    const twice = { ...revoked, groups: [SALES, STAFF] };
    expect(met(twice, [direct, by(SALES), by(STAFF)])).toEqual(BEFORE);
    expect(met(twice, [direct, by(STAFF)])).toEqual(CHANGED);
  });

  it('nor is a service plan switched off that the group was to keep on', () => {
    const off: Pick<OperationTouch, 'before' | 'target' | 'groups'> = {
      ...revoked,
      target: [PLAN],
    };
    expect(met(off, [direct, by(SALES)])).toEqual(BEFORE);
    expect(met(off, [direct])).toEqual(CHANGED);
    expect(met({ ...off, before: 'unknown' }, [direct])).toEqual(CHANGED);
  });

  it('matters not where the change only gives, or is done already', () => {
    const on = { before: [PLAN] as DirectPath, target: [], groups: [SALES] };
    expect(met(on, [{ ...direct, disabledPlans: [PLAN] }])).toEqual(BEFORE);
    expect(met({ before: 'absent', target: [PLAN], groups: [SALES] }, [])).toEqual(BEFORE);
    expect(met(revoked, [])).toEqual({ kind: 'target' });
  });
});
