const boxesOf = (body: HTMLElement): HTMLElement[] => [
  ...body.querySelectorAll<HTMLElement>('[data-press] input[type=checkbox]'),
];

/** The row of the table's body in which the focus is, counted from 0; -1: it is somewhere else. */
export const rowInFocus = (body: HTMLElement): number =>
  boxesOf(body).findIndex((box) => box.closest('tr')?.contains(document.activeElement));

/** Gives the focus to the box of the next or the previous row; to the first one from anywhere else. */
export function focusRow(body: HTMLElement, step: 1 | -1): void {
  const boxes = boxesOf(body);
  const here = rowInFocus(body);
  const target = here < 0 ? 0 : Math.max(0, Math.min(boxes.length - 1, here + step));
  boxes[target]?.focus();
}
