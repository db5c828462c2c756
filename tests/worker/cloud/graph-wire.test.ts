import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TenantId } from '#customers/customer.ts';
import { ASSIGN_SCOPES, LOCATION_SCOPES, PARTNER_SCOPES, READ_SCOPES } from '#signin/scopes.ts';
import { callGraph } from '#sync/graph-call.ts';
import { graphWire } from '#worker/cloud/graph-wire.ts';
import type { TokenAnswer, TokenAsk } from '#worker/sign-in/sign-in-types.ts';
import { Tokens } from '#worker/sign-in/tokens.ts';

const contoso = 'contoso' as TenantId;
const fabrikam = 'fabrikam' as TenantId;

function openTokens(answer: TokenAnswer) {
  const tokens = new Tokens();
  const asked: TokenAsk[] = [];
  tokens.connect((ask) => {
    asked.push(ask);
    return Promise.resolve(answer);
  });
  const sent: Request[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request);
    return Promise.resolve(new Response('{"value":[]}'));
  });
  return { tokens, asked, sent };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the way to Microsoft Graph', () => {
  it('sends the token that the page gave, to Graph only', async () => {
    const { tokens, sent } = openTokens({ kind: 'token', token: 'secret', tenantId: contoso });
    await callGraph(graphWire(tokens, contoso, 'pull'), 'GET', 'users');
    expect(sent.map((one) => [one.url, one.headers.get('Authorization')])).toEqual([
      ['https://graph.microsoft.com/v1.0/users', 'Bearer secret'],
    ]);
  });

  it('never sends a token of another tenant', async () => {
    const { tokens, sent } = openTokens({ kind: 'token', token: 'secret', tenantId: fabrikam });
    const answer = await callGraph(graphWire(tokens, contoso, 'pull'), 'GET', 'users');
    expect(answer).toEqual({ ok: false, error: { kind: 'signIn' } });
    expect(sent).toEqual([]);
  });

  it('takes any tenant where none was asked for: it is the account’s own', async () => {
    const { tokens } = openTokens({ kind: 'token', token: 'secret', tenantId: fabrikam });
    const answer = await callGraph(graphWire(tokens, null, 'tenants'), 'GET', 'contracts');
    expect(answer.ok).toBe(true);
  });

  it.each([
    [{ kind: 'signIn' }, { kind: 'signIn' }],
    [{ kind: 'offline' }, { kind: 'notSent' }],
  ] as const)('sends nothing without a token (%j)', async (reply, error) => {
    const { tokens, sent } = openTokens(reply);
    expect(await callGraph(graphWire(tokens, contoso, 'sync'), 'GET', 'users')).toEqual({
      ok: false,
      error,
    });
    expect(sent).toEqual([]);
  });

  it.each([
    ['pull', READ_SCOPES],
    ['sync', ASSIGN_SCOPES],
    ['syncLocations', [...ASSIGN_SCOPES, ...LOCATION_SCOPES]],
    ['tenants', PARTNER_SCOPES],
  ] as const)('asks for %s what the page asks people for', async (use, scopes) => {
    const { tokens, asked } = openTokens({ kind: 'signIn' });
    await graphWire(tokens, contoso, use).tokens.token();
    expect(asked).toEqual([{ tenantId: contoso, scopes }]);
  });
});
