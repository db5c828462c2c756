const format = new Intl.NumberFormat('en');
const rules = new Intl.PluralRules('en');

/** A number as English writes it: `3,200`. */
export const n = (value: number): string => format.format(value);

/** A count with its noun: `plural(1, 'user', 'users')` is `1 user`. */
export const plural = (count: number, one: string, other: string): string =>
  `${n(count)} ${pick(count, one, other)}`;

/** The words that go with a count, where the number stands elsewhere. */
export const pick = (count: number, one: string, other: string): string =>
  rules.select(count) === 'one' ? one : other;

/** So many users, in words. */
export const users = (count: number): string => plural(count, 'user', 'users');
