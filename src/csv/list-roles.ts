import type { ChosenColumns, ColumnUse } from './assignment-columns.ts';
import { headerKey } from './user-header.ts';

/** What a person can say that a column of an assignment list is; products are chosen by their names. */
export const listRoles = [
  'user',
  'customer',
  'product',
  'toAssign',
  'toRevoke',
  'action',
  'servicePlansOff',
  'aside',
] as const;
export type ListRole = (typeof listRoles)[number];

/** What was said of the columns under a header, by `headerKey`; null for those that their headings decide. */
export type ListRoles = ReadonlyMap<string, readonly (ListRole | null)[]>;

/** Columns as somebody said for this very header; of any other nothing is said. */
export const columnsSaid =
  (roles: ListRoles): ChosenColumns =>
  (headings) => {
    const said = roles.get(headerKey(headings)) ?? [];
    return new Map(
      said.flatMap((kind, index): [number, ColumnUse][] =>
        kind === null ? [] : [[index, { kind }]],
      ),
    );
  };
