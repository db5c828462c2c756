import type { Draft } from './draft.ts';

/** A draft and the users it is for. */
export interface Part {
  readonly draft: Draft;
  /** Positions; no user is in two parts. */
  readonly users: Uint32Array;
}

/** What is to be planned: one draft for everybody, or parts. */
export type Drafted = Draft | readonly Part[];

export const isParts = (drafted: Drafted): drafted is readonly Part[] => Array.isArray(drafted);
