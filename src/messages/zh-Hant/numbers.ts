const format = new Intl.NumberFormat('zh-Hant');

/** A number as Traditional Chinese writes it: `3,200`. Chinese nouns have no plural. */
export const n = (value: number): string => format.format(value);

/** So many users, in words. */
export const users = (count: number): string => `${n(count)} 位使用者`;
