import { inTurns } from '#base/steps.ts';
import type { SkuId } from '#licenses/ids.ts';
import { movesOf, type SheetReader } from '#plan/change-sheet.ts';
import type { Change } from '#plan/change.ts';
import type { Planner } from '#plan/planner.ts';
import { type Staying, whoStays } from '#plan/who-stays.ts';
import { politePace } from '#worker/jobs/next-turn.ts';
import type { SheetView } from './sheet-types.ts';

/** The sheet with the licenses that are there before it, and with who stays as they are. */
export function sheetView(
  reader: SheetReader,
  availableOf: (sku: SkuId) => number | null,
  staying: readonly Staying[] = [],
): SheetView {
  const { units, ...sheet } = reader.sheet();
  return {
    ...sheet,
    units: units.map((one) => ({ ...one, available: availableOf(one.skuId) })),
    staying,
  };
}

/** What a saved change planned. How many licenses there were for it is over. */
export async function savedSheet(planner: Planner, change: Change): Promise<SheetView> {
  const reader = await inTurns(planner.sheetInSteps(movesOf(change)), politePace());
  return sheetView(reader, () => null, whoStays(change));
}
