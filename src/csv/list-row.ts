import { readGuid } from '#licenses/ids.ts';
import { userKey } from '#users/name-text.ts';
import type { RefusalReason } from '#users/row-refusal.ts';
import type { LeftOutRow } from './csv-rows.ts';
import { SHOWN_VALUE } from './refusals.ts';
import type { CellRefusal } from './row-ask.ts';

/** What separates words in a row that does not stand under its headings. */
const BETWEEN_WORDS = /[\s",;|<>()[\]]+/;

/** The different addresses in a cell, as `userKey`s. */
export const addressesIn = (cell: string): readonly string[] =>
  cell.includes('@')
    ? [
        ...new Set(
          cell
            .split(BETWEEN_WORDS)
            .filter((word) => word.includes('@'))
            .map(userKey),
        ),
      ]
    : [];

/** True for a cell with more than one of them. */
export const namesSeveral = (cell: string): boolean =>
  // most cells have one @, or none
  cell.indexOf('@') !== cell.lastIndexOf('@') && addressesIn(cell).length > 1;

/** Everybody whom a row may be about whose cells may stand under other headings, as `userKey`s. */
export function anyoneIn(cells: readonly string[]): string[] {
  const words = cells.flatMap((cell) => [cell, ...cell.split(BETWEEN_WORDS)]);
  return words.map(userKey).filter((key) => key.includes('@') || readGuid(key) !== null);
}

/** A refusal of all that stands in a row. */
export const wholeRow = (cells: readonly string[], reason: RefusalReason): CellRefusal => ({
  column: null,
  value: cells.join(' ').slice(0, SHOWN_VALUE),
  reason,
});

/** Why a row is not read cell by cell. */
export function leftOutFor({ problem }: LeftOutRow): RefusalReason {
  switch (problem.kind) {
    case 'raggedRow':
      return { kind: 'ragged', expected: problem.expected, received: problem.received };
    case 'badValue':
      return { kind: 'tooLong' };
    case 'aboveHeader':
      return { kind: 'aboveHeader' };
    default:
      return { kind: 'brokenQuotes' };
  }
}
