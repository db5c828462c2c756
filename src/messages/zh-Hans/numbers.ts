const format = new Intl.NumberFormat('zh-Hans');

/** A number as Simplified Chinese writes it: `3,200`. Chinese nouns have no plural. */
export const n = (value: number): string => format.format(value);

/** So many users, in words that stay on one line. */
export const users = (count: number): string => `${n(count)}\u00a0个用户`;
