import { onTestFinished } from 'vitest';
import { steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Draft } from '#plan/draft.ts';
import { catalogPart } from '#sandbox/catalog-part.ts';
import { makeSample, type Sample } from '#sandbox/make-sample.ts';
import { sampleCustomers } from '#sandbox/sample-spec.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { watchCustomers } from '#store/watch-customers.ts';
import { writeBatch } from '#store/write-batch.ts';
import { usualLimits } from '#sync/limits.ts';
import { outcomeCommands } from '#worker/outcomes/outcome-commands.ts';
import { retryCommands } from '#worker/outcomes/retry-commands.ts';
import { rulesCommands } from '#worker/rules/rule-commands.ts';
import { syncCommands } from '#worker/sync/sync-commands.ts';
import { catalog } from '#licenses/catalog.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import { openSyncDesk } from '#worker/sync/open-sync-desk.ts';
import type { Timers } from '#worker/sync/waking-clock.ts';
import { WindowLife, type Locks } from '#worker/sync/window-life.ts';
import { openDesk } from '../desk.ts';
import { loaded, openStore, saved } from '../../store/open-store.ts';
import { settle, type HandClock } from './hand-clock.ts';

export const HARBOR = 'sample-logistics' as CustomerId;
/** Free for everybody. */
export const FLOW = catalogPart('FLOW_FREE').skuId;
export const VISIO = catalogPart('VISIOCLIENT').skuId;
/** Seven are left; the cloud gives it to nobody who has Visio, which the planner does not know. */
export const PROJECT = catalogPart('PROJECTPROFESSIONAL').skuId;

/** The browser's locks, which windows hold for their lives. */
export class FakeLocks implements Locks {
  readonly held = new Set<string>();

  request(name: string): Promise<unknown> {
    this.held.add(name);
    return new Promise(() => undefined);
  }

  query() {
    return Promise.resolve({ held: [...this.held].map((name) => ({ name })) });
  }

  /** The window of that owner is closed. */
  release(owner: string): void {
    for (const name of this.held) if (name.endsWith(` ${owner}`)) this.held.delete(name);
  }
}

let made: Promise<Sample> | null = null;

/** Harborlight as of the time 0, made once: it is the same every time. */
function harbor(): Promise<Sample> {
  const spec = sampleCustomers().find(({ id }) => id === HARBOR);
  if (spec === undefined) throw new Error('no sample');
  return (made ??= makeSample(spec, 0, steady));
}

/** A device with Harborlight on it. */
export async function harborOn(clock: HandClock): Promise<SeatwiseDatabase> {
  const db = openStore();
  const { name, batch: atZero } = await harbor();
  const batch = { ...atZero, dataAt: atZero.dataAt + clock.now() };
  const options = { wholeCustomer: true, describe: describeBy(catalog) };
  const target = { kind: 'new', id: HARBOR, name } as const;
  await writeBatch(db, target, { batch, options }, { now: clock.now, pace: steady });
  return db;
}

/** A window on the device, closed after the test: its desk, its syncs and their commands. */
export function openWindow(
  db: SeatwiseDatabase,
  clock: HandClock,
  locks: FakeLocks,
  owner: string,
) {
  const desk = openDesk(db, clock.now);
  const told: CustomerId[] = [];
  let isDead = false;
  const timers: Timers = {
    now: clock.now,
    steady: clock.steady,
    after: (ms, then) => clock.after(ms, () => (isDead ? undefined : then())),
  };
  const syncs = openSyncDesk(desk, {
    timers,
    random: { next: () => 0.5 },
    limits: usualLimits,
    life: new WindowLife(locks, owner),
    tell: (id) => told.push(id),
  });
  const unfollow = syncs.follow();
  const unwatch = watchCustomers(db, (moves) => {
    for (const { id, version } of moves) {
      if (version !== null) void desk.customers.keepUp(id, version);
    }
  });
  const commands = {
    ...syncCommands(desk, syncs),
    ...outcomeCommands(desk, syncs),
    ...retryCommands(desk),
  };
  const start = async (operator = 'Ada') => {
    const { version } = await commands.syncReview(HARBOR, 'en');
    return commands.startSync([HARBOR], { [HARBOR]: version }, operator);
  };
  const run = () => commands.run(HARBOR, null);
  const rules = rulesCommands(desk);
  /** The window is closed while it waits: nothing of it goes on, and the browser knows. */
  const close = (): void => {
    isDead = true;
    unfollow();
    unwatch();
    locks.release(owner);
  };
  onTestFinished(async () => {
    close();
    await settle();
  });
  return { desk, syncs, told, close, commands, rules, start, run };
}

/** Positions of users with a usage location whose licenses are as asked for. */
export async function usersWhere(
  db: SeatwiseDatabase,
  isWanted: (held: ReadonlySet<SkuId>) => boolean,
  count: number,
): Promise<number[]> {
  const { table, sets } = await loaded(db, HARBOR);
  return Array.from({ length: table.count }, (_, position) => position)
    .filter((position) => {
      const held = sets.at(table.licenses.baseline[position] ?? 0);
      const isLocated = (table.locations.baseline[position] ?? 0) > 255;
      return isLocated && isWanted(new Set(held.map(({ skuId }) => skuId)));
    })
    .slice(0, count);
}

/** A Save for these users. */
export const plan = (
  db: SeatwiseDatabase,
  users: readonly number[],
  draft: Draft,
  changeId = 'change-1',
) => saved(db, HARBOR, users, draft, changeId);
