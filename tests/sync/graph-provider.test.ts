import { describe, expect, it } from 'vitest';
import { assignmentOf, directPath } from '../../src/licenses/license-set.ts';
import type { SkuId } from '../../src/licenses/ids.ts';
import { catalogPart, planInPart } from '../../src/sandbox/catalog-part.ts';
import { graphProvider } from '../../src/sync/graph-provider.ts';
import type { Sending } from '../../src/sync/ports.ts';
import { userId, type UserId } from '../../src/users/ids.ts';
import { locationLetters, readLocation } from '../../src/users/usage-location.ts';
import { clinicCloud } from '../sandbox/cloud/clinic-cloud.ts';

const sku = (part: string): SkuId => catalogPart(part).skuId;

const licenses = (id: UserId, add: readonly string[], remove: readonly string[] = []): Sending => ({
  kind: 'licenses',
  userId: id,
  add: add.map((part) => ({ skuId: sku(part), disabledPlans: [] })),
  remove: remove.map(sku),
});

async function openCloud(mood = {}) {
  const cloud = await clinicCloud(mood);
  const provider = graphProvider(cloud.wire);
  const id = (name: string): UserId => userId(cloud.user(name).id);
  const send = async (sending: Sending) => {
    const answers = await provider.send([sending], () => true);
    return answers.ok ? answers.value[0] : answers.error;
  };
  return { ...cloud, provider, id, send };
}

