import { isGained } from '#rules/case.ts';
import type { Issue } from '#rules/issue.ts';
import type { PlannedShortage } from './change.ts';
import { countEffects, effectsOfTouches } from './touch-effects.ts';
import type { PlanningContext } from './planning-context.ts';
import type { Judged, JudgedCase } from './judged.ts';
import { demandOf, ledgerOf } from './ledger.ts';
import { PairMemo } from './pair-memo.ts';
import { PlanJudge, type JudgedPlan } from './plan-judge.ts';
import { touchesOf } from './difference.ts';

/** What bringing the plan of some users to the cloud would do there. */
export interface PlanReview {
  readonly users: number;
  /** Licenses (user × product) newly assigned and taken away, those of `swaps` not counted. */
  readonly assigns: number;
  readonly revokes: number;
  /** Licenses taken away in the same call that assigns another one. */
  readonly swaps: number;
  /** Licenses of which only service plans or the direct copy change. */
  readonly switches: number;
  readonly locations: number;
  /** Users who lose a product entirely without getting one that keeps its services. */
  readonly usersRevoked: number;
  /** Users who lose their last mailbox, their last storage, and either. */
  readonly losingMailbox: number;
  readonly losingStorage: number;
  readonly losingData: number;
  /** Against the units as last known, the units that these users free counted in. */
  readonly shortages: readonly PlannedShortage[];
}

interface ReviewCase extends JudgedCase {
  readonly setsLocation: boolean;
  readonly lostServices: ReadonlySet<string>;
  readonly keepsServices: boolean;
}

interface JudgedReview extends Judged {
  readonly cases: readonly ReviewCase[];
}

const servicesAtRisk = (issues: readonly Issue[]): Set<string> =>
  new Set(issues.flatMap((issue) => (issue.code === 'dataAtRisk' ? [issue.service] : [])));

function caseOf(context: PlanningContext, { difference, issues }: JudgedPlan): ReviewCase {
  const touches = touchesOf(difference, context.index);
  const lostServices = servicesAtRisk(issues);
  return {
    effects: effectsOfTouches(touches),
    issues,
    // what is planned is sent, whatever the rules of today say of it
    kind: 'planned',
    setsLocation: difference.location !== null,
    lostServices,
    keepsServices: touches.some(isGained) && lostServices.size === 0,
  };
}

/** The pending ones of these users by what is known and planned of them: one judgement per distinct pair. */
function judgedOf(context: PlanningContext, users: Uint32Array): JudgedReview {
  const { licenses, locations } = context.table;
  const judge = new PlanJudge(context);
  const numbers = new PairMemo();
  const cases: ReviewCase[] = [];
  const counts: number[] = [];
  const caseNumbers = users.map((position) => {
    const to = { set: licenses.planned[position] ?? 0, location: locations.planned[position] ?? 0 };
    const plan = judge.number(position, to);
    const number = numbers.get(0, plan, () => cases.push(caseOf(context, judge.at(plan))) - 1);
    counts[number] = (counts[number] ?? 0) + 1;
    return number;
  });
  return { users, caseOf: caseNumbers, cases, counts: Uint32Array.from(counts) };
}

/**
 * What would be sent for these users (positions of pending ones): counted from the distinct pairs of
 * what is known and what is planned, so that its time hardly grows with the users.
 */
export function reviewPlan(context: PlanningContext, users: Uint32Array): PlanReview {
  const judged = judgedOf(context, users);
  const { cases, counts } = judged;
  const sum = (numberOf: (one: ReviewCase) => number): number =>
    cases.reduce((all, one, i) => all + numberOf(one) * (counts[i] ?? 0), 0);
  const count = (which: (one: ReviewCase) => boolean): number => sum((one) => (which(one) ? 1 : 0));
  const gains = ({ effects }: ReviewCase): number => countEffects(effects, 'gained');
  const losses = ({ effects }: ReviewCase): number => countEffects(effects, 'lost');
  const swapped = (one: ReviewCase): number => Math.min(gains(one), losses(one));
  const { products } = context.index;
  const inCloud = context.availability().map(({ cloud }) => ({ cloud, planned: cloud }));
  return {
    users: users.length,
    assigns: sum((one) => gains(one) - swapped(one)),
    revokes: sum((one) => losses(one) - swapped(one)),
    swaps: sum(swapped),
    switches: sum(
      ({ effects }) => countEffects(effects, 'servicePlans') + countEffects(effects, 'directLost'),
    ),
    locations: count(({ setsLocation }) => setsLocation),
    usersRevoked: count((one) => losses(one) > 0 && !one.keepsServices),
    losingMailbox: count(({ lostServices }) => lostServices.has('exchange')),
    losingStorage: count(({ lostServices }) => lostServices.has('sharepoint')),
    losingData: count(
      ({ lostServices }) => lostServices.has('exchange') || lostServices.has('sharepoint'),
    ),
    shortages: ledgerOf(demandOf(judged, products.length), inCloud, context.index)
      .filter(({ short }) => short > 0)
      .map(({ skuId, short }) => ({ skuId, short })),
  };
}
