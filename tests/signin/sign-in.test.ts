import { beforeEach, describe, expect, it } from 'vitest';
import { SignIn } from '#signin/sign-in.ts';
import type { TokenAsk } from '#worker/sign-in/sign-in-types.ts';
import { CONTOSO, FakeIdentity, FakeStorage, granted, HOME, pat } from './fake-identity.ts';

const HOUR = 3_600_000;
const CLIENT = '0f0e0d0c-0b0a-4908-8706-050403020100';
const ask: TokenAsk = { tenantId: CONTOSO, scopes: ['User.Read.All'] };

let identity: FakeIdentity;
let storage: FakeStorage;
let now: number;
let loads: number;

beforeEach(() => {
  identity = new FakeIdentity();
  storage = new FakeStorage();
  now = 1_000_000;
  loads = 0;
});

/** A page of the window: what it knows comes from the window's storage alone. */
const openPage = (clientId = CLIENT): SignIn =>
  new SignIn(clientId, {
    load: async () => {
      loads += 1;
      return identity;
    },
    storage,
    now: () => now,
  });

/** Leaves a page for the sign-in page, and gives the page that the window comes back to. */
async function visit(tenantId: typeof CONTOSO | null, back: FakeIdentity['back']): Promise<SignIn> {
  const before = openPage();
  identity.leave = () => new Promise(() => undefined);
  void before.connect(tenantId, ['User.Read.All']);
  await Promise.resolve();
  identity.back = back;
  const after = openPage();
  await after.arrive();
  return after;
}

describe('coming back from the sign-in page', () => {
  it('loads nothing where the window was not there', async () => {
    const page = openPage();
    await page.arrive();
    expect([loads, page.end, page.connections]).toEqual([0, null, []]);
  });

  it('is connected to the tenant that was asked for', async () => {
    const page = await visit(CONTOSO, granted(CONTOSO));
    const scopes = ['User.Read.All'];
    expect(page.end).toEqual({ kind: 'connected', account: pat, tenantId: CONTOSO, scopes });
    expect(page.connections.map((one) => [one.tenantId, one.endsAt])).toEqual([
      [CONTOSO, now + 24 * HOUR],
    ]);
  });

  it('is told once: a reload says nothing of it, and stays connected', async () => {
    await visit(CONTOSO, granted(CONTOSO));
    const reloaded = openPage();
    await reloaded.arrive();
    expect(reloaded.end).toBeNull();
    expect(reloaded.connections).toHaveLength(1);
  });

  it('refuses a sign-in to another tenant, and never uses it', async () => {
    const page = await visit(CONTOSO, granted(HOME));
    expect(page.end).toEqual({ kind: 'wrongTenant', account: pat, wanted: CONTOSO, got: HOME });
    expect(page.connections).toEqual([]);
    expect(await page.token(ask)).toEqual({ kind: 'signIn' });
    expect(identity.renewed).toEqual([]);
  });

  it('takes whichever tenant the account belongs to where none was asked for', async () => {
    const page = await visit(null, granted(HOME));
    expect(page.end).toMatchObject({ kind: 'connected', tenantId: HOME });
  });

  it.each([null, { kind: 'cancelled' as const }])('was cancelled (%j)', async (back) => {
    const page = await visit(CONTOSO, back);
    expect(page.end).toEqual({ kind: 'cancelled' });
    expect(page.connections).toEqual([]);
  });
});

describe('tokens', () => {
  it('need a sign-in where nobody is connected, without loading the library', async () => {
    const page = openPage();
    expect(await page.token(ask)).toEqual({ kind: 'signIn' });
    expect(page.wanted).toEqual(ask);
    expect(loads).toBe(0);
  });

  it('are for the tenant that was asked for, and stand nowhere', async () => {
    const page = await visit(CONTOSO, granted(CONTOSO));
    identity.renewal = granted(CONTOSO, pat, 'fresh-secret');
    expect(await page.token(ask)).toEqual({
      kind: 'token',
      token: 'fresh-secret',
      tenantId: CONTOSO,
    });
    expect([...storage.rows.values()].join()).not.toContain('secret');
  });

  it('come for a customer from the partner that is signed in at home', async () => {
    const page = await visit(null, granted(HOME));
    identity.renewal = granted(CONTOSO);
    expect(await page.token(ask)).toMatchObject({ kind: 'token', tenantId: CONTOSO });
    expect(identity.renewed[0]?.request.tenantId).toBe(CONTOSO);
  });

  it('of another tenant are refused', async () => {
    const page = await visit(CONTOSO, granted(CONTOSO));
    identity.renewal = granted(HOME);
    expect(await page.token(ask)).toEqual({ kind: 'signIn' });
  });

  it('end 24 hours after the sign-in, however often they were renewed', async () => {
    const page = await visit(CONTOSO, granted(CONTOSO));
    identity.renewal = granted(CONTOSO);
    now += 24 * HOUR - 1;
    expect(await page.token(ask)).toMatchObject({ kind: 'token' });
    now += 1;
    expect(await page.token(ask)).toEqual({ kind: 'signIn' });
    expect(page.connections).toEqual([]);
    expect(page.wanted).toEqual(ask);
  });

  it('need a sign-in where more has to be agreed to, until it is', async () => {
    const page = await visit(CONTOSO, granted(CONTOSO));
    identity.renewal = { kind: 'interaction' };
    expect(await page.token(ask)).toEqual({ kind: 'signIn' });
    expect(page.wanted).toEqual(ask);
    identity.renewal = granted(CONTOSO);
    await page.token(ask);
    expect(page.wanted).toBeNull();
  });

  it('wait for the network, and ask nobody to sign in meanwhile', async () => {
    const page = await visit(CONTOSO, granted(CONTOSO));
    identity.renewal = { kind: 'offline' };
    expect(await page.token(ask)).toEqual({ kind: 'offline' });
    expect(page.wanted).toBeNull();
  });
});

describe('leaving', () => {
  it('says why the page could not be left', async () => {
    const page = openPage();
    identity.leaving = { kind: 'offline' };
    await page.connect(CONTOSO, ['User.Read.All']);
    expect(page.end).toEqual({ kind: 'offline' });
    const reloaded = openPage();
    await reloaded.arrive();
    expect(reloaded.end).toBeNull();
  });

  it('expects the account that was there before, unless another is wanted', async () => {
    const page = await visit(CONTOSO, granted(CONTOSO));
    identity = new FakeIdentity();
    const again = openPage();
    await again.connect(CONTOSO, ['User.Read.All']);
    await again.connect(CONTOSO, ['User.Read.All'], true);
    expect(identity.left.map(({ username }) => username)).toEqual([pat.username, null]);
    expect(page.connections).toHaveLength(1);
  });
});

describe('disconnecting', () => {
  it('forgets every account and token', async () => {
    const page = await visit(CONTOSO, granted(CONTOSO));
    await page.disconnect();
    expect(identity.forgotten).toBe(true);
    expect(page.connections).toEqual([]);
    expect(openPage().connections).toEqual([]);
  });

  it('happens where another app registration is entered, and the old tokens go', async () => {
    const page = await visit(CONTOSO, granted(CONTOSO));
    page.useClient('ffffffff-0b0a-4908-8706-050403020100');
    expect(page.connections).toEqual([]);
    await Promise.resolve();
    expect(identity.forgotten).toBe(true);
  });

  it('happens by itself where another app registration is used', async () => {
    await visit(CONTOSO, granted(CONTOSO));
    expect(openPage('ffffffff-0b0a-4908-8706-050403020100').connections).toEqual([]);
  });
});
