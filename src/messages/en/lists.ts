import { n, pick, plural, users } from './numbers.ts';

const names = (count: number): string => plural(count, 'name', 'names');

/** Pasted lists of users. */
export const lists = {
  label: 'Usernames, email addresses, object IDs or display names',
  hint: 'Paste them as they are: one per line or many, with commas, semicolons, spaces or names around them.',
  reading: 'Reading…',
  failed: 'The list could not be read.',
  matched: (count: number) => `${n(count)} matched`,
  unmatched: (count: number) => `${n(count)} not found`,
  ambiguous: (count: number) => `${n(count)} ambiguous`,
  notUnderstood: (count: number) => `${n(count)} not recognized`,
  unmatchedTitle: 'Not found',
  unmatchedHint: 'Nobody in the data of this customer has these names.',
  ambiguousTitle: 'Ambiguous',
  ambiguousHint: 'Each of these names fits several users. Select the ones you mean.',
  moreCandidates: (count: number) => `${users(count)} more ${pick(count, 'is', 'are')} not listed.`,
  moreNames: (count: number) => `${names(count)} more`,
  notUnderstoodTitle: 'Not recognized',
  notUnderstoodHint:
    'There is no address in these entries, and nobody in the data of this customer has exactly this display name.',
  copied: (count: number) => `${plural(count, 'line', 'lines')} copied.`,
  selectedNow: (count: number) => `${users(count)} ${pick(count, 'is', 'are')} selected now`,
  replace: 'Select only the users in this list',
  add: 'Add the users in this list',
  selected: (count: number) => `${users(count)} ${pick(count, 'is', 'are')} selected.`,
  keep: (count: number) =>
    count === 1 ? 'Wait for the one not found' : `Wait for the ${n(count)} not found`,
  keepHint:
    'What you assign is then planned for them too. As soon as an import brings them, you are asked.',
  select: (matched: number, awaited: number) =>
    matched === 0 ? `Wait for ${n(awaited)}` : `Select ${users(matched)}`,
  selectNobody: 'Select',

  /** Users who are not in the customer yet. */
  title: 'Waiting for the user',
  waiting: (count: number) => `${users(count)} not here yet`,
  waitingHint: 'Nobody in the data of this customer has these names yet.',
  drop: (name: string) => `Do not wait for ${name}`,
  dropAll: 'Wait for none of them',
  dropped: (name: string) => `${name} is no longer waited for.`,
  allDropped: 'Nobody is waited for now.',
  here: (count: number) =>
    `${count === 1 ? 'A user' : `${n(count)} users`} that you waited for ${pick(count, 'is', 'are')} here`,
  hereSince: (date: string) =>
    `What you planned on ${date} can be assigned now. Nothing is planned until you save.`,
  dropHere: 'Do not plan it',
  products: 'To be assigned',
  since: 'Waiting since',
  states: {
    nobody: 'not here yet',
    one: 'here now',
    several: 'fits several users: paste another name',
  },
  notDone: 'That did not work. Nothing was changed.',
};
