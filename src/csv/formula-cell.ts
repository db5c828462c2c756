/**
 * A text that a spreadsheet may take for a formula: `=`, `+`, `-`, `@`, `|` (also full width), a tab, a
 * line break or NUL, after any blanks and invisible characters. OWASP ASVS 5.0, 1.2.10. Apostrophes
 * in front count too, so that taking one off again (`plainCell`) always gives back what was written.
 */
export const FORMULA =
  // eslint-disable-next-line no-control-regex
  /^'*[\s\u0000\uFEFF\u200B-\u200F\u2028-\u202E\u2060-\u2069]*[=+\-@\t\r\n\0＝＋－＠|]/;

/** The cell without the apostrophe that our export (or another careful one) put before a formula. */
export function plainCell(cell: string): string {
  if (cell.charCodeAt(0) !== 0x27) return cell;
  const rest = cell.slice(1);
  return FORMULA.test(rest) ? rest : cell;
}

/** The cells of a row, each as `plainCell` gives it. */
export const plainCells = (cells: readonly string[]): readonly string[] =>
  cells.some((cell) => cell.startsWith("'")) ? cells.map(plainCell) : cells;
