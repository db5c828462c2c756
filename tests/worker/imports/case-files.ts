import { readFileSync } from 'node:fs';
import { describeCase as describePaths } from '../../corpus.ts';
import { openDesk } from '../desk.ts';
import { steady } from '#base/pace.ts';
import { noChoice } from '#csv/csv-choice.ts';
import type { CustomerId } from '#customers/customer.ts';
import { loadCustomer, type LoadedCustomer } from '#store/load-customer.ts';
import { isPresent } from '#users/user-table.ts';
import { ImportDesk } from '#worker/imports/import-desk.ts';
import type {
  FileReading,
  ImportAsk,
  ImportSummary,
  NameMeaning,
} from '#worker/imports/import-types.ts';

/** `describeCase` of `corpus.ts`, with what is dropped on a screen. */
export const describeCase = (folder: string, tests: (file: (name: string) => File) => void): void =>
  describePaths(folder, (pathOf) => {
    tests((name) => new File([readFileSync(pathOf(name))], name, { lastModified: 1000 }));
  });

/** A device into which files are imported one after another. */
export class Imports {
  readonly desk = openDesk();
  readonly #imports = new ImportDesk(this.desk);

  read(...files: readonly File[]): Promise<ImportSummary> {
    return this.readAs(null, ...files);
  }

  readAs(as: FileReading | null, ...files: readonly File[]): Promise<ImportSummary> {
    const choices = files.map(() => ({ as, ...noChoice }));
    return this.#imports.read({ files, choices, locale: 'en' }, steady);
  }

  whoGoes({ importId }: ImportSummary, customerId: CustomerId) {
    const ask = { importId, customerId, domains: null, meanings: [] };
    return this.#imports.whoGoes(ask, steady);
  }

  /** Imports what was read, into a new customer where none is given. */
  async write(
    { importId }: ImportSummary,
    into: CustomerId | null,
    wholeCustomer = false,
    meanings: readonly NameMeaning[] = [],
  ) {
    const written = await this.tryToWrite({ importId }, into, { wholeCustomer, meanings });
    if (!('customerId' in written)) throw new Error(JSON.stringify(written));
    return written;
  }

  /** The same, whatever comes of it. */
  tryToWrite(
    { importId }: Pick<ImportSummary, 'importId'>,
    into: CustomerId | null,
    said: Partial<ImportAsk>,
  ) {
    return this.#imports.write(
      {
        importId,
        wholeCustomer: false,
        takesDamage: false,
        takesAsHeld: true,
        meanings: [],
        ...said,
        into: into === null ? { kind: 'new', name: 'Alder' } : { kind: 'existing', id: into },
      },
      steady,
    );
  }

  async customer(id: CustomerId): Promise<LoadedCustomer> {
    const customer = await loadCustomer(this.desk.db, id, steady);
    if (customer === null) throw new Error(`no customer ${id}`);
    return customer;
  }

  /** Reads files and imports them into a new customer. */
  async bring(...files: readonly File[]) {
    const summary = await this.read(...files);
    const written = await this.write(summary, null);
    return { summary, written, customer: await this.customer(written.customerId) };
  }
}

/** The names of those who are still in the customer. */
export const presentNames = ({ table }: LoadedCustomer): readonly string[] =>
  table.texts.userPrincipalName.filter((_, position) => isPresent(table, position));

/** The part numbers of what each present user holds, by userPrincipalName; null where nobody knows. */
export function heldBy({ table, sets, products }: LoadedCustomer): Record<string, string[] | null> {
  const names = new Map(products.map(({ skuId, skuPartNumber }) => [skuId, skuPartNumber]));
  const held = (number: number): string[] | null =>
    sets.isUntold(number)
      ? null
      : sets
          .at(number)
          .map(({ skuId }) => names.get(skuId) ?? skuId)
          .sort();
  return Object.fromEntries(
    table.texts.userPrincipalName.flatMap((name, position) =>
      isPresent(table, position) ? [[name, held(table.licenses.baseline[position] ?? 0)]] : [],
    ),
  );
}
