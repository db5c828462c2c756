import { UserFlag } from './user-table.ts';

/** What is known of a user beside licenses and place, and no plan changes. Null where no source said. */
export interface UserFacts {
  readonly blocked: boolean | null;
  readonly guest: boolean | null;
}

const { blocked, blockedKnown, guest, guestKnown } = UserFlag;

/** The bits of `UserTable.flags` that `userFacts` reads. */
export const FACT_BITS = blocked | blockedKnown | guest | guestKnown;

const factIn = (flags: number, known: number, bit: number): boolean | null =>
  (flags & known) === 0 ? null : (flags & bit) !== 0;

/** What a user's flags say. */
export const userFacts = (flags: number): UserFacts => ({
  blocked: factIn(flags, blockedKnown, blocked),
  guest: factIn(flags, guestKnown, guest),
});
