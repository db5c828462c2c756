import { sendableWorks } from '#store/sendable.ts';
import { actInSandbox } from './act-in-sandbox.ts';
import type { Commands, Desk } from '#worker/desk.ts';

/** How the sandbox behaves, and what somebody else does in it. */
export function cloudCommands({
  db,
  clouds,
  customers,
}: Desk): Pick<Commands, 'cloudMood' | 'setCloudMood' | 'actInSandbox'> {
  return {
    cloudMood: (id) => clouds.moodOf(id),
    setCloudMood: (id, mood) => clouds.setMood(id, mood),
    async actInSandbox(id, deed) {
      const { data } = await customers.open(id);
      return actInSandbox(clouds, deed, data, await sendableWorks(db, data));
    },
  };
}
