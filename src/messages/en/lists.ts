import { n, pick, plural } from './numbers.ts';

const users = (count: number): string => plural(count, 'user', 'users');
const names = (count: number): string => plural(count, 'name', 'names');

/** Pasted lists of users. */
export const lists = {
  label: 'userPrincipalNames, e-mail addresses or object IDs',
  hint: 'Paste them as they are: one a line or many, with commas, semicolons, blanks or names around them.',
  reading: 'Reading…',
  failed: 'The list could not be read.',
  matched: (count: number) => `${n(count)} matched`,
  unmatched: (count: number) => `${n(count)} not found`,
  ambiguous: (count: number) => `${n(count)} ambiguous`,
  notUnderstood: (count: number) => `${plural(count, 'line', 'lines')} not understood`,
  unmatchedTitle: 'Not found',
  unmatchedHint: 'Nobody in the data of this customer has these names.',
  ambiguousTitle: 'Ambiguous',
  ambiguousHint: 'Each of these names fits several users. Tick those you mean.',
  moreCandidates: (count: number) => `${users(count)} more ${pick(count, 'is', 'are')} not listed.`,
  moreNames: (count: number) => `${names(count)} more`,
  notUnderstoodTitle: 'Not understood',
  notUnderstoodHint: 'No name was found in these lines.',
  copied: (count: number) => `${plural(count, 'line', 'lines')} copied.`,
  selectedNow: (count: number) => `${users(count)} ${pick(count, 'is', 'are')} selected now`,
  replace: 'Select only the users of this list',
  add: 'Add the users of this list',
  select: (count: number) => (count === 0 ? 'Select' : `Select ${users(count)}`),
  selected: (count: number) => `${users(count)} ${pick(count, 'is', 'are')} selected.`,
};
