import type { TenantId } from '#customers/customer.ts';
import type { GraphScope, TokenAnswer, TokenAsk } from '#worker/sign-in/sign-in-types.ts';
import type { Account, Granted, Identity, SignInProblem } from './identity.ts';
import { keepNote, readNote, type KeptAccount, type NoteStorage } from './session-note.ts';
import type { SessionNote } from './session-note.ts';

/** A refresh token of a single-page app lives so long, whatever it is used for (Entra, refresh-tokens.md). */
const SESSION_MS = 24 * 60 * 60 * 1000;

/** How a visit to the sign-in page ended. */
export type SignInEnd =
  | {
      readonly kind: 'connected';
      readonly account: Account;
      readonly tenantId: TenantId;
      /** What was asked for, which may be less than what was granted. */
      readonly scopes: readonly GraphScope[];
    }
  | {
      readonly kind: 'wrongTenant';
      readonly account: Account;
      readonly wanted: TenantId;
      readonly got: TenantId;
    }
  | Exclude<SignInProblem, { kind: 'interaction' }>;

/** A tenant that this window can call. */
export interface Connection {
  readonly tenantId: TenantId;
  readonly account: KeptAccount;
  readonly scopes: readonly GraphScope[];
  /** From then on the person has to sign in again, in ms. */
  readonly endsAt: number;
}

interface Parts {
  /** Loads the sign-in library; called only when somebody connects or is connected. */
  readonly load: (clientId: string) => Promise<Identity>;
  readonly storage: NoteStorage;
  readonly now: () => number;
}

/** Who is signed in, in this window, and for which tenants: the source of every token. */
export class SignIn {
  readonly #parts: Parts;
  readonly #changed: () => void;
  #clientId: string;
  #note: SessionNote;
  #identity: Promise<Identity> | null = null;
  #end: SignInEnd | null = null;
  #wanted: TokenAsk | null = null;

  /** `changed` is called when what the getters give may have changed. `clientId` is '' while none is set. */
  constructor(clientId: string, parts: Parts, changed: () => void = () => undefined) {
    this.#parts = parts;
    this.#changed = changed;
    this.#clientId = clientId;
    this.#note = readNote(parts.storage, clientId);
  }

