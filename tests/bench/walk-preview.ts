import type { SkuId } from '#licenses/ids.ts';
import type { Draft } from '#plan/draft.ts';
import { available } from '#licenses/units.ts';
import type { UserRecord } from '#users/user-record.ts';
import { emptyTally, type PreviewNumbers, type Tally } from './preview-numbers.ts';
import { linesOf, type WalkContext } from './walk-context.ts';
import { isGained, isLost, waitingByWalk } from './walk-units.ts';
import { judgeByWalk, type Verdict } from './walk-user.ts';

function countHeld(tallies: ReadonlyMap<SkuId, Tally>, { held }: Verdict): void {
  for (const { skuId, paths } of held) {
    const tally = tallies.get(skuId);
    if (tally === undefined) continue;
    const isGroup = paths.some(({ via }) => via.kind === 'group');
    const isDirect = paths.some(({ via }) => via.kind === 'direct');
    tally.held++;
    if (isGroup && isDirect) tally.heldBoth++;
    else if (isGroup) tally.heldByGroupOnly++;
  }
}

function countTouches(
  tallies: ReadonlyMap<SkuId, Tally>,
  { kind, touches }: Verdict,
  isPlanned: boolean,
): void {
  for (const touch of touches) {
    const tally = tallies.get(touch.line.skuId);
    if (tally === undefined) continue;
    const isRevoked = touch.line.action === 'revoke';
    if (kind === 'planned' && isGained(touch)) tally.needed++;
    if (kind === 'planned' && isLost(touch)) tally.freed++;
    if (touch.before === touch.after) {
      if (isRevoked) tally.keptByGroup++;
    } else if (isPlanned) {
      if (isGained(touch)) tally.assigns++;
      else if (isLost(touch)) tally.revokes++;
      else if (isRevoked) tally.losesDirectOnly++;
      else tally.servicePlanChanges++;
    }
  }
}

/** What Save would do, by walking the users (in display order) one by one. */
export function previewByWalk(
  users: readonly UserRecord[],
  draft: Draft,
  context: WalkContext,
): PreviewNumbers {
  const lines = linesOf(draft);
  const verdicts = users.map((user) => judgeByWalk(user, lines, context));
  const waiting = waitingByWalk(verdicts, context);
  const tallies = new Map([...context.products.keys()].map((sku) => [sku, emptyTally()]));
  const issues = new Map<string, number>();
  const numbers = { changed: 0, blocked: 0, waits: waiting.size, losingData: 0, usersRevoked: 0 };
  for (const verdict of verdicts) {
    const isPlanned = verdict.kind === 'planned' && !waiting.has(verdict);
    countHeld(tallies, verdict);
    countTouches(tallies, verdict, isPlanned);
    for (const { text } of verdict.issues) issues.set(text, (issues.get(text) ?? 0) + 1);
    if (verdict.kind === 'notChanged') numbers.blocked++;
    if (!isPlanned) continue;
    numbers.changed++;
    const risks = verdict.issues.filter(({ text }) => text.startsWith('dataAtRisk'));
    if (risks.some(({ text }) => text !== 'dataAtRisk teams')) numbers.losingData++;
    const { touches } = verdict;
    if (touches.some(isLost) && (risks.length > 0 || !touches.some(isGained)))
      numbers.usersRevoked++;
  }
  for (const { skuId, units } of context.products.values()) {
    const tally = tallies.get(skuId);
    if (tally === undefined || units === null) continue;
    tally.left = available(units) + tally.freed - tally.needed;
    tally.short = Math.min(tally.needed, Math.max(0, -tally.left));
  }
  return {
    users: users.length,
    ...numbers,
    products: [...tallies].map(([sku, tally]) => ({ sku, ...tally })),
    issues: [...issues].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}
