import type { ServicePlanId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';
import { addBit, addBits, noBits, without, type Bits } from './bits.ts';
import type { HeldRows } from './held-rows.ts';

/** What sources say of the service plans of one product. */
interface Told {
  /** Rows with a path of which a source told what is off. */
  readonly told: Bits;
  /** Rows with a path of which none did. */
  readonly untold: Bits;
  /** By service plan, the rows in which it is off on every path of which a source told. */
  readonly off: Map<ServicePlanId, Bits>;
}

/** Service plans that are off on all paths of which a source told; null where none told. */
function offIn({ paths }: Assignment): readonly ServicePlanId[] | null {
  let off: readonly ServicePlanId[] | null = null;
  for (const { disabledPlans } of paths) {
    if (disabledPlans === null) continue;
    off = off === null ? disabledPlans : off.filter((plan) => disabledPlans.includes(plan));
  }
  return off;
}

/** Which service plans are on and off as sources told, as bits over rows; of each product read once. */
export class ToldPlans {
  readonly #held: HeldRows;
  readonly #columns: (Told | undefined)[] = [];
  readonly #on = new Map<ServicePlanId, Bits>();

  constructor(held: HeldRows) {
    this.#held = held;
  }

  /** Service plans of the product with those who have them off by every path, all of them told. */
  off(column: number): ReadonlyMap<ServicePlanId, Bits> {
    const { off, untold } = this.#read(column);
    return new Map([...off].map(([plan, rows]) => [plan, without(rows, untold)]));
  }

  /** Who has it on in some product by a path that was told. */
  on(plan: ServicePlanId): Bits {
    let on = this.#on.get(plan);
    if (on === undefined) {
      const { table, size, none } = this.#held;
      this.#on.set(plan, (on = noBits(size)));
      for (let column = 0; column < table.columnCount; column++) {
        if (!table.lists(column, plan)) continue;
        const { told, off } = this.#read(column);
        addBits(on, without(told, off.get(plan) ?? none));
      }
    }
    return on;
  }

  #read(column: number): Told {
    return (this.#columns[column] ??= this.#find(column));
  }

  #find(column: number): Told {
    const { size, table } = this.#held;
    const { rows, assignments } = this.#held.holders(column);
    const found: Told = { told: noBits(size), untold: noBits(size), off: new Map() };
    rows.forEach((row, i) => {
      const assignment = table.sets.heldOf(assignments[i] ?? 0);
      if (assignment === null) return;
      const off = offIn(assignment);
      if (off !== null) addBit(found.told, row);
      if (assignment.paths.some(({ disabledPlans }) => disabledPlans === null)) {
        addBit(found.untold, row);
      }
      for (const plan of off ?? []) {
        let those = found.off.get(plan);
        if (those === undefined) found.off.set(plan, (those = noBits(size)));
        addBit(those, row);
      }
    });
    return found;
  }
}
