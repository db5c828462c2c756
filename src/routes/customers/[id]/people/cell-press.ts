import type { Attachment } from 'svelte/attachments';

const BOX = 'input[type=checkbox]';

/**
 * Makes the whole cell around a row's checkbox press it, and Shift count for the keyboard as for
 * the mouse. A label does not serve: Firefox ignores a press on it while Shift is held.
 * Give it to the table's body; cells carry `data-press`.
 */
export const cellPress: Attachment<HTMLElement> = (body) => {
  const press = (event: MouseEvent): void => {
    const { target, shiftKey } = event;
    if (!(target instanceof Element) || target.closest('a, button, input')) return;
    const box = target.closest('[data-press]')?.querySelector(BOX);
    // the label around the box would press it once more
    event.preventDefault();
    box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
  };
  // the click that a browser makes of Space need not carry the Shift key
  const space = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || !event.shiftKey) return;
    if (!(event.target instanceof Element) || !event.target.matches(BOX)) return;
    event.preventDefault();
    if (event.type === 'keydown' && !event.repeat) {
      event.target.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }),
      );
    }
  };
  body.addEventListener('click', press);
  body.addEventListener('keydown', space);
  body.addEventListener('keyup', space);
  return () => {
    body.removeEventListener('click', press);
    body.removeEventListener('keydown', space);
    body.removeEventListener('keyup', space);
  };
};
