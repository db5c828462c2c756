import type { Messages } from './messages.ts';

type ExportKind = keyof Messages['exports']['fileName'];

/** Characters that file names cannot hold on some systems, and those that hide what a name is. */
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u001f\u007f\\/:*?"<>|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
const LONGEST_NAME = 60;

/** The name of an exported file: what it holds, of which customer (null: all), and the day (UTC) of `at`, in ms. */
export function exportFileName(
  { exports }: Pick<Messages, 'exports'>,
  {
    kind,
    customer,
    at,
    format,
  }: {
    readonly kind: ExportKind;
    readonly customer: string | null;
    readonly at: number;
    readonly format: 'csv' | 'xlsx';
  },
): string {
  // by code points: half a character is no name
  const letters = Array.from((customer ?? '').replace(UNFIT, ' '));
  const name = letters.slice(0, LONGEST_NAME).join('').trim();
  const day = new Date(at).toISOString().slice(0, 10);
  return `${[exports.fileName[kind], name, day].filter((part) => part !== '').join(' ')}.${format}`;
}
