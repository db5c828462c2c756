import { expose } from 'comlink';
import { SeatwiseDatabase } from '#store/database.ts';
import { sweepUnfinished } from '#store/import-lease.ts';
import { usualLimits } from '#sync/limits.ts';
import {
  watchCloudMoods,
  watchCustomers,
  watchPresets,
  watchRules,
  type CustomerMove,
} from '#store/watch.ts';
import type { WorkerEvent } from './api.ts';
import { changeCommands } from './commands/change.ts';
import { cloudCommands } from './commands/cloud.ts';
import type { Commands, Desk } from './commands/commands.ts';
import { customerCommands } from './commands/customers.ts';
import { deviceCommands } from './commands/device.ts';
import { exportCommands } from './commands/exports.ts';
import { fillCommands } from './commands/fill.ts';
import { handoverCommands } from './commands/handover.ts';
import { historyCommands } from './commands/history.ts';
import { importCommands } from './commands/import.ts';
import { outcomeCommands } from './commands/outcomes.ts';
import { manageCommands } from './commands/manage.ts';
import { awaitedCommands } from './commands/awaited.ts';
import { listCommands } from './commands/list.ts';
import { reversalCommands } from './commands/reversal.ts';
import { rulesCommands } from './commands/rules.ts';
import { presetCommands } from './commands/presets.ts';
import { reportCommands } from './commands/report.ts';
import { retryCommands } from './commands/retry.ts';
import { saveCommands } from './commands/save.ts';
import { selectionCommands } from './commands/selection.ts';
import { signInCommands } from './commands/sign-in.ts';
import { syncCommands } from './commands/sync.ts';
import { undoCommands } from './commands/undo.ts';
import { userCommands } from './commands/users.ts';
import { SampleClouds } from './cloud/sample-clouds.ts';
import { FirstPages } from './first-pages.ts';
import { Jobs } from './jobs.ts';
import { jobWork } from './jobs/work.ts';
import { OpenCustomers } from './open-customers.ts';
import { ListShelf } from './list-shelf.ts';
import { Selections } from './selections.ts';
import { openSyncDesk } from './sync/open-sync-desk.ts';
import { realTimers } from './sync/waking-clock.ts';
import { WindowLife, type Locks } from './sync/window-life.ts';
import { Tokens } from './tokens.ts';

// typed by hand: this file is also checked where `self` is a window
declare const self: { postMessage(message: unknown): void };

const tell = (event: WorkerEvent): void => self.postMessage({ seatwise: event });
const now = (): number => Date.now();
/** Undefined where the page came over plain http from another machine. */
const { locks = null } = navigator as { readonly locks?: Locks };

const db = new SeatwiseDatabase();
const customers = new OpenCustomers(db);
const selections = new Selections(db, now);
const lists = new ListShelf(db, now);
const firstPages = new FirstPages(db);
const tokens = new Tokens();
const clouds = new SampleClouds(db, now);
const desk: Desk = { db, customers, selections, lists, firstPages, tokens, clouds, now };
const jobs = new Jobs(
  jobWork(desk),
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

const commands: Commands = {
  ...customerCommands(desk),
  ...userCommands(desk),
  ...selectionCommands(desk),
  ...listCommands(desk),
  ...importCommands(desk),
  ...awaitedCommands(desk),
  ...manageCommands(desk),
  ...fillCommands(desk),
  ...presetCommands(desk),
  ...saveCommands(desk),
  ...changeCommands(desk),
  ...reportCommands(desk),
  ...reversalCommands(desk),
  ...handoverCommands(desk),
  ...historyCommands(desk),
  ...exportCommands(),
  ...rulesCommands(desk),
  ...undoCommands(desk),
  ...syncCommands(desk, syncs),
  ...outcomeCommands(desk, syncs),
  ...retryCommands(desk),
  ...cloudCommands(desk),
  ...deviceCommands(desk),
  ...signInCommands(desk),
  start: (request) => jobs.start(request),
  cancel: (id) => jobs.cancel(id),
  jobs: () => jobs.list(),
};

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
void sweepUnfinished(db, now());

expose(commands);
