import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TenantId } from '#customers/customer.ts';
import type { TokenAnswer, TokenAsk } from '#worker/sign-in/sign-in-types.ts';
import { Tokens } from '#worker/sign-in/tokens.ts';

const ask: TokenAsk = { tenantId: 'tenant' as TenantId, scopes: ['User.Read.All'] };
const answer: TokenAnswer = { kind: 'token', token: 'secret', tenantId: 'tenant' as TenantId };

afterEach(() => {
  vi.useRealTimers();
});

describe('asking the page for a token', () => {
  it('waits for the page, which says how it is asked a moment after the start', async () => {
    const tokens = new Tokens();
    const asking = tokens.ask(ask);
    tokens.connect(async () => answer);
    expect(await asking).toEqual(answer);
  });

  it('does not wait for ever for a page that never says so', async () => {
    vi.useFakeTimers();
    const asking = new Tokens().ask(ask);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await asking).toEqual({ kind: 'offline' });
  });

  it('passes the ask to the page and gives its answer, asking anew each time', async () => {
    const tokens = new Tokens();
    const asked: TokenAsk[] = [];
    tokens.connect(async (one) => {
      asked.push(one);
      return asked.length === 1 ? answer : { kind: 'signIn' };
    });
    expect(await tokens.ask(ask)).toEqual(answer);
    expect(await tokens.ask(ask)).toEqual({ kind: 'signIn' });
    expect(asked).toEqual([ask, ask]);
  });

  it('does not wait for a frozen page for ever', async () => {
    vi.useFakeTimers();
    const tokens = new Tokens();
    tokens.connect(() => new Promise(() => undefined));
    const asking = tokens.ask(ask);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await asking).toEqual({ kind: 'offline' });
  });
});
