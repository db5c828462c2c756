import { STEP, type Steps } from '#base/steps.ts';
import type { HeldRows } from '#rules/held-rows.ts';
import type { Issue } from '#rules/issue.ts';
import { judgeLicenses, judgeUsers } from '#rules/judge.ts';
import { licensesUntold } from '#rules/licenses-untold.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import { Rows } from '#rules/rows.ts';
import { Sayings, type Said } from '#rules/said.ts';
import { casesOf, type DraftCase } from './case-book.ts';
import type { Draft } from './draft.ts';
import { IssueLists, type PartSaid } from './issue-lists.ts';
import type { Judged } from './judged.ts';
import { lineRows, type LineRows } from './line-rows.ts';
import { locationAfter, type Orders } from './orders.ts';
import type { PlanningContext } from './planning-context.ts';
import type { Slots } from './slots.ts';
import { swapRows } from './swap-rows.ts';
import { sayWhatSwitchesOn } from './switched-on.ts';

/** A draft with what it says for this customer. */
export interface ReadPart {
  readonly draft: Draft;
  readonly orders: Orders;
}

/** The selection under its drafts: index i of `users`, `caseOf` and `rowOf` is the same user. */
export interface Expansion extends Judged {
  readonly parts: readonly ReadPart[];
  readonly cases: readonly DraftCase[];
  /** Users of one row are in one part and one slot: the same is said of them. */
  readonly rowOf: Uint32Array;
  /** Users per row. */
  readonly rowCounts: Uint32Array;
  /** What is said of rows: of each part every issue once. */
  readonly said: readonly PartSaid[];
}

/** One draft, judged for rows. */
interface JudgedRows {
  /** By row. */
  readonly caseOf: Uint32Array;
  readonly cases: readonly DraftCase[];
  readonly said: readonly Said[];
}

/** What one draft is judged for: rows that each have a location, and of whose users some facts are known. */
interface JudgedPart extends Pick<Slots, 'locations' | 'flags'> {
  readonly orders: Orders;
  readonly part: number;
  readonly held: HeldRows;
  /** What its lines do to the rows. */
  readonly lines: readonly LineRows[];
}

/** Judges all rows at once. */
export function judgeRows(
  index: ProductIndex,
  { orders, part, held, lines, locations, flags }: JudgedPart,
): JudgedRows {
  const swaps = orders.swaps.map((order) => swapRows(order, held, index));
  const touched = [...lines.map((line) => line.touched), ...swaps.flatMap((swap) => swap.touched)];
  const after = locations.map((location) => locationAfter(location, orders));
  const users = { before: locations, after, flags };
  const rows = new Rows({ index, before: held, touched, users });
  const sayings = new Sayings(held.size);
  judgeUsers(rows, sayings);
  for (const line of lines) sayings.sayAll(line.said);
  sayWhatSwitchesOn(lines, rows, sayings);
  for (const swap of swaps) sayings.sayAll(swap.said);
  // a plan that is judged again was warned of then
  licensesUntold(rows, sayings);
  judgeLicenses(rows, sayings);
  const said = sayings.all();
  return { ...casesOf({ part, rows, lines, swaps, said }), said };
}

/**
 * Judges the draft once for every slot of the users.
 * Nothing is interned or written. `users` are positions in display order; gone ones drop out.
 */
export function* expand(
  context: PlanningContext,
  users: Uint32Array,
  draft: Draft,
): Steps<Expansion> {
  const { index } = context;
  const orders = context.orders.read(draft);
  const slots = yield* context.slots(users);
  yield;
  const held = context.held(slots.sets);
  const { locations, flags } = slots;
  const lines = orders.products.map((order) => lineRows(order, held, index));
  const judged = judgeRows(index, { orders, part: 0, held, lines, locations, flags });
  const { caseOf: caseOfSlot, cases, said } = judged;
  const counts = new Uint32Array(cases.length);
  caseOfSlot.forEach((one, slot) => {
    counts[one] = (counts[one] ?? 0) + (slots.counts[slot] ?? 0);
  });
  const caseOf = new Uint32Array(slots.slotOf.length);
  for (let i = 0; i < caseOf.length; i++) {
    if (i % STEP === 0) yield;
    caseOf[i] = caseOfSlot[slots.slotOf[i] ?? 0] ?? 0;
  }
  const rows = {
    rowOf: slots.slotOf,
    rowCounts: slots.counts,
    said: said.map((one) => ({ ...one, first: 0 })),
  };
  return { parts: [{ draft, orders }], users: slots.users, caseOf, cases, counts, ...rows };
}

/** Users whom a blocking issue keeps out of a Save; shortages are the allotment's matter. */
export interface LeftOut {
  /** Positions, in display order. */
  readonly users: Uint32Array;
  /** Index i: the issues of `users[i]`, blocking and others. */
  readonly issues: readonly (readonly Issue[])[];
}

/** Names everybody who is kept out, before anything is saved. */
export function leftOutOf({ users, caseOf, cases, said, rowOf, rowCounts }: Expansion): LeftOut {
  const isOut = cases.map(({ kind }) => kind === 'notChanged');
  const indexes: number[] = [];
  caseOf.forEach((number, i) => {
    if (isOut[number]) indexes.push(i);
  });
  const lists = new IssueLists(said, rowCounts.length);
  return {
    users: Uint32Array.from(indexes, (i) => users[i] ?? 0),
    issues: indexes.map((i) => lists.of(rowOf[i] ?? 0)),
  };
}
