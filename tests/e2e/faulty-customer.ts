import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { steady } from '#base/pace.ts';
import { catalogPart } from '#sandbox/catalog-part.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import type { Random } from '#sandbox/random.ts';
import { benchmarkSample } from '#sandbox/sample-spec.ts';
import { launchOptions } from '../../scripts/browser.js';
import { GraphServer, type Moment } from '../fakes/graph-server.ts';
import { tabProcess } from './browser-processes.ts';
import { expectAgreement, holdingsOf } from './cloud-agreement.ts';
import { FakeAuthority } from './fake-authority.ts';
import { forwardGraph, graphFiles } from './graph-host.ts';
import { hurry } from './hurried-clock.ts';
import { importCustomer } from './import-screen.ts';
import { manageFor } from './planning.ts';
import { card, countOf, openReview, syncNow } from './sync-screens.ts';

/** As the screens call it. */
export const CUSTOMER = 'Faulty Lines Ltd';
const USERS = 2_000;
const CLIENT = '0f0e0d0c-0b0a-4908-8706-050403020100';
const WANTED = {
  assign: catalogPart('FLOW_FREE').skuId,
  revoke: catalogPart('VISIOCLIENT').skuId,
};

/** What goes wrong on the line, whatever else happens. */
const FAULTS = {
  ...{ lost: 0.01, cut: 0.01, late: 0.03, unavailable: 0.01, throttled: 0.02 },
  crowded: 0.03,
};
/** The two minutes until what is in doubt is read again pass in 20 seconds. */
const SPEED = 6;
/** After this what was sent does not arrive any more: sooner than the app counts on it. */
const LATEST_MS = 12_000;
const MOMENTS: readonly Moment[] = ['arrived', 'landed', 'answered'];
/** Longer than the screens take to read what they show. */
const READ_MS = 500;

type Strike = () => void | Promise<void>;

/** A customer of 2,000 users in a cloud behind a port, on a line with faults, and what people do there. */
export class FaultyCustomer {
  readonly server: GraphServer;
  readonly #authority: FakeAuthority;
  readonly #random: Random;
  readonly #folder = mkdtempSync(join(tmpdir(), 'seatwise-'));
  readonly #baseURL: string;
  readonly #startedAt = Date.now();
  readonly #before: ReturnType<typeof holdingsOf>;
  #users = 0;
  #open: BrowserContext | null = null;
  /** The process of a window that stands still. */
  #frozen: number | null = null;

