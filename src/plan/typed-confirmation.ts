import type { Preview } from './preview.ts';

/** From where on the number of users is typed. */
export interface ConfirmationLimits {
  /** This many users who lose licenses … */
  readonly confirmUsers: number;
  /** … or this share of the licensed users, in percent … */
  readonly confirmPercent: number;
  /** … or this many users who lose their last mailbox or storage service plan. */
  readonly confirmLosing: number;
}

/**
 * True when a Save takes so much away that the person must type the number of users: revocations
 * reach the limit of users or its share (percent) of the licensed users, or the limit of users, or
 * everyone selected, lose their last mailbox or storage service plan. A Sync asks for what no Save of this
 * number confirmed. Retrying what was rejected does not
 * ask: it plans no more than a person confirmed before, sends nothing, and the Sync that would send it asks.
 */
export function needsTypedConfirmation(
  { users, usersRevoked, losingData }: Pick<Preview, 'users' | 'usersRevoked' | 'losingData'>,
  licensedUsers: number,
  limits: ConfirmationLimits,
): boolean {
  if (usersRevoked > 0) {
    if (usersRevoked >= limits.confirmUsers) return true;
    if (usersRevoked * 100 >= limits.confirmPercent * licensedUsers) return true;
  }
  return losingData > 0 && (losingData >= limits.confirmLosing || losingData >= users);
}
