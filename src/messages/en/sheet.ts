import { n, pick, plural, users } from './numbers.ts';

/** What a change is, in lines: the same on every screen that shows a change. */
export const sheet = {
  title: 'What changes',
  nothing: 'Nothing changes.',
  item: {
    revoke: (product: string) => `Revoke ${product}`,
    revokeDirect: (product: string) => `Revoke the direct copy of ${product}; a group keeps it`,
    swap: (from: string, to: string) => `${from} → ${to}`,
    assign: (product: string) => `Assign ${product}`,
    assignDirect: (product: string) => `Assign ${product} directly; a group gives it as well`,
    servicePlan: {
      on: (plan: string, product: string) => `${plan} on in ${product}`,
      off: (plan: string, product: string) => `${plan} off in ${product}`,
    },
    servicePlans: (product: string) => `Service plans of ${product}`,
    location: (country: string) => `Set usage location ${country}`,
    noLocation: 'Remove the usage location',
  },
  users,
  line: (parts: readonly string[]) => parts.join('\u00a0· '),
  losing: {
    exchange: (count: number) => `${n(count)} ${pick(count, 'loses the', 'lose their')} mailbox`,
    sharepoint: (count: number) => `${n(count)} ${pick(count, 'loses', 'lose')} OneDrive`,
  },
  staying: 'Not changed',
  waits: (why: string) => `Waits: ${why}`,
  more: (count: number) => `Show ${plural(count, 'more line', 'more lines')}`,
  frees: 'Revoking frees licenses for others. The subscription and its bill do not change.',
  people: {
    search: 'Search these users',
    none: 'None of these users match.',
    export: (count: number) => `Export ${users(count)}`,
    exportFailed: 'The file could not be written.',
    failed: 'The users could not be read.',
    before: 'Before',
    after: 'After',
    gained: (license: string) => `+ ${license}`,
    lost: (license: string) => `− ${license}`,
    changed: (license: string) => `${license}: changed`,
  },
};
