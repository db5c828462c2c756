/** How the cloud behaves: as a person or a test set it. */
export interface CloudMood {
  /** How long every answer takes, in ms. */
  readonly latency: number;
  /** Requests per 10 s (parts of a batch count each) until "too many requests"; null: no limit. */
  readonly requestsPerWindow: number | null;
  /** How far readings are behind writes, in ms. */
  readonly lag: number;
  readonly offline: boolean;
  /** Somebody else changes users now and then. */
  readonly otherAdmin: boolean;
}

export const calmMood: CloudMood = {
  latency: 0,
  requestsPerWindow: null,
  lag: 0,
  offline: false,
  otherAdmin: false,
};
