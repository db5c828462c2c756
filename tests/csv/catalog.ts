import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { readGuid, skuId } from '../../src/licenses/ids.ts';
import type { NamedProduct } from '../../src/csv/product-index.ts';
import { corpusFile, hasCorpus } from '../corpus.ts';

/** Every product of Microsoft's list of product names, once per name and GUID; none where the corpus is missing. */
export function microsoftCatalog(): NamedProduct[] {
  if (!hasCorpus) return [];
  const text = readFileSync(corpusFile('product-names-and-service-plans.csv'), 'utf8');
  const products = new Map<string, NamedProduct>();
  for (const [name = '', part = '', guid = ''] of Papa.parse<string[]>(text).data.slice(1)) {
    const id = readGuid(guid);
    if (id === null) continue;
    products.set(`${name.trim()}\n${id}`, {
      name: name.trim(),
      skuId: skuId(id),
      skuPartNumber: part.trim(),
    });
  }
  return [...products.values()];
}
