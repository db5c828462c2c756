import type { CustomerId } from '#customers/customer.ts';
import type { Closed } from '#store/opening.ts';
import type { restCommands } from './commands.ts';
import type { JobEvent } from './jobs/job-types.ts';
import type { kernelCommands } from './kernel.ts';

/**
 * The one door to the worker: every command the page may ask, and what comes back; plain cloneable data
 * only. Comlink makes each a promise; a command that names a customer not on this device rejects with
 * `NotFound`. Commands that can take more than 50 ms are jobs (`start`).
 */
export type WorkerApi = ReturnType<typeof kernelCommands> & ReturnType<typeof restCommands>;

/** What the worker tells the page unasked. */
export type WorkerEvent =
  | { readonly kind: 'job'; readonly event: JobEvent }
  /** The facts behind the rules, or what a person decided about them, here or in another window. */
  | { readonly kind: 'rulesChanged' }
  /** A customer changed, here or in another window; null: the list of customers did. */
  | { readonly kind: 'changed'; readonly customerId: CustomerId | null; readonly version: number }
  /** A sync run of the customer moved, here or in another window: told at most 4 times a second. */
  | { readonly kind: 'sync'; readonly customerId: CustomerId }
  /** The sandbox was told to behave otherwise, here or in another window. */
  | { readonly kind: 'cloudMoodChanged' }
  /** Presets were saved, renamed or deleted. */
  | { readonly kind: 'presetsChanged' }
  /** A command failed, because there is no room left on this device. */
  | { readonly kind: 'diskFull' }
  /** Other customers can be read than before (`damagedCustomers`). */
  | { readonly kind: 'damaged' }
  /**
   * What is on this device cannot be used by this window, from now on; `incomplete`: because code that is
   * needed for it could not be fetched.
   */
  | { readonly kind: 'closed'; readonly why: Closed | 'incomplete' };
