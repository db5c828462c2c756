import type { Attachment } from 'svelte/attachments';

type Move = 'next' | 'previous' | 'first' | 'last' | 'right' | 'left';

const moves: ReadonlyMap<string, Move> = new Map([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['ArrowRight', 'right'],
  ['ArrowLeft', 'left'],
]);

/** Whose arrows mean something else. */
const TAKES_ARROWS = 'select, input:not([type=checkbox])';

/** What could have the focus in a row. What opens over the page, and a form, have stops of their own. */
function controlsOf(row: Element): HTMLElement[] {
  const found = row.querySelectorAll<HTMLElement>(
    ':is(a[href], button, input, select):not(:disabled)',
  );
  return [...found].filter((stop) => {
    const apart = stop.closest('form, [popover]');
    return apart === null || apart.contains(row);
  });
}

/** What can have the focus in a row. */
const stopsOf = (row: Element): HTMLElement[] =>
  controlsOf(row).filter((stop) => stop.checkVisibility());

/** The rows that share one stop, from top to bottom; `data-own-stops` says that a row does not. */
const rowsOf = (body: Element): Element[] =>
  [...body.children].filter((row) => !row.hasAttribute('data-own-stops'));

/** Which cell of its row the stop is in, counted from 0. */
const cellOf = (row: Element, stop: Element): number =>
  [...row.children].findIndex((cell) => cell.contains(stop));

/** What stands in `row` where `stop` stands in its own; else what comes before that place. */
function under(stop: HTMLElement, own: Element, row: Element): HTMLElement | undefined {
  const cell = cellOf(own, stop);
  const inCell = (one: Element): HTMLElement[] =>
    stopsOf(one).filter((found) => cellOf(one, found) === cell);
  const there = inCell(row);
  const stops = stopsOf(row);
  return (
    there[Math.min(inCell(own).indexOf(stop), there.length - 1)] ??
    stops.findLast((found) => cellOf(row, found) < cell) ??
    stops[0]
  );
}

/** Where a move leads from `stop`; the stop itself where it leads nowhere. */
function goal(body: Element, stop: HTMLElement, move: Move): HTMLElement | undefined {
  const rows = rowsOf(body).filter((row) => stopsOf(row).length > 0);
  const own = rows.find((row) => row.contains(stop));
  if (own === undefined) return undefined;
  const here = rows.indexOf(own);
  if (move === 'right' || move === 'left') {
    // rows of a list stand beside each other
    const line = body.tagName === 'TBODY' ? stopsOf(own) : rows.flatMap(stopsOf);
    return line[line.indexOf(stop) + (move === 'right' ? 1 : -1)] ?? stop;
  }
  const row = { next: rows[here + 1], previous: rows[here - 1], first: rows[0], last: rows.at(-1) };
  return under(stop, own, row[move] ?? own);
}

/**
 * Makes one stop of Tab of all rows of a table's body or a list. Up, Down, Home and End go from row to
 * row, Left and Right along it; what had the focus last is where Tab comes back to.
 */
export const roving: Attachment<HTMLElement> = (body) => {
  let current: HTMLElement | undefined;

  function settle(): void {
    const stops = rowsOf(body).flatMap(controlsOf);
    // only the one stop is asked whether it is in sight: a question for each is felt in a long table
    if (current === undefined || !stops.includes(current) || !current.checkVisibility()) {
      // where none is, such as in a box that is closed, the first one is the way in once it opens
      current = stops.find((stop) => stop.checkVisibility()) ?? stops[0];
    }
    for (const stop of stops) {
      const tabIndex = stop === current ? 0 : -1;
      if (stop.tabIndex !== tabIndex) stop.tabIndex = tabIndex;
    }
  }

  const ownStop = ({ target }: Event): HTMLElement | undefined =>
    rowsOf(body)
      .filter((row) => target instanceof Node && row.contains(target))
      .flatMap(stopsOf)
      .find((stop) => stop === target);

  function enter(event: FocusEvent): void {
    const stop = ownStop(event);
    if (stop === undefined) return;
    if (current) current.tabIndex = -1;
    stop.tabIndex = 0;
    current = stop;
  }

  function follow(event: KeyboardEvent): void {
    const move = moves.get(event.key);
    if (move === undefined || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const stop = ownStop(event);
    if (stop === undefined || stop.matches(TAKES_ARROWS)) return;
    event.preventDefault();
    goal(body, stop, move)?.focus();
  }

  settle();
  const watch = new MutationObserver(settle);
  watch.observe(body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] });
  body.addEventListener('focusin', enter);
  body.addEventListener('keydown', follow);
  return () => {
    watch.disconnect();
    body.removeEventListener('focusin', enter);
    body.removeEventListener('keydown', follow);
  };
};

/** The row of the table's body in which the focus is, counted from 0; -1: it is somewhere else. */
export const rowInFocus = (body: Element): number =>
  rowsOf(body).findIndex((row) => row.contains(document.activeElement));

/** Gives the focus to the first stop of another row; from anywhere else the first row is the next one. */
export function focusRow(body: Element, move: 'next' | 'previous'): void {
  const rows = rowsOf(body);
  const row = rowInFocus(body) + (move === 'next' ? 1 : -1);
  const wanted = rows[Math.min(rows.length - 1, Math.max(0, row))];
  if (wanted) stopsOf(wanted)[0]?.focus();
}
