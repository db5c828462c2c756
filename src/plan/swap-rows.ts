import { both, hasBit, allBits, without } from '#rules/bits.ts';
import type { HeldRows } from '#rules/held-rows.ts';
import { leftUntold } from '#rules/licenses-untold.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import { Sayings, type Said } from '#rules/said.ts';
import { TouchedRows } from '#rules/touched-rows.ts';
import { swap, type JudgedSwap, type SwapOrder } from './swap.ts';

/** What one swap of a draft does to rows, and what the rules say of that alone. */
export interface SwapRows {
  /** The product that goes, and the one that comes. */
  readonly touched: readonly [TouchedRows, TouchedRows];
  readonly judged: readonly JudgedSwap[];
  /** By row, the place in `judged`, and 1; 0: the swap does not concern it. */
  readonly judgedOf: Uint32Array;
  readonly said: readonly Said[];
}

export function swapRows(order: SwapOrder, held: HeldRows, index: ProductIndex): SwapRows {
  const { table, size } = held;
  const [from, to] = [table.columnOf(order.from.skuId), table.columnOf(order.to.skuId)];
  const goes = new TouchedRows(order.from, from, size);
  const comes = new TouchedRows(order.to, to, size);
  const said = new Sayings(size);
  const others = without(allBits(size), held.held(from));
  said.say(both(others, held.untold), () => leftUntold(order.from.skuId, index));
  const numbers = new Map<JudgedSwap, number>();
  const judgedOf = new Uint32Array(size);
  const holdsTo = held.held(to);
  const { rows, assignments } = held.holders(from);
  rows.forEach((row, i) => {
    const assignment = table.sets.heldOf(assignments[i] ?? 0);
    if (!assignment) return;
    const how = { held: assignment, holdsTo: hasBit(holdsTo, row) };
    const judged = swap(order, how, index);
    const number = numbers.get(judged) ?? numbers.size + 1;
    numbers.set(judged, number);
    judgedOf[row] = number;
    const [lost, gained] = judged.touches;
    if (lost !== undefined) goes.add(row, lost);
    if (gained !== undefined) comes.add(row, gained);
    for (const issue of judged.issues) said.sayOf(issue, row);
  });
  return { touched: [goes, comes], judged: [...numbers.keys()], judgedOf, said: said.all() };
}
