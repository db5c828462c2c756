import { lookAtFile } from '#csv/look-at-file.ts';
import { headerKey } from '#csv/user-header.ts';
import { keepMapping } from '#store/mappings.ts';
import { encodingPrior } from './encoding-prior.ts';
import { userMappings } from './user-mappings.ts';
import type { Commands, Desk } from '#worker/desk.ts';

/** Files that are not imported yet. */
export function importCommands({
  db,
  now,
}: Desk): Pick<Commands, 'lookAtFile' | 'keepListColumns'> {
  return {
    async lookAtFile(file, choice, locale) {
      return lookAtFile(file, choice, await userMappings(db), encodingPrior(locale));
    },

    async keepListColumns(headings, roles) {
      const columns = roles.map((role) => role ?? '');
      await keepMapping(db, { kind: 'list', header: headerKey(headings), columns, savedAt: now() });
    },
  };
}
