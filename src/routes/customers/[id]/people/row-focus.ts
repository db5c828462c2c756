import type { Attachment } from 'svelte/attachments';

type Move = 'next' | 'previous' | 'first' | 'last';

const arrows: ReadonlyMap<string, Move> = new Map([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
]);

const boxesOf = (body: HTMLElement): HTMLElement[] => [
  ...body.querySelectorAll<HTMLElement>('[data-press] input[type=checkbox]'),
];

/** The row of the table's body in which the focus is, counted from 0; -1: it is somewhere else. */
export const rowInFocus = (body: HTMLElement): number =>
  boxesOf(body).findIndex((box) => box.closest('tr')?.contains(document.activeElement));

/** Gives the focus to the box of another row; from anywhere else the first row is the next one. */
export function focusRow(body: HTMLElement, move: Move): void {
  const boxes = boxesOf(body);
  const here = rowInFocus(body);
  const last = boxes.length - 1;
  const places = {
    first: 0,
    last,
    next: Math.min(last, here + 1),
    previous: Math.max(0, here - 1),
  };
  boxes[places[move]]?.focus();
}

/** Moves by arrows, Home and End from a row's box to another's; elsewhere these keys scroll. */
export const rowArrows: Attachment<HTMLElement> = (body) => {
  const follow = (event: KeyboardEvent): void => {
    const move = arrows.get(event.key);
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return;
    if (!boxesOf(body).some((box) => box === event.target)) return;
    event.preventDefault();
    focusRow(body, move);
  };
  body.addEventListener('keydown', follow);
  return () => body.removeEventListener('keydown', follow);
};
