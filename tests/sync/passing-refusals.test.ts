import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeCase } from '../corpus.ts';
import { graphOffice, type PartAnswer } from './graph-office.ts';

const error = (code: string, message: string) => ({ error: { code, message } });

const concurrent: PartAnswer = {
  status: 409,
  body: error(
    'Directory_ConcurrencyViolation',
    'Error due to concurrent requests being made to the tenant. Please wait briefly and retry.',
  ),
};
const locked: PartAnswer = { status: 423, body: error('Locked', '…') };
const expired: PartAnswer = {
  status: 401,
  body: error('InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'),
};
const notFound: PartAnswer = {
  status: 404,
  body: error('Request_ResourceNotFound', "Resource '…' does not exist"),
};

/** Everybody gets what was planned, whatever was said first; the token is renewed once for those who were told that it had expired. */
async function expectWaitedFor(first: readonly PartAnswer[]): Promise<void> {
  const office = graphOffice(first.length, {
    change: (n, time) => (time === 0 ? first[n]! : null),
  });
  expect(await office.run()).toEqual({ kind: 'done' });
  expect(office.outcomes()).toEqual({ applied: first.length });
  expect([...office.sent.values()]).toEqual(first.map(() => 2));
  expect(office.tokens.filter((isRefused) => isRefused)).toHaveLength(1);
}

describeCase('04-transient-refusals-are-final', (fileOf) => {
  it('waits for each kind of them', async () => {
    const { parts } = JSON.parse(readFileSync(fileOf('answers.json'), 'utf8')) as {
      readonly parts: readonly PartAnswer[];
    };
    expect(parts.map(({ status }) => status)).toEqual([409, 400, 423, 412, 401, 408, 424]);
    await expectWaitedFor(parts);
  });
});

describe('a refusal that passes', () => {
  it('is waited for', () => expectWaitedFor([concurrent, locked, expired, notFound]));

  it('ends the run as signed out where the renewed token is not taken either', async () => {
    const office = graphOffice(3, { change: (n) => (n === 1 ? expired : null) });
    expect(await office.run()).toEqual({ kind: 'signIn' });
    expect(office.outcomes()).toEqual({ applied: 2 });
    expect(office.sent.get(1)).toBe(2);
  });

  it('is waited for as long as the part says, also after a fault of the server', async () => {
    const unavailable = { status: 503, headers: { 'Retry-After': '2' }, body: null };
    const office = graphOffice(1, { change: (_, time) => (time === 0 ? unavailable : null) });
    expect(await office.run()).toEqual({ kind: 'done' });
    const [first, second] = office.batches;
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(2_000);
    expect(second!.at - first!.at).toBeLessThan(10_000);
  });

  it('has an end where it never passes, and says then what was said', async () => {
    const office = graphOffice(1, { change: () => locked });
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.box.ended[0]?.outcome).toMatchObject({ kind: 'rejected', code: 'Locked' });
  });

  it('makes fewer changes at once where they met, and slowly more again', async () => {
    const office = graphOffice(100, {
      change: (n, time) => (n < 20 && time === 0 ? concurrent : null),
    });
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 100 });
    const sizes = office.batches.map(({ changes }) => changes);
    expect(sizes[0]).toBeGreaterThan(1);
    expect(sizes[1]).toBeLessThanOrEqual(sizes[0]! / 2);
    expect(sizes.at(-2)).toBeGreaterThan(sizes[1]!);
  });
});

describe('a batch that is not taken', () => {
  const refused = () =>
    Response.json(error('BadRequest', 'Invalid batch payload format.'), { status: 400 });

  it('ends the run with what was said, and sends nothing for ever', async () => {
    const office = graphOffice(5, { batch: refused });
    expect(await office.run()).toEqual({ kind: 'refused', raw: 'Invalid batch payload format.' });
    expect(office.outcomes()).toEqual({});
    expect(office.batches).toEqual([]);
  });

  it('because of one user ends that one, with what was said, and the others are sent', async () => {
    const office = graphOffice(20, {
      batch: (parts) =>
        parts.some(({ method, url }) => method === 'POST' && url.includes('000000000007/'))
          ? refused()
          : null,
    });
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 19, rejected: 1 });
    const ended = office.box.ended.find(({ outcome }) => outcome.kind === 'rejected');
    expect(ended?.operation.userId).toBe(office.users[7]);
    expect(ended?.outcome).toMatchObject({ raw: 'Invalid batch payload format.' });
  });

  it('is read as far as it can be: one part in another shape leaves only its user in doubt', async () => {
    let isFirst = true;
    const office = graphOffice(20, {
      after: (responses) => {
        const isChange = !JSON.stringify(responses).includes('userPrincipalName');
        if (!isChange || !isFirst) return responses;
        isFirst = false;
        return responses.with(3, { id: 3, status: '200' });
      },
    });
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 20 });
    const doubted = office.box.ended.filter(({ operation }) => operation.doubts > 0);
    expect(doubted.map(({ operation }) => operation.userId)).toEqual([office.users[3]]);
  });
});

describe('what was refused', () => {
  it('keeps the word that came with it', async () => {
    const office = graphOffice(1, {
      change: () => ({ status: 400, body: error('Request_UnsupportedQuery', 'No.') }),
    });
    await office.run();
    expect(office.box.ended[0]?.outcome).toMatchObject({
      kind: 'rejected',
      raw: 'No.',
      code: 'Request_UnsupportedQuery',
    });
  });
});
