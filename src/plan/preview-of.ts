import { STEP, type Steps } from '#base/steps.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Issue } from '#rules/issue.ts';
import { unreachable } from '#base/unreachable.ts';
import { shortfallOf, type ShortageChoice } from './short-products.ts';
import type { DraftCase } from './case-book.ts';
import { countEffects, type TouchEffect } from './touch-effects.ts';
import type { Expansion } from './expand.ts';
import { forEachRow } from './issue-lists.ts';
import type { PlanningContext } from './planning-context.ts';
import { sortIssues } from './judged.ts';
import { demandOf, ledgerOf } from './ledger.ts';
import type { CouldSwap, IssueGroup, Preview } from './preview.ts';
import { swapPreviews } from './swap-previews.ts';

const emptyTally = {
  assigns: 0,
  revokes: 0,
  losesDirectOnly: 0,
  keptByGroup: 0,
  servicePlanChanges: 0,
};
type ProductTally = typeof emptyTally;

/** Users per case for whom the draft would be planned: no rule keeps them out, and they do not wait. */
function* plannedCounts(
  context: PlanningContext,
  expansion: Expansion,
  choice: ShortageChoice,
): Steps<Uint32Array> {
  const { cases, caseOf } = expansion;
  const planned = expansion.counts.map((count, i) => (cases[i]?.kind === 'planned' ? count : 0));
  if (choice.onShortage === 'planAll') return planned;
  const { lackOf, lacks } = yield* shortfallOf(context, expansion, choice);
  if (lacks.length === 0) return planned;
  for (let i = 0; i < lackOf.length; i++) {
    if (i % STEP === 0) yield;
    const one = caseOf[i] ?? 0;
    if (lackOf[i] !== 0) planned[one] = (planned[one] ?? 0) - 1;
  }
  return planned;
}

/** `users`: all of the case; `planned`: those of them for whom it would be planned. */
function tallyEffect(
  tally: ProductTally,
  { kind }: TouchEffect,
  { users, planned }: { readonly users: number; readonly planned: number },
): void {
  switch (kind) {
    case 'gained':
      tally.assigns += planned;
      return;
    case 'lost':
      tally.revokes += planned;
      return;
    case 'directLost':
      tally.losesDirectOnly += planned;
      return;
    case 'keptByGroup':
      tally.keptByGroup += users;
      return;
    case 'servicePlans':
      tally.servicePlanChanges += planned;
      return;
    default:
      unreachable(kind);
  }
}

/** True when a product is lost and nothing new keeps its mail, files and chats (a swap does). */
function losesProducts({ effects, lineEffects, atRisk }: DraftCase): boolean {
  if (countEffects(effects, 'lost') === 0) return false;
  if (atRisk !== 'nothing') return true;
  return countEffects(lineEffects, 'lost') > 0 && countEffects(lineEffects, 'gained') === 0;
}

/** By id: products that the customer is not known to have share a number. */
const productsOf = (effects: readonly TouchEffect[], which: TouchEffect['kind']): SkuId[] =>
  effects.filter(({ kind }) => kind === which).map(({ skuId }) => skuId);

/** In the order in which the draft names the products. */
function couldSwap({ parts, cases, counts, said }: Expansion): CouldSwap[] {
  const pairs = new Map<string, CouldSwap>();
  for (const { issue } of said) {
    if (issue.code !== 'switchedOn') continue;
    const { from, to } = issue;
    pairs.set(`${from} ${to}`, { from, to, others: 0 });
  }
  if (pairs.size === 0) return [];
  const others = new Map<CouldSwap, number>();
  cases.forEach(({ kind, lineEffects }, i) => {
    if (kind !== 'planned') return;
    const [lost, gained] = [productsOf(lineEffects, 'lost'), productsOf(lineEffects, 'gained')];
    for (const pair of pairs.values()) {
      if (!gained.includes(pair.to) || lost.includes(pair.from)) continue;
      others.set(pair, (others.get(pair) ?? 0) + (counts[i] ?? 0));
    }
  });
  const named = parts.flatMap(({ orders }) => orders.products.map(({ skuId }) => skuId));
  const order = [...new Set(named)];
  return [...pairs.values()]
    .sort(
      (a, b) =>
        order.indexOf(a.from) - order.indexOf(b.from) || order.indexOf(a.to) - order.indexOf(b.to),
    )
    .map((pair) => ({ ...pair, others: others.get(pair) ?? 0 }));
}

/** What is said, each issue with its users. */
function issuesIn({ said, rowCounts }: Expansion): IssueGroup[] {
  const groups = new Map<Issue, number>();
  for (const one of said) {
    let users = groups.get(one.issue) ?? 0;
    forEachRow(one, (row) => (users += rowCounts[row] ?? 0));
    groups.set(one.issue, users);
  }
  return sortIssues(groups);
}

/** What Save would do, from the expansion. */
export function* previewOf(
  context: PlanningContext,
  expansion: Expansion,
  choice: ShortageChoice,
): Steps<Preview> {
  const { cases, counts, users } = expansion;
  const planned = yield* plannedCounts(context, expansion, choice);
  const { products } = context.index;
  const tallies = products.map((): ProductTally => ({ ...emptyTally }));
  cases.forEach(({ lineEffects }, i) => {
    const many = { users: counts[i] ?? 0, planned: planned[i] ?? 0 };
    for (const effect of lineEffects) {
      const tally = tallies[effect.product];
      if (tally !== undefined) tallyEffect(tally, effect, many);
    }
  });
  const lines = ledgerOf(
    demandOf(expansion, products.length),
    context.availability(),
    context.index,
  );
  const done = demandOf({ ...expansion, counts: planned }, products.length);
  const held = yield* context.holdings(users);
  yield;

  const countCases = (per: Uint32Array, which: (one: DraftCase) => boolean): number =>
    cases.reduce((sum, one, i) => sum + (which(one) ? (per[i] ?? 0) : 0), 0);
  const changed = countCases(planned, () => true);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return {
    users: users.length,
    changed,
    blocked: countCases(counts, ({ kind }) => kind === 'notChanged'),
    waits: countCases(counts, ({ kind }) => kind === 'planned') - changed,
    assigns: sum(tallies.map(({ assigns }) => assigns)),
    revokes: sum(tallies.map(({ revokes }) => revokes)),
    locationsSet: countCases(planned, ({ setsLocation }) => setsLocation),
    swaps: swapPreviews(context, expansion, planned),
    couldSwap: couldSwap(expansion),
    products: products.map(({ skuId }, product) => {
      const [tally, line, holding] = [tallies[product], lines[product], held[product]];
      if (!tally || !line || !holding) throw new RangeError(`no product ${skuId}`);
      const { available } = line;
      const takes = (done.needed[product] ?? 0) - (done.freed[product] ?? 0);
      const remaining = available === null ? null : available - takes;
      return { ...holding, ...tally, remaining, ledger: line };
    }),
    issues: issuesIn(expansion),
    shortages: lines.filter(({ short }) => short > 0).map(({ skuId, short }) => ({ skuId, short })),
    losingData: countCases(planned, ({ atRisk }) => atRisk === 'data'),
    usersRevoked: countCases(planned, losesProducts),
  };
}
