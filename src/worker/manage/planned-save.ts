import type { CustomerId } from '#customers/customer.ts';
import { neededFor, withNeeded, type Licenses } from '#plan/awaited-users.ts';
import { shownWith, type Confirmable } from '#plan/consequences.ts';
import type { Draft, Drafted } from '#plan/draft.ts';
import type { Planner } from '#plan/planner.ts';
import type { Preview } from '#plan/preview.ts';
import { nameKeyOf } from '#users/name-text.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import { asked } from '#worker/jobs/next-turn.ts';
import type { OnShortage } from './save-types.ts';
import type { LocaleTag, Scope } from '#worker/scope-types.ts';
import { choiceOf } from './choice-of.ts';
import type { Desk } from '#worker/desk.ts';
import { draftedFor, usersOf, waitingIn } from './scope.ts';

/**
 * How often a Save or an undo that would still do what was shown is begun again, because something else
 * was written while it was: a sync writes some times a second.
 */
export const TRIES = 8;

/** A Save as it would be now, before it is written. */
export interface PlannedSave extends Confirmable<Preview> {
  readonly open: OpenCustomer;
  /** In display order. */
  readonly users: Uint32Array;
  readonly drafted: Drafted;
  readonly planner: Planner;
  /** Names that the Save is also for, and the licenses that are needed for them. */
  readonly awaited: readonly string[];
  readonly needed: Licenses;
  /** The change that waited for those it is for; null: none did. */
  readonly reviewing: string | null;
}

export interface SaveAsk {
  readonly customerId: CustomerId;
  readonly scope: Scope;
  readonly draft: Draft;
  readonly onShortage: OnShortage;
  readonly locale: LocaleTag;
}

/** Works out what a Save for the scope would do, with this answer to a shortage. */
export async function plannedSave(
  desk: Desk,
  { customerId, scope, draft, onShortage, locale }: SaveAsk,
): Promise<PlannedSave> {
  const open = await desk.customers.open(customerId);
  const { data } = open;
  const users = await usersOf(desk, open, scope, locale);
  const { planner, awaited, reviewing } = await waitingIn(desk, open, scope);
  const needed = neededFor(awaited.map(nameKeyOf), draft, data.awaited);
  const drafted = await draftedFor(desk, open, scope, draft);
  const working = planner.confirmableInSteps(users, drafted, choiceOf(onShortage));
  const confirmable = await asked(working);
  const preview = withNeeded(confirmable.preview, needed);
  const { revision, customer } = data;
  const consequences = shownWith(confirmable.consequences, [
    draft,
    onShortage,
    awaited,
    [...needed],
    revision,
    customer.dataAt,
    // who is revoked from is counted against them, to ask for the number by hand
    preview.usersRevoked > 0 ? await open.licensedUsers() : null,
  ]);
  return { open, users, drafted, planner, awaited, needed, reviewing, preview, consequences };
}
