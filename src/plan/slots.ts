import { STEP, type Steps } from '#base/steps.ts';
import type { FactIndex } from '#rules/fact-index.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN, type LocationCode } from '#users/usage-location.ts';
import { FACT_BITS } from '#users/user-facts.ts';
import type { UserTable } from '#users/user-table.ts';

/** A usage location and the flags of user facts, of users whom no rule tells apart by these. */
interface UserClass {
  readonly location: LocationCode;
  readonly flags: number;
}

/**
 * Some users sorted by what can make a difference to a draft: a slot is a planned license set, a class
 * of usage locations that no rule tells apart, and what is known of the users. The same for every draft.
 */
export interface Slots {
  /** Positions of those still in the customer, in display order. */
  readonly users: Uint32Array;
  /** Index i: the slot of `users[i]`. */
  readonly slotOf: Uint32Array;
  /**
   * Of each slot: its license set, one location of its class, the flags that `userFacts` reads, and how
   * many users it has. Sets ascend.
   */
  readonly sets: Uint32Array;
  readonly locations: Uint16Array;
  readonly flags: Uint8Array;
  readonly counts: Uint32Array;
}

/** What sorting users into slots looks at; `setCount`: how many license sets there are. */
interface Sorting {
  readonly table: Pick<UserTable, 'licenses' | 'locations' | 'flags'>;
  readonly setCount: number;
  readonly facts: FactIndex;
}

/** Numbers the classes of users that occur; usage locations are told apart where a rule does so. */
class UserClasses {
  readonly classes: UserClass[] = [];
  readonly #facts: FactIndex;
  readonly #numbers = new Map<number, number>();
  /** By location: one of its class and 1; 0: not looked at. */
  readonly #likeness = new Uint32Array(65_536);
  /** One location that no rule tells apart; all others like it count as this one. */
  #ordinary: LocationCode | null = null;

  constructor(facts: FactIndex) {
    this.#facts = facts;
  }

  number(location: LocationCode, flags: number): number {
    const like = (this.#likeness[location] ||= this.#like(location) + 1) - 1;
    const key = like * 256 + flags;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.classes.push({ location: like, flags }) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #like(location: LocationCode): LocationCode {
    const isTold = location === LOCATION_UNKNOWN || location === LOCATION_NONE;
    if (isTold || this.#facts.prohibitedIn(location).length > 0) return location;
    return (this.#ordinary ??= location);
  }
}

/** Sorts users who are still in the customer into slots. */
export function* slotsOf({ table, setCount, facts }: Sorting, users: Uint32Array): Steps<Slots> {
  const { licenses, locations, flags } = table;
  const numbered = new UserClasses(facts);
  const classOf = new Uint32Array(users.length);
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    const position = users[i] ?? 0;
    const known = (flags[position] ?? 0) & FACT_BITS;
    classOf[i] = numbered.number(locations.planned[position] ?? 0, known);
  }
  const { classes } = numbered;

  // first numbered as if every set occurred in every class, then closed up
  const slotOf = new Uint32Array(users.length);
  const all = new Uint32Array(setCount * classes.length);
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    const set = licenses.planned[users[i] ?? 0] ?? 0;
    const slot = set * classes.length + (classOf[i] ?? 0);
    slotOf[i] = slot;
    all[slot] = (all[slot] ?? 0) + 1;
  }
  yield;
  const counts = all.filter((users) => users > 0);
  yield;
  const slots = closeUp(all, counts.length, classes);
  for (let i = 0; i < slotOf.length; i++) {
    if (i % STEP === 0) yield;
    slotOf[i] = all[slotOf[i] ?? 0] ?? 0;
  }
  return { users, slotOf, counts, ...slots };
}

/** Numbers the slots that occur; `all` then says of each its number instead of its users. */
function closeUp(all: Uint32Array, size: number, classes: readonly UserClass[]) {
  const sets = new Uint32Array(size);
  const locations = new Uint16Array(size);
  const flags = new Uint8Array(size);
  let next = 0;
  for (let slot = 0; slot < all.length; slot++) {
    if (all[slot] === 0) continue;
    const like = classes[slot % classes.length];
    sets[next] = Math.floor(slot / classes.length);
    locations[next] = like?.location ?? 0;
    flags[next] = like?.flags ?? 0;
    all[slot] = next++;
  }
  return { sets, locations, flags };
}
