import type { BitSet } from '#base/bit-set.ts';
import { atOnce, STEP, type Steps } from '#base/steps.ts';
import type { Catalog } from '#licenses/catalog.ts';
import { overlappingSets } from '#licenses/superfluous-products.ts';
import { type Awaited, keptFor } from '#plan/awaited-users.ts';
import { Planner } from '#plan/planner.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import type { LoadedCustomer } from '#store/load-customer.ts';
import { ifPossible } from '#store/if-possible.ts';
import { readOrder, writeOrder } from '#store/orders.ts';
import type { Position, UserId } from '#users/ids.ts';
import { UserFinder } from '#users/user-finder.ts';
import { filteredOrder, orderOf, thoseOf } from '#users/user-order.ts';
import { lowerTexts, lowerTextsInSlices, matching } from '#users/user-query-match.ts';
import type { UserQuery, UserSort } from '#users/user-query.ts';
import { isPresent } from '#users/user-table.ts';
import { asked, politePace } from '#worker/jobs/next-turn.ts';
import { Namer } from '#worker/licenses/namer.ts';
import type { LocaleTag } from '#worker/scope-types.ts';

/** One customer in memory, with what was computed from it and is good until its version moves. */
export class OpenCustomer {
  readonly data: LoadedCustomer;
  /** Names for what the customer's own data does not name. */
  readonly catalog: Catalog;
  readonly #db: SeatwiseDatabase;
  readonly #facts: readonly RuleFact[];
  #planner: Planner | null = null;
  #reviewer: { readonly reviewed: string; readonly planner: Planner } | null = null;
  #low: readonly string[] | null;
  #lowering: Promise<void> | null = null;
  #overlapping: Uint8Array | null = null;
  #finder: UserFinder | null;
  readonly #orders: Map<string, Promise<Uint32Array>>;
  readonly #namers = new Map<LocaleTag, Namer>();
  #chosen: { members: BitSet; locale: LocaleTag; users: Promise<Uint32Array> } | null = null;
  #licensed: number | null = null;
  #found: (Found & { readonly key: string; readonly query: string }) | null = null;

  constructor(
    db: SeatwiseDatabase,
    {
      data,
      facts,
      names,
    }: {
      readonly data: LoadedCustomer;
      readonly facts: readonly RuleFact[];
      readonly names: Catalog;
    },
    before?: OpenCustomer,
  ) {
    this.#db = db;
    this.data = data;
    this.#facts = facts;
    this.catalog = names;
    // a Save moves licenses and locations only: texts and their orders stay good
    const sameTexts = before !== undefined && before.data.table.texts === data.table.texts;
    this.#low = sameTexts ? before.#low : null;
    this.#finder = sameTexts ? before.#finder : null;
    this.#orders = new Map(
      sameTexts ? [...before.#orders].filter(([key]) => isTextOrder(key)) : [],
    );
  }

