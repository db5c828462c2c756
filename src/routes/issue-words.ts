import type { IssueNames, IssueWords } from '#messages/issue-text.ts';
import { countryName } from './country-names.ts';
import type { Session } from './session.svelte.ts';

/** What texts about licenses and places are said with on a screen: in its language, with these names. */
export const issueWords = (session: Session, names: IssueNames): IssueWords => ({
  m: session.m,
  names,
  country: (letters) => countryName(letters, session.locale),
});
