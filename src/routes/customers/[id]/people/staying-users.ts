import type { Issue } from '#rules/issue.ts';
import type { Position } from '#users/ids.ts';

/** A user who stays as they are when something is done to others. */
export interface StayingUser {
  readonly position: Position;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** What keeps the user from it, as far as rules do. */
  readonly issues?: readonly Issue[];
}

/** A page of them, counted from 0; `total` are on all pages. */
export interface StayingPage<Row extends StayingUser> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly page: number;
}
