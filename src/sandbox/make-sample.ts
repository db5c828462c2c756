import type { Pace } from '#base/pace.ts';
import { unreachable } from '#base/unreachable.ts';
import type { GroupId } from '#licenses/ids.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import type { UserRecord } from '#users/user-record.ts';
import { adversarialLicenses } from './adversarial-licenses.ts';
import { clinicGroups, clinicPeople, clinicStock } from './handwritten-stock.ts';
import { handwrittenUsers } from './handwritten-users.ts';
import { seededRandom, type Random } from './random.ts';
import { roleBundles } from './role-bundles.ts';
import { roleGroups } from './role-groups.ts';
import { RoleLicenses } from './role-licenses.ts';
import { roleStock } from './role-stock.ts';
import { roleUsers } from './role-users.ts';
import { sampleFacts } from './sample-facts.ts';
import { allGroupNames, groupNames, type SampleGroup } from './sample-group.ts';
import type { SampleSpec } from './sample-spec.ts';
import { countHolders, productFrom } from './stock.ts';

const DAY = 86_400_000;

/** A sample customer, ready to be stored like any import. */
export interface Sample {
  readonly spec: SampleSpec;
  readonly name: string;
  readonly batch: CustomerBatch;
  /** The names of all groups, also of those whose name the batch does not bring. */
  readonly groupNames: ReadonlyMap<GroupId, string>;
  /** Made-up facts that hold for this customer only. */
  readonly facts: readonly RuleFact[];
}

/**
 * Makes the customer of a spec: the same for the same spec and `now` (ms). Rests as `pace` asks,
 * counting users; throws `Cancelled` when told to stop.
 */
export async function makeSample(spec: SampleSpec, now: number, pace: Pace): Promise<Sample> {
  const random = seededRandom(spec.seed);
  const groups = spec.shape === 'handWritten' ? clinicGroups : roleGroups(random);
  const users = await usersOf(spec, groups, random, pace);
  const holders = countHolders(users);
  const stock = spec.shape === 'handWritten' ? clinicStock : roleStock(holders);
  return {
    spec,
    name: spec.name,
    batch: {
      origin: 'sample',
      tenantId: spec.tenantId,
      defaultDomain: spec.defaultDomain,
      dataAt: now - spec.ageDays * DAY,
      users,
      products: stock.map((one) => productFrom(one, holders)),
      groups: groupNames(groups),
    },
    groupNames: allGroupNames(groups),
    facts: sampleFacts(spec.id),
  };
}

async function usersOf(
  { shape, users, defaultDomain }: SampleSpec,
  groups: readonly SampleGroup[],
  random: Random,
  pace: Pace,
): Promise<UserRecord[]> {
  switch (shape) {
    case 'handWritten':
      return handwrittenUsers(clinicPeople, groups, defaultDomain, random);
    case 'roles': {
      const licenses = new RoleLicenses(roleBundles, groups, random);
      return roleUsers(
        users,
        { domain: defaultDomain, drawLicenses: (role) => licenses.draw(role), random },
        pace,
      );
    }
    case 'adversarial':
      return roleUsers(
        users,
        { domain: defaultDomain, drawLicenses: () => adversarialLicenses(random), random },
        pace,
      );
    default:
      return unreachable(shape);
  }
}
