import type { TenantId } from '#customers/customer.ts';
import type { Account, Granted, Identity, SignInProblem } from '#signin/identity.ts';
import type { SignInRequest } from '#signin/identity.ts';

export const HOME = '22222222-2222-4222-8222-222222222222' as TenantId;
export const CONTOSO = '33333333-3333-4333-8333-333333333333' as TenantId;

export const pat: Account = {
  homeAccountId: `11111111-1111-4111-8111-111111111111.${HOME}`,
  homeTenantId: HOME,
  username: 'pat@partner.example',
  name: 'Pat Partner',
};

export const granted = (tenantId: TenantId, account = pat, token = 'secret'): Granted => {
  return { account, tenantId, scopes: ['User.Read.All'], token };
};

/** The sign-in library without a network: says what a test told it to, and what it was asked. */
export class FakeIdentity implements Identity {
  left: SignInRequest[] = [];
  renewed: { account: Account; request: SignInRequest; isRefused: boolean }[] = [];
  leaving: SignInProblem = { kind: 'cancelled' };
  back: Granted | SignInProblem | null = null;
  renewal: Granted | SignInProblem = { kind: 'interaction' };
  forgotten = false;

  async leave(request: SignInRequest): Promise<SignInProblem> {
    this.left.push(request);
    return this.leaving;
  }

  async returned(): Promise<Granted | SignInProblem | null> {
    return this.back;
  }

  async renew(
    account: Account,
    request: SignInRequest,
    isRefused: boolean,
  ): Promise<Granted | SignInProblem> {
    this.renewed.push({ account, request, isRefused });
    return this.renewal;
  }

  async forget(): Promise<void> {
    this.forgotten = true;
  }
}

/** A session storage of one window. */
export class FakeStorage {
  readonly rows = new Map<string, string>();
  getItem = (key: string): string | null => this.rows.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.rows.set(key, value);
  removeItem = (key: string): void => void this.rows.delete(key);
}
