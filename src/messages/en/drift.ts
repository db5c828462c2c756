import { n, pick, plural, users } from './numbers.ts';

/** Where Microsoft 365 differs from what was last known, and the plan touches it. */
export const drift = {
  title: 'Differs from Microsoft 365',
  lead: 'Microsoft 365 has changed for these users since the data here was taken, so our change was not applied. Choose what to do.',
  none: 'Nothing differs',
  noneHint: 'No user of this customer needs your decision.',
  notLoaded: 'The differences could not be loaded.',
  nobodyFound: 'No users match',
  kinds: 'For all users of one kind',
  kind: {
    licenseChanged: 'License changed',
    nowThroughGroup: 'Now through a group',
    locationChanged: 'Usage location changed',
    productGone: 'Product gone',
    userGone: 'User deleted',
  },
  kindText: {
    licenseChanged:
      'Somebody else changed what the plan touches, or what was to keep the license, the mailbox or the files.',
    nowThroughGroup: 'A group gives the license now. Only the direct copy can be changed.',
    locationChanged:
      'Somebody else set another usage location. It stays, whatever you choose: our change sets one only for users without one.',
    productGone:
      'The customer no longer owns the product, so nobody can get it. Drop the change, or let it wait until the product is owned again and new data shows it.',
    userGone: 'The user no longer exists. The change can only be dropped.',
  },
  text: {
    licenseChanged: (product: string) => `${product} was changed by somebody else.`,
    nowThroughGroup: (product: string, groups: string) => `${product} now comes through ${groups}.`,
    locationChanged: (country: string) => `The usage location is ${country} now, and stays so.`,
    locationGone: 'The usage location is gone.',
    productGone: (product: string) => `The customer no longer owns ${product}.`,
    userGone: 'The user was deleted.',
  },
  renamed: (change: string) => `Renamed since: ${change}`,
  accessEnded: {
    title: 'Access to this customer has ended',
    resume: 'When the access is back, resume: nothing is lost, and every user is read again first.',
    handOver: 'Hand the plan over to somebody who still has access',
    choose: 'What you choose below is kept, and is sent when the access is back.',
  },
  ofKind: (kind: string, count: number) => `${kind}: ${users(count)}`,
  choose: (name: string) => `What to do for ${name}`,
  button: { apply: 'Apply our change', drop: 'Drop our change' },
  choice: {
    apply: 'Apply our change',
    drop: 'Drop our change (keep Microsoft 365 as it is)',
    later: 'Decide later (stays pending)',
  },
  choiceFor: {
    apply: (name: string) => `Apply our change: ${name}`,
    drop: (name: string) => `Drop our change (keep Microsoft 365 as it is): ${name}`,
    later: (name: string) => `Decide later (stays pending): ${name}`,
  },
  short: {
    apply: 'Apply for all',
    drop: 'Drop for all',
    later: 'Decide later',
  },
  choiceForAll: {
    apply: (kind: string) => `Apply for all: ${kind}`,
    drop: (kind: string) => `Drop for all: ${kind}`,
    later: (kind: string) => `Decide later: ${kind}`,
  },
  mixed: (count: number) =>
    `${users(count)} ${pick(count, 'differs', 'differ')} in more than one way: choose for each.`,
  columns: {
    baseline: 'Last known',
    ours: 'Our plan',
    theirs: 'Microsoft 365 now',
    choice: 'Choose',
  },
  seenOn: (date: string) => `on ${date}`,
  absent: 'not assigned',
  assigned: 'assigned',
  direct: 'assigned directly',
  throughGroups: (groups: string) => `through ${groups}`,
  both: (groups: string) => `assigned directly and through ${groups}`,
  withOff: (state: string, plans: string) => `${state}; off: ${plans}`,
  locationUnknown: 'unknown',
  same: (count: number) => `${plural(count, 'other license', 'other licenses')}: no difference`,
  gone: 'User deleted',
  confirmText: {
    apply: (count: number, kind: string) =>
      `Our change is planned again for ${users(count)} (${kind}), on top of what Microsoft 365 has now, and is sent with the next sync. Licenses that others assigned meanwhile are kept.`,
    drop: (count: number, kind: string) =>
      `Our change is removed from the plan for ${users(count)} (${kind}). Microsoft 365 stays as it is. The history keeps the change.`,
    later: (count: number, kind: string) =>
      `${users(count)} (${kind}) ${pick(count, 'stays', 'stay')} pending and ${pick(count, 'is', 'are')} not sent until you choose.`,
  },
  confirmNow: {
    apply: (count: number) => `Apply for ${users(count)}`,
    drop: (count: number) => `Drop for ${users(count)}`,
    later: (count: number) => `Leave ${users(count)} for later`,
  },
  settled: {
    apply: (count: number) => `Our change is planned again for ${users(count)}.`,
    drop: (count: number) => `Our change was dropped for ${users(count)}.`,
    later: (count: number) => `Left for later: ${n(count)}.`,
  },
  settleFailed: 'This could not be saved. Nothing was changed.',
};
