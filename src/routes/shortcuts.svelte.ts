import { createContext } from 'svelte';
import { shortcutOf, shortcuts, type ShortcutName } from './shortcut-table.ts';

type Handlers = Readonly<Partial<Record<ShortcutName, () => void>>>;

/** What takes letters itself: text fields, lists of choices, menus. */
const TAKES_LETTERS = [
  'input:not([type=checkbox], [type=radio], [type=button], [type=file])',
  'textarea, select, [contenteditable], [role=menu], [role=listbox]',
].join(', ');

/** Hears the keys of `shortcut-table.ts`, and does what the screens that are shown say that they do. */
export class Shortcuts {
  readonly isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  readonly #screens: Handlers[] = [];

  /** From now on these do what they say, the newest first, until the returned function is called. */
  on(handlers: Handlers): () => void {
    this.#screens.push(handlers);
    return () => void this.#screens.splice(this.#screens.indexOf(handlers), 1);
  }

  /** Does what the shortcut does on the screen that is shown; false where it does nothing. */
  run(name: ShortcutName): boolean {
    const handle = this.#screens.findLast((screen) => screen[name] !== undefined)?.[name];
    handle?.();
    return handle !== undefined;
  }

  /**
   * Follows a key that nothing else on the page has used. `singleKeys` false: only those with a command
   * key, for people whose voice control or screen reader types letters by itself (WCAG 2.1.4).
   */
  press(event: KeyboardEvent, singleKeys: boolean): void {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = shortcutOf(event, this.isMac);
    // a dialog has keys of its own
    if (pressed === null || document.querySelector(':modal') !== null) return;
    const { name, command } = pressed;
    if (event.repeat && shortcuts[name].repeats !== true) return;
    if (!command && !singleKeys) return;
    // what is typed belongs to the field, and so does Ctrl+Z, which takes it back
    if (name !== 'palette' && isTyping(event.target)) return;
    if (this.run(name)) event.preventDefault();
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TAKES_LETTERS) !== null;

export const [useShortcuts, provideShortcuts] = createContext<Shortcuts>();
