import * as v from 'valibot';
import type { ServicePlanId } from '#licenses/ids.ts';
import { sku, text } from './backup-shapes.ts';

/** What a person said that the columns under a header are. */
export const mappingRow = v.object({
  kind: v.picklist(['users', 'list']),
  header: v.string(),
  columns: v.array(v.string()),
  savedAt: v.number(),
});

/** Microsoft's list of names. */
export const catalogRow = v.object({
  id: v.literal('microsoft'),
  fileName: v.string(),
  savedAt: v.number(),
  products: v.array(v.object({ skuId: sku, skuPartNumber: v.string(), name: v.string() })),
  servicePlans: v.array(
    v.object({ id: text<ServicePlanId>(), partName: v.string(), name: v.string() }),
  ),
});
