import type { ChangeSheet } from './change-sheet.ts';
import { itemKey, type SheetItem } from './sheet-items.ts';

/** A line whose number is another one than before; 0: it was not there, or is no more. */
export interface MovedLine {
  readonly item: SheetItem;
  readonly before: number;
  readonly after: number;
}

/** What differs between two sheets, in the order of the newer one, then what is gone. */
export function movedLines(
  before: Pick<ChangeSheet, 'lines'>,
  after: Pick<ChangeSheet, 'lines'>,
): MovedLine[] {
  const usersIn = (lines: ChangeSheet['lines']) =>
    new Map(lines.map(({ item, users }) => [itemKey(item), users]));
  const [was, is] = [usersIn(before.lines), usersIn(after.lines)];
  const gone = before.lines.filter(({ item }) => !is.has(itemKey(item)));
  return [...after.lines, ...gone]
    .map(({ item }) => {
      const key = itemKey(item);
      return { item, before: was.get(key) ?? 0, after: is.get(key) ?? 0 };
    })
    .filter((line) => line.before !== line.after);
}
