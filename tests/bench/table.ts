import type { Line } from './protocol.ts';

const WIDTHS = [42, 12, 12, 9, 9, 12];

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => (i === 0 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0)))
    .join('');

const digits = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

/** The names of the columns. */
export const tableHead = (): string =>
  row(['step (median, ms)', 'Seatwise', 'one by one', 'ratio', 'at least', 'ns per user']);

/** One measured step as a line of the table. */
export function tableRow({ step, app, naive, least, perUsers }: Line): string {
  const ratio = naive === null ? null : naive / app;
  const isMissed = least !== null && ratio !== null && ratio < least;
  const cells = row([
    step,
    digits(app),
    naive === null ? '' : digits(naive),
    ratio === null ? '' : `${digits(ratio)}×`,
    least === null || ratio === null ? '' : `${least}×`,
    perUsers === null ? '' : digits((app * 1e6) / perUsers),
  ]);
  return isMissed ? `${cells}  below expectation` : cells.trimEnd();
}
