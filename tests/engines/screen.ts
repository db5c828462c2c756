import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { EngineWindow, Point } from './engine-window.ts';
import { until } from './waiting.ts';

const library = readFileSync(
  createRequire(import.meta.url).resolve(
    '@testing-library/dom/dist/@testing-library/dom.umd.min.js',
  ),
  'utf8',
);

/** How a person would name something on the screen. */
export interface Named {
  readonly role: string;
  /** Its accessible name; a regular expression's source with `like`. */
  readonly name?: string;
  readonly like?: string;
  /** The level of a heading: 1 for the name of a page. */
  readonly level?: number;
  /** Which of several, from 0; -1 is the last. */
  readonly which?: number;
  /** Where in it, from its middle, in CSS pixels; where its label is, it is still pressed. */
  readonly aside?: Point;
}

export const link = (name: string): Named => ({ role: 'link', name });
export const button = (name: string): Named => ({ role: 'button', name });
export const checkbox = (name: string): Named => ({ role: 'checkbox', name });

interface Found extends Point {
  readonly text: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  /** What lies over its middle; empty: nothing. */
  readonly under: string;
}

interface Finder {
  configure(options: object): void;
  queryAllByRole(container: Element, role: string, options: object): HTMLElement[];
}

/** In the page: what has this role and name and can be seen, with its middle scrolled into sight. */
function look({
  role,
  name,
  like,
  level,
  which = 0,
  aside,
}: Named): Found | 'not loaded' | 'not there' {
  const { TestingLibraryDom: finder } = globalThis as unknown as { TestingLibraryDom?: Finder };
  if (!finder) return 'not loaded';
  const wanted = like === undefined ? name : new RegExp(like);
  const all = finder
    .queryAllByRole(document.body, role, {
      hidden: true,
      ...(wanted === undefined ? {} : { name: wanted }),
      ...(level === undefined ? {} : { level }),
    })
    .filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const element = all.at(which);
  if (!element) return 'not there';
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2 + (aside?.x ?? 0), top + height / 2 + (aside?.y ?? 0)];
  const front = document.elementFromPoint(x, y);
  const isFree =
    aside === undefined
      ? front !== null && (element.contains(front) || front.contains(element))
      : front?.closest('label')?.control === element;
  return {
    ...{
      x,
      y,
      text: element.innerText,
      under: isFree ? '' : String(front?.outerHTML.slice(0, 120)),
    },
    checked: (element as HTMLInputElement).checked,
    disabled: (element as HTMLButtonElement).disabled,
  };
}

/** What a person sees in a window, and does there. */
export class Screen {
  readonly #window: EngineWindow;

  constructor(window: EngineWindow) {
    this.#window = window;
  }

  /** Waits until this holds; fails with what the page says instead. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    await until(what, holds).catch(async (error: unknown) => {
      const text = await this.#window.run(
        () => `loaded ${performance.now()} ms ago: ${location.href}\n${document.body.innerText}`,
      );
      const complaints = await this.#window.complaints();
      throw new Error([String(error), ...complaints, text].join('\n'), { cause: error });
    });
  }

  /** Waits for it; what it gives is where its middle is and what it says. */
  async see(named: Named): Promise<Found> {
    const seen: Found[] = [];
    await this.until(JSON.stringify(named), async () => {
      const found = await this.#window.run(look, named);
      if (found === 'not loaded') await this.#window.load(library);
      else if (found !== 'not there') seen.push(found);
      return seen.length > 0;
    });
    const [found] = seen;
    if (!found) throw new Error('seen, and not there');
    return found;
  }

  /** Waits for the page of this name; the page before may have a part that is called so. */
  heading(name: string): Promise<Found> {
    return this.see({ role: 'heading', name, level: 1 });
  }

  /** Presses it, once it stands still and nothing is in front of it. */
  async press(named: Named): Promise<void> {
    let before: Found | undefined;
    await this.until(`press ${JSON.stringify(named)}`, async () => {
      const now = await this.see(named);
      const rests = before?.x === now.x && before.y === now.y && !now.disabled && now.under === '';
      before = now;
      return rests;
    });
    if (before) await this.#window.click(before);
  }

  async fill(named: Named, text: string): Promise<void> {
    await this.press(named);
    await this.#window.type(text);
  }

  /** Waits until the whole page says this. */
  async reads(text: string): Promise<void> {
    await this.until(`to read "${text}"`, () =>
      this.#window.run((wanted) => document.body.innerText.includes(wanted), text),
    );
  }

  /** Lets a file fall onto the page. */
  async drop(name: string, type: string, content: string): Promise<void> {
    const drop = (file: string, kind: string, text: string): void => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], file, { type: kind }));
      const main = document.querySelector('main');
      for (const event of ['dragenter', 'dragover', 'drop']) {
        main?.dispatchEvent(
          new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }),
        );
      }
    };
    await this.#window.run(drop, name, type, content);
  }
}
