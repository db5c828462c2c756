// The smallest sample must let every kind of issue be met within a few clicks.
import { beforeAll, describe, expect, it } from 'vitest';
import { directPath, groupsOf } from '#licenses/license-set.ts';
import { available } from '#licenses/units.ts';
import type { Sample } from '#sandbox/make-sample.ts';
import { LOCATION_NONE } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';
import { enabledPlans, locationOf, productOf, sampleOf, usersOf } from './sample-reading.ts';

let clinic: Sample;
beforeAll(async () => {
  clinic = await sampleOf(25);
});

const left = (part: string): number => available(productOf(clinic, part).units!);

/** Users who hold the product, by which paths. */
const holders = (part: string): { user: UserRecord; direct: boolean; groups: number }[] => {
  const { skuId } = productOf(clinic, part);
  return usersOf(clinic).flatMap((user) => {
    const assignment = user.licenses?.find((one) => one.skuId === skuId);
    if (!assignment) return [];
    const direct = directPath(assignment) !== undefined;
    return [{ user, direct, groups: groupsOf(assignment).length }];
  });
};

/** Plans that stay on when the user loses a product. */
const plansWithout = (user: UserRecord, part: string): Set<string> => {
  const { skuId } = productOf(clinic, part);
  return enabledPlans(clinic, user.licenses?.filter((one) => one.skuId !== skuId) ?? []);
};

describe('the clinic', () => {
  it('has users without a usage location to assign something to', () => {
    const missing = usersOf(clinic).filter((user) => user.usageLocation === LOCATION_NONE);
    expect(missing.map(({ guest }) => guest)).toEqual([false, false, true]);
  });

  it('has somebody where phones are prohibited, and a phone to give', () => {
    const [fact] = clinic.facts;
    expect(fact?.relation).toMatchObject({ kind: 'prohibitedIn', location: 'AQ' });
    const there = usersOf(clinic).filter((user) => locationOf(user) === 'AQ');
    expect(there).toHaveLength(1);
    expect(left('MCOEV')).toBeGreaterThan(0);
    expect(productOf(clinic, 'MCOEV').servicePlans?.map(({ id }) => id)).toContain(
      fact?.relation.kind === 'prohibitedIn' && fact.relation.subject.id,
    );
  });

  it('has frontline users to conflict with, and full mailboxes to give', () => {
    const frontline = holders('SPE_F1').filter(({ user }) =>
      enabledPlans(clinic, user.licenses).has('EXCHANGE_S_DESKLESS'),
    );
    expect(frontline.length).toBeGreaterThan(1);
    expect(left('SPE_E3')).toBeGreaterThan(0);
    expect(clinic.facts[1]).toMatchObject({
      severity: 'blocking',
      relation: { kind: 'excludes' },
      scope: { kind: 'customer', id: 'sample-clinic' },
    });
  });

  it('owns a product for the whole company and a suspended one that somebody holds', () => {
    expect(productOf(clinic, 'SHAREPOINTSTORAGE').appliesTo).toBe('Company');
    const suspended = productOf(clinic, 'PBI_PREMIUM_PER_USER');
    expect(suspended).toMatchObject({
      capabilityStatus: 'Suspended',
      units: { enabled: 0, suspended: 3, consumed: 1 },
    });
  });

  it('has a product that comes from a group: locked for some, with a direct copy for another', () => {
    const ems = holders('EMS');
    expect(ems.every(({ groups }) => groups === 1)).toBe(true);
    expect(ems.filter(({ direct }) => !direct).length).toBeGreaterThan(1);
    expect(ems.filter(({ direct }) => direct)).toHaveLength(1);
  });

  it('has a dependency that breaks when a product goes, and one that is missing when one comes', () => {
    const leaning = holders('PROJECTPROFESSIONAL').filter(({ user }) => {
      const after = plansWithout(user, 'SPE_E3');
      return after.has('SHAREPOINT_PROJECT') && !after.has('SHAREPOINTENTERPRISE');
    });
    expect(leaning.map(({ user }) => user.displayName)).toEqual(['Zoë van der Meer']);
    expect(enabledPlans(clinic, leaning[0]!.user.licenses).has('SHAREPOINTENTERPRISE')).toBe(true);
    const mailOnly = usersOf(clinic).find(({ displayName }) => displayName === 'Reception');
    const plans = enabledPlans(clinic, mailOnly!.licenses);
    expect([plans.has('MCOSTANDARD'), plans.has('TEAMS1'), locationOf(mailOnly!)]).toEqual([
      false,
      false,
      'SE',
    ]);
    expect(left('MCOMEETADV')).toBeGreaterThan(0);
  });

  it('has too few of a product for all who lack it', () => {
    const lacking = usersOf(clinic).length - holders('SPE_E3').length;
    expect(left('SPE_E3')).toBe(2);
    expect(lacking).toBeGreaterThan(left('SPE_E3') + 5);
  });

  it('has people who would lose their only mailbox', () => {
    const losing = holders('SPE_E3').filter(
      ({ user, direct }) =>
        direct &&
        ![...plansWithout(user, 'SPE_E3')].some((plan) => /^EXCHANGE_S_(ENT|STA|DES)/.test(plan)),
    );
    expect(losing.length).toBeGreaterThan(4);
  });

  it('has products with none left, fewer than none, and all in grace', () => {
    expect([left('VISIOCLIENT'), left('ENTERPRISEPACK'), left('EXCHANGEENTERPRISE')]).toEqual([
      0, 0, -1,
    ]);
    expect(productOf(clinic, 'POWER_BI_PRO')).toMatchObject({
      capabilityStatus: 'Warning',
      units: { enabled: 0, warning: 5 },
    });
    expect(left('POWER_BI_PRO')).toBeGreaterThan(0);
  });
});
