import type { SkuId } from '#licenses/ids.ts';

/** How the cloud behaves: as a person or a test set it. */
export interface CloudMood {
  /** How long every answer takes, in ms. */
  readonly latency: number;
  /** Requests per 10 s (parts of a batch count each) until "too many requests"; null: no limit. */
  readonly requestsPerWindow: number | null;
  /** Changes of a batch, which are done at once, until the others meet another one that writes; null: no limit. */
  readonly writesAtOnce: number | null;
  /** How far readings are behind writes, in ms. */
  readonly lag: number;
  readonly offline: boolean;
  /** Somebody else changes users now and then. */
  readonly otherAdmin: boolean;
  /** The partner's access to the customer has ended. */
  readonly accessEnded: boolean;
  /** The subscription of this product has ended: the customer does not own it. */
  readonly endedProduct: SkuId | null;
}

export const calmMood: CloudMood = {
  latency: 0,
  requestsPerWindow: null,
  writesAtOnce: null,
  lag: 0,
  offline: false,
  otherAdmin: false,
  accessEnded: false,
  endedProduct: null,
};
