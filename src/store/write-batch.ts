import { partPace, uncounted, type Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { inTurns } from '#base/steps.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { BesideUsers, CustomerBatch, TakeUsers } from '#users/customer-batch.ts';
import type { Position } from '#users/ids.ts';
import { Merge, type Merged, type MergeOptions } from '#users/merge.ts';
import { UserFlag } from '#users/user-table.ts';
import { countPresent } from './blocks.ts';
import { openChanges } from './changes.ts';
import type { SeatwiseDatabase } from './database.ts';
import { ImportBlocks, type Importing } from './import-blocks.ts';
import { abandonLease, heartbeat, takeLease } from './import-lease.ts';
import { loadCustomer, refreshCustomer, type LoadedCustomer } from './load-customer.ts';
import { publishImport } from './publish-import.ts';
import { writtenSince, type PulledRows } from './pulls.ts';
import { foldedPlan } from './replan.ts';

const NOBODY: ReadonlySet<Position> = new Set();

/** Where an import goes; a new customer gets the id that the caller made. */
export type ImportTarget =
  | { readonly kind: 'existing'; readonly id: CustomerId }
  | { readonly kind: 'new'; readonly id: CustomerId; readonly name: string };

export interface WrittenBatch {
  readonly customerId: CustomerId;
  /** Users not gone. */
  readonly users: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  /** Of `users`: no source told all of their licenses. */
  readonly untold: number;
}

/** An import whose users were all taken. */
interface Prepared {
  /** What they were merged onto; null for a new customer. */
  readonly base: LoadedCustomer | null;
  readonly merge: Merge;
  readonly blocks: ImportBlocks;
  readonly ended: Brought;
}

export type WriteRefusal =
  /** Another import of this customer runs, or took this one's place while it stood still. */
  | { readonly kind: 'busy' }
  /** The customer is not, or no longer, on this device. */
  | { readonly kind: 'gone' };

/** A clock in ms, and the pace of what takes long. */
export interface Steering {
  readonly now: () => number;
  readonly pace: Pace;
}

/**
 * Imports a batch into a customer. Nothing of it is visible until the last transaction, which puts the
 * new blocks, license sets, products and the customer's row in place at once; `planned` is the new
 * baseline with the open changes folded onto it, those saved meanwhile too. When cancelled (`pace`
 * throws) or failed, nothing stays behind. `now` is a clock in ms; `pace` counts users.
 */
export function writeBatch(
  db: SeatwiseDatabase,
  target: ImportTarget,
  { batch, options }: { readonly batch: CustomerBatch; readonly options: MergeOptions },
  steering: Steering,
): Promise<Result<WrittenBatch, WriteRefusal>> {
  const bring = async (held: Pace, take: TakeUsers) => {
    if (batch.users !== null) await take(batch.users, held);
    return ok({ batch, options, pulled: null });
  };
  return writeBrought<never>(db, { ...target, from: 'files' }, bring, steering);
}

/** What is written into a customer beside the users that were taken. */
export interface Brought {
  readonly batch: BesideUsers;
  readonly options: MergeOptions;
  /** What a pull brought beside; null for files. */
  readonly pulled: PulledRows | null;
}

/** Where it goes. What we changed moments ago may not show yet in what the cloud says, and stays. */
export type BroughtInto = ImportTarget & { readonly from: 'files' | 'cloud' };

/** Brings the users to `take`, all at once or as they come, and then the rest. */
export type Bring<E> = (pace: Pace, take: TakeUsers) => Promise<Result<Brought, E>>;

/**
 * The same for a batch that takes long to come: the customer is reserved before `bring` is called, and
 * kept reserved, so that nothing but Saves is written between the reading and the end.
 */
export async function writeBrought<E>(
  db: SeatwiseDatabase,
  target: BroughtInto,
  bring: Bring<E>,
  { now, pace }: Steering,
): Promise<Result<WrittenBatch, WriteRefusal | E>> {
  const lease = await takeLease(db, target.id, now());
  if (lease === null) return fail({ kind: 'busy' });
  const heart = heartbeat(db, lease, now, pace);
  try {
    const end = await importInto({ db, lease, now }, target, bring, heart.pace);
    if (!end.ok) await abandonLease(db, lease);
    return end;
  } catch (error) {
    // where even this fails (a lost connection) the lease runs out and the rest is swept
    await abandonLease(db, lease).catch(() => undefined);
    throw error;
  } finally {
    heart.stop();
  }
}

interface Passes {
  /** For what comes before the first user. */
  readonly beforehand: (pace: Pace) => Pace;
  readonly nth: (pace: Pace, pass: 0 | 1 | 2, users: number) => Pace;
}

/**
 * Files are gone through three times: their users are merged, their texts written, then the plan. It is told
 * as one. A cloud tells itself how many users have come; that all of them came stays told while they are written.
 */
function passesOf(from: BroughtInto['from']): Passes {
  if (from === 'cloud') {
    const all = (pace: Pace, users: number) =>
      partPace(pace, { before: users, size: 0, total: users });
    return {
      beforehand: uncounted,
      nth: (pace, pass, users) => (pass < 2 ? pace : all(pace, users)),
    };
  }
  return {
    beforehand: uncounted,
    nth: (pace, pass, users) =>
      partPace(pace, { before: (pass * users) / 3, size: users / 3, total: users }),
  };
}

async function importInto<E>(
  importing: Importing,
  target: BroughtInto,
  bring: Bring<E>,
  pace: Pace,
): Promise<Result<WrittenBatch, WriteRefusal | E>> {
  const { db, now } = importing;
  const passes = passesOf(target.from);
  const base = await loadCustomer(db, target.id, passes.beforehand(pace));
  if (base === null && target.kind === 'existing') return fail({ kind: 'gone' });
  const written = target.from === 'files' ? NOBODY : await writtenSince(db, target.id, now());
  const merge = new Merge(base, written);
  const blocks = new ImportBlocks(importing, merge);
  let taken = 0;
  const brought = await bring(pace, async (users, held, meant) => {
    taken += users.length;
    await merge.take(users, passes.nth(held, 0, taken), meant);
    await blocks.writeSeen(passes.nth(held, 1, taken));
  });
  if (!brought.ok) return brought;
  const { pulled } = brought.value;
  const kept = pulled && (written.size > 0 ? { ...pulled, memory: pulled.ifPartial } : pulled);
  const ended = { ...brought.value, pulled: kept };
  const gone = target.from === 'files' ? Math.max(taken, merge.users.count) : taken;
  const last = passes.nth(pace, 2, gone);
  return putInPlace(importing, target, { base, merge, blocks, ended }, last);
}

/** Tries again from what is stored when a Save came in between. Users are where they were then. */
async function putInPlace(
  importing: Importing,
  target: ImportTarget,
  { base, merge, blocks, ended }: Prepared,
  pace: Pace,
): Promise<Result<WrittenBatch, WriteRefusal>> {
  const { db, lease, now } = importing;
  const { batch, options, pulled } = ended;
  const whyLost = async () => fail(await whyNot(db, target));
  for (;;) {
    const current = base === null ? null : await refreshCustomer(db, base);
    if (current?.revision !== base?.revision) return whyLost();
    const merged = await inTurns(merge.finish(current, batch, options), pace);
    const open = current === null ? [] : await openChanges(db, target.id);
    const plan = {
      ...(await inTurns(foldedPlan(merged, open), pace)),
      settledThrough: settledFor(merged, current),
    };
    if (!(await blocks.writeRest(plan, pace))) return whyLost();
    const name = target.kind === 'new' ? target.name : '';
    const ready = { lease, base: current, name, batch, merged, plan, pulled };
    const end = await publishImport(db, ready, now());
    if (end === 'lost') return whyLost();
    if (end === 'moved') continue;
    const { columns, added, changed, gone } = merged;
    const users = countPresent(columns.flags);
    return ok({ customerId: target.id, users, added, changed, gone, untold: countUntold(merged) });
  }
}

/** Users not gone of whom no source told all licenses. */
const countUntold = ({ columns: { flags, licenses }, sets }: Merged): number =>
  licenses.baseline.filter(
    (set, i) => ((flags[i] ?? 0) & UserFlag.gone) === 0 && sets.isUntold(set),
  ).length;

/** Users keep their positions; for a new one nothing has ended yet. */
function settledFor({ columns }: Merged, base: LoadedCustomer | null): Uint32Array {
  const settledThrough = new Uint32Array(columns.count);
  settledThrough.set(base?.settledThrough ?? []);
  return settledThrough;
}

async function whyNot(db: SeatwiseDatabase, target: ImportTarget): Promise<WriteRefusal> {
  const isGone = target.kind === 'existing' && (await db.customers.get(target.id)) === undefined;
  return { kind: isGone ? 'gone' : 'busy' };
}
