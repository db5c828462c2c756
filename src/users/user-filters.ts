import { LOCATION_NONE } from './usage-location.ts';
import { isPending, UserFlag, type UserTable } from './user-table.ts';

/** What is worked out once for many questions; asked for only by filters that need it. */
export interface FilterAids {
  /** `overlappingSets` of the customer. */
  readonly overlapping: () => Uint8Array;
}

/** A license set with the number that names it. */
export interface SetLook {
  readonly number: number;
  readonly holdsSome: boolean;
  /** No source told all licenses of its users. */
  readonly isUntold: boolean;
}

/** A filter that is on or off. Who fits all that it says matches. */
interface Filter {
  /** Of what a user holds, planned. */
  readonly ofSet?: (set: SetLook, aids: FilterAids) => boolean;
  readonly ofUser?: (table: UserTable, position: number) => boolean;
}

const isLicensed = ({ holdsSome }: SetLook): boolean => holdsSome;

const has =
  (flag: number) =>
  ({ flags }: UserTable, position: number): boolean =>
    ((flags[position] ?? 0) & flag) !== 0;

/** The filters of Users that are on or off, in the order of the screen. */
export const userFilters = {
  /** Users who hold nothing, planned (unknown is not nothing). */
  withoutLicense: { ofSet: ({ holdsSome, isUntold }) => !holdsSome && !isUntold },
  /** Users who have no usage location, planned (unknown is not missing). */
  withoutLocation: {
    ofUser: ({ locations }, position) => locations.planned[position] === LOCATION_NONE,
  },
  /** Users whom the plan would change. */
  pending: { ofUser: isPending },
  /** Users who hold something, planned. */
  licensed: { ofSet: isLicensed },
  /** Users who are known to be blocked from signing in. */
  blocked: { ofUser: has(UserFlag.blocked) },
  guest: { ofUser: has(UserFlag.guest) },
  /** Users who hold something, planned, and are known to be blocked from signing in. */
  licensedBlocked: { ofSet: isLicensed, ofUser: has(UserFlag.blocked) },
  /** Users who hold something, planned, and are known to be guests. */
  licensedGuest: { ofSet: isLicensed, ofUser: has(UserFlag.guest) },
  /** Users who hold a product, planned, of which another of theirs gives everything (`superfluousIn`). */
  overlapping: { ofSet: ({ number }, { overlapping }) => overlapping()[number] === 1 },
  /** Users of whom no source told all licenses. */
  licensesUntold: { ofSet: ({ isUntold }) => isUntold },
} as const satisfies Readonly<Record<string, Filter>>;

export type UserFilter = keyof typeof userFilters;

export const filterNames = Object.keys(userFilters) as readonly UserFilter[];

/** What the filters that are on say together. */
export function wantedBy(query: Readonly<Record<UserFilter, boolean>>): {
  readonly ofSet: readonly NonNullable<Filter['ofSet']>[];
  readonly ofUser: readonly NonNullable<Filter['ofUser']>[];
} {
  const on = filterNames.filter((name) => query[name]).map((name): Filter => userFilters[name]);
  return {
    ofSet: on.flatMap((one) => one.ofSet ?? []),
    ofUser: on.flatMap((one) => one.ofUser ?? []),
  };
}
