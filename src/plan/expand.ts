import { Held } from '#rules/held.ts';
import type { Issue } from '#rules/issue.ts';
import { judgeLicenses, judgeLocation } from '#rules/judge.ts';
import type { LocationCode } from '#users/usage-location.ts';
import { applyOrders, type Applied } from './apply-draft.ts';
import { CaseBook, type Finding } from './case-book.ts';
import type { Case } from './case.ts';
import type { Draft } from './draft.ts';
import type { Ground } from './ground.ts';
import { locationAfter, readDraft, type Orders } from './orders.ts';
import type { Slots } from './slots.ts';

/** A draft with what it says for this customer. */
export interface ReadPart {
  readonly draft: Draft;
  readonly orders: Orders;
}

/** The selection under its drafts: index i of `users` and `caseOf` is the same user. */
export interface Expansion {
  readonly parts: readonly ReadPart[];
  /** Positions of those still in the customer, in display order. */
  readonly users: Uint32Array;
  readonly caseOf: Uint32Array;
  readonly cases: readonly Case[];
  /** Users per case. */
  readonly counts: Uint32Array;
}

/** What is said of a license set wherever its users are. */
interface JudgedSet extends Omit<Applied, 'touchIssues'> {
  readonly issues: readonly Issue[];
}

/** Where one license set after the other is put together to be judged. */
interface Room {
  readonly before: Held;
  readonly after: Held;
}

function judgeSet(ground: Ground, orders: Orders, set: number, room: Room): JudgedSet {
  const { index, assignments } = ground;
  assignments.fill(room.before, set);
  const licenses = applyOrders(room.before, orders, index, room.after);
  const issues = licenses.touchIssues.concat(judgeLicenses(licenses, index));
  const { before, after, touches, lines, swaps } = licenses;
  return { before, after, touches, lines, swaps, issues };
}

function judgeAt(
  ground: Ground,
  orders: Orders,
  judged: JudgedSet,
  locationBefore: LocationCode,
): Finding {
  const { before, after, touches, lines, swaps, issues } = judged;
  const location = locationAfter(locationBefore, orders);
  const setsLocation = location !== locationBefore;
  if (before === after && !setsLocation) return { touches, lines, swaps, issues, setsLocation };
  const userCase = { before, after, touches, locationBefore, locationAfter: location };
  const said = judgeLocation(userCase, ground.index);
  const all = said.length === 0 ? issues : said.concat(issues);
  return { touches, lines, swaps, issues: all, setsLocation };
}

/**
 * The case of every slot, each with a set and a location. Slots of one set stand side by side: its
 * licenses are judged once.
 */
export function caseOfEach(
  ground: Ground,
  orders: Orders,
  { sets, locations }: Pick<Slots, 'sets' | 'locations'>,
  part: number,
): { readonly caseOf: Uint32Array; readonly cases: readonly Case[] } {
  const { words } = ground.index.layout;
  const room = { before: new Held(words), after: new Held(words) };
  const book = new CaseBook(part);
  let judged: JudgedSet | null = null;
  const caseOf = sets.map((set, slot) => {
    if (judged === null || set !== sets[slot - 1]) judged = judgeSet(ground, orders, set, room);
    return book.number(judgeAt(ground, orders, judged, locations[slot] ?? 0));
  });
  return { caseOf, cases: book.cases };
}

/**
 * Judges the draft once for every distinct (planned license set, usage location) among the users.
 * Nothing is interned or written. `users` are positions in display order; gone ones drop out.
 */
export function expand(ground: Ground, users: Uint32Array, draft: Draft): Expansion {
  const orders = readDraft(draft, ground.index);
  const slots = ground.slots(users);
  const { caseOf: caseOfSlot, cases } = caseOfEach(ground, orders, slots, 0);
  const counts = new Uint32Array(cases.length);
  caseOfSlot.forEach((one, slot) => {
    counts[one] = (counts[one] ?? 0) + (slots.counts[slot] ?? 0);
  });
  const caseOf = new Uint32Array(slots.slotOf.length);
  for (let i = 0; i < caseOf.length; i++) caseOf[i] = caseOfSlot[slots.slotOf[i] ?? 0] ?? 0;
  return { parts: [{ draft, orders }], users: slots.users, caseOf, cases, counts };
}
