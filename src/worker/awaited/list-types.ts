import type { Awaited } from '#plan/awaited-users.ts';
import type { Who } from '#worker/users/user-types.ts';

/** Who a user is, for a list of few. */

/** Whom a pasted list means. */
export interface PastedListView {
  /** Users found, each once. */
  readonly matched: readonly Who['position'][];
  /** Names of nobody in this customer, as typed. */
  readonly unmatched: readonly string[];
  /** Names that fit several users; of many only the first ones are listed. */
  readonly ambiguous: readonly {
    readonly name: string;
    readonly candidates: readonly Who[];
    readonly total: number;
  }[];
  /** Pieces of lines in which no name was found, each once. */
  readonly notUnderstood: readonly string[];
}

/** A name that a Save waits for. */
export interface AwaitedView extends Omit<Awaited, 'draft' | 'isTakenOut'> {
  /** What is to be assigned, by name. */
  readonly products: readonly string[];
  /** Whom the name fits now: nobody yet, one user who came, or several (never guessed). */
  readonly fits: 'nobody' | 'one' | 'several';
  /** Who came. */
  readonly user: Who | null;
}
