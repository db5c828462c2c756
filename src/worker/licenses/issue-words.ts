import type { IssueWords } from '#messages/issue-text.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { Namer } from './namer.ts';

/** What sentences about issues need, in one language: `m` are its texts; a country of no name keeps its letters. */
export function issueWords(m: IssueWords['m'], namer: Namer, locale: LocaleTag): IssueWords {
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  return { m, names: namer.view(), country: (letters) => regions.of(letters) ?? letters };
}
