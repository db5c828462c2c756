import { isGained, isLost, type Touch } from '#rules/case.ts';
import type { Issue } from '#rules/issue.ts';
import { judgeLicenses, judgeLocation } from '#rules/judge.ts';
import type { LocationCode } from '#users/usage-location.ts';
import type { Claim } from './allot.ts';
import { applyOrders } from './apply-draft.ts';
import type { Cause } from './change.ts';
import type { Draft } from './draft.ts';
import type { Ground } from './ground.ts';
import type { JudgedCase } from './judged.ts';
import { locationClasses } from './location-classes.ts';
import { locationAfter, readDraft, type Orders } from './orders.ts';

/** What a draft does to all selected users of one license set whose usage locations are judged alike. */
export interface Case {
  /** Index in the expansion's `parts`. */
  readonly part: number;
  /** Number of the planned license set. */
  readonly setBefore: number;
  /** Products for which the draft asks something. The set after is worked out only where it is wanted. */
  readonly touches: readonly Touch[];
  readonly changesLicenses: boolean;
  readonly setsLocation: boolean;
  /** Objects of the index's issue book. */
  readonly issues: readonly Issue[];
  /** Units are not a case's matter: nobody waits yet. */
  readonly kind: Exclude<Cause['kind'], 'waits'>;
}

/** The products of which a user of the case takes a unit, and gives one back. */
export function claimOf({ touches }: Pick<JudgedCase, 'touches'>): Claim {
  const needs: number[] = [];
  const frees: number[] = [];
  for (const touch of touches) {
    if (touch.product < 0) continue;
    if (isGained(touch)) needs.push(touch.product);
    else if (isLost(touch)) frees.push(touch.product);
  }
  return { needs, frees };
}

/** A draft with what it says for this customer. */
export interface ReadPart {
  readonly draft: Draft;
  readonly orders: Orders;
}

/** The selection under its drafts: index i of `users` and `caseOf` is the same user. */
export interface Expansion {
  readonly parts: readonly ReadPart[];
  /** Positions of those still in the customer, in display order. */
  readonly users: Uint32Array;
  readonly caseOf: Uint32Array;
  readonly cases: readonly Case[];
  /** Users per case. */
  readonly counts: Uint32Array;
}

function kindOf(issues: readonly Issue[], isChanged: boolean): Case['kind'] {
  for (const { severity } of issues) if (severity === 'blocking') return 'notChanged';
  if (isChanged) return 'planned';
  return issues.some(({ code }) => code === 'inherited') ? 'unchanged' : 'already';
}

/** Judges one license set at each of the locations; one case for each location. */
function judgeSet(
  ground: Ground,
  orders: Orders,
  part: number,
  setBefore: number,
  locations: readonly LocationCode[],
): Case[] {
  const { index } = ground;
  const licenses = applyOrders(ground.held(setBefore), orders, index);
  const { before, after, touches } = licenses;
  const changesLicenses = after !== before;
  const licenseIssues = licenses.touchIssues.concat(judgeLicenses(licenses, index));
  return locations.map((locationBefore) => {
    const location = locationAfter(locationBefore, orders);
    const setsLocation = location !== locationBefore;
    const isChanged = changesLicenses || setsLocation;
    const said = isChanged
      ? judgeLocation({ before, after, touches, locationBefore, locationAfter: location }, index)
      : [];
    const issues = said.length === 0 ? licenseIssues : said.concat(licenseIssues);
    const kind = kindOf(issues, isChanged);
    return { part, setBefore, touches, changesLicenses, setsLocation, issues, kind };
  });
}

/** The slot (planned license set × class of usage location) of every user, and users per slot. */
function fillSlots(ground: Ground, users: Uint32Array) {
  const { licenses, locations } = ground.table;
  const where = new Uint16Array(users.length);
  for (let i = 0; i < users.length; i++) where[i] = locations.planned[users[i] ?? 0] ?? 0;
  const { classOf, examples } = locationClasses(where, ground.index.facts);

  const slotOf = new Uint32Array(users.length);
  const counts = new Uint32Array(ground.sets.size * examples.length);
  for (let i = 0; i < users.length; i++) {
    const set = licenses.planned[users[i] ?? 0] ?? 0;
    const slot = set * examples.length + (classOf[where[i] ?? 0] ?? 0);
    slotOf[i] = slot;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return { examples, slotOf, counts };
}

/**
 * Judges the draft once for every distinct (planned license set, usage location) among the users.
 * Nothing is interned or written. `users` are positions in display order; gone ones drop out.
 * `part`: the draft's index, where it is one of several.
 */
export function expand(ground: Ground, users: Uint32Array, draft: Draft, part = 0): Expansion {
  const orders = readDraft(draft, ground.index);
  const here = ground.present(users);
  const { examples, slotOf, counts } = fillSlots(ground, here);

  const cases: Case[] = [];
  const caseCounts: number[] = [];
  const caseAt = new Uint32Array(counts.length);
  for (let set = 0; set < ground.sets.size; set++) {
    const first = set * examples.length;
    const locations = examples.filter((_, i) => (counts[first + i] ?? 0) > 0);
    if (locations.length === 0) continue;
    let next = cases.length;
    cases.push(...judgeSet(ground, orders, part, set, locations));
    for (let slot = first; slot < first + examples.length; slot++) {
      const count = counts[slot] ?? 0;
      if (count === 0) continue;
      caseAt[slot] = next++;
      caseCounts.push(count);
    }
  }
  for (let i = 0; i < slotOf.length; i++) slotOf[i] = caseAt[slotOf[i] ?? 0] ?? 0;
  const parts = [{ draft, orders }];
  return { parts, users: here, caseOf: slotOf, cases, counts: Uint32Array.from(caseCounts) };
}
