import { n, pick, plural, users } from './numbers.ts';

const licenses = (count: number): string => plural(count, 'license', 'licenses');
const servicePlans = (count: number): string => plural(count, 'service plan', 'service plans');

export const swap = {
  open: 'Swap a product…',
  title: 'Swap a product',
  changeTitle: 'Change the swap',
  lead: 'Users who hold the first product directly get the second one instead, in one step. Nothing is recorded until you save.',
  from: 'Product to swap',
  to: 'Swap it for',
  choose: 'Choose a product',
  fromOption: (product: string, count: number) => `${product} (${users(count)})`,
  toOption: (product: string, available: number) => `${product} (${n(available)} available)`,
  toOptionUnknown: (product: string) => `${product} (available: unknown)`,
  nothingToSwap: 'None of the selected users holds a product directly that could be swapped.',
  failed: 'What it would do could not be read.',
  add: 'Add swap',
  change: 'Change swap',

  does: 'What it does',
  swapped: (count: number, from: string, to: string) =>
    `${users(count)}: ${from} is swapped for ${to}.`,
  nobody: 'Nobody would be swapped.',
  already: (count: number, from: string, to: string) =>
    `${n(count)} of them ${pick(count, 'holds', 'hold')} ${to} already: only ${from} is revoked.`,
  leftOut: (count: number, from: string) =>
    `${users(count)} skipped: ${from} comes from a group. This Save changes nothing for them.`,
  blocked: (count: number) =>
    `${users(count)} skipped for another reason. Add the swap to see why below the table.`,
  frees: (count: number, product: string) => `Frees ${licenses(count)} of ${product}.`,
  needs: (count: number, product: string, available: number) =>
    `Needs ${licenses(count)} of ${product}; ${n(available)} available.`,
  needsUnknown: (count: number, product: string) =>
    `Needs ${licenses(count)} of ${product}; how many are available is unknown.`,
  short: (count: number, from: string) =>
    `Short by ${n(count)}: ${users(count)} would keep ${from}, unless you buy more. Save asks who.`,
  newPlans: (count: number, to: string) =>
    `${servicePlans(count)} of ${to} ${pick(count, 'is', 'are')} new and will be on`,
  newPlansUnknown:
    'The service plans of both products are not known, so nobody can tell which are new.',

  questions: (from: string, to: string) => `Service plans when ${from} is swapped for ${to}`,
  question: (off: string, becomes: string, count: number) =>
    `${off} is off for ${users(count)}. In the new product that service is ${becomes}.`,
  keepOff: 'Keep off',
  keepOffDefault: 'Keep off (default)',
  switchOn: 'Switch on',
  unknown: (count: number, from: string) =>
    `It is unknown which service plans to keep off for ${users(count)} who ${pick(count, 'holds', 'hold')} ${from}.`,
  leaveThemOut: 'Skip them',
  allOn: (to: string) => `Swap them, with all service plans of ${to} on`,

  instead: (from: string, to: string) => `Swap ${from} for ${to}: what is off stays off`,
  insteadTitle: (from: string, to: string) =>
    `Clearing ${from} and assigning ${to} switches service plans on`,
  insteadLine: (issue: string, count: number) => `${issue} (${users(count)})`,
  insteadOthers: (count: number, from: string, to: string) =>
    `A swap only takes who holds ${from} directly: ${users(count)} more would not get ${to}.`,

  list: 'Swaps',
  row: (from: string, to: string, count: number) => `Swap ${from} → ${to} for ${users(count)}`,
  openQuestions: (count: number) =>
    `${servicePlans(count)} to decide: kept off unless you switch ${pick(count, 'it', 'them')} on`,
  chosen: (count: number) => `${servicePlans(count)} set by you`,
  plansHint: (from: string) =>
    `For users who get it by the swap. What you do not change stays as it is in ${from}; what is new is on.`,
  waitShort: (count: number) => `${n(count)} ${pick(count, 'waits', 'wait')} for a license`,
  blockedShort: (count: number) => `${n(count)} skipped for another reason`,
  leftOutShort: (count: number) => `${n(count)} skipped (group)`,
  alreadyShort: (count: number, to: string) =>
    `${n(count)} already ${pick(count, 'holds', 'hold')} ${to}`,
  unknownLeftOut: (count: number) => `${n(count)} skipped: service plans unknown`,
  unknownAllOn: (count: number) => `${n(count)} ${pick(count, 'gets', 'get')} all service plans on`,
  edit: (from: string, to: string) => `Change the swap ${from} → ${to}`,
  remove: (from: string, to: string) => `Remove the swap ${from} → ${to}`,
  removed: 'The swap was removed.',
  goes: (to: string, count: number) => `Replaced by ${to} for ${users(count)}`,
  comes: (from: string, count: number) => `Replaces ${from} for ${users(count)}`,
  locked: 'Part of a swap. Remove the swap to choose something else here.',
};
