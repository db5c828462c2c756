import { createContext, untrack } from 'svelte';
import type { Client } from '#client/client.ts';
import { knownLocale, preferredLocale, type Locale } from '#messages/locale.ts';
import { isWhole, loadMessages, type FirstMessages, type Messages } from '#messages/messages.ts';
import type { WorkerEvent } from '#worker/api.ts';
import type { WindowId } from '#worker/scope-types.ts';
import type { Settings } from '#worker/device/settings-types.ts';
import { bringIcons } from '#ui/icons.svelte.ts';
import { answerIn } from './answer-in.ts';
import { Formats } from './formats.ts';
import { Holds, type HoldReason } from './holds.svelte.ts';
import type { Density, Remembered } from './remembered.ts';
import { Refusals } from './refusals.svelte.ts';
import { SideCustomers } from './side-customers.svelte.ts';
import { SignInState } from './sign-in/sign-in-state.svelte.ts';
import type { PlacedColumn } from './user-columns.ts';

type Closed = Extract<WorkerEvent, { readonly kind: 'closed' }>['why'];

/** How long the worker may take for its first answer before the page says that something is wrong. */
const START_LIMIT_MS = 20_000;

/** What every screen shares: the door to the worker, the language, the settings, this window. */
export class Session {
  /** This window; survives a reload, not a new window. */
  readonly window: WindowId;
  readonly remembered: Remembered;
  readonly sideCustomers: SideCustomers;
  readonly refusals = new Refusals();
  readonly #holds = new Holds();
  #client: Client | null = null;
  #signIn: SignInState | null = null;
  #messages = $state.raw<FirstMessages>() as FirstMessages;
  #locale = $state<Locale>('en');
  #settings = $state.raw<Settings | null>(null);
  #failure = $state<string | null>(null);
  #closed = $state<Closed | null>(null);
  #online = $state(true);
  #announcement = $state('');
  #density = $state<Density>('comfortable');
  #userColumns = $state.raw<readonly PlacedColumn[]>([]);
  readonly #formats = $derived(new Formats(this.#locale));

  constructor(locale: Locale, messages: FirstMessages, remembered: Remembered) {
    this.remembered = remembered;
    this.window = remembered.windowId();
    remembered.tellRefused(() => this.refusals.tell('choices'));
    this.#density = remembered.density();
    this.sideCustomers = new SideCustomers(remembered);
    this.#userColumns = remembered.userColumns();
    this.#locale = locale;
    this.#messages = messages;
  }

  /** Starts the worker and reads the settings; then `ready`, or `failure` says why not. `known`: what it will answer. */
  async start(known: Settings | null): Promise<void> {
    try {
      const { Client } = await import('#client/client.ts');
      this.#client = new Client();
      this.#client.listen((event) => {
        if (event.kind === 'stopped') this.#failure = 'the worker stopped';
        if (event.kind === 'closed') this.#closed = event.why;
      });
      const answer = answerIn(START_LIMIT_MS, this.#client.api.settings());
      const settings = known ?? (await answer);
      const signIn = (this.#signIn = new SignInState(settings.clientId));
      // the first screen may ask the cloud at once, and must see that somebody is just coming back
      this.#client.answerTokens((ask) => signIn.token(ask));
      void signIn.arrive();
      await this.#apply(settings);
      await answer;
    } catch (error) {
      this.#failure = messageOf(error);
    }
  }

