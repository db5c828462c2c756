import { describe, expect, it } from 'vitest';
import { assignmentOf } from '#licenses/license-set.ts';
import { catalogPart } from '#sandbox/catalog-part.ts';
import { clinicCloud } from './clinic-cloud.ts';
import { rawCall, type RawAnswer } from './raw-call.ts';

const EMS = catalogPart('EMS').skuId;

type Cloud = Awaited<ReturnType<typeof clinicCloud>>;

interface Part {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const batch = ({ wire }: Cloud, requests: readonly unknown[]) =>
  rawCall(wire, 'POST', '$batch', { requests });

const partsOf = ({ body }: RawAnswer): readonly Part[] =>
  (body['responses'] as readonly Part[]).toSorted((a, b) => Number(a.id) - Number(b.id));

const reads = ({ user }: Cloud, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: String(n), method: 'GET' },
    url: `/users/${user('asa').id}?$select=id`,
  }));

const assigning = ({ user }: Cloud) => ({
  ...{ id: '0', method: 'POST' },
  url: `/users/${user('kofi').id}/assignLicense`,
  headers: { 'Content-Type': 'application/json' },
  body: { addLicenses: [{ skuId: EMS }], removeLicenses: [] },
});

describe('the sandbox where changes collide', () => {
  it('makes as many of a batch as it does at once, reads whatever is asked, and leaves the others undone', async () => {
    const cloud = await clinicCloud({ writesAtOnce: 1 });
    const [read] = reads(cloud, 1);
    const parts = [assigning(cloud), { ...assigning(cloud), id: '1' }, { ...read, id: '2' }];
    const answers = partsOf(await batch(cloud, parts));
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 200]);
    expect(answers[1]).toMatchObject({
      body: { error: { code: 'Directory_ConcurrencyViolation' } },
    });
  });
});

describe('the sandbox under too many requests', () => {
  it('tells the seconds to wait in the headers of the answer', async () => {
    const cloud = await clinicCloud({ requestsPerWindow: 2 });
    const ask = () => rawCall(cloud.wire, 'GET', 'subscribedSkus');
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    cloud.clock.now = 3_000;
    const answer = await ask();
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect(answer.body['error']).toMatchObject({ code: 'TooManyRequests' });
    cloud.clock.now = 10_000;
    expect((await ask()).status).toBe(200);
  });

  it('refuses single parts of a batch, whose own answer is good, each with the seconds', async () => {
    const cloud = await clinicCloud({ requestsPerWindow: 3 });
    const answer = await batch(cloud, reads(cloud, 5));
    expect(answer.status).toBe(200);
    const parts = partsOf(answer);
    expect(parts.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(parts.slice(3).map(({ headers }) => headers['Retry-After'])).toEqual(['10', '10']);
  });

  it('has not done what it refused', async () => {
    const cloud = await clinicCloud({ requestsPerWindow: 0 });
    const [part] = partsOf(await batch(cloud, [assigning(cloud)]));
    expect(part?.status).toBe(429);
    expect(cloud.kept).toEqual([]);
  });

  it('refuses a batch of more than twenty as a whole', async () => {
    const cloud = await clinicCloud();
    expect((await batch(cloud, reads(cloud, 20))).status).toBe(200);
    expect((await batch(cloud, reads(cloud, 21))).status).toBe(400);
  });
});

describe('the sandbox whose readings are behind', () => {
  const LAG = 5_000;

  /** What readings say of a user who was just given a license, by the way of reading. */
  async function told(cloud: Cloud): Promise<Readonly<Record<string, boolean>>> {
    const { wire } = cloud;
    const { id } = cloud.user('kofi');
    const holds = (user: unknown): boolean =>
      JSON.stringify((user as { assignedLicenses?: unknown }).assignedLicenses).includes(EMS);
    const select = '$select=id,assignedLicenses';
    const one = await rawCall(wire, 'GET', `users/${id}?${select}`);
    const all = await rawCall(wire, 'GET', `users?${select}&$top=999`);
    const listed = (all.body['value'] as { id: string }[]).find((user) => user.id === id);
    return { one: holds(one.body), listed: holds(listed) };
  }

  it('shows for a while what was, then what is', async () => {
    const cloud = await clinicCloud({ lag: LAG });
    cloud.clock.now = 1_000;
    const [part] = partsOf(await batch(cloud, [assigning(cloud)]));
    expect(part?.status).toBe(200);
    expect(await told(cloud)).toEqual({ one: false, listed: false });
    cloud.clock.now = 1_000 + LAG - 1;
    expect(await told(cloud)).toEqual({ one: false, listed: false });
    cloud.clock.now = 1_000 + LAG;
    expect(await told(cloud)).toEqual({ one: true, listed: true });
  });

  it('tells of a change for as long as readings may not show it yet', async () => {
    const cloud = await clinicCloud({ lag: LAG });
    const path = (link: unknown): string => String(link).replace(cloud.wire.base, '');
    const begun = await rawCall(cloud.wire, 'GET', 'users/delta?$deltatoken=latest');
    cloud.clock.now = 1_000;
    await batch(cloud, [assigning(cloud)]);
    const early = await rawCall(cloud.wire, 'GET', path(begun.body['@odata.deltaLink']));
    cloud.clock.now = 1_000 + LAG;
    const late = await rawCall(cloud.wire, 'GET', path(early.body['@odata.deltaLink']));
    expect(late.body['value']).toMatchObject([{ id: cloud.user('kofi').id }]);
    const after = await rawCall(cloud.wire, 'GET', path(late.body['@odata.deltaLink']));
    expect(after.body['value']).toEqual([]);
  });

  it('judges by what is, not by what readings show', async () => {
    const cloud = await clinicCloud({ lag: LAG });
    cloud.clock.now = 1_000;
    await batch(cloud, [assigning(cloud)]);
    const [again] = partsOf(
      await batch(cloud, [
        { ...assigning(cloud), body: { addLicenses: [], removeLicenses: [EMS] } },
      ]),
    );
    expect(again?.status).toBe(200);
    expect(assignmentOf(cloud.user('kofi').licenses, EMS)).toBeUndefined();
  });
});

describe('the sandbox', () => {
  it('knows nobody without the token of the tenant', async () => {
    const cloud = await clinicCloud();
    const tokens = { token: () => Promise.resolve('another') };
    const answer = await rawCall({ ...cloud.wire, tokens }, 'GET', 'subscribedSkus');
    expect(answer.status).toBe(401);
  });

  it('cannot be paged by numbers, only by its own links', async () => {
    const { wire } = await clinicCloud();
    expect((await rawCall(wire, 'GET', 'users?$skip=10')).status).toBe(400);
    const seen: string[] = [];
    let next = 'users?$select=id&$top=10';
    while (next !== '') {
      const { body } = await rawCall(wire, 'GET', next);
      seen.push(...(body['value'] as { id: string }[]).map(({ id }) => id));
      next = ((body['@odata.nextLink'] as string | undefined) ?? '').replace(wire.base, '');
    }
    expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
  });

  it('says that a link to who changed is too old', async () => {
    const cloud = await clinicCloud();
    const { body } = await rawCall(cloud.wire, 'GET', 'users/delta?$deltatoken=latest');
    const link = String(body['@odata.deltaLink']).replace(cloud.wire.base, '');
    cloud.clock.now = 7 * 86_400_000 + 1;
    expect(await rawCall(cloud.wire, 'GET', link)).toMatchObject({
      status: 410,
      headers: { location: expect.stringContaining('/users/delta') as string },
    });
  });
});
