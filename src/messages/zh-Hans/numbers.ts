const format = new Intl.NumberFormat('zh-Hans');

/** A number as Simplified Chinese writes it: `3,200`. Chinese nouns have no plural. */
export const n = (value: number): string => format.format(value);
