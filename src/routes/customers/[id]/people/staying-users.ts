import type { Issue } from '#rules/issue.ts';
import type { Who } from '#worker/users/user-types.ts';

/** A user who stays as they are when something is done to others. */
export interface StayingUser extends Omit<Who, 'userId'> {
  /** What keeps the user from it, as far as rules do. */
  readonly issues?: readonly Issue[];
}
