import type { Catalog } from './catalog.ts';
import { nameOfNamedSku } from './ids.ts';
import type { Product, ServicePlan } from './product.ts';

/** What a product is called by. */
type NamedProduct = Pick<Product, 'skuId' | 'skuPartNumber' | 'name'>;

/** Words of part numbers that stay in capitals; words with a digit (`E3`, `P2`, `O365`) do so anyway. */
const ACRONYMS = new Set(
  (
    'AAD AI API ATA ATP BI CDS CRM DLP DOD EEA EMS EU GCC ID IW MAM MDE MFA NGO PBI PSTN RMS RPA ' +
    'SKU SMB SPB SPE UK US USA VDA VM WAC'
  ).split(' '),
);

/** A product's name: the one in the customer's data, else the catalog's, else a readable part number. */
export function productName(product: NamedProduct, catalog: Catalog): string {
  return (
    product.name ??
    nameOfNamedSku(product.skuId) ??
    catalog.products.get(product.skuId)?.name ??
    (readablePartName(product.skuPartNumber) || product.skuId)
  );
}

/** A service plan's name: the catalog's, else its readable part name, else its id. */
export function servicePlanName(
  plan: Pick<ServicePlan, 'id' | 'partName'>,
  catalog: Catalog,
): string {
  return catalog.servicePlanNames.get(plan.id) ?? (readablePartName(plan.partName) || plan.id);
}

/** `POWER_BI_PRO` as a person would write it: `Power BI Pro`. Words that are not all capitals stay. */
export function readablePartName(partName: string): string {
  const words = partName.split(/[_\s]+/).filter((word) => word !== '');
  return words.map(readableWord).join(' ');
}

function readableWord(word: string): string {
  const isShouted = /^[A-Z]+$/.test(word) && !ACRONYMS.has(word);
  return isShouted ? word.charAt(0) + word.slice(1).toLowerCase() : word;
}

/** How names are compared when a file names a product: any case, any blanks, any Unicode form. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
