import type { Product } from '#licenses/product.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import { isPlannedFor, Standing, type Change } from '#plan/change.ts';
import {
  isSameDirectPath,
  plannedPath,
  workBetween,
  type Operation,
  type Work,
  type WorkContent,
} from '#plan/operation.ts';
import type { UserState } from '#plan/difference.ts';
import { DataKeepers } from '#plan/kept-data.ts';
import { PairMemo } from '#plan/pair-memo.ts';
import { sharedOrder } from '#plan/shared-order.ts';
import type { UserNames } from '#sync/ports.ts';
import { objectIdOf, userId, type Position } from '#users/ids.ts';
import { isPending, isPresent } from '#users/user-table.ts';
import { licenseBlock } from './blocks.ts';
import { openChanges } from './changes.ts';
import type { SeatwiseDatabase } from './database.ts';
import { editBlocks, type UserEdit } from './edit-blocks.ts';
import type { LoadedCustomer } from './load-customer.ts';
import type { Reviewed } from './reviews.ts';
import type { LicenseBlockRow } from './rows.ts';
import type { HeldRow, UserNumbers } from './sync-rows.ts';

/** What keeps the data is not part of it. */
const isSameWork = (one: WorkContent, other: WorkContent): boolean =>
  (one.touches === other.touches && one.location === other.location) ||
  JSON.stringify([one.touches, one.location]) === JSON.stringify([other.touches, other.location]);

const isKeptAlike = (one: WorkContent, other: WorkContent): boolean =>
  one.keptBy === other.keptBy || JSON.stringify(one.keptBy) === JSON.stringify(other.keptBy);

/** What a commit makes of the customer: stored first, then taken over here. */
export interface PlanMove {
  readonly edits: readonly UserEdit[];
  readonly products: readonly Product[];
  readonly blocks: readonly LicenseBlockRow[];
  /** More pending users. */
  readonly pending: number;
}

/** A customer's plan as the outbox holds it in memory between its commits. Its columns are its own. */
export class OutboxPlan {
  #data: LoadedCustomer;
  readonly changes: readonly Change[];
  /** By license sets, and by usage locations where these differ. */
  readonly #works = new Map<number, PairMemo>();
  readonly #keepers: DataKeepers;
  readonly #workList: (WorkContent | null)[] = [];
  /** Whose turn is when, by position: those among whom too few licenses were shared out. */
  readonly #turns: ReadonlyMap<Position, number>;
  #since: { readonly sequence: number; readonly users: ReadonlySet<Position> } | null = null;

  /** `data` is only this plan's; `changes`: the open ones. */
  constructor(data: LoadedCustomer, changes: readonly Change[]) {
    this.#data = data;
    this.#keepers = new DataKeepers(data.products);
    this.changes = changes;
    this.#turns = new Map(sharedOrder(changes).map((position, turn) => [position, turn]));
  }

  get data(): LoadedCustomer {
    return this.#data;
  }

  /** Sequence of the newest change. */
  get lastSequence(): number {
    return this.#data.lastSequence;
  }

  /** What is stored of a user. */
  user(position: Position): UserEdit {
    const { table, settledThrough } = this.#data;
    const numbers = (column: 'baseline' | 'planned'): UserNumbers => ({
      licenses: table.licenses[column][position] ?? 0,
      location: table.locations[column][position] ?? 0,
    });
    return {
      position,
      baseline: numbers('baseline'),
      planned: numbers('planned'),
      settledThrough: settledThrough[position] ?? 0,
    };
  }

  /** By what the user is known here and in the cloud; null where that is the same, or the cloud did not say. */
  renamed(position: Position, to: UserNames | undefined): NonNullable<HeldRow['renamed']> | null {
    const { texts } = this.#data.table;
    const from = {
      displayName: texts.displayName[position] ?? '',
      userPrincipalName: texts.userPrincipalName[position] ?? '',
    };
    if (to === undefined) return null;
    const isRenamed =
      to.displayName !== from.displayName || to.userPrincipalName !== from.userPrincipalName;
    return isRenamed ? { from, to } : null;
  }

  /** What has to be sent for a user; null: nothing, or the user cannot be sent. */
  work(position: Position): Work | null {
    const { table } = this.#data;
    if (!isPresent(table, position) || !isPending(table, position)) return null;
    const id = userId(table.texts.id[position] ?? '');
    if (objectIdOf(id) === null) return null;
    const work = this.#workOf(this.user(position));
    return work === null ? null : { userId: id, position, ...work };
  }

  /** The same for everybody for whom there is something to send, in the order of the blocks. */
  *works(): Generator<Work> {
    for (let position = 0; position < this.#data.table.count; position++) {
      const work = this.work(position);
      if (work !== null) yield work;
    }
  }

