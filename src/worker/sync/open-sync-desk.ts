import type { CustomerId } from '#customers/customer.ts';
import { getCustomer } from '#store/customers.ts';
import { StoredOutbox } from '#store/outbox.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import { cloudOf } from '#worker/cloud/cloud-of.ts';
import type { Desk } from '#worker/desk.ts';
import { afterRun } from './after-run.ts';
import { SyncDesk, type SyncDeskPorts } from './sync-desk.ts';
import { WakingClock } from './waking-clock.ts';

/** What the world gives to a desk of syncs. */
export type SyncWorld = Pick<SyncDeskPorts, 'timers' | 'random' | 'life' | 'limits' | 'tell'>;

/** The desk of syncs over this worker's store and clouds. */
export function openSyncDesk(desk: Desk, world: SyncWorld): SyncDesk {
  const { db, customers } = desk;
  const { timers, random, life, limits } = world;
  const wireOf = async (id: CustomerId): Promise<GraphWire | null> => {
    const customer = await getCustomer(db, id);
    if (customer === null) return null;
    const { baseline, planned } = (await customers.open(id)).data.table.locations;
    // the permission to change users is asked for only where that is planned
    const setsLocations = planned.some((location, position) => location !== baseline[position]);
    return cloudOf(desk, customer, setsLocations ? 'syncLocations' : 'sync');
  };
  const clock = new WakingClock(timers);
  return new SyncDesk({
    ...world,
    db,
    wireOf,
    outboxOf: (id) => new StoredOutbox(db, id, life.owner, limits.leaseTime),
    afterRun: afterRun({ db, wireOf, clock, random }),
  });
}
