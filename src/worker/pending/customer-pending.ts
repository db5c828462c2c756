import { BitSet } from '#base/bit-set.ts';
import type { SheetCase } from '#plan/change-sheet.ts';
import { kindsOf, type PendingKind, pendingKinds, type WaitingState } from '#plan/pending-kinds.ts';
import { itemKinds } from '#plan/sheet-items.ts';
import { openChanges } from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import type { UserId } from '#users/ids.ts';
import { isPending, isPresent } from '#users/user-table.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { keptOf } from '#worker/sync/waiting-counts.ts';
import { waitingStateOf } from '#worker/sync/who-waits.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { Who } from '#worker/users/user-types.ts';
import type { PlannedView } from './pending-types.ts';

/** One bit for each of `pendingKinds`. */
export const bitOf = (kind: PendingKind): number => 1 << pendingKinds.indexOf(kind);

const bitsOf = (one: SheetCase): number =>
  [...kindsOf(one)].reduce((bits, kind) => bits | bitOf(kind), 0);

/** What the case says to people. */
export const plannedView = ({ items, losses }: SheetCase): PlannedView => ({
  items: [...items].sort((a, b) => itemKinds.indexOf(a.kind) - itemKinds.indexOf(b.kind)),
  losing: losses.map(({ service }) => service),
});

/** What is planned for users who are alike in that. */
interface PlannedCase extends PlannedView {
  /** The kinds that are in it, as bits. */
  readonly bits: number;
}

/**
 * The pending users of one customer by display name, read once and kept without the rest of the
 * customer, so that many customers can be filtered and paged through as one list.
 */
export class CustomerPending {
  readonly names: NamesView;
  readonly #who: readonly Who[];
  readonly #cases: readonly PlannedCase[];
  readonly #states: readonly WaitingState[];
  #low: readonly string[] | null = null;
  #ids: readonly UserId[] | null = null;

  private constructor(
    names: NamesView,
    who: readonly Who[],
    cases: readonly PlannedCase[],
    states: readonly WaitingState[],
  ) {
    this.names = names;
    this.#who = who;
    this.#cases = cases;
    this.#states = states;
  }

  /** Reads them from a customer in memory. */
  static async read(
    db: SeatwiseDatabase,
    open: OpenCustomer,
    locale: LocaleTag,
  ): Promise<CustomerPending> {
    const { customer, table } = open.data;
    const members = new BitSet();
    for (let at = 0; at < table.count; at++)
      if (isPending(table, at) && isPresent(table, at)) members.add(at);
    const [kept, changes, users] = await Promise.all([
      keptOf(db, customer.id, table),
      openChanges(db, customer.id),
      open.inDisplayOrder(members, locale),
    ]);
    const { sheet } = open.planner.review(users, changes);
    const known = new Map<SheetCase, PlannedCase>();
    const cases = Array.from(users, (_, i) => {
      const one = sheet.caseAt(i);
      let planned = known.get(one);
      if (planned === undefined) {
        planned = { ...plannedView(one), bits: bitsOf(one) };
        known.set(one, planned);
      }
      return planned;
    });
    const namer = open.namer(locale);
    const rows = new UserRows(open.data, namer);
    return new CustomerPending(
      namer.view(),
      Array.from(users, (position) => rows.who(position)),
      cases,
      Array.from(users, (position) => waitingStateOf(table, kept, position)),
    );
  }

  /** How many they are; below, `index` counts them from 0. */
  get count(): number {
    return this.#who.length;
  }

  /** Who they are. */
  ids(): readonly UserId[] {
    return (this.#ids ??= this.#who.map(({ userId }) => userId));
  }

  who(index: number): Who {
    return this.#at(this.#who, index);
  }

  planned(index: number): PlannedCase {
    return this.#at(this.#cases, index);
  }

  state(index: number): WaitingState {
    return this.#at(this.#states, index);
  }

  /** True where the name or username has the text, which is in lower case. */
  isNamed(index: number, text: string): boolean {
    this.#low ??= this.#who.map(({ displayName, userPrincipalName }) =>
      `${displayName}\n${userPrincipalName}`.toLocaleLowerCase(),
    );
    return this.#at(this.#low, index).includes(text);
  }

  #at<T>(column: readonly T[], index: number): T {
    const value = column[index];
    if (value === undefined) throw new RangeError(`no pending user ${index}`);
    return value;
  }
}
