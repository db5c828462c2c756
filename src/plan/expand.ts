import { Held } from '#rules/held.ts';
import { judgeLicenses, judgeUser } from '#rules/judge.ts';
import type { LocationCode } from '#users/usage-location.ts';
import { userFacts } from '#users/user-facts.ts';
import { applyOrders, type Applied } from './apply-draft.ts';
import { CaseBook, type Finding, type DraftCase } from './case-book.ts';
import type { Draft } from './draft.ts';
import type { PlanningContext } from './planning-context.ts';
import { locationAfter, type Orders } from './orders.ts';
import type { Slots } from './slots.ts';
import type { Issue } from '#rules/issue.ts';

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
  readonly cases: readonly DraftCase[];
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

function judgeSet(context: PlanningContext, orders: Orders, set: number, room: Room): JudgedSet {
  const { index, assignments } = context;
  assignments.fill(room.before, set);
  const licenses = applyOrders(room.before, orders, index, room.after);
  const { before, after, touches, lines, swaps, touchIssues: issues } = licenses;
  for (const issue of judgeLicenses(licenses, index)) issues.push(issue);
  return { before, after, touches, lines, swaps, issues };
}

function judgeAt(
  context: PlanningContext,
  orders: Orders,
  judged: JudgedSet,
  { location: locationBefore, flags }: { readonly location: LocationCode; readonly flags: number },
): Finding {
  const { before, after, touches, lines, swaps, issues } = judged;
  const location = locationAfter(locationBefore, orders);
  const setsLocation = location !== locationBefore;
  if (before === after && !setsLocation) return { touches, lines, swaps, issues, setsLocation };
  const where = { locationBefore, locationAfter: location };
  const userCase = { before, after, touches, ...where, user: userFacts(flags) };
  const said = judgeUser(userCase, context.index);
  const all = said.length === 0 ? issues : said.concat(issues);
  return { touches, lines, swaps, issues: all, setsLocation };
}

/**
 * The case of every slot, each with a set, a location and what is known of its users. Slots of one set stand side by side: its
 * licenses are judged once.
 */
export function caseOfEach(
  context: PlanningContext,
  orders: Orders,
  { sets, locations, flags }: Pick<Slots, 'sets' | 'locations' | 'flags'>,
  part: number,
): { readonly caseOf: Uint32Array; readonly cases: readonly DraftCase[] } {
  const { words } = context.index.layout;
  const room = { before: new Held(words), after: new Held(words) };
  const book = new CaseBook(part);
  let judged: JudgedSet | null = null;
  const caseOf = sets.map((set, slot) => {
    if (judged === null || set !== sets[slot - 1]) judged = judgeSet(context, orders, set, room);
    const who = { location: locations[slot] ?? 0, flags: flags[slot] ?? 0 };
    return book.number(judgeAt(context, orders, judged, who));
  });
  return { caseOf, cases: book.cases };
}

/**
 * Judges the draft once for every slot of the users.
 * Nothing is interned or written. `users` are positions in display order; gone ones drop out.
 */
export function expand(context: PlanningContext, users: Uint32Array, draft: Draft): Expansion {
  const orders = context.orders.read(draft);
  const slots = context.slots(users);
  const { caseOf: caseOfSlot, cases } = caseOfEach(context, orders, slots, 0);
  const counts = new Uint32Array(cases.length);
  caseOfSlot.forEach((one, slot) => {
    counts[one] = (counts[one] ?? 0) + (slots.counts[slot] ?? 0);
  });
  const caseOf = new Uint32Array(slots.slotOf.length);
  for (let i = 0; i < caseOf.length; i++) caseOf[i] = caseOfSlot[slots.slotOf[i] ?? 0] ?? 0;
  return { parts: [{ draft, orders }], users: slots.users, caseOf, cases, counts };
}

/** Users whom a blocking issue keeps out of a Save; shortages are the allotment's matter. */
export interface LeftOut {
  /** Positions, in display order. */
  readonly users: Uint32Array;
  /** Index i: the issues of `users[i]`, blocking and others. */
  readonly issues: readonly (readonly Issue[])[];
}

/** Names everybody who is kept out, before anything is saved. */
export function leftOutOf({ users, caseOf, cases }: Expansion): LeftOut {
  const isOut = cases.map(({ kind }) => kind === 'notChanged');
  const indexes: number[] = [];
  caseOf.forEach((number, i) => {
    if (isOut[number]) indexes.push(i);
  });
  return {
    users: Uint32Array.from(indexes, (i) => users[i] ?? 0),
    issues: indexes.map((i) => cases[caseOf[i] ?? 0]?.issues ?? []),
  };
}
