import type { Touch, SwapCase } from './case.ts';
import { conflict } from './conflict.ts';
import { dataAtRisk } from './data-at-risk.ts';
import { dependency } from './dependency.ts';
import { inherited } from './inherited.ts';
import type { Issue } from './issue.ts';
import { maybeInherited } from './maybe-inherited.ts';
import { notAssignable } from './not-assignable.ts';
import type { ProductIndex } from './product-index.ts';
import type { Rows } from './rows.ts';
import type { Sayings } from './said.ts';
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

/** Judges all rows at once, and says what it finds. */
type RowRule = (rows: Rows, said: Sayings) => void;

/** Rules that look at everything the user will hold. */
const licenseRules: readonly RowRule[] = [conflict, dependency, dataAtRisk];

/** Rules that look at who and where the user is. */
const userRules: readonly RowRule[] = [usageLocationMissing, usageLocationProhibited];

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

/** What the rules say of everything together, whoever and wherever the users are. */
export function judgeLicenses(rows: Rows, said: Sayings): void {
  for (const rule of licenseRules) rule(rows, said);
}

/** What the rules say that depends on who and where the users are. */
export function judgeUsers(rows: Rows, said: Sayings): void {
  for (const rule of userRules) rule(rows, said);
}
