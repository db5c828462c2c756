import type { LicenseCase, Touch, UserCase, SwapCase } from './case.ts';
import { conflict } from './conflict.ts';
import { dataAtRisk } from './data-at-risk.ts';
import { dependency } from './dependency.ts';
import { inherited } from './inherited.ts';
import type { Issue } from './issue.ts';
import { licensesUntold } from './licenses-untold.ts';
import { maybeInherited } from './maybe-inherited.ts';
import { notAssignable } from './not-assignable.ts';
import type { ProductIndex } from './product-index.ts';
import { servicePlansUnknown } from './service-plans-unknown.ts';
import { swapInherited } from './swap-inherited.ts';
import { swapServicePlansUnknown } from './swap-service-plans-unknown.ts';
import { unchecked } from './unchecked.ts';
import { usageLocationMissing } from './usage-location-missing.ts';
import { usageLocationProhibited } from './usage-location-prohibited.ts';

/** Rules that look at one product alone. */
const touchRules: readonly ((touch: Touch, index: ProductIndex) => Issue | null)[] = [
  notAssignable,
  servicePlansUnknown,
  maybeInherited,
  unchecked,
  inherited,
];

/** Rules that look at a swap before its two products are judged like any other. */
const swapRules: readonly ((swapCase: SwapCase) => Issue | null)[] = [
  swapInherited,
  swapServicePlansUnknown,
];

/** Rules that look at everything the user will hold. */
const licenseRules: readonly ((licenseCase: LicenseCase, index: ProductIndex) => Issue[])[] = [
  licensesUntold,
  conflict,
  dependency,
  dataAtRisk,
];

/** Rules that look at who and where the user is. */
const userRules: readonly ((userCase: UserCase, index: ProductIndex) => Issue[])[] = [
  usageLocationMissing,
  usageLocationProhibited,
];

/** What the rules say of one product, whatever else is held. */
export const judgeTouch = (touch: Touch, index: ProductIndex): Issue[] =>
  touchRules.flatMap((rule) => {
    const issue = rule(touch, index);
    return issue === null ? [] : [index.issues.enter(issue)];
  });

/** Why a swap cannot be done for a user who holds its first product; empty when it can. */
export const judgeSwap = (swapCase: SwapCase, index: ProductIndex): Issue[] =>
  swapRules.flatMap((rule) => {
    const issue = rule(swapCase);
    return issue === null ? [] : [index.issues.enter(issue)];
  });

/** What the rules say of everything together, whoever and wherever the user is. */
export function judgeLicenses(licenseCase: LicenseCase, index: ProductIndex): Issue[] {
  const issues: Issue[] = [];
  // asked of every license set: most rules have nothing to say, and then nothing is made
  for (const rule of licenseRules) for (const issue of rule(licenseCase, index)) issues.push(issue);
  return issues;
}

/** What the rules say that depends on who and where the user is. */
export const judgeUser = (userCase: UserCase, index: ProductIndex): Issue[] =>
  userRules.flatMap((rule) => rule(userCase, index));

/** Everything that the rules say about one case. Every issue is an object of the index's book. */
export const judge = (userCase: UserCase, index: ProductIndex): Issue[] => [
  ...judgeUser(userCase, index),
  ...userCase.touches.flatMap((touch) => judgeTouch(touch, index)),
  ...judgeLicenses(userCase, index),
];
