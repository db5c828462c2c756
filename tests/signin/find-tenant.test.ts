import { describe, expect, it } from 'vitest';
import { findTenant } from '#signin/find-tenant.ts';
import { CONTOSO } from './fake-identity.ts';

const nobody = (): Promise<Response> => Promise.reject(new Error('must not be asked'));

describe('finding the tenant that a text names', () => {
  it('takes a tenant ID as it is', async () => {
    expect(await findTenant(` ${CONTOSO.toUpperCase()} `, nobody)).toEqual({
      kind: 'found',
      tenantId: CONTOSO,
    });
  });

  it('asks the public configuration of a domain', async () => {
    const asked: string[] = [];
    const found = await findTenant('Contoso.com', async (address) => {
      asked.push(address);
      return Response.json({ issuer: `https://login.microsoftonline.com/${CONTOSO}/v2.0` });
    });
    expect(found).toEqual({ kind: 'found', tenantId: CONTOSO });
    expect(asked).toEqual([
      'https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration',
    ]);
  });

  it.each(['', 'contoso', 'contoso.com/../evil', 'https://contoso.com', 'a b.com', '-.com', 'x.c'])(
    'asks nobody about %j',
    async (typed) => {
      expect(await findTenant(typed, nobody)).toEqual({ kind: 'unreadable' });
    },
  );

  it.each([
    [() => new Response('{}', { status: 400 }), 'unknown'],
    [() => Response.json({ issuer: 'https://elsewhere.example/x' }), 'unknown'],
    [
      () =>
        Response.json({
          issuer: `https://login.partner.microsoftonline.cn/${CONTOSO}/v2.0`,
          cloud_instance_name: 'partner.microsoftonline.cn',
        }),
      'otherCloud',
    ],
    [() => new Response('', { status: 503 }), 'offline'],
    [() => new Response('<html>'), 'offline'],
    [
      () => {
        throw new TypeError('Failed to fetch');
      },
      'offline',
    ],
  ])('%s', async (answer: () => Response, kind) => {
    expect(await findTenant('contoso.com', async () => answer())).toEqual({ kind });
  });
});
