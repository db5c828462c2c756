import { expose } from 'comlink';
import { SeatwiseDatabase } from '#store/database.ts';
import { sweepUnfinished } from '#store/import-lease.ts';
import { whyClosed } from '#store/opening.ts';
import { usualLimits } from '#sync/limits.ts';
import {
  watchCloudMoods,
  watchCustomers,
  watchPresets,
  watchRules,
  type CustomerMove,
} from '#store/watch.ts';
import type { WorkerEvent } from './api.ts';
import { allCommands } from './commands.ts';
import type { Desk } from './desk.ts';
import { SampleClouds } from './cloud/sample-clouds.ts';
import { FirstPages } from './users/first-pages.ts';
import { Jobs, workOf } from './jobs/jobs.ts';
import { allJobs } from './jobs/all-jobs.ts';
import type { ReadImport } from './imports/customer-meanings.ts';
import { OpenCustomers } from './customers/open-customers.ts';
import { ListShelf } from './lists/list-shelf.ts';
import { Selections } from './selection/selections.ts';
import { openSyncDesk } from './sync/open-sync-desk.ts';
import { realTimers } from './sync/waking-clock.ts';
import { WindowLife, type Locks } from './sync/window-life.ts';
import { Tokens } from './sign-in/tokens.ts';

// typed by hand: this file is also checked where `self` is a window
declare const self: { postMessage(message: unknown): void };

const tell = (event: WorkerEvent): void => self.postMessage({ seatwise: event });
const now = (): number => Date.now();
/** Undefined where the page came over plain http from another machine. */
const { locks = null } = navigator as { readonly locks?: Locks };

const db = new SeatwiseDatabase('seatwise', (why) => tell({ kind: 'closed', why }));

const customers = new OpenCustomers(db, () => tell({ kind: 'damaged' }));
const selections = new Selections(db, now);
const lists = new ListShelf(db, now);
const firstPages = new FirstPages(db);
const tokens = new Tokens();
const clouds = new SampleClouds(db, now);
const imports = new Map<string, ReadImport>();
const desk: Desk = { db, customers, selections, lists, imports, firstPages, tokens, clouds, now };
const jobs = new Jobs(
  workOf(allJobs(desk)),
  (event) => tell({ kind: 'job', event }),
  () => performance.now(),
);

const syncs = openSyncDesk(desk, {
  timers: realTimers,
  random: { next: () => Math.random() },
  life: new WindowLife(locks, crypto.randomUUID()),
  limits: usualLimits,
  tell: (customerId) => tell({ kind: 'sync', customerId }),
});
syncs.follow();

const onMoves = async (moves: readonly CustomerMove[]): Promise<void> => {
  for (const { id, version } of moves) {
    if (version === null) customers.forget(id);
    else await customers.keepUp(id, version);
    tell({ kind: 'changed', customerId: id, version: version ?? 0 });
  }
};
watchCustomers(db, (moves) => void onMoves(moves));
watchRules(db, () => tell({ kind: 'rulesChanged' }));
watchCloudMoods(db, () => tell({ kind: 'cloudMoodChanged' }));
watchPresets(db, () => tell({ kind: 'presetsChanged' }));
void db.open().then(
  () => sweepUnfinished(db, now()),
  (error: unknown) => tell({ kind: 'closed', why: whyClosed(error) }),
);

expose(allCommands(desk, syncs, jobs));
