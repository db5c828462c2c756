import { n, pick, users } from './numbers.ts';

export const changes = {
  heading: {
    planned: 'Licenses updated: planned, not yet sent',
    takenOut: 'Licenses updated: removed from the plan',
    ended: 'Licenses updated: outcome known',
  },
  ofAll: {
    planned: (some: number, all: number) => `${n(some)} of ${n(all)} planned`,
    applied: (some: number, all: number) => `${n(some)} of ${n(all)} applied`,
  },
  part: {
    planned: (count: number) => `${n(count)} planned`,
    takenOut: (count: number) => `${n(count)} removed from the plan`,
    waits: (count: number) => `${n(count)} waiting`,
    notChanged: (count: number) => `${n(count)} not changed`,
  },
  sent: (parts: string) => `Licenses updated: ${parts}`,
  applied: 'Licenses updated: applied in Microsoft 365',
  partsPending: (count: number) => `${n(count)} waiting`,
  stillPending: (count: number) =>
    `${users(count)} of this change ${pick(count, 'is', 'are')} still pending.`,
  review: 'Review pending and sync',
  notSent: 'Nothing has changed in Microsoft 365 yet.',
  notPlanned: 'It is no longer part of the plan. Nothing has changed in Microsoft 365.',
  loadingFailed: 'This change could not be loaded.',
  missing: 'This change is not on this device',
  missingHint:
    'It may have been saved on another device, or this customer was replaced here since then. You can import a backup or a plan file from the other device.',
  by: 'Saved by',
  reference: 'Ticket reference',
  note: 'Note',
  filters: 'Show users',
  filter: {
    all: 'All',
    planned: 'Planned',
    notChanged: 'Not changed',
    waits: 'Waiting for a license',
    already: 'No change needed',
    applied: 'Applied',
    done: 'Applied or planned',
  },
  cause: {
    planned: 'Planned',
    notChanged: 'Not changed',
    waits: 'Waits',
    unchanged: 'Unchanged',
    already: 'No change needed',
    takenOut: 'Removed from the plan',
    ended: 'Outcome known',
  },
  waitsText:
    'No license was left, so this Save changes nothing for this user. When one is free, assign it again.',
  notChangedText: 'This Save changes nothing for this user.',
  unchangedText: 'Only groups give these licenses, so they stay.',
  alreadyText: 'No change was needed.',
  columns: {
    what: 'What is planned, or why not',
    after: 'Licenses after the plan',
  },
  columnsThen: {
    what: 'What the Save planned, or why not',
    after: 'All licenses after the Save',
  },
  gained: (license: string) => `+ ${license}, planned`,
  lost: (license: string) => `− ${license}, planned`,
  keptByGroup: (license: string) => `− ${license}, the direct copy, planned; groups keep it`,
  changed: (license: string) => `${license}: service plans, planned`,
  off: (license: string, plans: string) => `${license}: off: ${plans}`,
  location: (country: string) => `Usage location ${country}, planned`,
  code: (code: string) => `Code: ${code}`,
  empty: 'No users here.',
  toBuy: (count: number, product: string) =>
    `${n(count)} more ${product} ${pick(count, 'is', 'are')} planned than available. ${pick(count, 'It is', 'They are')} on the buy list; bought licenses count only after a new import.`,
  selectFailed: (count: number) => `Select the ${n(count)} not changed`,
  selectFailedError: 'The users could not be selected.',
  listTicksNothing:
    'This Save follows a list, with different changes for different users. Selecting them again starts without changes.',
  selectAgain: 'Select these again',
  total: (count: number) => users(count),
  kept: 'The browser keeps this data even when space runs low.',
  notKept:
    'The browser may delete this data when space runs low. Save a backup in Settings now and then.',
};
