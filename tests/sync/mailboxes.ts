import type { SkuId } from '../../src/licenses/ids.ts';
import { heldIn } from '../../src/licenses/license-set.ts';
import { DataKeepers, isKept } from '../../src/plan/kept-data.ts';
import type { Work } from '../../src/plan/operation.ts';
import { landed } from '../../src/sync/landed.ts';
import type { RemoteUser } from '../../src/sync/ports.ts';
import { SERVICE_PLAN } from './people.ts';

const keepersOf = (skus: Iterable<SkuId>): DataKeepers =>
  new DataKeepers(
    Array.from(skus, (skuId) => ({
      ...{ skuId, skuPartNumber: '', name: null, appliesTo: null, capabilityStatus: null },
      ...{ units: null, unitsFrom: null },
      servicePlans: [
        { id: SERVICE_PLAN, partName: 'EXCHANGE_S_ENTERPRISE', appliesTo: 'User' as const },
      ],
    })),
  );

/** The work with what is to keep the mailbox, which every product has, of a user of whom this is known. */
export function withMailbox(work: Work, known: RemoteUser, skus: Iterable<SkuId>): Work {
  const { userId, position, touches, location } = work;
  const planned = landed(work, known);
  const content = keepersOf(skus).withKept({ touches, location }, known, planned);
  return { userId, position, ...content };
}

/** The products that were to keep the mailbox of a user, where none of them does. */
export function unkeptBy({ keptBy = [] }: Work, now: RemoteUser | null): readonly SkuId[] {
  const held = heldIn(now?.licenses ?? []);
  const lost = keptBy.filter((kept) => !isKept(kept, held));
  return lost.flatMap(({ by }) => by.map(({ skuId }) => skuId));
}
