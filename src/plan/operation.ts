import type { Brand } from '#base/brand.ts';
import type { GroupId, ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Position, UserId } from '#users/ids.ts';
import type { LocationCode } from '#users/usage-location.ts';
import {
  changeablePath,
  directPath,
  groupsOf,
  unknownPath,
  type Assignment,
} from '#licenses/license-set.ts';
import { listedPlans, type Product } from '#licenses/product.ts';
import { differenceBetween, type ProductDifference, type UserState } from './difference.ts';
import type { KeptData } from './kept-data.ts';

export type OperationId = Brand<string, 'OperationId'>;
/** One sync of a customer, from the press of "Sync now" to its end. */
export type RunId = Brand<string, 'RunId'>;

/** The direct path of a product, as it is sent and compared: absent, or its switched-off service plans, sorted. */
export type DirectPath = 'absent' | readonly ServicePlanId[];

/** True when both are the same. */
export const isSameDirectPath = (
  one: DirectPath | 'unknown',
  other: DirectPath | 'unknown',
): boolean =>
  typeof one === 'string' || typeof other === 'string'
    ? one === other
    : one.length === other.length && one.every((plan, i) => plan === other[i]);

/** One product that an operation changes. */
export interface OperationTouch {
  readonly skuId: SkuId;
  /** Last known before the operation; `unknown` where no source said, which is no drift. */
  readonly before: DirectPath | 'unknown';
  readonly target: DirectPath;
  /** The groups that gave it, last known; null where no source said. */
  readonly groups: readonly GroupId[] | null;
}

/** A usage location that is set before the licenses. `before` may be `LOCATION_UNKNOWN`. */
export interface LocationStep {
  readonly before: LocationCode;
  readonly target: LocationCode;
}

/** What the plan wants of one user, against the last known state. At least one touch or a location. */
export interface Work {
  readonly userId: UserId;
  readonly position: Position;
  readonly touches: readonly OperationTouch[];
  readonly location: LocationStep | null;
  /** What is to keep the data of which the touches take a part away; not there where they take none. */
  readonly keptBy?: readonly KeptData[];
}

/** The same without its user. */
export type WorkContent = Omit<Work, 'userId' | 'position'>;

/** Where an operation stands until it has ended. Times are in ms. */
export type OperationState =
  /** Intent is stored; the request may be under way. */
  | { readonly kind: 'sending'; readonly sentAt: number }
  /** Nobody knows whether the request landed. */
  | {
      readonly kind: 'inDoubt';
      readonly sentAt: number;
      /** From when on it cannot land any more, where that is known. */
      readonly quietAt?: number;
    }
  /** Known not to have landed; sent again at `until`, or for a shortage when a license is freed. */
  | {
      readonly kind: 'waiting';
      readonly until: number;
      /** `lag`: what the cloud says is behind what it did. */
      readonly why: 'throttled' | 'shortage' | 'lag' | 'nextStep';
    };

/** One user claimed by a sync run: what is sent is frozen. */
export interface Operation extends Work {
  readonly id: OperationId;
  /** When an earlier operation last changed this user, in ms; null when none did. */
  readonly writtenAt: number | null;
  readonly state: OperationState;
  /** License or location requests that left. */
  readonly attempts: number;
  /** Of these: with an unclear end. */
  readonly doubts: number;
  /** When the last of those left, in ms. */
  readonly doubtedAt?: number;
  /** When the usage location was set by this operation; null while it was not. */
  readonly locationSetAt: number | null;
}

/** How the cloud differs from what was last known, where the plan touches it. */
export type Drift =
  | { readonly kind: 'licenseChanged'; readonly skuId: SkuId }
  | {
      readonly kind: 'nowThroughGroup';
      readonly skuId: SkuId;
      readonly groupIds: readonly GroupId[];
    }
  | { readonly kind: 'locationChanged'; readonly location: LocationCode }
  /** The customer does not own a product any more that was to be assigned. */
  | { readonly kind: 'productGone'; readonly skuId: SkuId }
  | { readonly kind: 'userGone' };

/** Why the cloud refused, in its own words. */
export interface Rejection {
  readonly raw: string;
  /** Its word for it; null where the answer had none. */
  readonly code: string | null;
  readonly requestId: string | null;
  /** True when the usage location had been set before the licenses were refused. */
  readonly locationSet: boolean;
}

/** How an operation ended. Never changes. */
export type Outcome =
  | { readonly kind: 'applied' }
  | { readonly kind: 'already' }
  | ({ readonly kind: 'rejected' } & Rejection)
  | { readonly kind: 'conflict'; readonly drifts: readonly Drift[] }
  | {
      readonly kind: 'cancelled';
      /** Products that the cloud has as wanted all the same, whoever made them so; not there where it has none. */
      readonly done?: readonly SkuId[];
    };

/** True when the work takes the product away without giving another: it only frees. */
export const isRevocation = ({ touches }: Work): boolean =>
  touches.length > 0 && touches.every(({ target }) => target === 'absent');

/** The products of which the work frees a license: held directly before, by no group, and not after. */
export const freedBy = ({ touches }: Work): SkuId[] =>
  touches.flatMap(({ skuId, before, target, groups }) =>
    target === 'absent' && before !== 'absent' && (groups ?? []).length === 0 ? [skuId] : [],
  );

/** The direct path as last known. A path that no source explained may be direct or not. */
export function knownPath(assignment: Assignment | undefined): DirectPath | 'unknown' {
  if (unknownPath(assignment) !== undefined) return 'unknown';
  const path = directPath(assignment);
  return path === undefined ? 'absent' : (path.disabledPlans ?? 'unknown');
}

/** The direct path as planned; null where the plan leaves it as it is and no source says how that is. */
export function plannedPath(assignment: Assignment | undefined): DirectPath | null {
  const path = changeablePath(assignment);
  return path === undefined ? 'absent' : path.disabledPlans;
}

/** The path without service plans that the product does not list. */
const asListed = <P extends DirectPath | 'unknown'>(path: P, product: Product | undefined) =>
  typeof path === 'string' ? path : listedPlans(path, product);

function touchOf(
  skuId: SkuId,
  { before, after }: ProductDifference,
  product: Product | undefined,
): OperationTouch[] {
  const [known, planned] = [knownPath(before), plannedPath(after)];
  if (planned === null) return [];
  const target = asListed(planned, product);
  if (isSameDirectPath(asListed(known, product), target)) return [];
  const groups = unknownPath(before) === undefined ? groupsOf(before) : null;
  return [{ skuId, before: known, target, groups }];
}

/**
 * What has to be sent to bring a user from what is last known to what is planned; null when that is
 * nothing. Both are of one `LicenseSets`. No service plan is named that the customer's product does not
 * list. What keeps the data `DataKeepers` finds.
 */
export function workBetween(
  known: UserState,
  planned: UserState,
  products: readonly Product[],
): WorkContent | null {
  const { products: differing, location: moved } = differenceBetween(known, planned);
  const touches = [...differing].flatMap(([skuId, difference]) => {
    const product = products.find((one) => one.skuId === skuId);
    return touchOf(skuId, difference, product);
  });
  const location = moved && { before: moved.before, target: moved.after };
  return touches.length === 0 && location === null ? null : { touches, location };
}
