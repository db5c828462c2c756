import { n, plural } from './numbers.ts';

/** The screen of the facts behind the rules; names and dates come ready to be read. */
export const rules = {
  lead: 'What Seatwise checks before a Save: which service plans need others, which cannot be on at the same time, and where something may not be used.',
  offTitle: 'You can switch rules off',
  off: 'Seatwise then no longer warns; Microsoft 365 may still refuse. What is planned stays planned.',
  strength:
    'A documented conflict only warns until Microsoft 365 confirms it. What Microsoft 365 refused at a customer blocks there and warns at others.',

  search: 'Search rules',
  searchHint: 'Name, technical name or GUID',
  allKinds: 'All kinds',
  kinds: {
    requiresAnyOf: 'Needs another',
    excludes: 'Not together',
    prohibitedIn: 'Not everywhere',
  },
  origin: 'Origin',
  allOrigins: 'All origins',
  origins: {
    documented: 'Documented',
    learned: 'Learned',
    imported: 'Imported',
    sample: 'Sample',
  },
  switchedOff: (count: number) => `Switched off (${n(count)})`,
  count: (all: number, off: number) =>
    off === 0
      ? plural(all, 'rule', 'rules')
      : `${plural(all, 'rule', 'rules')}, ${n(off)} switched off`,
  found: (found: number, all: number) => `${n(found)} of ${plural(all, 'rule', 'rules')}`,
  noMatch: 'No rules match',
  noMatchHint: 'Try another search, or show all rules.',
  notLoaded: 'The rules could not be loaded.',
  notDone: 'This could not be saved. Nothing has changed.',
  notHere: 'This rule is no longer on this device.',

  on: 'On',
  rule: 'Rule',
  effect: 'Effect',
  where: 'Where',

  requiresOne: (plan: string, needed: string) => `${plan} needs ${needed}.`,
  requiresAnyOf: (plan: string, needed: string) => `${plan} needs one of: ${needed}.`,
  excludes: (plan: string, other: string) => `${plan} and ${other} cannot be on at the same time.`,
  prohibitedPlan: (plan: string, country: string) => `${plan} may not be used in ${country}.`,
  prohibitedProduct: (product: string, country: string) =>
    `${product} may not be assigned in ${country}.`,

  severity: { blocking: 'Blocks', warning: 'Warns', info: 'Informs' },
  warnsElsewhere: 'warns at other customers',
  removedCustomer: 'a customer that was removed',
  learnedAt: (customer: string) => `Learned at ${customer}`,
  widenedBy: (operator: string, day: string) => `Made to block everywhere by ${operator}, ${day}`,
  confidence: { high: 'High confidence', medium: 'Medium confidence', low: 'Low confidence' },
  details: 'Details',
  noTechnicalName: 'no technical name known',

  widen: 'Block at all customers',
  narrow: 'Block only at that customer',
  forRule: (action: string, rule: string) => `${action}: ${rule}`,
  widenText: (customer: string) =>
    `Microsoft 365 refused this at ${customer}. So far Seatwise blocks it there and warns at other customers. From now on it blocks it everywhere. You can undo this later.`,
  widened: 'Blocks at all customers now.',
  narrowed: 'Blocks only at the customer where it was learned.',

  whereFrom: 'Where this rule comes from',
};
