/** Bits of `UserTable.flags`. A fact that no source gave has its `…Known` bit clear. */
export const UserFlag = {
  /** No longer in the customer; kept, so that positions stay. */
  gone: 1,
  blocked: 2,
  blockedKnown: 4,
  guest: 8,
  guestKnown: 16,
} as const;

/** Texts of a user that a source may carry or not. */
export const carriedTexts = ['displayName', 'department', 'mail'] as const;

/** The texts kept per user, each in a column of its own. `''` = no source gave one. `id` is the `UserId`. */
export const textColumns = ['id', 'userPrincipalName', ...carriedTexts] as const;
export type TextColumn = (typeof textColumns)[number];

/** Something for each of the text columns. */
export const perText = <T>(make: (column: TextColumn) => T): Record<TextColumn, T> =>
  Object.fromEntries(textColumns.map((column) => [column, make(column)])) as Record<TextColumn, T>;

/**
 * One customer's users as columns: position i in every column is the same user, for life.
 * `licenses` are numbers of the customer's `LicenseSets`; `locations` are `LocationCode`s.
 * `planned` is a cache of the baseline folded with the open changes.
 */
export interface UserTable {
  readonly count: number;
  readonly texts: Readonly<Record<TextColumn, readonly string[]>>;
  readonly flags: Uint8Array;
  readonly licenses: { readonly baseline: Uint32Array; readonly planned: Uint32Array };
  readonly locations: { readonly baseline: Uint16Array; readonly planned: Uint16Array };
}

/** True for a user that is still in the customer. */
export const isPresent = (table: UserTable, position: number): boolean =>
  ((table.flags[position] ?? UserFlag.gone) & UserFlag.gone) === 0;

/** True when the plan would change this user. */
export const isPending = (table: UserTable, position: number): boolean =>
  table.licenses.baseline[position] !== table.licenses.planned[position] ||
  table.locations.baseline[position] !== table.locations.planned[position];
