/**
 * Counts of one product, as Graph's `prepaidUnits` and `consumedUnits` give them.
 * `warning` units are expired but in grace and still assignable; `suspended` ones are not.
 */
export interface Units {
  readonly enabled: number;
  readonly warning: number;
  readonly suspended: number;
  readonly lockedOut: number;
  readonly consumed: number;
}

/** What can still be assigned; negative when more is assigned than owned (Partner Center: active + warning − consumed). */
export const available = (units: Units): number => units.enabled + units.warning - units.consumed;

/** True where more is assigned than there is; an unknown number is not. `available` as planned, or in the cloud. */
export const isOverdrawn = (available: number | null): boolean =>
  available !== null && available < 0;
