import { CsvHeader } from '#csv/csv-header.ts';
import { csvKindOf } from '#csv/csv-kinds.ts';
import { lookAtFile } from '#csv/look-at-file.ts';
import { encodingPrior } from '#worker/encoding-prior.ts';
import type { Commands } from './commands.ts';

/** Files that are not imported yet. */
export function importCommands(): Pick<Commands, 'lookAtFile'> {
  return {
    lookAtFile: (file, choice, locale) =>
      lookAtFile(
        file,
        choice,
        (cells) => csvKindOf(file.name, new CsvHeader(cells)),
        encodingPrior(locale),
      ),
  };
}
