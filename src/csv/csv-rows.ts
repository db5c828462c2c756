import type { Result } from '#base/result.ts';
import type { ImportProblem } from '#users/import-problem.ts';

/**
 * Takes one row of as many cells as the header. Row numbers count from 1, the header, blank rows and
 * what stands above included. `ended`: false for a last row without a line break after it, which may
 * have been cut.
 */
export type TakeRow = (cells: readonly string[], row: number, ended: boolean) => void;

/** A row whose cells do not stand under their headings, with the warning about it. */
export interface LeftOutRow {
  readonly cells: readonly string[];
  readonly row: number;
  readonly ended: boolean;
  readonly problem: ImportProblem;
}

/** A reading of the rows in progress. */
export interface CsvRows {
  readonly take: TakeRow;
  /** Is given what `take` is not: ragged rows, rows with broken quotes or an enormous cell, rows above the header that may be data. */
  readonly leaveOut?: (row: LeftOutRow) => void;
  /** A last row that the file's end cuts within a quoted cell is left out like the others, and does not spoil the file. */
  readonly takesCut?: true;
  /** True once the rows themselves have said that they end: no fault that follows can spoil them. */
  readonly isOver?: () => boolean;
  /** Called once after the last row. */
  readonly finish: () => void;
}

/** Starts reading the rows below the header, which stands in the given row. */
export type StartRows = (headerRow: number) => CsvRows;

/**
 * Is given a row that may be the header; says how the rows below it are read, or why it is no header.
 * May be asked several times.
 */
export type OpenRows = (header: readonly string[]) => Result<StartRows, ImportProblem>;
