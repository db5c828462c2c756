const format = new Intl.NumberFormat('zh-Hant');

/** A number as Traditional Chinese writes it: `3,200`. Chinese nouns have no plural. */
export const n = (value: number): string => format.format(value);

/** So many users, in words that stay on one line. */
export const users = (count: number): string => `${n(count)}\u00a0位使用者`;
