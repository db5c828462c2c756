import { allBits, both, forEachBit, without } from '#rules/bits.ts';
import { Way } from '#rules/assignment-table.ts';
import type { HeldRows } from '#rules/held-rows.ts';
import { leftUntold } from '#rules/licenses-untold.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import { Sayings, type Said } from '#rules/said.ts';
import { TouchedRows } from '#rules/touched-rows.ts';
import type { JudgedTouch, ProductOrder } from './orders.ts';
import { touch } from './touch.ts';
import { effectKindOf, effectKinds } from './touch-effects.ts';

/** What one line of a draft does to rows, and what the rules say of that alone. */
export interface LineRows {
  readonly order: ProductOrder;
  readonly touched: TouchedRows;
  /** By row, the place of what happens in `effectKinds`, and 1; 0: nothing. */
  readonly effects: Uint8Array;
  readonly said: readonly Said[];
}

const keyOf = ({ touch }: JudgedTouch): number => {
  const kind = effectKindOf(touch);
  return kind === null ? 0 : effectKinds.indexOf(kind) + 1;
};

/** What the line does to those who hold the product, in the order of the rows. */
function* touchesOf(order: ProductOrder, held: HeldRows, column: number, index: ProductIndex) {
  if (order.action !== 'revoke' && order.switches.size === 0) return;
  const { table } = held;
  const { rows, assignments } = held.holders(column);
  const alike: JudgedTouch[] = [];
  for (let i = 0; i < rows.length; i++) {
    const number = assignments[i] ?? 0;
    const assignment = table.sets.heldOf(number);
    if (!assignment) continue;
    // what no group gives is taken in the same way, whatever is off
    const ways = table.ways[number] ?? 0;
    const isAlike = order.action === 'revoke' && (ways & Way.group) === 0;
    const judged = (isAlike && alike[ways]) || touch(order, assignment, index);
    if (judged === null) continue;
    if (isAlike) alike[ways] = judged;
    yield { row: rows[i] ?? 0, judged };
  }
}

/** What the line does; nothing of it is remembered. */
export function readLine(order: ProductOrder, held: HeldRows, index: ProductIndex): LineRows {
  const column = held.table.columnOf(order.skuId);
  const touched = new TouchedRows(order, column, held.size);
  const effects = new Uint8Array(held.size);
  const said = new Sayings(held.size);
  const others = without(allBits(held.size), held.held(column));
  const { gain } = order;
  if (gain === null) said.say(both(others, held.untold), () => leftUntold(order.skuId, index));
  else {
    const key = keyOf(gain);
    touched.addGained(others, gain.touch);
    if (key !== 0) forEachBit(others, (row) => (effects[row] = key));
    for (const issue of gain.issues) said.say(others, () => issue);
  }
  for (const { row, judged } of touchesOf(order, held, column, index)) {
    touched.add(row, judged.touch);
    effects[row] = keyOf(judged);
    for (const issue of judged.issues) said.sayOf(issue, row);
  }
  return { order, touched, effects, said: said.all() };
}

/** What the line does; worked out once while it stays in the draft. */
export function lineRows(order: ProductOrder, held: HeldRows, index: ProductIndex): LineRows {
  if (order.last?.held !== held) order.last = { held, rows: readLine(order, held, index) };
  return order.last.rows;
}