  private constructor(server: GraphServer, tenantId: string, random: Random, baseURL: string) {
    this.server = server;
    this.#random = random;
    this.#baseURL = baseURL;
    this.#authority = new FakeAuthority({
      ...{ username: 'pat@partner.example', name: 'Pat Partner' },
      ...{ objectId: '11111111-1111-4111-8111-111111111111', homeTenantId: tenantId },
    });
    this.#before = holdingsOf(server);
  }

  static async start(random: Random, baseURL = ''): Promise<FaultyCustomer> {
    const spec = benchmarkSample(USERS, 'roles');
    const server = await GraphServer.start(await makeSample(spec, 0, steady));
    return new FaultyCustomer(server, spec.tenantId, random, baseURL);
  }

  /** Starts a browser; every one finds on its disk what the one before left there. */
  async startBrowser(): Promise<Page> {
    const context = await chromium.launchPersistentContext(this.#folder, {
      ...launchOptions(),
      ...{ baseURL: this.#baseURL, acceptDownloads: true, serviceWorkers: 'block' },
    });
    this.#open = context;
    // files are downloaded then, without a dialog of the system
    await context.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await this.#authority.open(context);
    await forwardGraph(context, this.server);
    await hurry(context, this.#startedAt, SPEED);
    return context.pages()[0] ?? context.newPage();
  }

  async stop(): Promise<void> {
    this.thaw();
    await this.#open?.close().catch(() => undefined);
    await this.server.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Plans a license for everybody and takes another one away, and begins to sync that. */
  async beginSync(page: Page): Promise<void> {
    await page.goto('/settings');
    const clientId = page.getByLabel('Application (client) ID');
    await clientId.fill(CLIENT);
    await clientId.press('Tab');
    await expect(page.getByRole('button', { name: 'Connect' })).toBeEnabled();
    const list = await importCustomer(page, CUSTOMER, await graphFiles(this.server));
    await list.pageBox.click();
    await page.getByRole('button', { name: /^Select all 2,000/ }).click();
    const manage = await manageFor(page, []);
    await manage.press(manage.box('FLOW_FREE'));
    await manage.press(manage.box('VISIOCLIENT'), 2);
    await manage.save();
    await openReview(page);
    this.#users = await countOf(card(page, CUSTOMER), 'Users to change');
    this.server.misbehave(FAULTS, this.#random.below(2 ** 31));
    await syncNow(page);
    await this.signIn(page);
  }

  async signIn(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
    await page.getByRole('link', { name: /^Sign in as/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Pending' })).toBeVisible();
  }

  /** The button that turns round: Pause while the run goes on, Resume while it does not. */
  steering(page: Page, word: 'Pause' | 'Resume'): Locator {
    return page.getByRole('button', { name: `${word} the sync of ${CUSTOMER}` });
  }

  /** Takes up the run in a window in which nobody is signed in. */
  async resume(page: Page): Promise<void> {
    await this.steering(page, 'Resume').click();
    await this.signIn(page);
  }

  /** Takes up the run in all of these windows at the same moment. */
  async resumeAtOnce(pages: readonly Page[]): Promise<void> {
    const buttons = await Promise.all(
      pages.map((page) => this.steering(page, 'Resume').elementHandle()),
    );
    // who sees Pause already does not press
    const press = (button: Element): void => {
      if (button instanceof HTMLElement && button.ariaLabel?.startsWith('Resume')) button.click();
    };
    await Promise.all(buttons.map((button) => button.evaluate(press)));
  }

  /** Stops the window, with all that works behind it, while a request of the run is under way. */
  async freeze(page: Page): Promise<void> {
    const id = await tabProcess(page);
    await this.strike(async () => {
      // what stands still while it reads from the disk keeps others from writing for a minute
      await sleep(READ_MS);
      process.kill(id, 'SIGSTOP');
      this.#frozen = id;
    }, ['arrived', 'landed']);
  }

  /** Lets the window that stands still go on. */
  thaw(): void {
    if (this.#frozen !== null) process.kill(this.#frozen, 'SIGCONT');
    this.#frozen = null;
  }

  async goOffline(context: BrowserContext): Promise<void> {
    this.server.goDown();
    await context.setOffline(true);
  }

  async goOnline(context: BrowserContext): Promise<void> {
    this.server.comeBack();
    await context.setOffline(false);
  }

  /** Does this at a random moment of one of the next requests, and ends when it is done. */
  strike(act: Strike, moments: readonly Moment[] = MOMENTS): Promise<void> {
    const moment = this.#random.pick(moments);
    const after = moment === 'answered' ? this.#random.below(50) : 0;
    return this.#at(moment, false, async () => {
      await sleep(after);
      await act();
    });
  }

  /** Does this while licenses are on their way to the cloud: they arrive when the run has gone on. */
  strikeOnTheWay(act: Strike): Promise<void> {
    return this.#at('arrived', true, act, async () => {
      const deadline = Date.now() + LATEST_MS;
      const { arrived } = this.server;
      while (this.server.arrived < arrived + 10 && Date.now() < deadline) await sleep(100);
    });
  }

  #at(moment: Moment, sends: boolean, act: Strike, then?: Strike): Promise<void> {
    const request = this.server.arrived + 5 + this.#random.below(60);
    return new Promise<void>((resolve, reject) => {
      const strike = async (): Promise<void> => {
        await Promise.resolve(act()).then(resolve, reject);
        await then?.();
      };
      this.server.at(request, moment, strike, sends);
    });
  }

  /** Waits until the run has ended; the cloud, the outcomes and the device agree then. */
  async expectEachChangedOnce(page: Page): Promise<void> {
    await expect(card(page, CUSTOMER).getByText('Ended', { exact: true })).toBeVisible({
      timeout: 90_000,
    });
    const { server } = this;
    const [before, users] = [this.#before, this.#users];
    await expectAgreement(page, CUSTOMER, server, { before, users, wanted: WANTED });
  }
}
