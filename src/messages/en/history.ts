import { n, users } from './numbers.ts';

/** What was saved for a customer or concerned one user, and what became of it. */
export const history = {
  lead: 'Every Save of this customer, newest first, and what was removed from the plan or put back since.',
  search: 'Search reference, note, name or product',
  empty: 'Nothing has been saved yet',
  emptyHint: 'Every Save on Manage licenses is listed here.',
  nothingFound: 'No entries match',
  notLoaded: 'The history could not be loaded.',
  all: 'Open the whole history',
  openChange: (date: string) => `Open the change of ${date}`,
  takenOut: (count: number) => `Removed from the plan: ${users(count)}`,
  putBack: (count: number) => `Put back into the plan: ${users(count)}`,
  ofChange: (date: string) => `Change of ${date}`,
  ofSelected: (planned: number, selected: number) =>
    planned === selected ? users(planned) : `${n(planned)} of ${users(selected)} selected`,
  waits: (count: number) => `${n(count)} waiting for a license`,
  moreEffects: (count: number) => `and ${n(count)} more`,
  state: {
    planned: 'Planned, not yet sent',
    partly: 'Partly removed from the plan',
    takenOut: 'Removed from the plan',
    ended: 'Outcome known',
  },
  eventBy: (kind: 'takenOut' | 'putBack', when: string, who: string) =>
    kind === 'takenOut' ? `Removed on ${when} by ${who}` : `Put back on ${when} by ${who}`,
  event: {
    takenOut: 'Removed from the plan',
    putBack: 'Put back into the plan',
  },
  userLead: 'Every Save that concerned this user, newest first.',
  userEmpty: 'No Save has concerned this user yet.',
  did: {
    gained: (license: string) => `+ ${license}`,
    lost: (license: string) => `− ${license}`,
    keptByGroup: (license: string) => `− ${license}, the direct copy; groups keep it`,
    changed: (license: string) => `${license}: service plans changed`,
    location: (country: string) => `Usage location ${country}`,
  },
  usageLocation: (country: string) => `Usage location: ${country}`,
};
