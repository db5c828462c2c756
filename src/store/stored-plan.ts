import type { CustomerId } from '#customers/customer.ts';
import type { Position } from '#users/ids.ts';
import { BLOCK_SIZE, blockOf } from './blocks.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import { editBlocks, userIn, type UserEdit } from './edit-blocks.ts';
import type { CustomerRow, LicenseBlockRow } from './rows.ts';
import { writePlan } from './write-plan.ts';

/** The license blocks of a customer as they are stored, to be read and edited in one transaction. */
export class StoredPlan {
  readonly row: CustomerRow;
  readonly #db: SeatwiseDatabase;
  readonly #blocks: readonly LicenseBlockRow[];

  private constructor(db: SeatwiseDatabase, row: CustomerRow, blocks: readonly LicenseBlockRow[]) {
    this.#db = db;
    this.row = row;
    this.#blocks = blocks;
  }

  /** Null when the customer is not on this device. To be called in a transaction over `customers` and `licenseBlocks`. */
  static async read(db: SeatwiseDatabase, id: CustomerId): Promise<StoredPlan | null> {
    const row = await db.customers.get(id);
    if (row === undefined) return null;
    const blocks = await rowsUnder(db.licenseBlocks, id, row.revision).toArray();
    return new StoredPlan(db, row, blocks);
  }

  /** What is stored of a user. */
  user(position: Position): UserEdit {
    return userIn(this.#blockAt(blockOf(position)), position);
  }

  /** Every user's sequence up to which everything has ended, by position. */
  settledThrough(): Uint32Array {
    const last = this.#blocks.at(-1);
    const count = last === undefined ? 0 : this.#startOf(last) + last.settledThrough.length;
    const all = new Uint32Array(count);
    for (const block of this.#blocks) all.set(block.settledThrough, this.#startOf(block));
    return all;
  }

  /** Positions of those whose plan differs from what is last known, gone users too. */
  pending(): Position[] {
    return this.#blocks.flatMap((block) => {
      const { licenses, locations } = block;
      const found: Position[] = [];
      licenses.planned.forEach((planned, i) => {
        const isSettled =
          planned === licenses.baseline[i] && locations.planned[i] === locations.baseline[i];
        if (!isSettled) found.push(this.#startOf(block) + i);
      });
      return found;
    });
  }

  /** Writes them, with the pending users counted and the version raised. */
  async write(edits: readonly UserEdit[]): Promise<void> {
    const { row } = this;
    const { blocks, pending } = editBlocks(
      (number) => structuredClone(this.#blockAt(number)),
      edits,
    );
    const pendingCount = row.pendingCount + pending;
    await writePlan(this.#db, row, { blocks, newSets: [], pendingCount });
  }

  #startOf({ block }: LicenseBlockRow): number {
    return block * BLOCK_SIZE;
  }

  #blockAt(number: number): LicenseBlockRow {
    const block = this.#blocks[number];
    if (block === undefined) throw new RangeError(`no block ${number}`);
    return block;
  }
}
