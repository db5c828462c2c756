import type { Customer } from '#customers/customer.ts';

/** What the guide asks for, in its order; `end` only says what was done. */
export const guideSteps = ['choose', 'swap', 'sync', 'undo', 'end'] as const;
export type GuideStep = (typeof guideSteps)[number];

/** As many count as the 12,000 that the guide speaks of. */
const MANY = 10_000;

/** What the app knows of the sample customer that the guide is about. Times in ms. */
export interface GuideFacts {
  /** True while Manage licenses of the customer is shown. */
  readonly managing: boolean;
  readonly selected: number;
  readonly pending: number;
  /** When the last sync began; null: there was none, or it has not ended. */
  readonly syncedFrom: number | null;
  /** When something was saved or undone last; null: never. */
  readonly deedAt: number | null;
}

/** True where the person did what the step asks for; `since`: when the step began, in ms. */
export function isDone(step: GuideStep, facts: GuideFacts, since: number): boolean {
  const isSince = (at: number | null): boolean => at !== null && at >= since;
  switch (step) {
    case 'choose':
      return facts.managing && facts.selected >= MANY;
    case 'swap':
      return facts.pending > 0 && isSince(facts.deedAt);
    case 'sync':
      return isSince(facts.syncedFrom);
    case 'undo':
      return isSince(facts.deedAt);
    case 'end':
      return false;
  }
}

export const stepAfter = (step: GuideStep): GuideStep =>
  guideSteps[guideSteps.indexOf(step) + 1] ?? 'end';

/** The customer that the guide is about: the sample of this size; undefined where it is not on this device. */
export const guided = (customers: readonly Customer[]): Customer | undefined =>
  customers.find(({ origin, userCount }) => origin === 'sample' && userCount >= 50_000);