describe('graphProvider', () => {
  it('reads users as they are, in the order in which they were asked for', async () => {
    const { provider, id, user } = await openCloud();
    const names = ['zoe.vandermeer', 'xiuying.wang', 'maria.conceicao'];
    const answers = await provider.read([...names.map(id), userId('0'.repeat(8))]);
    expect(answers.ok && answers.value.map(({ kind }) => kind)).toEqual([
      ...['user', 'user', 'user', 'gone'],
    ]);
    names.forEach((name, i) => {
      const answer = answers.ok ? answers.value[i] : null;
      const read = answer?.kind === 'user' ? answer.user : null;
      const { licenses: held, usageLocation } = user(name);
      expect(read?.licenses.map(({ skuId }) => skuId)).toEqual(held.map(({ skuId }) => skuId));
      expect(read && locationLetters(read.location)).toBe(usageLocation);
    });
  });

  it('assigns and revokes in one call, and sets the usage location', async () => {
    const { send, id, user, kept } = await openCloud();
    const zoe = id('zoe.vandermeer');
    expect(await send(licenses(zoe, ['POWER_BI_PRO'], ['VISIOCLIENT']))).toEqual({ kind: 'done' });
    const held = user('zoe.vandermeer').licenses;
    expect(directPath(assignmentOf(held, sku('POWER_BI_PRO')))?.disabledPlans).toEqual([]);
    expect(assignmentOf(held, sku('VISIOCLIENT'))).toBeUndefined();
    const maria = id('maria.conceicao');
    const location = readLocation('PT') ?? 0;
    expect(await send({ kind: 'location', userId: maria, location })).toEqual({ kind: 'done' });
    expect(user('maria.conceicao').usageLocation).toBe('PT');
    expect(kept).toHaveLength(2);
  });

  it('tells refusals apart by what they mean for the plan', async () => {
    const { send, id } = await openCloud();
    const refused = async (sending: Sending) => {
      const answer = await send(sending);
      return answer !== undefined && 'reason' in answer ? answer.reason : answer?.kind;
    };
    expect(await refused(licenses(id('kofi.mensah'), ['ENTERPRISEPACK']))).toBe('shortage');
    expect(await refused(licenses(id('olena.kovalenko'), ['SPE_E3']))).toBe('location');
    expect(await refused(licenses(id('asa.lindqvist'), [], ['POWER_BI_PRO']))).toBe('notHeld');
    expect(await refused(licenses(id('xiuying.wang'), [], ['SPE_F1']))).toBe('other');
    expect(await refused(licenses(id('asa.lindqvist'), ['PROJECTPROFESSIONAL']))).toBe('other');
  });

  it('changes nothing where a call is refused', async () => {
    const { send, id, user } = await openCloud();
    const before = user('asa.lindqvist');
    await send(licenses(id('asa.lindqvist'), ['EMS', 'PROJECTPROFESSIONAL'], ['FLOW_FREE']));
    expect(user('asa.lindqvist')).toBe(before);
  });

  it('keeps the service plans of the request', async () => {
    const { send, id, user } = await openCloud();
    const off = planInPart('SPE_E5', 'SWAY');
    await send({
      ...{ kind: 'licenses', userId: id('asa.lindqvist'), remove: [] },
      add: [{ skuId: sku('SPE_E5'), disabledPlans: [off] }],
    });
    const held = assignmentOf(user('asa.lindqvist').licenses, sku('SPE_E5'));
    expect(directPath(held)?.disabledPlans).toEqual([off]);
  });

  it('reads how long to wait from inside a batch', async () => {
    const { provider, id } = await openCloud({ requestsPerWindow: 1 });
    const answers = await provider.send(
      [
        licenses(id('zoe.vandermeer'), ['POWER_BI_PRO']),
        licenses(id('asa.lindqvist'), ['POWER_BI_PRO']),
      ],
      () => true,
    );
    expect(answers.ok && answers.value).toEqual([
      { kind: 'done' },
      { kind: 'throttled', retryAfter: 10_000 },
    ]);
  });

  it('tells who may not be read from nobody who may', async () => {
    const { wire, id } = await openCloud();
    const raw = 'Insufficient privileges to complete the operation.';
    /** As if these addresses were forbidden. */
    const without = (isForbidden: (url: string) => boolean) => {
      const fetch = async (request: Request): Promise<Response> => {
        const { requests } = (await request.clone().json()) as {
          requests: readonly { id: string; url: string }[];
        };
        const answered = (await (await wire.fetch(request)).json()) as {
          responses: readonly { id: string }[];
        };
        const responses = answered.responses.map((one) => {
          const url = requests.find((asked) => asked.id === one.id)?.url ?? '';
          const body = { error: { code: 'Authorization_RequestDenied', message: raw } };
          return isForbidden(url)
            ? { id: one.id, status: 403, headers: { 'request-id': 'r1' }, body }
            : one;
        });
        return Response.json({ responses });
      };
      return graphProvider({ ...wire, fetch });
    };
    const users = ['zoe.vandermeer', 'kofi.mensah'].map(id);
    const forbidden = { kind: 'forbidden', raw, requestId: 'r1' };
    const someone = await without((url) => url.includes(users[0]!)).read(users);
    expect(someone).toMatchObject({ value: [forbidden, { kind: 'user' }] });
    const those = await without((url) => users.some((user) => url.includes(user))).read(users);
    expect(those).toMatchObject({ value: [forbidden, forbidden] });
    const nobody = await without(() => true).read(users);
    expect(nobody).toEqual({ ok: false, error: { kind: 'noAccess', raw } });
  });

  it('tells the id of the request, however Microsoft writes where it stands', async () => {
    const { wire, id } = await openCloud();
    const inner = { 'request-id': 'r7' };
    for (const [part, requestId] of [
      [{ body: { error: { code: 'a', message: 'b', innerError: inner } } }, 'r7'],
      [{ body: { error: { code: 'a', message: 'b', innererror: inner } } }, 'r7'],
      [{ headers: { 'Request-Id': 'r8' }, body: { error: { innerError: inner } } }, 'r8'],
      [{ body: { error: { code: 'a', message: 'b' } } }, null],
    ] as const) {
      const fetch = () =>
        Promise.resolve(Response.json({ responses: [{ id: '0', status: 400, ...part }] }));
      const told = await graphProvider({ ...wire, fetch }).read([id('zoe')]);
      expect(told).toMatchObject({ value: [{ kind: 'refused', requestId }] });
    }
  });

  it('says that a person has to sign in, and that a broken line leaves a doubt', async () => {
    const { wire, id } = await openCloud();
    const sending = licenses(userId('x'), []);
    const signedOut = graphProvider({ ...wire, tokens: { token: () => Promise.resolve(null) } });
    expect(await signedOut.send([sending], () => true)).toEqual({
      ok: false,
      error: { kind: 'signIn' },
    });
    const foreign = graphProvider({ ...wire, tokens: { token: () => Promise.resolve('other') } });
    expect(await foreign.read([id('zoe')])).toEqual({ ok: false, error: { kind: 'signIn' } });
    const offline = await openCloud({ offline: true });
    expect(await offline.provider.send([sending], () => true)).toEqual({
      ok: false,
      error: { kind: 'unclear' },
    });
  });

  it('sends nothing that is not asked any more when the token is there', async () => {
    const { wire, id } = await openCloud();
    const order: string[] = [];
    const late = graphProvider({
      ...wire,
      tokens: { token: () => (order.push('token'), wire.tokens.token()) },
      fetch: (request) => (order.push('fetch'), wire.fetch(request)),
    });
    const ask = (isAsked: boolean) =>
      late.send(
        [licenses(id('zoe'), [])],
        () => (order.push('may'), true),
        () => (order.push('asked'), Promise.resolve(isAsked)),
      );
    expect(await ask(false)).toEqual({ ok: false, error: { kind: 'notSent' } });
    expect(order.splice(0)).toEqual(['token', 'asked']);
    await ask(true);
    expect(order).toEqual(['token', 'asked', 'may', 'fetch']);
  });

  it('never believes an answer that is not one', async () => {
    const { wire, id } = await openCloud();
    const html = graphProvider({
      ...wire,
      fetch: () => Promise.resolve(new Response('<html>Welcome to the hotel</html>')),
    });
    expect(await html.read([id('zoe')])).toEqual({ ok: false, error: { kind: 'unclear' } });
    const empty = graphProvider({
      ...wire,
      fetch: () => Promise.resolve(Response.json({ responses: [] })),
    });
    const answers = await empty.send([licenses(id('zoe'), [])], () => true);
    expect(answers.ok && answers.value).toEqual([{ kind: 'unclear' }]);
  });
});
