import { steady } from '#base/pace.ts';
import { fail, ok } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import { handedWorks, type HandedPlanId } from '#handover/handed-plan.ts';
import type { Product } from '#licenses/product.ts';
import type { Work } from '#plan/operation.ts';
import { backup } from '#store/backup.ts';
import { removeCustomer } from '#store/edit-customers.ts';
import { wipe, type SeatwiseDatabase } from '#store/database.ts';
import { endHandover, endReached, type HandedOutcome } from '#store/end-handover.ts';
import { Handed, readHandovers, takeBack, usersHandedOver } from '#store/handovers.ts';
import { sendableWorks } from '#store/kept-back.ts';
import { loadCustomer } from '#store/load-customer.ts';
import { openBackup, restore } from '#store/restore.ts';
import { type Bring, writeBrought } from '#store/write-batch.ts';
import { writeHandover } from '#store/write-handover.ts';
import { readDelta } from '#store/pulls.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import type { ReadPorts } from '#sync/graph-get.ts';
import type { RemoteUser } from '#sync/ports.ts';
import { pullCustomer } from '#sync/pull-customer.ts';
import type { UserRecord } from '#users/user-record.ts';
import { broughtBy } from '#worker/cloud/pull.ts';
import type { UserId } from '#users/ids.ts';
import { batchOf, describeByPart, graphUser } from '../users/merge-records.ts';

/** Who and what the deeds are about. */
interface Deeded {
  readonly products: readonly Product[];
  /** In their order. */
  readonly users: readonly UserId[];
  /** Users for whom nothing is ever planned. */
  readonly others: readonly UserRecord[];
}

/** How a pull goes. */
export interface Pulling {
  readonly ports: Omit<ReadPorts, 'pace'>;
  /** Work that nothing else comes between. */
  readonly busy: (work: () => Promise<void>) => Promise<void>;
}

/** What people do with a customer beside planning and sending, on the real store. */
export class StoredDeeds {
  readonly #db: SeatwiseDatabase;
  readonly #id: CustomerId;
  readonly products: readonly Product[];
  readonly #users: readonly UserId[];
  readonly others: readonly UserRecord[];
  #told: readonly unknown[] | null = null;
  #handovers = 0;

  constructor(db: SeatwiseDatabase, id: CustomerId, { products, users, others }: Deeded) {
    this.#db = db;
    this.#id = id;
    this.products = products;
    this.#users = users;
    this.others = others;
  }

