import { readSets } from '#licenses/read-sets.ts';
import type { StoredSets } from '#licenses/stored-sets.ts';

/** Today's rows as earlier versions wrote them. Versions 1 and 2: nothing was ever sent; in version 1 drafts without swaps, one draft per change, nobody undone. */

type Row = Readonly<Record<string, unknown>>;

const draftAsFirst = ({ swaps: _, ...draft }: Row): Row => draft;

/** A row of the table `drafts`. */
export const draftRowAsFirst = (row: Row): Row => ({
  ...row,
  value: draftAsFirst(row['value'] as Row),
});

/** A row of `changes`; `columns` is its row of `changeColumns`. */
export function headAsFirst({ events: _, standings: __, ...head }: Row, columns: Row): Row {
  const [draft] = columns['parts'] as Row[];
  return { ...head, draft: draftAsFirst(draft!), state: 'open' };
}

/** A row of `licenseBlocks`, as versions 1 and 2 wrote it. */
export const blockAsSecond = ({ settledThrough: _, ...block }: Row): Row => block;

/** A row of `changeColumns`. */
export const columnsAsFirst = ({
  parts: _parts,
  partOf: _partOf,
  standing: _standing,
  eventOf: _eventOf,
  ...columns
}: Row): Row => columns;

/** A row of `licenseSets`, as versions 1 to 6 wrote it. */
export const setsAsSixth = ({ customerId, first, ...stored }: Row): Row => ({
  ...{ customerId, first },
  sets: readSets(stored as unknown as StoredSets),
});

/** A row of `operations`, as versions 3 to 5 wrote it. */
export function operationAsFifth({ operation, ...row }: Row): Row {
  const { state: standing, ...rest } = operation as Row;
  return { ...row, operation: { ...rest, standing } };
}

/** A row of `handovers`, as versions 3 to 5 wrote it. */
export const handoverAsFifth = ({ handed: standing, ...row }: Row): Row => ({ ...row, standing });
