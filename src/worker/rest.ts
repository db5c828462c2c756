import { sweepUnfinished } from '#store/import-lease.ts';
import { watchCloudMoods, watchPresets, watchRules } from '#store/watch.ts';
import type { CustomerMove } from '#store/watch-customers.ts';
import { usualLimits } from '#sync/limits.ts';
import { restCommands } from './commands.ts';
import { openDesk } from './desk.ts';
import { allJobs } from './jobs/all-jobs.ts';
import { Jobs, workOf } from './jobs/jobs.ts';
import type { Kernel } from './kernel.ts';
import { openSyncDesk } from './sync/open-sync-desk.ts';
import { realTimers } from './sync/waking-clock.ts';
import { WindowLife, type Locks } from './sync/window-life.ts';

/** Everything that the first screen does not wait for. */
export interface Rest {
  readonly commands: ReturnType<typeof restCommands>;
  /** Brings what is in memory up to customers that moved, here or in another window. */
  readonly keepUp: (moves: readonly CustomerMove[]) => Promise<void>;
}

/** Starts everything but the kernel, once for each worker: it goes on with syncs and tidies up at once. */
export function startRest(kernel: Kernel): Rest {
  const { db, now, tell } = kernel;
  const desk = openDesk(kernel, () => tell({ kind: 'damaged' }));
  const jobs = new Jobs(
    workOf(allJobs(desk)),
    (event) => tell({ kind: 'job', event }),
    () => performance.now(),
  );
  // undefined where the page came over plain http from another machine
  const { locks = null } = navigator as { readonly locks?: Locks };
  const syncs = openSyncDesk(desk, {
    timers: realTimers,
    random: { next: () => Math.random() },
    life: new WindowLife(locks, crypto.randomUUID()),
    limits: usualLimits,
    tell: (customerId) => tell({ kind: 'sync', customerId }),
  });
  syncs.follow();
  watchRules(db, () => tell({ kind: 'rulesChanged' }));
  watchCloudMoods(db, () => tell({ kind: 'cloudMoodChanged' }));
  watchPresets(db, () => tell({ kind: 'presetsChanged' }));
  void sweepUnfinished(db, now());
  return {
    commands: restCommands(desk, syncs, jobs),
    keepUp: async (moves) => {
      for (const { id, version } of moves) {
        if (version === null) desk.customers.forget(id);
        else await desk.customers.keepUp(id, version);
      }
    },
  };
}
