import type { Pace } from '#base/pace.ts';
import { isProductNames, readProductNames } from '#csv/read-product-names.ts';
import { keepCatalogNames } from '#store/catalog-names.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { Desk } from '#worker/desk.ts';
import type { FileChoice } from '#worker/imports/import-types.ts';
import { builtInCatalog } from './known-catalog.ts';

/** Which of the files are Microsoft's list of names, told by their headings or because a person said so. */
export async function namesAmong(
  files: readonly File[],
  choices: readonly FileChoice[],
): Promise<ReadonlySet<File>> {
  const names = new Set<File>();
  for (const [index, file] of files.entries()) {
    const said = choices[index]?.as ?? null;
    if (said === 'productNames' || (said === null && (await isProductNames(file)))) {
      names.add(file);
    }
  }
  return names;
}

/** `added`: products that the app does not name by itself; `leftOut`: rows. */
type NamesValue =
  | {
      readonly kind: 'namesImported';
      readonly products: number;
      readonly added: number;
      readonly leftOut: number;
    }
  | { readonly kind: 'namesRefused'; readonly problem: ImportProblem };

/** Takes Microsoft's list into the catalog, in the place of the one before. */
export async function importNames(
  { db, now, customers }: Desk,
  file: File,
  pace: Pace,
): Promise<NamesValue> {
  const read = await readProductNames(file, pace);
  if (!read.ok) return { kind: 'namesRefused', problem: read.error };
  const { products, servicePlans, leftOut } = read.value;
  const row = { id: 'microsoft', fileName: file.name, savedAt: now() } as const;
  await keepCatalogNames(db, { ...row, products, servicePlans });
  await customers.reloadAll();
  const ids = new Set(products.map(({ skuId }) => skuId));
  const known = (await builtInCatalog()).products;
  const added = [...ids].filter((id) => !known.has(id)).length;
  return { kind: 'namesImported', products: ids.size, added, leftOut };
}
