import { assignmentOf, groupsOf } from '#licenses/license-set.ts';
import { isSameDirectPath, type Work } from '#plan/operation.ts';
import { type AdminDeed, doDeed } from '#sandbox/cloud/admin-deed.ts';
import type { CloudUser } from '#sandbox/cloud/cloud-user.ts';
import { directOf } from '#sync/compare.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { objectIdOf } from '#users/ids.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { SampleClouds } from './sample-clouds.ts';

/** To how many users it is done at once. */
const AT_ONCE = 2;

/** True where the cloud has the user as it is known here, in what the plan touches: somebody whom nobody has met yet. */
function isAsKnown(user: CloudUser, { position, touches }: Work, { table }: CustomerData): boolean {
  return (
    user.displayName === table.texts.displayName[position] &&
    user.usageLocation === locationLetters(table.locations.baseline[position] ?? 0) &&
    touches.every(
      ({ skuId, before, groups }) =>
        before !== 'unknown' &&
        isSameDirectPath(directOf(user.licenses, skuId), before) &&
        groupsOf(assignmentOf(user.licenses, skuId)).length === groups?.length,
    )
  );
}

/**
 * Another administrator does something to two of these users (`works`: what is planned for whom) in the
 * cloud of a sample customer, about the first product that the plan touches. Gives to how many.
 */
export async function actInSandbox(
  clouds: SampleClouds,
  deed: AdminDeed,
  data: CustomerData,
  works: readonly Work[],
): Promise<number> {
  let done = 0;
  await clouds.change(data.customer.id, (tenant, now) => {
    for (const work of works) {
      if (done === AT_ONCE) return;
      const user = tenant.user(objectIdOf(work.userId) ?? '');
      if (user === undefined || !isAsKnown(user, work, data)) continue;
      const changed = doDeed(
        deed,
        { user, skuId: work.touches[0]?.skuId },
        { tenant, next: Math.random },
      );
      if (changed === null) continue;
      tenant.change(changed, now);
      done++;
    }
  });
  return done;
}
