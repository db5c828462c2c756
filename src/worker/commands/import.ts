import { lookAtFile } from '#csv/look-at-file.ts';
import { encodingPrior } from '#worker/encoding-prior.ts';
import { userMappings } from '#worker/user-mappings.ts';
import type { Commands, Desk } from './commands.ts';

/** Files that are not imported yet. */
export function importCommands({ db }: Desk): Pick<Commands, 'lookAtFile'> {
  return {
    async lookAtFile(file, choice, locale) {
      return lookAtFile(file, choice, await userMappings(db), encodingPrior(locale));
    },
  };
}
