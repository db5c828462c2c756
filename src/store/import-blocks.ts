import type { Pace } from '#base/pace.ts';
import type { Merge } from '#users/merge.ts';
import {
  BLOCK_SIZE,
  BLOCKS_AT_ONCE,
  blockCount,
  licenseBlock,
  rangeOf,
  userBlock,
  type PlanColumns,
} from './blocks.ts';
import type { SeatwiseDatabase } from './database.ts';
import { holdLease, type ImportLease } from './import-lease.ts';
import type { LicenseBlockRow, UserBlockRow } from './rows.ts';

/** Blocks of texts written per transaction; of the plan, which is much smaller, `BLOCKS_AT_ONCE`. */
const AT_ONCE = 4;

/** An import that holds its lease. */
export interface Importing {
  readonly db: SeatwiseDatabase;
  readonly lease: ImportLease;
  /** A clock in ms. */
  readonly now: () => number;
}

/**
 * The blocks of one import, under its lease's revision, which nobody else reads yet. Texts are written
 * while other users still come, as soon as everybody in a block was seen. One transaction at a time is
 * under way, and the next blocks are packed meanwhile.
 */
export class ImportBlocks {
  readonly #importing: Importing;
  readonly #users: Merge['users'];
  /** The first block that was never written. */
  #next = 0;
  /** False when the lease was lost. */
  #before = Promise.resolve(true);

  constructor(importing: Importing, { users }: Merge) {
    this.#importing = importing;
    this.#users = users;
  }

  /** Writes texts of users who were all seen, several blocks at once. Rests at `pace`, counting users. */
  async writeSeen(pace: Pace): Promise<void> {
    while (this.#users.isSeen(...rangeOf(this.#next, this.#next + AT_ONCE))) {
      const blocks = Array.from({ length: AT_ONCE }, () => this.#texts(this.#next++));
      await this.#put(blocks, []);
      if (pace.due()) await pace.rest(this.#next * BLOCK_SIZE, this.#users.count);
    }
  }

  /** Writes the plan, and the texts that were not written or changed since; false when the lease was lost. */
  async writeRest(plan: PlanColumns, pace: Pace): Promise<boolean> {
    const { count } = this.#users;
    const blocks = blockCount(count);
    let users: UserBlockRow[] = [];
    let licenses: LicenseBlockRow[] = [];
    for (let block = 0; block < blocks; block++) {
      if (!this.#users.isPacked(...rangeOf(block))) users.push(this.#texts(block));
      licenses.push(licenseBlock(this.#name(block), plan));
      if (pace.due()) await pace.rest(block * BLOCK_SIZE, count);
      const isFull = users.length === AT_ONCE || licenses.length === BLOCKS_AT_ONCE;
      if (!isFull && block + 1 < blocks) continue;
      await this.#put(users, licenses);
      [users, licenses] = [[], []];
    }
    return this.#before;
  }

  #name(block: number) {
    const { customerId, revision } = this.#importing.lease;
    return { customerId, revision, block };
  }

  #texts(block: number): UserBlockRow {
    return userBlock(this.#name(block), this.#users.packing(...rangeOf(block)));
  }

  async #put(users: readonly UserBlockRow[], licenses: readonly LicenseBlockRow[]): Promise<void> {
    if (!(await this.#before)) return;
    const { db, lease, now } = this.#importing;
    const at = now();
    this.#before = db.transaction('rw', db.imports, db.userBlocks, db.licenseBlocks, async () => {
      if (!(await holdLease(db, lease, at))) return false;
      await Promise.all([db.userBlocks.bulkPut(users), db.licenseBlocks.bulkPut(licenses)]);
      return true;
    });
    // told where it is awaited, unless the work between ends first
    this.#before.catch(() => undefined);
  }
}
