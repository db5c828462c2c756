import type { SkuId } from '#licenses/ids.ts';
import type { Preview } from '#plan/preview.ts';
import type { Issue } from '#rules/issue.ts';

/** Of one product. */
export interface Tally {
  held: number;
  heldByGroupOnly: number;
  heldBoth: number;
  assigns: number;
  revokes: number;
  losesDirectOnly: number;
  keptByGroup: number;
  servicePlanChanges: number;
  needed: number;
  freed: number;
  left: number | null;
  short: number;
}

/** The numbers of a preview in a form in which both ways can be compared. */
export interface PreviewNumbers {
  readonly users: number;
  readonly changed: number;
  readonly blocked: number;
  readonly waits: number;
  readonly losingData: number;
  readonly usersRevoked: number;
  readonly products: readonly ({ readonly sku: SkuId } & Readonly<Tally>)[];
  /** Each issue with how many users it concerns, by its text. */
  readonly issues: readonly (readonly [string, number])[];
}

export const emptyTally = (): Tally => ({
  held: 0,
  heldByGroupOnly: 0,
  heldBoth: 0,
  assigns: 0,
  revokes: 0,
  losesDirectOnly: 0,
  keptByGroup: 0,
  servicePlanChanges: 0,
  needed: 0,
  freed: 0,
  left: null,
  short: 0,
});

/** An issue in the words of the walk. The benchmark's customers know everything, so few kinds occur. */
export function textOf(issue: Issue): string {
  switch (issue.code) {
    case 'dependency':
    case 'usageLocationProhibited':
      return `${issue.code} ${issue.skuId} ${issue.factId}`;
    case 'conflict':
      return `conflict ${issue.skuIds.join(' ')} ${issue.factId}`;
    case 'inherited':
      return `inherited ${issue.effect} ${issue.skuId} ${issue.groupIds.join()}`;
    case 'dataAtRisk':
      return `dataAtRisk ${issue.service}`;
    case 'switchedOn':
      return `switchedOn ${issue.from} ${issue.to} ${issue.off} ${issue.on}`;
    case 'notAssignable':
      return `notAssignable ${issue.skuId}`;
    default:
      return issue.code;
  }
}

/** The app's preview in that form. */
export const numbersOf = (preview: Preview): PreviewNumbers => ({
  users: preview.users,
  changed: preview.changed,
  blocked: preview.blocked,
  waits: preview.waits,
  losingData: preview.losingData,
  usersRevoked: preview.usersRevoked,
  products: preview.products.map((product) => ({
    sku: product.skuId,
    held: product.held,
    heldByGroupOnly: product.heldByGroupOnly,
    heldBoth: product.heldBoth,
    assigns: product.assigns,
    revokes: product.revokes,
    losesDirectOnly: product.losesDirectOnly,
    keptByGroup: product.keptByGroup,
    servicePlanChanges: product.servicePlanChanges,
    needed: product.ledger.needed,
    freed: product.ledger.freed,
    left: product.ledger.left,
    short: product.ledger.short,
  })),
  issues: preview.issues
    .map(({ issue, users }) => [textOf(issue), users] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
});
