import type { TenantId } from '#customers/customer.ts';
import type { Identity } from '#signin/identity.ts';
import { SignIn, type Connection, type SignInEnd } from '#signin/sign-in.ts';
import type { GraphScope, TokenAnswer, TokenAsk } from '#worker/sign-in/sign-in-types.ts';

/** The page to which the sign-in page sends people back; registered for the app, exactly so. */
export const redirectUri = (): string => `${location.origin}/auth/`;

async function load(clientId: string): Promise<Identity> {
  const { openIdentity } = await import('#signin/msal.ts');
  return openIdentity(clientId, redirectUri());
}

/** Who is signed in, in this window, for the screens. */
export class SignInState {
  readonly #signIn: SignIn;
  #end = $state.raw<SignInEnd | null>(null);
  #wanted = $state.raw<TokenAsk | null>(null);
  #connections = $state.raw<readonly Connection[]>([]);
  #going = $state<'leaving' | 'arriving' | null>(null);
  #introduced: { readonly tenantId: TenantId; readonly name: string } | null = null;

  constructor(clientId: string) {
    const parts = { load, storage: sessionStorage, now: () => Date.now() };
    this.#signIn = new SignIn(clientId, parts, () => this.#read());
    this.#read();
  }

  /** How the last visit to the sign-in page ended; null: there was none, or it was read. */
  get end(): SignInEnd | null {
    return this.#end;
  }

  /** What waits for a person to sign in; null: nothing. */
  get wanted(): TokenAsk | null {
    return this.#wanted;
  }

  /** The tenants that can be called from this window. */
  get connections(): readonly Connection[] {
    return this.#connections;
  }

  /** On the way to the sign-in page, or just back from it. */
  get going(): 'leaving' | 'arriving' | null {
    return this.#going;
  }

  /** True where a sign-in for this tenant still lasts. */
  isConnected(tenantId: TenantId): boolean {
    return this.#connections.some((connection) => connection.tenantId === tenantId);
  }

  /** Says what a tenant is called that is not among the customers of this device yet. */
  introduce(tenantId: TenantId, name: string): void {
    this.#introduced = { tenantId, name };
  }

  /** What it was said to be called; null where it is not the last one of which something was said. */
  introducedAs(tenantId: TenantId): string | null {
    return this.#introduced?.tenantId === tenantId ? this.#introduced.name : null;
  }

  useClient(clientId: string): void {
    this.#signIn.useClient(clientId);
  }

  /** Takes up what the sign-in page sent this window back with, if it was there. */
  async arrive(): Promise<void> {
    this.#going = 'arriving';
    await this.#signIn.arrive();
    this.#going = null;
  }

  /** Leaves for the sign-in page and comes back to this address; see `SignIn.connect`. */
  async connect(
    tenantId: TenantId | null,
    scopes: readonly GraphScope[],
    another = false,
  ): Promise<void> {
    this.#going = 'leaving';
    await this.#signIn.connect(tenantId, scopes, another);
    this.#going = null;
  }

  async disconnect(): Promise<void> {
    await this.#signIn.disconnect();
  }

  token(ask: TokenAsk): Promise<TokenAnswer> {
    return this.#signIn.token(ask);
  }

  /** The person has read how the last visit ended. */
  dismissEnd(): void {
    this.#end = null;
  }

  /** The person wants to sign in later. */
  putOff(): void {
    this.#wanted = null;
  }

  #read(): void {
    this.#end = this.#signIn.end;
    this.#wanted = this.#signIn.wanted;
    this.#connections = this.#signIn.connections;
  }
}
