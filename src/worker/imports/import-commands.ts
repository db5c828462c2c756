import type { Result } from '#base/result.ts';
import type { CsvChoice } from '#csv/csv-choice.ts';
import type { ListRole } from '#csv/list-roles.ts';
import { type FileLook, lookAtFile } from '#csv/look-at-file.ts';
import { headerKey } from '#csv/user-header.ts';
import type { CustomerId } from '#customers/customer.ts';
import { keepMapping } from '#store/mappings.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { Desk } from '#worker/desk.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { openNamesView } from './customer-meanings.ts';
import { encodingPrior } from './encoding-prior.ts';
import { nothingRead } from './held-names.ts';
import type { OpenNamesView } from './import-types.ts';
import { userMappings } from './user-mappings.ts';

/** Files that are not imported yet. */
export function importCommands(desk: Desk) {
  const { db, now } = desk;
  return {
    /** The names at a customer that were left open and that its users hold still. */
    openNamesAt: (id: CustomerId, locale: LocaleTag): Promise<OpenNamesView> =>
      openNamesView(desk, nothingRead, id, locale),

    /**
     * The names in the files of an import, or left open before, that mean no one product of the customer
     * (null: a new one); none when the import is over.
     */
    async openNames(
      importId: string,
      into: CustomerId | null,
      locale: LocaleTag,
    ): Promise<OpenNamesView> {
      const read = desk.imports.get(importId);
      if (read === undefined) return { names: [], products: [] };
      return openNamesView(desk, read, into, locale);
    },

    /** How the beginning of a CSV file reads in a form, before all of it is read. */
    async lookAtFile(
      file: File,
      choice: CsvChoice,
      locale: LocaleTag,
    ): Promise<Result<FileLook, ImportProblem>> {
      return lookAtFile(file, choice, await userMappings(db), encodingPrior(locale));
    },

    /** Remembers what the columns of an assignment list under this header are; null: as the heading says. */
    async keepListColumns(
      headings: readonly string[],
      roles: readonly (ListRole | null)[],
    ): Promise<void> {
      const columns = roles.map((role) => role ?? '');
      await keepMapping(db, { kind: 'list', header: headerKey(headings), columns, savedAt: now() });
    },
  };
}