  /** The app registration that people sign in with. Another one makes a fresh start. */
  useClient(clientId: string): void {
    if (clientId === this.#clientId) return;
    if (this.#note.accounts.length > 0) void this.#library().then((before) => before.forget());
    this.#clientId = clientId;
    this.#identity = null;
    this.#wanted = null;
    this.#write({ clientId, accounts: [], tenants: {} });
  }

  /** How the last visit to the sign-in page ended; null while there was none. */
  get end(): SignInEnd | null {
    return this.#end;
  }

  /** What was asked for and needs a person; null when nothing waits for one. */
  get wanted(): TokenAsk | null {
    return this.#wanted;
  }

  /** The tenants that can be called, latest sign-in first. */
  get connections(): Connection[] {
    const { tenants } = this.#note;
    return (Object.keys(tenants) as TenantId[])
      .flatMap((tenantId) => {
        const account = this.#accountOf(tenants[tenantId]?.homeAccountId);
        if (account === undefined) return [];
        const scopes = tenants[tenantId]?.scopes ?? [];
        return [{ tenantId, account, scopes, endsAt: account.signedInAt + SESSION_MS }];
      })
      .filter(({ endsAt }) => endsAt > this.#parts.now())
      .sort((a, b) => b.account.signedInAt - a.account.signedInAt);
  }

  /**
   * Takes up what the sign-in page sent this window back with. Costs nothing, and loads nothing, where
   * the window was not there.
   */
  async arrive(): Promise<void> {
    const { leftFor, leftWith = [], ...note } = this.#note;
    if (leftFor === undefined) return;
    this.#write(note);
    const result = await (await this.#library()).returned();
    if (result === null || 'kind' in result) this.#finish(endOf(result));
    else if (leftFor !== null && result.tenantId !== leftFor) this.#refuse(result, leftFor);
    else {
      this.#remember(result, true);
      const { account, tenantId } = result;
      this.#finish({ kind: 'connected', account, tenantId, scopes: leftWith });
    }
  }

  /**
   * Leaves for the sign-in page, to enter a tenant (null: the account's own) with these permissions.
   * Ends only where the page could not be left; `end` then says why.
   */
  async connect(
    tenantId: TenantId | null,
    scopes: readonly GraphScope[],
    another = false,
  ): Promise<void> {
    this.#end = null;
    this.#write({ ...this.#note, leftFor: tenantId, leftWith: scopes });
    const username = another ? null : (this.#accountFor(tenantId)?.username ?? null);
    const problem = await this.#library().then(
      (identity) => identity.leave({ tenantId, scopes, username }),
      (): SignInProblem => ({ kind: 'offline' }),
    );
    const { leftFor: _back, leftWith: _asked, ...note } = this.#note;
    this.#write(note);
    this.#finish(endOf(problem));
  }

  /** Forgets every account and token of this window. The person stays signed in at Microsoft. */
  async disconnect(): Promise<void> {
    const identity = this.#note.accounts.length === 0 ? null : await this.#library();
    await identity?.forget();
    this.#end = null;
    this.#wanted = null;
    this.#write({ clientId: this.#clientId, accounts: [], tenants: {} });
  }

  /** A token for a tenant, without troubling the person. */
  async token(ask: TokenAsk): Promise<TokenAnswer> {
    const account = this.#accountFor(ask.tenantId);
    if (account === undefined) return this.#want(ask);
    const tenantId = ask.tenantId ?? account.homeTenantId;
    const result = await this.#library().then(
      (identity) => {
        const { scopes, isRefused = false } = ask;
        return identity.renew(account, { tenantId, scopes, username: account.username }, isRefused);
      },
      (): SignInProblem => ({ kind: 'offline' }),
    );
    if ('kind' in result) return result.kind === 'offline' ? result : this.#want(ask);
    if (result.tenantId !== tenantId) return this.#want(ask);
    this.#remember(result, false);
    if (this.#wanted !== null && this.#wanted.tenantId === ask.tenantId) this.#satisfied();
    return { kind: 'token', token: result.token, tenantId };
  }

  /** The account that entered the tenant, else the latest one: a partner's may enter its customers'. */
  #accountFor(tenantId: TenantId | null): KeptAccount | undefined {
    const entered = tenantId === null ? undefined : this.#note.tenants[tenantId]?.homeAccountId;
    const account = this.#accountOf(entered) ?? this.#note.accounts.at(-1);
    const isOver = account !== undefined && account.signedInAt + SESSION_MS <= this.#parts.now();
    return isOver ? undefined : account;
  }

  #accountOf(homeAccountId: string | undefined): KeptAccount | undefined {
    return this.#note.accounts.find((account) => account.homeAccountId === homeAccountId);
  }

  #remember({ account, tenantId, scopes }: Granted, isFresh: boolean): void {
    const { homeAccountId } = account;
    const known = this.#note.tenants[tenantId];
    const sameScopes = scopes.every((scope) => known?.scopes.includes(scope) === true);
    if (!isFresh && sameScopes && known?.homeAccountId === homeAccountId) return;
    const granted = [...new Set([...(known?.scopes ?? []), ...scopes])];
    const now = this.#parts.now();
    // the one that signed in last stands last
    const others = this.#note.accounts.filter((other) => other.homeAccountId !== homeAccountId);
    this.#write({
      ...this.#note,
      accounts: isFresh ? [...others, { ...account, signedInAt: now }] : this.#note.accounts,
      tenants: { ...this.#note.tenants, [tenantId]: { homeAccountId, scopes: granted } },
    });
  }

  #refuse({ account, tenantId }: Granted, wanted: TenantId): void {
    this.#finish({ kind: 'wrongTenant', account, wanted, got: tenantId });
  }

  #want(ask: TokenAsk): TokenAnswer {
    this.#wanted = ask;
    this.#changed();
    return { kind: 'signIn' };
  }

  #satisfied(): void {
    this.#wanted = null;
    this.#changed();
  }

  #finish(end: SignInEnd): void {
    this.#end = end;
    if (end.kind === 'connected') this.#wanted = null;
    this.#changed();
  }

  #library(): Promise<Identity> {
    this.#identity ??= this.#parts.load(this.#clientId).catch((error: unknown) => {
      this.#identity = null;
      throw error;
    });
    return this.#identity;
  }

  #write(note: SessionNote): void {
    this.#note = note;
    keepNote(this.#parts.storage, note);
    this.#changed();
  }
}

/** Somebody who comes back with nothing has turned round on the way. */
function endOf(problem: SignInProblem | null): SignInEnd {
  if (problem === null || problem.kind === 'interaction') return { kind: 'cancelled' };
  return problem;
}
