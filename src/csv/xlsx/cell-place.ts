import { MOST_COLUMNS, MOST_ROWS } from './limits.ts';
import { BadWorkbook } from './workbook-fault.ts';

/** The column of a cell from its address, from 0: `C7` gives 2. Throws `BadWorkbook`. */
export function columnOf(address: string): number {
  let column = 0;
  let at = 0;
  for (; at < address.length; at++) {
    const letter = address.charCodeAt(at) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > MOST_COLUMNS) throw new BadWorkbook('damaged');
  }
  if (at === 0) throw new BadWorkbook('damaged');
  return column - 1;
}

/** A row number as written, from 1. Throws `BadWorkbook`. */
export function rowOf(text: string): number {
  const row = Number(text);
  if (!Number.isInteger(row) || row < 1 || row > MOST_ROWS) throw new BadWorkbook('damaged');
  return row;
}
