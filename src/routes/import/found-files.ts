import type { ToldList } from '#csv/tell-list.ts';
import type { FileChoice, ImportedFile } from '#worker/imports/import-types.ts';

/** An assignment list among the files, with what it was known by. */
export interface FoundList {
  readonly file: File;
  readonly told: ToldList;
  /** Read out of a workbook. */
  readonly isSheet: boolean;
}

/** A CSV file of customer data, or of nobody knows what: how it is read can be said. */
export interface FoundCsv {
  readonly index: number;
  readonly file: File;
  /** The file, or the text that its sheet was read as. */
  readonly text: File;
  readonly read: ImportedFile;
  readonly choice: FileChoice;
}

/** Nobody said anything of a file. */
export const unsaid: FileChoice = {
  as: null,
  encoding: null,
  delimiter: null,
  headerRow: null,
  columns: null,
};

/** The same file chosen twice is read once. */
export const sameness = ({ name, size, lastModified }: File): string =>
  `${name} ${size} ${lastModified}`;
