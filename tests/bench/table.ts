import type { HotFunction } from './hot-functions.ts';
import type { Result } from './protocol.ts';

const WIDTHS = [42, 11, 8, 32, 11, 9, 11];

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, i) =>
      i === 0 || i === 3 ? ` ${cell}`.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0),
    )
    .join('')
    .trimEnd();

/** A number with as many digits as it deserves. */
export const digits = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

export const headings = [
  ...['Step', 'ms', '±', 'Against', 'ms', 'Ratio', 'Asked'],
  'Holds',
] as const;

/** The cells of one result. */
export function cellsOf(result: Result): readonly string[] {
  const { step, medianMs, spread, against, againstMs, ratio, atLeast, atMost, holds } = result;
  return [
    step,
    digits(medianMs),
    `${Math.round((spread * 100) / 2)} %`,
    against ?? '',
    againstMs === null ? '' : digits(againstMs),
    ratio === null ? '' : `${digits(ratio)}×`,
    atLeast !== undefined ? `≥ ${atLeast}×` : atMost !== undefined ? `≤ ${atMost}×` : '',
    holds === null ? '' : holds ? 'yes' : 'no',
  ];
}

/** The names of the columns. */
export const tableHead = (): string => row(headings.slice(0, -1));

/** One result as a line of the printed table. */
export const tableRow = (result: Result): string =>
  row(cellsOf(result).slice(0, -1)) + (result.holds === false ? '  falls short' : '');

/** What a profile shows, under the line of its step. */
export const profileRows = (profile: readonly HotFunction[]): string[] =>
  profile.map(({ name, file, share }) =>
    `     ${(share * 100).toFixed(0).padStart(3)} %  ${name}  ${file ?? ''}`.trimEnd(),
  );

/** Steps that were measured for several sizes: the time for each user, in ns. */
export function growthTable(results: readonly Result[]): readonly (readonly string[])[] {
  const key = ({ step, shape }: Result): string => `${step}, ${shape}`;
  const isSeveral = (one: Result): boolean =>
    !one.step.includes('not ms') &&
    results.some((other) => key(other) === key(one) && other.n !== one.n);
  const grown = results.filter(isSeveral);
  if (grown.length === 0) return [];
  const sizes = [...new Set(grown.map(({ n }) => n))].sort((a, b) => a - b);
  const rows = [...new Set(grown.map(key))].map((name) => [
    name,
    ...sizes.map((size) => {
      const one = grown.find((result) => key(result) === name && result.n === size);
      return one === undefined ? '' : digits((one.medianMs * 1e6) / size);
    }),
  ]);
  return [['ns for each user', ...sizes.map((size) => size.toLocaleString('en'))], ...rows];
}
