import { addBit, addBits, hasBit, noBits, type Bits } from './bits.ts';
import { isGained, isLost, isSent, type Touch } from './case.ts';
import type { PlanMask } from './plan-mask.ts';
import type { SkuId } from '#licenses/ids.ts';

/** One product as it is touched in many rows, each at most once. */
export class TouchedRows {
  readonly skuId: SkuId;
  /** Number in the `ProductIndex`, −1 for a product that the customer is not known to have. */
  readonly product: number;
  /** In the `AssignmentTable`. */
  readonly column: number;
  readonly gained: Bits;
  readonly lost: Bits;
  readonly changed: Bits;
  readonly sent: Bits;
  /** Those who get the same, and what is on then. */
  readonly #alike: { readonly rows: Bits; readonly mask: PlanMask }[] = [];
  readonly #rows: number[] = [];
  readonly #masks: PlanMask[] = [];
  readonly #on: (Bits | undefined)[] = [];
  readonly #size: number;

  /** `size`: how many rows there are. */
  constructor({ skuId, product }: Pick<Touch, 'skuId' | 'product'>, column: number, size: number) {
    this.skuId = skuId;
    this.product = product;
    this.column = column;
    this.#size = size;
    this.gained = noBits(size);
    this.lost = noBits(size);
    this.changed = noBits(size);
    this.sent = noBits(size);
  }

  add(row: number, touch: Touch): void {
    if (touch.before === touch.after) return;
    addBit(this.changed, row);
    if (isGained(touch)) addBit(this.gained, row);
    if (isLost(touch)) addBit(this.lost, row);
    if (isSent(touch)) addBit(this.sent, row);
    if (touch.after === undefined) return;
    this.#rows.push(row);
    this.#masks.push(touch.maskAfter);
  }

  /** Adds rows that do not hold the product. */
  addGained(rows: Bits, touch: Touch): void {
    if (touch.after === undefined) return;
    for (const bits of [this.changed, this.gained, this.sent]) addBits(bits, rows);
    this.#alike.push({ rows, mask: touch.maskAfter });
  }

  /** In which of the changed rows this bit of a mask is on afterwards. */
  on(bit: number): Bits {
    let on = this.#on[bit];
    if (on === undefined) {
      this.#on[bit] = on = noBits(this.#size);
      for (const { rows, mask } of this.#alike) if (hasBit(mask, bit)) addBits(on, rows);
      for (let i = 0; i < this.#rows.length; i++) {
        const mask = this.#masks[i];
        if (mask !== undefined && hasBit(mask, bit)) addBit(on, this.#rows[i] ?? 0);
      }
    }
    return on;
  }
}
