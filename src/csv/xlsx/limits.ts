/** A workbook of lists has about 15 parts; with pictures, drawings and pivots some dozens. */
export const MOST_PARTS = 200;
/** All parts together, inflated, in bytes. */
export const MOST_BYTES = 1024 * 1024 * 1024;
/** What is kept in memory as a whole: texts that cells share, in UTF-16 units. */
export const MOST_SHARED_TEXT = 256 * 1024 * 1024;
/** Sheets whose cells are all alike shrink to a three hundredth; a part made to swell, to a thousandth. */
export const MOST_RATIO = 500;
/** Small parts may be as regular as they like. */
export const RATIO_FROM = 4 * 1024 * 1024;
/** Parts that only describe others. */
export const MOST_DESCRIPTION = 16 * 1024 * 1024;
/** A text longer than this, in UTF-16 units, is no data. */
export const LONGEST_TEXT = 4 * 1024 * 1024;
export const LONGEST_TAG = 64 * 1024;
/** Elements in elements. */
export const DEEPEST = 64;
/** Excel's own: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
export const LONGEST_CELL = 32_767;
/** The CSV text that a sheet is read into, in bytes. */
export const MOST_CSV = 500 * 1024 * 1024;
