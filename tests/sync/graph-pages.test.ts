import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { fail, ok } from '#base/result.ts';
import { GraphGet, type ReadWait } from '#sync/graph-get.ts';
import { readPages } from '#sync/graph-pages.ts';

const BASE = 'https://graph.microsoft.com/v1.0/';

/** A cloud whose answers come when the test lets them. */
function slowCloud() {
  const asked: string[] = [];
  const waits: (ReadWait | null)[] = [];
  const answers = new Map<string, (response: Response) => void>();
  const wire = {
    ...{ base: BASE, timeout: 1_000, tokens: { token: () => Promise.resolve('token') } },
    fetch: ({ url }: Request) => {
      asked.push(url.slice(BASE.length));
      return new Promise<Response>((resolve) => answers.set(url.slice(BASE.length), resolve));
    },
  };
  const get = new GraphGet(wire, {
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    random: { next: () => 0 },
    pace: steady,
    waits: (wait) => waits.push(wait),
  });
  const untilAsked = (address: string) => expect.poll(() => asked).toContain(address);
  const answer = (address: string, next: string | null) =>
    answers.get(address)?.(
      Response.json({
        value: [address],
        ...(next === null ? {} : { '@odata.nextLink': next }),
      }),
    );
  return { get, asked, waits, answers, answer, untilAsked };
}

describe('reading pages', () => {
  it('has asked for the next one before it hands over what came', async () => {
    const { get, asked, answer, untilAsked } = slowCloud();
    const taken: unknown[] = [];
    const end = readPages(get, 'users', async (body) => {
      const expected = ['users', 'users?page=2', 'users?page=3'].slice(0, taken.length + 2);
      await expect.poll(() => asked).toEqual(expected);
      taken.push((body as { value: unknown }).value);
      return ok(undefined);
    });
    await untilAsked('users');
    answer('users', `${BASE}users?page=2`);
    await untilAsked('users?page=2');
    answer('users?page=2', `${BASE}users?page=3`);
    await untilAsked('users?page=3');
    answer('users?page=3', null);
    expect(await end).toEqual(ok(null));
    expect(taken).toEqual([['users'], ['users?page=2'], ['users?page=3']]);
  });

  it('ends with what was wrong with a page, without waiting for the next', async () => {
    const { get, waits, answers, answer, untilAsked } = slowCloud();
    const refusal = { kind: 'badAnswer', problem: null } as const;
    const end = readPages(get, 'users', () => fail(refusal));
    await untilAsked('users');
    answer('users', `${BASE}users?page=2`);
    expect(await end).toEqual(fail(refusal));
    // nobody waits for it any more, whatever it says
    answers.get('users?page=2')?.(new Response('', { status: 429 }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(waits).toEqual([]);
  });

  it('never asks another cloud for a next page', async () => {
    const { get, asked, answer, untilAsked } = slowCloud();
    const taken: unknown[] = [];
    const end = readPages(get, 'users', (body) => {
      taken.push(body);
      return ok(undefined);
    });
    await untilAsked('users');
    answer('users', 'https://elsewhere.example/users?page=2');
    expect(await end).toEqual(fail({ kind: 'badAnswer', problem: null }));
    expect(taken).toHaveLength(1);
    expect(asked).toEqual(['users']);
  });
});
