/** Built-in formats that show a date or a time (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are East Asian). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** Whether a number format of a workbook shows a date or a time; `code` is its own, if it has one. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  const plain = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(plain.replace(/general/gi, ''));
}

const DAY_MS = 86_400_000;
const YEAR_1900 = Date.UTC(1899, 11, 30);
const YEAR_1904 = Date.UTC(1904, 0, 1);

/**
 * A number of days as a date, `2026-11-12`, with the time of day where there is one; a time alone is
 * `08:30:00`. Days before March 1900 are told one wrong, as Excel itself counts them.
 */
export function dateText(days: number, from1904: boolean): string | null {
  const time = new Date((from1904 ? YEAR_1904 : YEAR_1900) + Math.round(days * 86_400) * 1000);
  if (!Number.isFinite(days) || days < 0 || days * DAY_MS > 8.64e15 || Number.isNaN(+time))
    return null;
  const [date = '', clock = ''] = time.toISOString().slice(0, 19).split('T');
  if (days < 1) return clock;
  return clock === '00:00:00' ? date : `${date} ${clock}`;
}
