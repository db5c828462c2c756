import { describe, expect, it } from 'vitest';
import type { GroupId, ServicePlanId, SkuId } from '../../src/licenses/ids.ts';
import type { LicenseSet, Path } from '../../src/licenses/license-set.ts';
import type { KeptData } from '../../src/plan/kept-data.ts';
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
const BEFORE = { kind: 'before', done: [] };

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

describe('what another product was to keep', () => {
  const OTHER = 'b0000000-0000-4000-8000-000000000001' as SkuId;
  const THIRD = 'b0000000-0000-4000-8000-000000000002' as SkuId;
  const by = (skuId: SkuId) => ({ skuId, servicePlanId: PLAN });
  const keptBy = (...kept: KeptData['by']): KeptData[] => [{ isSure: true, by: kept }];
  const touch = { skuId: SKU, before: [], target: 'absent', groups: [] } as const;
  const held = (...paths: Path[]) => [{ skuId: OTHER, paths }];
  const user = (licenses: LicenseSet, touches: readonly OperationTouch[] = [touch]) => ({
    remote: { userId: USER, licenses, location: LOCATION_NONE },
    work: { userId: USER, position: 0, touches, location: null },
  });

  /** The product goes, which is there, beside what else is there. */
  function metBeside(others: LicenseSet, kept: readonly KeptData[], touches = [touch]) {
    const { remote, work } = user([{ skuId: SKU, paths: [direct] }, ...others], touches);
    return compare({ ...work, keptBy: kept }, remote);
  }
  const changed = (...skuIds: SkuId[]) => ({
    kind: 'drift',
    drifts: skuIds.map((skuId) => ({ kind: 'licenseChanged', skuId })),
  });

  it('is not taken away where that product is gone, failed, or has the service plan off', () => {
    expect(metBeside(held(direct), keptBy(by(OTHER)))).toEqual(BEFORE);
    expect(metBeside([], keptBy(by(OTHER)))).toEqual(changed(OTHER));
    expect(metBeside(held({ ...direct, state: 'Error' }), keptBy(by(OTHER)))).toEqual(
      changed(OTHER),
    );
    expect(metBeside(held({ ...direct, disabledPlans: [PLAN] }), keptBy(by(OTHER)))).toEqual(
      changed(OTHER),
    );
  });

  it('is enough where one of several keeps it', () => {
    const either = keptBy(by(OTHER), by(THIRD));
    expect(metBeside(held(direct), either)).toEqual(BEFORE);
    expect(metBeside([], either)).toEqual(changed(OTHER, THIRD));
  });

  it('is enough where only a group keeps it on', () => {
    const off = { ...direct, disabledPlans: [PLAN] };
    const group: Path = { ...direct, via: { kind: 'group', groupId: SALES } };
    expect(metBeside(held(off, group), keptBy(by(OTHER)))).toEqual(BEFORE);
  });

  it('has to be sure, where it was sure when it was reviewed', () => {
    const unsure = { ...direct, disabledPlans: null };
    expect(metBeside(held(unsure), keptBy(by(OTHER)))).toEqual(changed(OTHER));
    const [kept] = keptBy(by(OTHER)) as [KeptData];
    expect(metBeside(held(unsure), [{ ...kept, isSure: false }])).toEqual(BEFORE);
    expect(metBeside([], [{ ...kept, isSure: false }])).toEqual(changed(OTHER));
  });

  it('is kept by what the same request assigns, and not where that leaves it off', () => {
    const assigned = (target: DirectPath) =>
      [touch, { skuId: OTHER, before: 'absent', target, groups: [] }] as OperationTouch[];
    const beside = (target: DirectPath) => {
      const { remote, work } = user([{ skuId: SKU, paths: [direct] }], assigned(target));
      return compare({ ...work, keptBy: keptBy(by(OTHER)) }, remote);
    };
    expect(beside([])).toEqual(BEFORE);
    expect(beside([PLAN])).toEqual(changed(OTHER));
  });

  it('matters not where all is done already, also not without it', () => {
    const { remote, work } = user([]);
    expect(compare({ ...work, keptBy: keptBy(by(OTHER)) }, remote)).toEqual({ kind: 'target' });
  });
});