  /** The same, as Microsoft Graph tells them. */
  get othersTold(): readonly unknown[] {
    this.#told ??= this.others.map(({ objectId, userPrincipalName, displayName }) => ({
      id: objectId,
      userPrincipalName,
      displayName,
      usageLocation: 'NL',
      accountEnabled: true,
      userType: 'Member',
      assignedLicenses: [],
      licenseAssignmentStates: [],
    }));
    return this.#told;
  }

  /** Brings everybody from files, as `read` gives them when it is their turn. False where it was not allowed to, or came too late. */
  async bring(read: () => Promise<readonly RemoteUser[]>, now: () => number): Promise<boolean> {
    const readAt = now();
    return this.#write('files', now, async (pace, take) => {
      const users = await read();
      const records = users.map(({ userId, licenses, location }) =>
        graphUser(this.#users.indexOf(userId), {
          objectId: userId,
          licenses,
          usageLocation: location,
        }),
      );
      await take([...this.others, ...records], pace);
      return ok({
        batch: batchOf(null, { products: this.products, dataAt: readAt }),
        options: { wholeCustomer: true, describe: describeByPart },
        pulled: null,
      });
    });
  }

  /** Pulls the customer. */
  pull(wire: GraphWire, { ports, busy }: Pulling): Promise<boolean> {
    const { now } = ports.clock;
    return this.#write('cloud', now, async (pace, take) => {
      const memory = await readDelta(this.#db, this.#id);
      const start = { tenantId: null, hasUsers: true, memory };
      const pulled = await pullCustomer(wire, start, { ...ports, pace }, (users, each) =>
        busy(() => take(users, each)),
      );
      if (!pulled.ok) return fail(pulled.error);
      const subject = { origin: 'graph', defaultDomain: null, describe: describeByPart } as const;
      return ok(broughtBy(pulled.value, memory, subject));
    });
  }

  async #write<E>(from: 'files' | 'cloud', now: () => number, bring: Bring<E>): Promise<boolean> {
    const target = { kind: 'existing', id: this.#id, from } as const;
    const written = await writeBrought(this.#db, target, bring, { now, pace: steady });
    if (written.ok) await endReached(this.#db, this.#id, now());
    return written.ok;
  }

  backup(now: number): Promise<Blob> {
    return backup(this.#db, [this.#id], now, steady);
  }

  /** Puts a backup back: in the place of the customer, after it was removed, or after everything was wiped. */
  async restore(file: Blob, first: 'nothing' | 'remove' | 'wipe', now: number): Promise<void> {
    const db = this.#db;
    if (first === 'remove') await removeCustomer(db, this.#id, now);
    if (first === 'wipe') await wipe(db, now);
    const opened = await openBackup(file, null, now, steady);
    if (!opened.ok) throw new Error(`our own backup is ${opened.error.kind}`);
    const version = (await db.customers.get(this.#id))?.version;
    const replaces = new Map(version === undefined ? [] : [[this.#id, version]]);
    const done = await restore(db, opened.value, { replaces, settings: null, at: now });
    if (!done.ok) throw new Error('nobody moved it');
  }

  /** Hands over some of those who would be sent. */
  async handOver(isMeant: (user: UserId) => boolean, now: number): Promise<readonly Work[]> {
    const data = await loadCustomer(this.#db, this.#id);
    if (data === null) return [];
    const all = await sendableWorks(this.#db, data);
    const works = all.filter(({ userId }) => isMeant(userId));
    if (works.length === 0) return [];
    const shared = handedWorks(works);
    const row = {
      ...({ customerId: this.#id, kind: 'script', to: 'Bo', operator: 'Ada', at: now } as const),
      ...{ fileName: 'plan.ps1', fileHash: 'ab12', through: data.lastSequence },
      id: `00000000-0000-4000-8000-${String(this.#handovers++).padStart(12, '0')}` as HandedPlanId,
      works: shared.works,
      positions: Uint32Array.from(works, ({ position }) => position),
      workOf: Uint32Array.from(shared.workOf),
      handed: Uint8Array.from(works, () => Handed.out),
    };
    const written = await writeHandover(this.#db, row, data.customer.version);
    return written.ok ? works : [];
  }

  /** Everybody who is out is sent from here again. */
  async takeAllBack(): Promise<void> {
    for (const { id } of await readHandovers(this.#db, this.#id)) {
      await takeBack(this.#db, this.#id, id);
    }
  }

  /** Whoever is out has ended somewhere else, by what `tell` says of each. */
  async endAll(tell: (user: UserId) => HandedOutcome, now: number): Promise<void> {
    const data = await loadCustomer(this.#db, this.#id);
    if (data === null) return;
    for (const { id, positions, handed } of await readHandovers(this.#db, this.#id)) {
      const out = [...positions].filter((_, i) => handed[i] === Handed.out);
      const told = out.map(
        (position) => [position, tell((data.table.texts.id[position] ?? '') as UserId)] as const,
      );
      await endHandover(this.#db, { id: this.#id, handover: id, now }, new Map(told));
    }
  }

  /** What those who are handed over are to become. */
  async worksOut(): Promise<ReadonlyMap<UserId, Pick<Work, 'touches' | 'location'>>> {
    const data = await loadCustomer(this.#db, this.#id);
    const found = new Map<UserId, Pick<Work, 'touches' | 'location'>>();
    for (const { positions, handed, works, workOf } of await readHandovers(this.#db, this.#id)) {
      positions.forEach((position, i) => {
        const work = works[workOf[i] ?? 0];
        if (handed[i] !== Handed.out || work === undefined) return;
        found.set((data?.table.texts.id[position] ?? '') as UserId, work);
      });
    }
    return found;
  }

  /** Who is handed over. */
  async out(): Promise<ReadonlySet<UserId>> {
    const [data, positions] = await Promise.all([
      loadCustomer(this.#db, this.#id),
      usersHandedOver(this.#db, this.#id),
    ]);
    return new Set(positions.map((position) => (data?.table.texts.id[position] ?? '') as UserId));
  }
}
