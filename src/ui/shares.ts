/** What is there at all is seen, however little it is: so much of the bar, in percent. */
const LEAST = 3;

/**
 * How much of a bar each value takes, in percent; together 100, or nothing where all are 0.
 * A value above 0 takes at least 3, for up to 33 values.
 */
export function sharesOf(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const present = values.filter((value) => value > 0);
  const isEnough = present.every((value) => (value / total) * 100 >= LEAST);
  const least = isEnough ? 0 : LEAST;
  const rest = 100 - least * present.length;
  return values.map((value) => (value > 0 ? least + (value / total) * rest : 0));
}
