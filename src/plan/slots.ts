import { LOCATION_NONE, LOCATION_UNKNOWN, type LocationCode } from '#users/usage-location.ts';
import type { FactIndex } from '#rules/fact-index.ts';
import type { UserTable } from '#users/user-table.ts';

/**
 * Usage locations that no rule tells apart form a class: unknown, none, every one that a fact is
 * about, and all the others together. Only classes that occur are numbered.
 */
export interface LocationClasses {
  /** One location of each class. */
  readonly examples: readonly LocationCode[];
  /** The class of a location that occurs, by its code. */
  readonly classOf: Int16Array;
}

/** The classes of the locations of some users. */
export function locationClasses(locations: Uint16Array, facts: FactIndex): LocationClasses {
  const classOf = new Int16Array(65_536).fill(-1);
  const examples: LocationCode[] = [];
  let others = -1;
  for (const code of locations) {
    if (classOf[code] !== -1) continue;
    const isTold =
      code === LOCATION_UNKNOWN || code === LOCATION_NONE || facts.prohibitedIn(code).length > 0;
    if (!isTold && others >= 0) classOf[code] = others;
    else {
      classOf[code] = examples.push(code) - 1;
      if (!isTold) others = classOf[code];
    }
  }
  return { examples, classOf };
}

/**
 * Some users sorted by what can make a difference to a draft: a slot is a planned license set and a
 * class of usage locations that no rule tells apart. The same for every draft.
 */
export interface Slots {
  /** Positions of those still in the customer, in display order. */
  readonly users: Uint32Array;
  /** Index i: the slot of `users[i]`. */
  readonly slotOf: Uint32Array;
  /** Of each slot: its license set, one location of its class, and how many users it has. Sets ascend. */
  readonly sets: Uint32Array;
  readonly locations: Uint16Array;
  readonly counts: Uint32Array;
}

/** What sorting users into slots looks at; `setCount`: how many license sets there are. */
interface Sorting {
  readonly table: Pick<UserTable, 'licenses' | 'locations'>;
  readonly setCount: number;
  readonly facts: FactIndex;
}

/** Sorts users who are still in the customer into slots. */
export function slotsOf({ table, setCount, facts }: Sorting, users: Uint32Array): Slots {
  const { licenses, locations } = table;
  const where = new Uint16Array(users.length);
  for (let i = 0; i < users.length; i++) where[i] = locations.planned[users[i] ?? 0] ?? 0;
  const { classOf, examples } = locationClasses(where, facts);

  // first numbered as if every set occurred at every class, then closed up
  const slotOf = new Uint32Array(users.length);
  const all = new Uint32Array(setCount * examples.length);
  for (let i = 0; i < users.length; i++) {
    const set = licenses.planned[users[i] ?? 0] ?? 0;
    const slot = set * examples.length + (classOf[where[i] ?? 0] ?? 0);
    slotOf[i] = slot;
    all[slot] = (all[slot] ?? 0) + 1;
  }
  const counts = all.filter((users) => users > 0);
  const slots = closeUp(all, counts.length, examples);
  for (let i = 0; i < slotOf.length; i++) slotOf[i] = all[slotOf[i] ?? 0] ?? 0;
  return { users, slotOf, counts, ...slots };
}

/** Numbers the slots that occur; `all` then says of each its number instead of its users. */
function closeUp(all: Uint32Array, size: number, examples: readonly LocationCode[]) {
  const sets = new Uint32Array(size);
  const locations = new Uint16Array(size);
  let next = 0;
  for (let slot = 0; slot < all.length; slot++) {
    if (all[slot] === 0) continue;
    sets[next] = Math.floor(slot / examples.length);
    locations[next] = examples[slot % examples.length] ?? 0;
    all[slot] = next++;
  }
  return { sets, locations };
}
