import type { CustomerId } from '#customers/customer.ts';
import type { AdminDeed } from '#sandbox/cloud/admin-deed.ts';
import type { CloudMood } from '#sandbox/cloud/cloud-mood.ts';
import { sendableWorks } from '#store/kept-back.ts';
import type { Desk } from '#worker/desk.ts';
import { actInSandbox } from './act-in-sandbox.ts';
import { buyInSandbox } from './buy-in-sandbox.ts';
import type { Bought } from './cloud-types.ts';

/** How the sandbox behaves, what it sells, and what somebody else does in it. */
export function cloudCommands(desk: Desk) {
  const { db, clouds, customers } = desk;
  return {
    /** How the sandbox behaves for a sample customer. */
    cloudMood: (id: CustomerId) => clouds.moodOf(id),
    /** Makes the sandbox behave so, for every window. */
    setCloudMood: (id: CustomerId, mood: CloudMood) => clouds.setMood(id, mood),
    /**
     * Another administrator does this, now, to two of the users of a sample customer for whom something waits
     * to be sent and who are in the sandbox as they are known here. Gives to how many it was done.
     */
    async actInSandbox(id: CustomerId, deed: AdminDeed): Promise<number> {
      const { data } = await customers.open(id);
      return actInSandbox(clouds, deed, data, await sendableWorks(db, data));
    },
    /** Pretends to buy licenses for a sample customer: its cloud has them from now on, and so has this device. */
    async buyInSandbox(id: CustomerId, bought: readonly Bought[]): Promise<void> {
      await buyInSandbox(desk, (await customers.open(id)).data, bought);
    },
  };
}
