import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import puppeteer, { TargetType } from 'puppeteer-core';
import { launchOptions, systemChromium } from '../../scripts/browser.js';
import { offlineCopy } from '../e2e/site.ts';
import type { EngineWindow } from './engine-window.ts';
import { windowOf } from './puppeteer.ts';
import { freePort, until } from './waiting.ts';

const KEYBOARD = '/usr/bin/xdotool';

/** Whether this computer has what an installed app needs: a Chromium with windows, a display, somebody to press keys. */
export const canInstall = (): boolean =>
  process.platform === 'linux' &&
  process.env['DISPLAY'] !== undefined &&
  existsSync(KEYBOARD) &&
  systemChromium(true) !== undefined;

const press = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(KEYBOARD, args)).stdout;

/** The windows of Chromium that are on the display. */
const shown = (): Promise<string> =>
  press('search', '--onlyvisible', '--name', 'Chrom').catch(() => '');

/** An app as Chromium installs it for one person, on the display of this process. */
export class InstalledApp {
  readonly #home: string;
  readonly #address: string;

  private constructor(home: string, address: string) {
    this.#home = home;
    this.#address = address;
  }

  /** Installs what is at this address, once it works offline, for a person with a home of their own. */
  static async install(address: string): Promise<InstalledApp> {
    const app = new InstalledApp(await mkdtemp(join(tmpdir(), 'seatwise-home-')), address);
    const context = await chromium.launchPersistentContext(join(app.#home, 'profile'), {
      ...launchOptions(true),
      env: app.#env,
    });
    const page = await context.newPage();
    await page.goto(address);
    await offlineCopy(page);
    const devtools = await context.browser()?.newBrowserCDPSession();
    const manifestId = new URL('/', address).href;
    await devtools?.send('PWA.install', { manifestId, installUrlOrBundleUrl: manifestId });
    await devtools?.send('PWA.changeAppUserSettings', { manifestId, displayMode: 'standalone' });
    await context.close();
    return app;
  }

  get #env(): NodeJS.ProcessEnv {
    const [HOME, XDG_CONFIG_HOME] = [this.#home, join(this.#home, '.config')];
    return { ...process.env, HOME, XDG_CONFIG_HOME, XDG_DATA_HOME: join(HOME, '.local/share') };
  }

  /** What the system starts for it, as it stands in its list of apps; a file would stand for `%U`. */
  async #command(): Promise<readonly string[]> {
    const apps = join(this.#home, '.local/share/applications');
    const [entry = ''] = (await readdir(apps)).filter((name) => name.endsWith('.desktop'));
    const [, command = ''] = /^Exec=(.*)$/m.exec(await readFile(join(apps, entry), 'utf8')) ?? [];
    return command.split(' ');
  }

  /** Puts a file into the person's home. */
  async save(name: string, content: string | Uint8Array): Promise<void> {
    await writeFile(join(this.#home, name), content);
  }

  /** What a double click on a file of the person's does. */
  async doubleClick(name: string, ...switches: readonly string[]): Promise<void> {
    const [command = '', ...args] = await this.#command();
    const opened = args.map((part) => (part === '%U' ? join(this.#home, name) : part));
    const { args: usual } = launchOptions(true);
    spawn(command, [...opened, ...usual, ...switches], { stdio: 'ignore', env: this.#env });
  }

  /** A double click while the app is closed: the browser asks first, and is told to go on and to ask no more. */
  async start(name: string): Promise<EngineWindow> {
    const port = String(await freePort());
    await this.doubleClick(name, `--remote-debugging-port=${port}`);
    await until('the browser asks', async () => (await shown()) !== '');
    // it takes no answer that comes at once, since nobody can have read the question
    await later(1500);
    await press('key', '--delay', '100', 'shift+Tab', 'space', 'Tab', 'Tab', 'Return');
    const browser = await puppeteer.connect({
      browserURL: `http://127.0.0.1:${port}`,
      defaultViewport: null,
    });
    const target = await browser.waitForTarget(
      (one) => one.type() === TargetType.PAGE && one.url().startsWith(this.#address),
    );
    const page = await target.page();
    if (!page) throw new Error('The app has no page');
    return windowOf(page, false, () => browser.close());
  }

  async remove(): Promise<void> {
    await rm(this.#home, { recursive: true, maxRetries: 10 });
  }
}
