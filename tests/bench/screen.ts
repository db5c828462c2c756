import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { resultOf, type Referee, type Timed } from './contest.ts';
import { hotInTime, Origins } from './hot-functions.ts';
import type { Result, Shape } from './protocol.ts';
import { profilePage } from './worker-profiler.ts';

/** Pages that are turned; the first ones are not counted. */
const TURNS = 14;
const WARM_UPS = 3;
const OPENED = 5;
/** How many times as long as the same rows as markup. */
const MOST = { atMost: 2.5 } as const;

interface TurnTimes {
  readonly app: readonly number[];
  readonly markup: readonly number[];
}

/**
 * Turns the pages of the list of users: from the click until the new rows are painted. In turn with that,
 * a second table beside it gets the same rows by `innerHTML`, while the app's own is hidden.
 */
const turnPages = (page: Page, withMarkup = true): Promise<TurnTimes> =>
  page.evaluate(
    async ({ turns, warmUps, isCompared }) => {
      const painted = (): Promise<number> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            // the first task after the frame was drawn
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now());
            port2.postMessage(null);
          });
        });
      const table = document.querySelector('table') as HTMLTableElement;
      const body = table.tBodies[0] as HTMLTableSectionElement;
      const next = [...document.querySelectorAll<HTMLButtonElement>('nav.pager button')].at(-2);
      const namesIn = (part: Element): string =>
        [...part.querySelectorAll('th')].map(({ textContent }) => textContent).join('\n');
      const changed = (from: string): Promise<void> =>
        new Promise((resolve) => {
          const watcher = new MutationObserver(() => {
            if (namesIn(body) === from) return;
            watcher.disconnect();
            resolve();
          });
          watcher.observe(body, { subtree: true, childList: true, characterData: true });
        });
      const copy = table.cloneNode(true) as HTMLTableElement;
      const copied = copy.tBodies[0] as HTMLTableSectionElement;
      copy.style.display = 'none';
      table.after(copy);
      const show = async (shown: HTMLElement, hidden: HTMLElement): Promise<void> => {
        shown.style.display = '';
        hidden.style.display = 'none';
        await painted();
        await painted();
      };
      const times: { readonly app: number[]; readonly markup: number[] } = { app: [], markup: [] };
      for (let turn = 0; turn < turns; turn++) {
        await show(table, copy);
        const names = namesIn(body);
        let start = performance.now();
        next?.click();
        await changed(names);
        const app = (await painted()) - start;
        if (!isCompared) continue;
        const markup = body.innerHTML;
        await show(copy, table);
        start = performance.now();
        copied.innerHTML = markup;
        const other = (await painted()) - start;
        if (namesIn(copied) !== namesIn(body)) throw new Error('the tables differ');
        if (turn < warmUps) continue;
        times.app.push(app);
        times.markup.push(other);
      }
      return times;
    },
    { turns: TURNS, warmUps: WARM_UPS, isCompared: withMarkup },
  );

/** From the start of the navigation until there are rows, or a heading, and they are painted. */
async function opened(page: Page, address: string, what: 'tbody th' | 'h1'): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector(selector) === null) requestAnimationFrame(look);
          else requestAnimationFrame((at) => resolve(at));
        };
        look();
      }),
    what,
  );
}

/** Builds the app as it is published; gives its folder. */
export function buildApp(): string {
  const root = join(import.meta.dirname, '../..');
  const shell = process.platform === 'win32';
  const end = spawnSync('npx', ['vite', 'build', '--logLevel', 'error', '--sourcemap', 'hidden'], {
    ...{ cwd: root, shell },
    stdio: 'inherit',
  });
  if (end.status !== 0) throw new Error('the app was not built');
  return join(root, 'build');
}

interface Shown {
  /** The built app, with the maps of its scripts. */
  readonly folder: string;
  readonly origin: string;
  readonly customerId: string;
  readonly n: number;
  readonly shape: Shape;
}

export const TURN = 'page turn on screen, click to painted';
export const OPEN = 'cold open to first page';

/** What a person waits for in the built app, whose database has the customer. */
export async function measureScreen(
  page: Page,
  { folder, origin, customerId, n, shape }: Shown,
  { wants, wantsProfile }: Pick<Referee, 'wants' | 'wantsProfile'>,
): Promise<Result[]> {
  const users = `${origin}/customers/${customerId}/users`;
  const results: Result[] = [];
  const take = (step: string, times: readonly number[], other: Timed): Result => {
    const result = resultOf({ step, n, shape }, times, other);
    results.push(result);
    return result;
  };
  if (wants(OPEN)) {
    const [rows, empty]: [number[], number[]] = [[], []];
    for (let round = 0; round < OPENED; round++) {
      empty.push(await opened(page, `${origin}/settings`, 'h1'));
      rows.push(await opened(page, users, 'tbody th'));
    }
    take(OPEN, rows, { against: 'opening Settings, without users', isLimit: true, times: empty });
  }
  if (wants(TURN)) {
    await opened(page, users, 'tbody th');
    await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
    const { app, markup } = await turnPages(page);
    const against = 'innerHTML of the same rows';
    const result = take(TURN, app, { against, isLimit: true, times: markup, bound: MOST });
    if (result.holds && !wantsProfile(TURN)) return results;
    await opened(page, users, 'tbody th');
    await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
    const profile = await profilePage(page, () => turnPages(page, false));
    results.pop();
    results.push({ ...result, profile: hotInTime(profile, new Origins(folder, false)) });
  }
  return results;
}