  /** True for users who are sent in their turn. */
  isInTurn({ position }: Work): boolean {
    return this.#turns.has(position);
  }

  /** Those in turn first, in that order; the others as they stand. */
  inTurn<W extends Work>(works: Iterable<W>): W[] {
    const turn = ({ position }: W): number => this.#turns.get(position) ?? Infinity;
    return [...works].sort((a, b) => (turn(a) === turn(b) ? 0 : turn(a) - turn(b)));
  }

  /** True when the operation still is what is planned for its user. */
  isPlanned(operation: Operation): boolean {
    const work = this.work(operation.position);
    return work !== null && isSameWork(work, operation);
  }

  /** True where a review showed just this, and nothing was saved for the user since. */
  isReviewed(work: Work, review: Reviewed): boolean {
    const { position } = work;
    const user = review.user(position);
    if (user === null || this.#changedSince(review.through).has(position)) return false;
    const seen = this.#workOf(user);
    return seen !== null && isSameWork(seen, work) && isKeptAlike(seen, work);
  }

  /** True where what the operation does to its user is still planned, whatever else is. */
  isWanted({ position, touches, location }: Operation): boolean {
    const { licenses, location: planned } = this.user(position).planned;
    const set = this.#data.sets.at(licenses);
    return (
      (location === null || location.target === planned) &&
      touches.every(({ skuId, target }) => {
        const path = plannedPath(assignmentOf(set, skuId));
        return path !== null && isSameDirectPath(path, target);
      })
    );
  }

  /** For whom something is planned by a change after that one. */
  #changedSince(sequence: number): ReadonlySet<Position> {
    if (this.#since?.sequence === sequence) return this.#since.users;
    const newer = this.changes.filter((change) => change.sequence > sequence);
    const users = newer.flatMap((change) =>
      [...change.users].filter(
        (_, i) => change.standing[i] === Standing.open && isPlannedFor(change, i),
      ),
    );
    this.#since = { sequence, users: new Set(users) };
    return this.#since.users;
  }

  /** What edits make of the stored blocks. */
  move(edits: readonly UserEdit[], products: readonly Product[]): PlanMove {
    const { customer, revision, table, settledThrough } = this.#data;
    const columns = { licenses: table.licenses, locations: table.locations, settledThrough };
    const blockAt = (block: number): LicenseBlockRow =>
      licenseBlock({ customerId: customer.id, revision, block }, columns);
    return { edits, products, ...editBlocks(blockAt, edits) };
  }

  /** Takes over what was stored. */
  moved({ edits, products, pending }: PlanMove): void {
    const { customer, table, settledThrough, sets } = this.#data;
    for (const edit of edits) {
      const { position } = edit;
      table.licenses.baseline[position] = edit.baseline.licenses;
      table.licenses.planned[position] = edit.planned.licenses;
      table.locations.baseline[position] = edit.baseline.location;
      table.locations.planned[position] = edit.planned.location;
      settledThrough[position] = edit.settledThrough;
    }
    const { version, pendingCount } = customer;
    const next = { ...customer, version: version + 1, pendingCount: pendingCount + pending };
    this.#data = { ...this.#data, customer: next, products, storedSets: sets.size };
  }

  /** The same for users who are alike. */
  #workOf({ baseline, planned }: Pick<UserEdit, 'baseline' | 'planned'>): WorkContent | null {
    const { sets, products } = this.#data;
    const places = baseline.location * 65_536 + planned.location;
    let memo = this.#works.get(places);
    if (memo === undefined) this.#works.set(places, (memo = new PairMemo()));
    const number = memo.get(baseline.licenses, planned.licenses, () => {
      const [known, wanted] = [baseline, planned].map(({ licenses, location }) => ({
        licenses: sets.at(licenses),
        location,
      })) as [UserState, UserState];
      const work = workBetween(known, wanted, products);
      return this.#workList.push(work && this.#keepers.withKept(work, known, wanted)) - 1;
    });
    return this.#workList[number] ?? null;
  }
}

/** Of these users, how many a review showed as they are now. */
export async function countReviewed(
  db: SeatwiseDatabase,
  data: LoadedCustomer,
  review: Reviewed,
  users: Uint32Array,
): Promise<number> {
  const plan = new OutboxPlan(data, await openChanges(db, data.customer.id));
  const isReviewed = (position: Position): boolean => {
    const work = plan.work(position);
    return work !== null && plan.isReviewed(work, review);
  };
  return users.reduce((count, position) => count + (isReviewed(position) ? 1 : 0), 0);
}
