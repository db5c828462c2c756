import type { SkuId } from '#licenses/ids.ts';
import { groupNames } from '#messages/issue-text.ts';
import type { Messages } from '#messages/messages.ts';
import type { ProductAction } from '#plan/draft.ts';
import type { ProductPreview } from '#plan/preview.ts';
import type { ServicePlanAction } from '#plan/draft.ts';
import type { ManageView } from '#worker/manage/manage-types.ts';
import type { Choices, ServicePlanBox, Tick } from './ticks.ts';

/** Parts of one line of words. */
export const SEPARATOR = ' · ';

interface Effect {
  readonly action: ProductAction;
  readonly preview: ProductPreview;
  readonly users: number;
  /** False while the numbers are those of an earlier tick: then they are counted from who holds what. */
  readonly fresh: boolean;
  /** The groups that give the product, in words. */
  readonly groups: string;
}

/**
 * What Save would do with a product, in words: `Revoke from 5 · 2 keep it through group Sales-E3`;
 * empty when nothing. Who would have to wait is counted in: the ledger says beside it what is short.
 */
export function effectWords(
  m: Messages,
  { action, preview, users, fresh, groups }: Effect,
): string {
  const { row } = m.manage;
  const { ledger } = preview;
  const parts: string[] = [];
  if (action === 'assign') parts.push(row.assign(fresh ? ledger.needed : users - preview.held));
  if (action === 'revoke') {
    const { held, heldByGroupOnly, heldBoth } = preview;
    const kept = fresh ? preview.keptByGroup : heldByGroupOnly;
    const directOnly = fresh ? preview.losesDirectOnly : heldBoth;
    parts.push(row.revoke(fresh ? ledger.freed : held - heldByGroupOnly - heldBoth));
    if (kept > 0) parts.push(row.keptBy(kept, groups));
    if (directOnly > 0) parts.push(row.directOnly(directOnly));
  } else if (fresh && preview.servicePlanChanges > 0) {
    parts.push(row.plans(preview.servicePlanChanges));
  }
  return parts.join(SEPARATOR);
}

/** The groups that give the product to some of the users, in words. */
export function givingGroups(m: Messages, sku: SkuId, { preview, names }: ManageView): string {
  const ids = preview.issues.flatMap(({ issue }) =>
    issue.code === 'inherited' && issue.skuId === sku ? issue.groupIds : [],
  );
  return groupNames({ m, names }, [...new Set(ids)]);
}

/** Why not all can be chosen for a product; empty where all can. */
export function reasonWords(m: Messages, { reason, revoke }: Choices, groups: string): string {
  const { row } = m.manage;
  if (reason === null) return '';
  if (reason === 'byGroup') return row.onlyByGroup(groups);
  const why = row.notAssignable[reason];
  return revoke ? `${why}${SEPARATOR}${row.onlyRevoke}` : why;
}

interface Told {
  readonly name: string;
  /** What Save would do with the product. */
  readonly done: string;
  /** Users whom Save would skip. */
  readonly skipped: number;
  readonly preview: Pick<ProductPreview, 'remaining' | 'ledger'>;
}

/** What a tick does, in one sentence: `Microsoft 365 E3: Assign to 8, 2 left, 4 users skipped`. */
export function tickWords(m: Messages, { name, done, skipped, preview }: Told): string {
  const { remaining, ledger } = preview;
  const parts = [done];
  if (ledger.short > 0) parts.push(m.manage.ledger.short(ledger.short));
  else if (remaining !== null) parts.push(m.manage.row.left(Math.max(0, remaining)));
  if (skipped > 0) parts.push(m.manage.issues.skipped(skipped));
  return m.manage.row.told(name, parts);
}

/** Who holds it, for a box that is left alone: `All hold it`. */
function heldWords(m: Messages, held: Tick, untold: number): string {
  if (untold > 0) return m.words.holdersUntold(untold);
  return held === 'mixed' ? m.words.someHold : held ? m.words.allHold : m.words.noneHold;
}

/** What is said of a product that is left alone: `All hold it · leave as is`. */
export const restingWords = (m: Messages, held: Tick, untold: number): string =>
  [heldWords(m, held, untold), m.words.leaveAsIs].join(SEPARATOR);

/** What Save would do with a service plan, in words; where nothing is ticked, how it stands. */
export function servicePlanWords(
  m: Messages,
  action: ServicePlanAction | null,
  box: ServicePlanBox,
): string {
  const { servicePlans } = m.manage;
  const parts: string[] = [];
  if (action === 'on') parts.push(servicePlans.on(box.all - box.on - box.unknown));
  else if (action === 'off') {
    parts.push(servicePlans.off(box.on - box.onByGroup));
    if (box.onByGroup > 0) parts.push(servicePlans.keep(box.onByGroup));
  } else if (box.locked) parts.push(servicePlans.locked);
  else parts.push(servicePlans.state(box.on, box.all));
  if (box.unknown > 0) parts.push(servicePlans.unknown(box.unknown));
  return parts.join(SEPARATOR);
}
