import type { CustomerId } from '#customers/customer.ts';

/** What of a customer may need a person's care, beside what its row says: the numbers of the screens that show it. */
export interface Attention {
  readonly customerId: CustomerId;
  /** Users who hold at least one license, planned. */
  readonly licensedUsers: number;
  /** Users of whom no source told which licenses they hold: none of those above for certain. */
  readonly untoldUsers: number;
  /** Pending users of whom Microsoft 365 differs from what was last known, and who wait for a person. */
  readonly conflicts: number;
  /** Products of which more is assigned than owned, with the plan counted. */
  readonly overdrawn: number;
  /** Products on the list of things to buy. */
  readonly toBuy: number;
  /** Products of which a subscription ends within 30 days; 0 where no source told. */
  readonly endingSoon: number;
  /** Users with a license that Microsoft 365 reports an error of. */
  readonly licenseErrors: number;
}
