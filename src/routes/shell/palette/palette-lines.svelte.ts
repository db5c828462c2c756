import { resolve } from '$app/paths';
import type { Customer, CustomerId } from '#customers/customer.ts';
import { localeNames, locales } from '#messages/locale.ts';
import { naming } from '#routes/chosen-customers.ts';
import { anyChange, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import { destinations } from '#routes/shell/destinations.ts';
import type { EntitlementView } from '#worker/licenses/license-types.ts';
import type { UserRow } from '#worker/users/user-types.ts';
import { rankedLines, type Line } from './ranked-lines.ts';

/** Users are looked for in the worker: as many as one reads. */
const MOST_USERS = 6;

interface Known {
  readonly customers: readonly Customer[];
  readonly products: readonly EntitlementView[];
}

/** Everything that the palette can go to or do, for what is typed. */
export class PaletteLines {
  readonly #session: Session;
  /** Whose page is shown; null: nobody's. */
  readonly #customerId: CustomerId | null;
  readonly #onshortcuts: () => void;
  readonly #used: readonly string[];
  readonly #known: Reading<Known>;
  readonly #users: Reading<readonly UserRow[], { readonly text: string }>;
  #text = $state('');

  /** Best first. */
  readonly shown = $derived.by(() =>
    rankedLines(
      [...this.#actions, ...this.#screens, ...this.#customers, ...this.#products, ...this.#people],
      this.#text,
      this.#used,
    ),
  );

  constructor(session: Session, customerId: CustomerId | null, onshortcuts: () => void) {
    this.#session = session;
    this.#customerId = customerId;
    this.#onshortcuts = onshortcuts;
    this.#used = session.remembered.used();
    this.#known = new Reading<Known>(session, {
      query: {},
      ask: async (api, _, locale) => ({
        customers: await api.customers(),
        products: customerId === null ? [] : await api.entitlements(customerId, locale),
      }),
      concerns: anyChange,
    });
    this.#users = new Reading<readonly UserRow[], { readonly text: string }>(session, {
      query: { text: '' },
      ask: async (api, { text }, locale) => {
        if (customerId === null || text === '') return [];
        const ask = { customerId, text, locale, page: 0, pageSize: MOST_USERS };
        return (await api.findUsers(ask)).rows;
      },
      concerns: anyChange,
    });
  }

  get text(): string {
    return this.#text;
  }

  /** True while customers, products or users that match may still be missing. */
  get busy(): boolean {
    return this.#known.busy || !this.#areUsersNew;
  }

  /** True where some of what could match could not be read. */
  get failed(): boolean {
    return this.#known.failed || this.#users.failed;
  }

  follow(): () => void {
    const ends = [this.#known.follow(), this.#users.follow()];
    return () => {
      for (const end of ends) end();
    };
  }

  type(text: string): void {
    this.#text = text;
    void this.#users.show({ text: text.trim() });
  }

  /** Remembers what was chosen, so that it stands first the next time. */
  use({ key }: Line): void {
    this.#session.remembered.use(key);
  }

  get #areUsersNew(): boolean {
    return this.#users.failed || this.#users.answered?.text === this.#text.trim();
  }

  get #here(): Customer | undefined {
    return this.#all.find(({ id }) => id === this.#customerId);
  }

  get #all(): readonly Customer[] {
    return this.#known.answer?.customers ?? [];
  }

  get #actions(): readonly Line[] {
    const { m, locale } = this.#session;
    const here = this.#here;
    const to = (key: string, label: string, target: string, icon: Line['icon']): Line => ({
      key: `action:${key}`,
      kind: 'action',
      label,
      detail: here?.name ?? '',
      icon,
      target,
    });
    const pending = (here === undefined ? this.#all : [here]).filter(
      ({ pendingCount }) => pendingCount > 0,
    );
    const review = `/pending/review?${naming(pending.map(({ id }) => id))}` as const;
    const users = here && resolve('/customers/[id]/users', { id: here.id });
    const manage = here && resolve('/customers/[id]/licenses', { id: here.id });
    return [
      ...(users ? [to('paste', m.palette.paste, `${users}?paste`, 'list')] : []),
      ...(manage ? [to('swap', m.swap.title, `${manage}?swap`, 'swap')] : []),
      ...(here
        ? [to('import', m.palette.import, resolve(`/import?customer=${here.id}`), 'import')]
        : []),
      ...(pending.length > 0 ? [to('sync', m.changes.review, resolve(review), 'cloud')] : []),
      ...locales
        .filter((other) => other !== locale)
        .map((other) => ({
          key: `action:language:${other}`,
          kind: 'action' as const,
          label: localeNames[other],
          lang: other,
          detail: m.palette.switchLanguage,
          icon: 'language' as const,
          target: () => void this.#session.changeSettings({ locale: other }),
        })),
      {
        key: 'action:shortcuts',
        kind: 'action',
        label: m.shortcuts.title,
        detail: '',
        icon: 'info',
        target: this.#onshortcuts,
      },
    ];
  }

  get #screens(): readonly Line[] {
    const { m } = this.#session;
    const here = this.#here;
    const own = (
      [
        ['/customers/[id]', m.customer.overview, 'building'],
        ['/customers/[id]/users', m.words.usersAndLicenses, 'people'],
        ['/customers/[id]/selected', m.words.selectedUsers, 'check'],
        ['/customers/[id]/licenses', m.words.manageLicenses, 'license'],
        ['/customers/[id]/history', m.words.history, 'history'],
      ] as const
    ).map(([route, label, icon]) => ({ route, label, icon }));
    return [
      ...(here === undefined ? [] : own).map(({ route, label, icon }) => ({
        key: `screen:${route}`,
        kind: 'screen' as const,
        label,
        detail: here?.name ?? '',
        icon,
        target: resolve(route, { id: here?.id ?? '' }),
      })),
      ...destinations(m.shell, null, 0).map(({ route, label, icon }) => ({
        key: `screen:${route}`,
        kind: 'screen' as const,
        label,
        detail: '',
        icon,
        target: resolve(route),
      })),
    ];
  }

  get #customers(): readonly Line[] {
    return this.#all.map(({ id, name, defaultDomain }) => ({
      key: `customer:${id}`,
      kind: 'customer',
      label: name,
      detail: defaultDomain ?? '',
      icon: 'building',
      target: resolve('/customers/[id]', { id }),
    }));
  }

  get #products(): readonly Line[] {
    return (this.#known.answer?.products ?? []).map(
      ({ customerId, skuId, name, skuPartNumber }) => ({
        key: `product:${skuId}`,
        kind: 'product',
        label: name,
        detail: skuPartNumber === name ? '' : skuPartNumber,
        icon: 'license',
        target: `${resolve('/customers/[id]/users', { id: customerId })}?holds=${skuId}`,
      }),
    );
  }

  get #people(): readonly Line[] {
    const id = this.#customerId;
    // those of an earlier text are other people
    if (id === null || !this.#areUsersNew) return [];
    return (this.#users.answer ?? []).map(({ userId, displayName, userPrincipalName }) => ({
      key: `user:${id}:${userId}`,
      kind: 'user',
      label: displayName,
      detail: userPrincipalName,
      icon: 'person',
      target: resolve('/customers/[id]/users/[userId]', {
        id,
        userId: encodeURIComponent(userId),
      }),
    }));
  }
}