  /** Plans with licenses kept for everybody who is awaited. */
  get planner(): Planner {
    return (this.#planner ??= this.#planWith(this.data.awaited));
  }

  /**
   * Plans for users who came and were awaited by this change: the licenses kept for them are theirs.
   * Null: for nobody who was awaited.
   */
  plannerFor(reviewed: string | null): Planner {
    if (reviewed === null) return this.planner;
    if (this.#reviewer?.reviewed !== reviewed) {
      const isTheirs = ({ changeId, key }: Awaited): boolean =>
        changeId === reviewed && this.finder.find(key).length === 1;
      const others = this.data.awaited.filter((one) => !isTheirs(one));
      this.#reviewer = { reviewed, planner: this.#planWith(others) };
    }
    return this.#reviewer.planner;
  }

  /** Finds users by the names that people paste. */
  get finder(): UserFinder {
    return (this.#finder ??= new UserFinder(this.data.table));
  }

  /** Where a user stands; null when the customer has no such user. */
  positionOf(user: UserId): Position | null {
    const position = this.data.table.texts.id.indexOf(user);
    return position < 0 ? null : position;
  }

  namer(locale: LocaleTag): Namer {
    let namer = this.#namers.get(locale);
    if (!namer) this.#namers.set(locale, (namer = new Namer(this.data, locale, this.catalog)));
    return namer;
  }

  /** Who matches the filter, as bits and in its order. The last answer is kept for paging. */
  async find(query: UserQuery, locale: LocaleTag): Promise<Found> {
    const key = JSON.stringify([locale, query]);
    if (this.#found?.key !== key) {
      const all = await this.#order(query.sort.by, locale);
      const matches = await this.findMatches(query);
      const order = await asked(filteredOrder(all, matches));
      if (query.sort.descending) order.reverse();
      const found = { key, query: JSON.stringify(query), matches, order };
      this.#found = found;
      return found;
    }
    return this.#found;
  }

  /** Who matches the filter; others have their turn meanwhile. */
  async findMatches(query: UserQuery): Promise<BitSet> {
    if (query.text.trim() !== '') await (this.#lowering ??= this.#lower());
    return asked(this.#matching(query));
  }

  /** The same at once; nobody may write to what is given. */
  matches(query: UserQuery): BitSet {
    const found = this.#found?.query === JSON.stringify(query) ? this.#found : null;
    return found?.matches ?? atOnce(this.#matching(query));
  }

  #matching(query: UserQuery): Steps<BitSet> {
    const { table, sets, products } = this.data;
    return matching(query, table, sets, {
      // only a search needs the texts, and making them is the slow part of the first page
      low: () => (this.#low ??= lowerTexts(table)),
      overlapping: () => (this.#overlapping ??= overlappingSets(sets, products)),
    });
  }

  /** The given users still in the customer by display name: the order of boxes, results and of who gets the last units. */
  inDisplayOrder(members: BitSet, locale: LocaleTag): Promise<Uint32Array> {
    // asked at every tick: as the same array, so that the planner knows it again
    if (this.#chosen?.members === members && this.#chosen.locale === locale)
      return this.#chosen.users;
    const chosen = { members, locale, users: this.#choose(members, locale) };
    this.#chosen = chosen;
    chosen.users.catch(() => {
      if (this.#chosen === chosen) this.#chosen = null;
    });
    return chosen.users;
  }

  async #choose(members: BitSet, locale: LocaleTag): Promise<Uint32Array> {
    const all = await this.#order('displayName', locale);
    const { table } = this.data;
    const isChosen = (position: Position) => members.has(position) && isPresent(table, position);
    return asked(thoseOf(all, isChosen));
  }

  /** Users who hold at least one license, planned. */
  async licensedUsers(): Promise<number> {
    return (this.#licensed ??= await asked(this.#countLicensed()));
  }

  *#countLicensed(): Steps<number> {
    const { table, sets } = this.data;
    const held = sets.countHeld(() => true);
    let count = 0;
    for (let position = 0; position < table.count; position++) {
      if (position % STEP === 0) yield;
      const set = table.licenses.planned[position] ?? 0;
      if (held[set] !== 0 && isPresent(table, position)) count++;
    }
    return count;
  }

  #planWith(awaited: readonly Awaited[]): Planner {
    const { customer, table, sets, products } = this.data;
    const kept = keptFor(awaited);
    return new Planner({
      customerId: customer.id,
      table,
      sets,
      products,
      facts: this.#facts,
      kept,
    });
  }

  #order(by: UserSort, locale: LocaleTag): Promise<Uint32Array> {
    const key = `${by} ${locale}`;
    let order = this.#orders.get(key);
    if (!order) {
      order = this.#readOrder(by, locale);
      order.catch(() => this.#orders.delete(key));
      this.#orders.set(key, order);
    }
    return order;
  }

  /** Makes the texts that a search looks through. */
  async #lower(): Promise<void> {
    this.#low ??= await lowerTextsInSlices(this.data.table, politePace());
  }

  /** Orders by text are stored, because sorting is the slow part of opening a large customer. */
  async #readOrder(by: UserSort, locale: LocaleTag): Promise<Uint32Array> {
    const { customer, revision } = this.data;
    const name = { customerId: customer.id, locale, sort: by };
    const isStored = by === 'displayName' || by === 'userPrincipalName';
    const stored = isStored ? await readOrder(this.#db, name, revision) : null;
    if (stored) return stored;
    const namer = this.namer(locale);
    const order = await orderOf(this.data.table, by, {
      collator: new Intl.Collator(locale, { numeric: true }),
      labelOfSet: (number) => this.#licenseLabel(number, namer),
      pace: politePace(),
    });
    if (isStored) await ifPossible(writeOrder(this.#db, name, revision, order));
    return order;
  }

  /** Sorts by how many products, then by their names. */
  #licenseLabel(setNumber: number, namer: Namer): string {
    const names = this.data.sets.at(setNumber).map(({ skuId }) => namer.product(skuId));
    return [names.length, ...names.sort(namer.compare)].join(' ');
  }
}

interface Found {
  readonly matches: BitSet;
  readonly order: Uint32Array;
}

const isTextOrder = (key: string): boolean =>
  key.startsWith('displayName ') || key.startsWith('userPrincipalName ');
