import { steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import { getCustomer } from '#store/customers.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { runOutcomes } from '#store/outcomes.ts';
import { refreshUnits } from '#store/refresh-units.ts';
import { noteRun } from '#store/runs.ts';
import type { RunRow } from '#store/sync-rows.ts';
import { GraphGet } from '#sync/graph-get.ts';
import type { Clock, Random } from '#sync/ports.ts';
import { ownedProducts } from '#sync/pull-products.ts';
import type { RunEnd } from '#sync/run-ports.ts';
import type { DrivePorts } from './drive.ts';
import { learn } from './learn.ts';

/** What the work after a run needs. */
export interface AfterRunPorts extends Pick<DrivePorts, 'wireOf'> {
  readonly db: SeatwiseDatabase;
  readonly clock: Clock;
  readonly random: Random;
}

/** Everything the customer owns, as its cloud tells it now; null where it does not say. */
async function ownedInCloud(
  { db, wireOf, clock, random }: AfterRunPorts,
  id: CustomerId,
): Promise<ReadonlyMap<SkuId, Product> | null> {
  const [customer, wire] = await Promise.all([getCustomer(db, id), wireOf(id)]);
  if (customer === null || wire === null) return null;
  const get = new GraphGet(wire, { clock, random, pace: steady, waits: () => undefined });
  const owned = await ownedProducts(get, customer.tenantId);
  if (!owned.ok) return null;
  return new Map(owned.value.map((product) => [product.skuId, product]));
}

/**
 * What follows a run: refusals become facts, and where it ended by itself the licenses in use are counted
 * against the cloud. That the cloud does not answer then changes nothing of what was done.
 */
export const afterRun =
  (ports: AfterRunPorts) =>
  async (run: RunRow, { kind }: RunEnd): Promise<void> => {
    const { customerId, id, learned } = run;
    const { db, clock } = ports;
    const news = await learn(db, customerId, await runOutcomes(db, customerId, id), clock.now());
    if (news > 0) await noteRun(db, run, { learned: learned + news });
    const inCloud = kind === 'done' ? await ownedInCloud(ports, customerId) : null;
    if (inCloud === null) return;
    await noteRun(db, run, { differs: await refreshUnits(db, customerId, inCloud) });
  };
