import type { UserQuery, UserSort } from '#users/user-query.ts';

/** How a list of users is sorted, and what a press on a heading does. */
export interface Sorting {
  readonly by: UserQuery['sort'];
  readonly onsort: (by: UserSort) => void;
}
