import { createContext } from 'svelte';
import { shortcutOf, type ShortcutName } from './shortcut-table.ts';

type Handlers = Readonly<Partial<Record<ShortcutName, () => void>>>;

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

  /** Follows a key that nothing else on the page has used. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const pressed = shortcutOf(event, this.isMac);
    // a dialog has keys of its own
    if (pressed === null || document.querySelector(':modal') !== null) return;
    if (this.run(pressed.name)) event.preventDefault();
  }
}

export const [useShortcuts, provideShortcuts] = createContext<Shortcuts>();
