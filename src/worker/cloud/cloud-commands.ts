import type { CustomerId } from '#customers/customer.ts';
import type { AdminDeed } from '#sandbox/cloud/admin-deed.ts';
import type { CloudMood } from '#sandbox/cloud/cloud-mood.ts';
import { sendableWorks } from '#store/kept-back.ts';
import type { Desk } from '#worker/desk.ts';
import { actInSandbox } from './act-in-sandbox.ts';

/** How the sandbox behaves, and what somebody else does in it. */
export function cloudCommands({ db, clouds, customers }: Desk) {
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
  };
}
