import { SHORT_STEP, STEP, type Steps } from '#base/steps.ts';
import { HeldRows } from '#rules/held-rows.ts';
import type { DraftCase } from './case-book.ts';
import { judgeRows, expand, type Expansion, type ReadPart } from './expand.ts';
import { readLine } from './line-rows.ts';
import type { PlanningContext } from './planning-context.ts';
import { isParts, type Drafted, type Part } from './draft.ts';
import type { PartSaid } from './issue-lists.ts';
import type { Slots } from './slots.ts';

const NOBODY = -1;

/** Which slots the users of one part after the other are in, without making anything as large as all slots. */
class PartSlots {
  readonly #slots: Slots;
  /** Index in the slots' users, by position. */
  readonly #indexOf: Int32Array;
  /** By slot: its place in the part that was asked about last. */
  readonly #placeOf: Int32Array;

  constructor(slots: Slots, positions: number) {
    this.#slots = slots;
    this.#indexOf = new Int32Array(positions).fill(NOBODY);
    slots.users.forEach((position, index) => (this.#indexOf[position] = index));
    this.#placeOf = new Int32Array(slots.sets.length).fill(NOBODY);
  }

  /** Of the users still in the customer: their indices; and of these the distinct slots, ascending, with users of each. */
  *of(
    users: Uint32Array,
  ): Steps<{ indices: Uint32Array; slots: Uint32Array; counts: Uint32Array }> {
    const { slotOf } = this.#slots;
    const here = new Uint32Array(users.length);
    let count = 0;
    const found: number[] = [];
    for (let i = 0; i < users.length; i++) {
      if (i % STEP === STEP - 1) yield;
      const index = this.#indexOf[users[i] ?? 0] ?? NOBODY;
      if (index === NOBODY) continue;
      here[count++] = index;
      const slot = slotOf[index] ?? 0;
      if (this.#placeOf[slot] === NOBODY) {
        this.#placeOf[slot] = 0;
        found.push(slot);
      }
    }
    const indices = here.subarray(0, count);
    const slots = Uint32Array.from(found).sort();
    slots.forEach((slot, place) => (this.#placeOf[slot] = place));
    const counts = new Uint32Array(slots.length);
    for (let i = 0; i < count; i++) {
      if (i % STEP === STEP - 1) yield;
      const index = indices[i] ?? 0;
      const place = this.#placeOf[slotOf[index] ?? 0] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    for (const slot of slots) this.#placeOf[slot] = NOBODY;
    return { indices, slots, counts };
  }
}

/** Every part judged alone, then all of them in one order: that of `users`. */
function* join(
  context: PlanningContext,
  users: Uint32Array,
  parts: readonly Part[],
): Steps<Expansion> {
  const { assignments, index } = context;
  const all = yield* context.slots(users);
  yield;
  const partSlots = new PartSlots(all, context.table.count);
  const cases: DraftCase[] = [];
  const counts: number[] = [];
  const read: ReadPart[] = [];
  const rowCounts: number[] = [];
  const caseAt = new Int32Array(all.users.length).fill(NOBODY);
  const rowAt = new Uint32Array(all.users.length);
  const rowOfSlot = new Uint32Array(all.sets.length);
  const caseOfRow: number[] = [];
  const said: PartSaid[] = [];
  let since = 0;
  for (const [part, { draft, users: those }] of parts.entries()) {
    const orders = context.orders.read(draft);
    read.push({ draft, orders });
    // most parts are for few users
    since += those.length + 1;
    if (since >= SHORT_STEP) {
      since = 0;
      yield;
    }
    const { indices, slots, counts: perSlot } = yield* partSlots.of(those);
    const sets = slots.map((slot) => all.sets[slot] ?? 0);
    const locations = Uint16Array.from(slots, (slot) => all.locations[slot] ?? 0);
    const flags = Uint8Array.from(slots, (slot) => all.flags[slot] ?? 0);
    // asked about once: a place to remember it by would be most of the time that many parts take
    const held = new HeldRows(assignments, sets);
    const lines = orders.products.map((order) => readLine(order, held, index));
    const judged = judgeRows(index, { orders, part, held, lines, locations, flags });
    const first = rowCounts.length;
    for (const one of judged.said) said.push({ ...one, first });
    slots.forEach((slot, place) => {
      const one = cases.length + (judged.caseOf[place] ?? 0);
      const users = perSlot[place] ?? 0;
      rowOfSlot[slot] = rowCounts.push(users) - 1;
      caseOfRow.push(one);
      counts[one] = (counts[one] ?? 0) + users;
    });
    for (let i = 0; i < indices.length; i++) {
      if (i % STEP === STEP - 1) yield;
      const index = indices[i] ?? 0;
      const row = rowOfSlot[all.slotOf[index] ?? 0] ?? 0;
      rowAt[index] = row;
      caseAt[index] = caseOfRow[row] ?? 0;
    }
    for (const each of judged.cases) cases.push(each);
  }
  yield;
  const isPlanned = (_: number, index: number): boolean => caseAt[index] !== NOBODY;
  const isEverybody = !caseAt.includes(NOBODY);
  return {
    parts: read,
    // the same array where nobody drops out: what is worked out for it is known
    users: isEverybody ? all.users : all.users.filter(isPlanned),
    caseOf: Uint32Array.from(isEverybody ? caseAt : caseAt.filter(isPlanned)),
    rowOf: isEverybody ? rowAt : rowAt.filter(isPlanned),
    cases,
    counts: Uint32Array.from(counts),
    rowCounts: Uint32Array.from(rowCounts),
    said,
  };
}

/**
 * Judges one draft for everybody, or each part for its own users (disjoint, all of them in `users`).
 * `users` are positions in display order, which decides over all parts who gets the last units;
 * gone ones and those of no part drop out.
 */
export const expandParts = (
  context: PlanningContext,
  users: Uint32Array,
  drafted: Drafted,
): Steps<Expansion> =>
  isParts(drafted) ? join(context, users, drafted) : expand(context, users, drafted);
