import { isGained, isLost, type Touch } from '#rules/case.ts';
import { waitingOf } from './allotment.ts';
import type { Case, Expansion } from './expand.ts';
import type { Ground } from './ground.ts';
import { holdings } from './holdings.ts';
import { groupIssues } from './issue-groups.ts';
import { demandOf, ledgerOf } from './ledger.ts';
import type { Preview } from './preview.ts';
import type { ShortageChoice } from './shortage-choice.ts';
import { swapPreviews } from './swap-previews.ts';

interface ProductTally {
  assigns: number;
  revokes: number;
  losesDirectOnly: number;
  keptByGroup: number;
  servicePlanChanges: number;
}

/** Users per case for whom the draft would be planned: no rule keeps them out, and they do not wait. */
function plannedCounts(
  ground: Ground,
  expansion: Expansion,
  { onShortage, waitingLast }: ShortageChoice,
): Uint32Array {
  const { cases, caseOf } = expansion;
  const planned = expansion.counts.map((count, i) => (cases[i]?.kind === 'planned' ? count : 0));
  if (onShortage === 'planAll') return planned;
  const { lackOf, lacks } = waitingOf(ground, expansion, waitingLast);
  if (lacks.length === 0) return planned;
  lackOf.forEach((lack, i) => {
    const one = caseOf[i] ?? 0;
    if (lack !== 0) planned[one] = (planned[one] ?? 0) - 1;
  });
  return planned;
}

/** `users`: all of the case; `planned`: those of them for whom it would be planned. */
function tallyTouch(tally: ProductTally, touch: Touch, users: number, planned: number): void {
  const { action, before, after } = touch;
  if (before === after) {
    if (action === 'revoke') tally.keptByGroup += users;
  } else if (isGained(touch)) tally.assigns += planned;
  else if (isLost(touch)) tally.revokes += planned;
  else if (action === 'revoke') tally.losesDirectOnly += planned;
  else tally.servicePlanChanges += planned;
}

/** What lines of the draft touch; swaps have numbers of their own. */
function ownTouches({ part, touches }: Case, parts: Expansion['parts']): readonly Touch[] {
  const swaps = parts[part]?.orders.swaps ?? [];
  if (swaps.length === 0) return touches;
  return touches.filter(
    ({ skuId }) => !swaps.some(({ from, to }) => from.skuId === skuId || to.skuId === skuId),
  );
}

const risksData = ({ issues }: Case): boolean =>
  issues.some((issue) => issue.code === 'dataAtRisk' && issue.service !== 'teams');

/** True when a product is lost and nothing new keeps its mail, files and chats (a swap does). */
function losesProducts(one: Case, parts: Expansion['parts']): boolean {
  if (!one.touches.some(isLost)) return false;
  if (one.issues.some(({ code }) => code === 'dataAtRisk')) return true;
  const own = ownTouches(one, parts);
  return own.some(isLost) && !own.some(isGained);
}

/** What Save would do, from the expansion. */
export function previewOf(ground: Ground, expansion: Expansion, choice: ShortageChoice): Preview {
  const { cases, counts, users, parts } = expansion;
  const planned = plannedCounts(ground, expansion, choice);
  const { products } = ground.index;
  const tallies = products.map((): ProductTally => ({
    assigns: 0,
    revokes: 0,
    losesDirectOnly: 0,
    keptByGroup: 0,
    servicePlanChanges: 0,
  }));
  cases.forEach((one, i) => {
    for (const touch of ownTouches(one, parts)) {
      const tally = tallies[touch.product];
      if (tally !== undefined) tallyTouch(tally, touch, counts[i] ?? 0, planned[i] ?? 0);
    }
  });
  const lines = ledgerOf(demandOf(expansion, products.length), ground.availability(), ground.index);
  const held = holdings(ground, users);

  const countUsers = (per: Uint32Array, which: (one: Case) => boolean): number =>
    cases.reduce((sum, one, i) => sum + (which(one) ? (per[i] ?? 0) : 0), 0);
  const changed = countUsers(planned, () => true);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return {
    users: users.length,
    changed,
    blocked: countUsers(counts, ({ kind }) => kind === 'notChanged'),
    waits: countUsers(counts, ({ kind }) => kind === 'planned') - changed,
    assigns: sum(tallies.map(({ assigns }) => assigns)),
    revokes: sum(tallies.map(({ revokes }) => revokes)),
    locationsSet: countUsers(planned, ({ setsLocation }) => setsLocation),
    swaps: swapPreviews(ground, expansion, planned),
    products: products.map(({ skuId }, product) => {
      const [tally, line, holding] = [tallies[product], lines[product], held[product]];
      if (!tally || !line || !holding) throw new RangeError(`no product ${skuId}`);
      return { ...holding, ...tally, ledger: line };
    }),
    issues: groupIssues(expansion),
    shortages: lines.filter(({ short }) => short > 0).map(({ skuId, short }) => ({ skuId, short })),
    losingData: countUsers(planned, risksData),
    usersRevoked: countUsers(planned, (one) => losesProducts(one, parts)),
  };
}
