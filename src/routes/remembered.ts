import { knownLocale, type Locale } from '#messages/locale.ts';
import { printColumns, readColumns, type PlacedColumn } from './user-columns.ts';

type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

const LOCALE = 'seatwise.locale';
const THEME = 'seatwise.theme';
const DENSITY = 'seatwise.density';
const COLUMNS = 'seatwise.columns';
const WINDOW = 'seatwise.window';
const USED = 'seatwise.used';
const MOST_USED = 30;
const PINNED = 'seatwise.pinned';
const TOLD = 'seatwise.told';
const OPENED = 'seatwise.opened';
const GUIDE = 'seatwise.guide';

/**
 * The few things that the page must know before the worker answers: language, theme, density and
 * columns, so that the first paint is right, which window this is, and what was used and opened last. A
 * browser that refuses storage forgets them; where it was a person's choice, that is told.
 */
export class Remembered {
  #isRefused = false;
  #onRefused: () => void = () => undefined;

  /** Calls it when this browser does not keep what a person chose, or which window this is. */
  tellRefused(onRefused: () => void): void {
    this.#onRefused = onRefused;
    if (this.#isRefused) onRefused();
  }

  /** The language that the person chose, or null: the browser's decides. */
  locale(): Locale | null {
    return knownLocale(read(() => localStorage.getItem(LOCALE)));
  }

  theme(): Theme {
    const theme = read(() => localStorage.getItem(THEME));
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  }

  density(): Density {
    return read(() => localStorage.getItem(DENSITY)) === 'compact' ? 'compact' : 'comfortable';
  }

  keepDensity(density: Density): void {
    this.#choose(DENSITY, density === 'compact' ? density : null);
  }

  userColumns(): readonly PlacedColumn[] {
    return readColumns(read(() => localStorage.getItem(COLUMNS)));
  }

  keepUserColumns(columns: readonly PlacedColumn[]): void {
    this.#choose(COLUMNS, printColumns(columns));
  }

  /** The ids of the customers that are pinned to the side bar, in their order. */
  pinned(): readonly string[] {
    return readIds(PINNED);
  }

  keepPinned(ids: readonly string[]): void {
    this.#choose(PINNED, printIds(ids));
  }

  /** The ids of the customers that were opened last, the newest first. */
  opened(): readonly string[] {
    return readIds(OPENED);
  }

  keepOpened(ids: readonly string[]): void {
    put(OPENED, printIds(ids));
  }

  /** How far the guide is, as it was kept; null: it was never offered an answer. */
  guide(): string | null {
    return read(() => localStorage.getItem(GUIDE));
  }

  keepGuide(place: string): void {
    this.#choose(GUIDE, place);
  }

  windowId(): string {
    const id = read(() => sessionStorage.getItem(WINDOW)) ?? crypto.randomUUID();
    this.#told(put(WINDOW, id, () => sessionStorage));
    return id;
  }

  /** Keys of what a person went to or did last, the newest first. */
  used(): readonly string[] {
    const keys: unknown = read((): unknown => JSON.parse(localStorage.getItem(USED) ?? '[]'));
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  }

  use(key: string): void {
    const others = this.used().filter((other) => other !== key);
    put(USED, JSON.stringify([key, ...others].slice(0, MOST_USED)));
  }

  keep(locale: Locale | null, theme: Theme): void {
    put(LOCALE, locale);
    put(THEME, theme === 'system' ? null : theme);
  }

  /** True where a person was told this in this browser, or has read enough of it. */
  isTold(what: string): boolean {
    return readIds(TOLD).includes(what);
  }

  tell(what: string): void {
    if (!this.isTold(what)) put(TOLD, [...readIds(TOLD), what].join(' '));
  }

  /** True where another window changed something that stands here too. */
  isAbout(event: StorageEvent): boolean {
    return [LOCALE, THEME, DENSITY, COLUMNS, PINNED, OPENED].includes(event.key ?? '');
  }

  #choose(key: string, value: string | null): void {
    this.#told(put(key, value));
  }

  #told(isKept: boolean): void {
    if (isKept) return;
    this.#isRefused = true;
    this.#onRefused();
  }
}

const readIds = (key: string): readonly string[] =>
  read(() => localStorage.getItem(key))?.split(' ') ?? [];

const printIds = (ids: readonly string[]): string | null =>
  ids.length === 0 ? null : ids.join(' ');

/** True where it was written. */
function put(key: string, value: string | null, where = (): Storage => localStorage): boolean {
  const isWritten = read(() => {
    if (value === null) where().removeItem(key);
    else where().setItem(key, value);
    return true;
  });
  return isWritten ?? false;
}

function read<T>(access: () => T): T | null {
  try {
    return access();
  } catch {
    // storage is switched off or full
    return null;
  }
}
