import type { SkuId } from '#licenses/ids.ts';
import type { SheetReader } from '#plan/change-sheet.ts';
import type { Staying } from '#plan/who-stays.ts';
import type { SheetView } from './sheet-types.ts';

/** The sheet with the licenses that are there before it, and with who stays as they are. */
export function sheetView(
  reader: SheetReader,
  availableOf: (sku: SkuId) => number | null = () => null,
  staying: readonly Staying[] = [],
): SheetView {
  const { units, ...sheet } = reader.sheet();
  return {
    ...sheet,
    units: units.map((one) => ({ ...one, available: availableOf(one.skuId) })),
    staying,
  };
}
