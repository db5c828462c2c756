import { atOnce } from '#base/steps.ts';
import { isGained } from '#rules/case.ts';
import type { Issue } from '#rules/issue.ts';
import { askedSwaps } from './asked-swaps.ts';
import type { Cause, Change, PlannedShortage } from './change.ts';
import { confirmedUsers } from './confirmed-users.ts';
import { SheetReader, type Moves } from './change-sheet.ts';
import { countEffects, effectsOfTouches } from './touch-effects.ts';
import type { PlanningContext } from './planning-context.ts';
import type { Judged, ToldCase } from './judged.ts';
import { demandOf, ledgerOf } from './ledger.ts';
import { PlanJudge, type JudgedPlan } from './plan-judge.ts';
import { touchesOf } from './difference.ts';

/** What bringing the plan of some users to the cloud would do there. */
export interface PlanReview {
  readonly users: number;
  readonly sheet: SheetReader;
  /** Users who lose a product entirely without getting one that keeps its services. */
  readonly usersRevoked: number;
  /** Users who lose their last mailbox or their last storage. */
  readonly losingData: number;
  /** The same of those whose plan is not just what a person confirmed at its Save. */
  readonly unconfirmed: Pick<PlanReview, 'users' | 'usersRevoked' | 'losingData'>;
  /** Against the units as last known, the units that these users free counted in. */
  readonly shortages: readonly PlannedShortage[];
}

interface ReviewCase extends ToldCase {
  readonly lost: ReadonlySet<string>;
  readonly losesData: boolean;
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
    lost: lostServices,
    losesData: lostServices.has('exchange') || lostServices.has('sharepoint'),
    keepsServices: touches.some(isGained) && lostServices.size === 0,
  };
}

/** The pending ones of these users by what is known and planned of them: one judgement per distinct pair. */
function judgedOf(context: PlanningContext, users: Uint32Array): JudgedReview {
  const { licenses, locations } = context.table;
  const judge = new PlanJudge(context);
  const counts: number[] = [];
  const caseNumbers = users.map((position) => {
    const to = { set: licenses.planned[position] ?? 0, location: locations.planned[position] ?? 0 };
    const plan = judge.number(position, to);
    counts[plan] = (counts[plan] ?? 0) + 1;
    return plan;
  });
  const cases = atOnce(judge.judge()).map((plan) => caseOf(context, plan));
  return { users, caseOf: caseNumbers, cases, counts: Uint32Array.from(counts) };
}

/** By case, those who were not confirmed, or would lose by today's rules what their Save did not say. */
function unconfirmedIn(
  { users, caseOf, cases }: JudgedReview,
  confirmed: ReadonlyMap<number, Cause>,
): Uint32Array {
  const counts = new Uint32Array(cases.length);
  const said = new Map<Cause, Set<string>>();
  users.forEach((position, i) => {
    const number = caseOf[i] ?? 0;
    const cause = confirmed.get(position);
    if (cause !== undefined) {
      const known = said.get(cause) ?? servicesAtRisk(cause.issues);
      said.set(cause, known);
      if ([...(cases[number]?.lost ?? [])].every((service) => known.has(service))) return;
    }
    counts[number] = (counts[number] ?? 0) + 1;
  });
  return counts;
}

/**
 * What would be sent for these users (positions of pending ones), counted from the distinct pairs of
 * what is known and what is planned. `changes`: the open ones, which say what was asked for as a swap.
 */
export function reviewPlan(
  context: PlanningContext,
  users: Uint32Array,
  changes: readonly Change[],
): PlanReview {
  const { index, sets, table } = context;
  const judged = judgedOf(context, users);
  const { cases, caseOf, counts } = judged;
  const countIn = (of: Uint32Array) => {
    const count = (which: (one: ReviewCase) => boolean): number =>
      cases.reduce((all, one, i) => (which(one) ? all + (of[i] ?? 0) : all), 0);
    return {
      users: count(() => true),
      usersRevoked: count((one) => countEffects(one.effects, 'lost') > 0 && !one.keepsServices),
      losingData: count(({ losesData }) => losesData),
    };
  };
  const columns = (when: 'baseline' | 'planned'): Moves['before'] => ({
    licenses: users.map((position) => table.licenses[when][position] ?? 0),
    locations: users.map((position) => table.locations[when][position] ?? 0),
  });
  const moves = {
    users,
    before: columns('baseline'),
    after: columns('planned'),
    ...askedSwaps(changes, users),
    causeOf: caseOf,
    causes: cases,
  };
  const inCloud = context.availability().map(({ cloud }) => ({ cloud, planned: cloud }));
  return {
    ...countIn(counts),
    sheet: atOnce(SheetReader.read(index, sets, moves)),
    unconfirmed: countIn(unconfirmedIn(judged, confirmedUsers(changes, table))),
    shortages: ledgerOf(demandOf(judged, index.products.length), inCloud, index)
      .filter(({ short }) => short > 0)
      .map(({ skuId, short }) => ({ skuId, short })),
  };
}