  /** Follows the network and other windows' settings until the returned function is called. */
  watch(): () => void {
    const network = (): void => void (this.#online = navigator.onLine);
    const elsewhere = (event: StorageEvent): void => {
      if (!this.remembered.isAbout(event)) return;
      this.#density = this.remembered.density();
      this.sideCustomers.readAgain();
      this.#userColumns = this.remembered.userColumns();
      void this.readSettings();
    };
    network();
    addEventListener('online', network);
    addEventListener('offline', network);
    addEventListener('storage', elsewhere);
    return () => {
      removeEventListener('online', network);
      removeEventListener('offline', network);
      removeEventListener('storage', elsewhere);
    };
  }

  /** True once the worker has answered; screens are drawn only then. */
  get ready(): boolean {
    return this.#settings !== null;
  }

  /** Why the worker does not run, for a person who reports it; null while nothing is wrong. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Why the data on this device cannot be used, where that is known; null while it can. */
  get closed(): Closed | null {
    return this.#closed;
  }

  /** The page's door. Asked for before `ready` it is a bug. */
  get client(): Client {
    if (this.#client === null) throw new Error('the worker has not started');
    return this.#client;
  }

  /** Who is signed in, in this window. Asked for before `ready` it is a bug. */
  get signIn(): SignInState {
    if (this.#signIn === null) throw new Error('the settings have not been read');
    return this.#signIn;
  }

  /** The texts of the current language. Before `complete` only those of the first screen are here. */
  get m(): Messages {
    return this.#messages as Messages;
  }

  /** True once the texts of every screen are here; screens but the first are drawn only then. */
  get complete(): boolean {
    return isWhole(this.#messages);
  }

  /** What was fetched when it was first needed; null where it could not be, which stands in the place of every screen. */
  async fetched<T>(fetching: Promise<T>): Promise<T | null> {
    try {
      return await fetching;
    } catch (error) {
      this.#closed = 'incomplete';
      this.#failure = messageOf(error);
      return null;
    }
  }

  /** Brings the texts and icons of all screens. */
  async bringRest(): Promise<void> {
    const locale = this.#locale;
    const texts = this.complete ? null : this.fetched(loadMessages(locale));
    await this.fetched(bringIcons());
    const messages = await texts;
    // the language may have changed meanwhile, and all its texts came with it
    if (messages !== null && locale === this.#locale) this.#messages = messages;
  }

  /** What was fetched, once it has the texts that it speaks with; null where some of it could not be fetched. */
  async withTexts<T>(fetching: Promise<T>): Promise<T | null> {
    const [part] = await Promise.all([this.fetched(fetching), this.bringRest()]);
    return this.complete ? part : null;
  }

  get locale(): Locale {
    return this.#locale;
  }

  /** What the person set. Asked for before `ready` it is a bug. */
  get settings(): Settings {
    if (this.#settings === null) throw new Error('the settings have not been read');
    return this.#settings;
  }

  get online(): boolean {
    return this.#online;
  }

  /** True while a draft, an import or a sync of this window must not be interrupted. */
  get busy(): boolean {
    return this.#holds.any;
  }

  /** True while an import or a backup of this window runs: closing the window would end it. */
  get importing(): boolean {
    return this.#holds.importing;
  }

  /** What the polite live region says. */
  get announcement(): string {
    return this.#announcement;
  }

  /** What the person chose, as far as known: before `ready` it is what this browser remembers. */
  get theme(): Settings['theme'] {
    return this.#settings?.theme ?? this.remembered.theme();
  }

  /** How high rows of tables are on this device. */
  get density(): Density {
    return this.#density;
  }

  changeDensity(density: Density): void {
    this.#density = density;
    this.remembered.keepDensity(density);
  }

  /** What tables of users show beside the names on this device, and what they could. */
  get userColumns(): readonly PlacedColumn[] {
    return this.#userColumns;
  }

  arrangeUserColumns(columns: readonly PlacedColumn[]): void {
    this.#userColumns = columns;
    this.remembered.keepUserColumns(columns);
  }

  /** Keeps the settings, and shows a new language or theme at once, without losing state. */
  async changeSettings(part: Partial<Settings>): Promise<void> {
    await this.#apply(await this.client.api.changeSettings(part));
  }

  /** Reads the settings again where something else may have changed them: a backup, another window. */
  async readSettings(): Promise<void> {
    if (this.#client !== null) await this.#apply(await this.#client.api.settings());
  }

  /** Asks the browser to keep the data of this site, and keeps its answer: true, false or null (cannot say). */
  async keepData(): Promise<boolean | null> {
    const storage = (navigator as { storage?: Partial<StorageManager> }).storage;
    const persisted = (await storage?.persist?.()) ?? null;
    await this.changeSettings({ persisted });
    return persisted;
  }

  /**
   * Says that a draft, an import or a sync is under way, so that a new version of the app does not take
   * over, here or from another window. The returned function releases; call it in the clean-up of an `$effect`.
   */
  hold(reason: HoldReason): () => void {
    return this.#holds.take(reason);
  }

  /** Says `text` to screen readers when they have finished what they are saying. */
  announce(text: string): void {
    // the same text twice would not be read again: an invisible character makes it new
    this.#announcement = untrack(() => this.#announcement) === text ? `${text}\u00a0` : text;
  }

  /** The time in milliseconds since 1970. */
  now(): number {
    return Date.now();
  }

  /** A number as the language writes it: `3,200`. */
  n(value: number): string {
    return this.#formats.number(value);
  }

  /** A day, from milliseconds since 1970: `12 Nov 2026`. */
  date(ms: number): string {
    return this.#formats.date(ms);
  }

  /** A day and a time of day, from milliseconds since 1970. */
  dateTime(ms: number): string {
    return this.#formats.dateTime(ms);
  }

  /** A share between 0 and 1 as a percentage: `12.5%`. */
  percent(share: number): string {
    return this.#formats.percent(share);
  }

  /** A number of bytes in the unit that fits: `1.2 MB`. */
  bytes(count: number): string {
    // not every browser has a word for single bytes in every language
    return count < 1000 ? this.m.words.bytes(count) : this.#formats.bytes(count);
  }

  /** Orders two texts as the language does; less than, equal to or greater than 0. */
  compare(a: string, b: string): number {
    return this.#formats.compare(a, b);
  }

  async #apply(settings: Settings): Promise<void> {
    const locale = knownLocale(settings.locale) ?? preferredLocale(navigator.languages);
    if (locale !== this.#locale) {
      this.#messages = await loadMessages(locale);
      this.#locale = locale;
    }
    this.#signIn?.useClient(settings.clientId);
    this.#settings = settings;
    this.remembered.keep(knownLocale(settings.locale), settings.theme);
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

export const [useSession, provideSession] = createContext<Session>();
