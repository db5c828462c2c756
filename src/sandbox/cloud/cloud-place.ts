import type { SkuId } from '#licenses/ids.ts';
import type { CloudFacts } from './cloud-facts.ts';
import type { CloudTenant } from './cloud-tenant.ts';

/** One request as the cloud's routes see it. */
export interface CloudRequest {
  readonly method: string;
  /** Below the version: `/users/…?$select=…`. */
  readonly url: string;
  readonly body: unknown;
}

/** What the routes work on. */
export interface CloudPlace {
  readonly tenant: CloudTenant;
  readonly facts: CloudFacts;
  /** In ms. */
  readonly now: number;
  /** How far readings are behind our own writes, in ms. */
  readonly lag: number;
  /** The product that is not owned any more; null: none. */
  readonly endedProduct: SkuId | null;
  /** Where next pages are, without the slash at the end. */
  readonly base: string;
}
