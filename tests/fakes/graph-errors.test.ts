import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { partnerAnswer } from '#sandbox/cloud/partner-cloud.ts';
import type { CloudMood } from '#sandbox/cloud/cloud-mood.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import { sampleCustomers } from '#sandbox/sample-spec.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import type { Refused } from '#sync/ports.ts';
import { clinicCloud } from '../sandbox/cloud/clinic-cloud.ts';
import { rawCall } from '../sandbox/cloud/raw-call.ts';
import { refusalAnswer } from '../sync/graph-answers.ts';
import { errorFaults, type errorBody } from './graph-errors.ts';
import { GraphServer } from './graph-server.ts';

/** As Microsoft prints one in "Combine multiple HTTP requests using JSON batching". */
const printed = {
  error: {
    code: '',
    message: 'You do not have the required permissions to access this item.',
    innerError: {
      date: '2025-02-13T10:17:05',
      'request-id': '93b6f17e-c05d-4f45-ad2a-6665c708d8a0',
      'client-request-id': 'e70c5c1b-8b47-68c0-3171-3d22f5e0bd54',
    },
  },
};

describe('an error as Microsoft publishes it', () => {
  it('has a code and a message, and nothing that has no name there', () => {
    const { error } = printed;
    const [detail] = [{ code: 'a', message: 'b', target: 'c' }];
    expect(errorFaults(403, printed)).toEqual([]);
    expect(errorFaults(403, { error: { ...error, target: 'x', details: [detail] } })).toEqual([]);
    const nested = { ...error, innerError: { code: 'x', innerError: { code: 'y' } } };
    expect(errorFaults(403, { error: nested })).toEqual([]);
    const { innerError: innererror, ...rest } = error;
    expect(errorFaults(403, { error: { ...rest, innererror } })).toEqual([]);
    const wrong: readonly unknown[] = [
      ...[null, undefined, '', {}, { error: null }, { error: 'no' }],
      ...[{ error: { code: 'a' } }, { error: { message: 'a' } }],
      ...[{ ...printed, status: 403 }, { error: { ...error, status: 403 } }],
      ...[{ error: { ...error, innerError: { requestId: 'r1' } } }],
      ...[{ error: { ...error, innerError: { date: 'today' } } }],
      ...[{ error: { ...error, details: [{ code: 'a' }] } }],
    ];
    for (const body of wrong) expect(errorFaults(403, body), JSON.stringify(body)).not.toEqual([]);
  });

  it('is not asked of a success, nor of what stands before Graph', () => {
    expect([...errorFaults(200, {}), ...errorFaults(502, null)]).toEqual([]);
  });
});

/** Everything that a cloud refuses, as status and code, with what is no error of Graph in it. */
async function refusalsOf(wire: GraphWire, user: string) {
  const nobody = '0e7d0000-5eed-4000-8000-00000000dead';
  const none = { addLicenses: [], removeLicenses: [nobody] };
  const reads = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      id: `${n}`,
      method: 'GET',
      url: `/users/${nobody}`,
    }));
  const asks: readonly (readonly [string, string, unknown?])[] = [
    ['GET', `users/${nobody}`],
    ['PATCH', `users/${nobody}`, { usageLocation: 'SE' }],
    ['DELETE', `users/${nobody}`],
    ['POST', `users/${nobody}/assignLicense`, none],
    ['POST', `users/${user}/assignLicense`, none],
    ['PATCH', `users/${user}`, { usageLocation: 'Sweden' }],
    ['GET', `groups/${nobody}`],
    ['GET', 'users?$skip=1'],
    ['GET', 'nowhere'],
    ['GET', 'users/delta?$deltatoken=9999-9999-0-0'],
    ['POST', '$batch', { requests: reads(21) }],
    ['POST', '$batch', { requests: reads(1) }],
  ];
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const [method, path, body] of asks) {
    const answer = await rawCall(wire, method, path, body);
    const { responses = [answer] } = answer.body as { responses?: (typeof answer)[] };
    for (const told of responses) {
      faults.push(...errorFaults(told.status, told.body));
      const { error } = told.body as ReturnType<typeof errorBody>;
      seen.add(`${told.status} ${error.code}`);
    }
  }
  return { seen: [...seen].sort(), faults };
}

const REFUSED = [
  ...['400 BadRequest', '400 Request_BadRequest', '404 Request_ResourceNotFound'],
  '410 syncStateNotFound',
];

describe('every error is one that Microsoft could answer', () => {
  const moods: readonly (readonly [Partial<CloudMood>, readonly string[]])[] = [
    [{}, REFUSED],
    [{ writesAtOnce: 0 }, REFUSED],
    [{ accessEnded: true }, ['400 BadRequest', '403 Authorization_RequestDenied']],
    [{ requestsPerWindow: 0 }, ['400 BadRequest', '429 TooManyRequests']],
  ];
  it.each(moods)('in the sandbox: %j', async (mood, errors) => {
    const { wire, user } = await clinicCloud(mood);
    expect(await refusalsOf(wire, user('asa').id)).toEqual({ seen: errors, faults: [] });
  });

  it('in the sandbox where changes collide, nobody is signed in, or a partner asks', async () => {
    const { wire, user } = await clinicCloud({ writesAtOnce: 0 });
    const part = { id: '1', method: 'DELETE', url: `/users/${user('asa').id}` };
    const { body } = await rawCall(wire, 'POST', '$batch', { requests: [part] });
    const [met] = body['responses'] as { status: number; body: unknown }[];
    const foreign = { ...wire, tokens: { token: () => Promise.resolve('other') } };
    const signedOut = await rawCall(foreign, 'GET', 'users');
    const answers = [met!, signedOut, partnerAnswer('/users')];
    expect(answers.map(({ status }) => status)).toEqual([409, 401, 400]);
    expect(answers.flatMap((told) => errorFaults(told.status, told.body))).toEqual([]);
  });

  it('behind a port, with what goes wrong on the way', async () => {
    const [spec] = sampleCustomers();
    const server = await GraphServer.start(await makeSample(spec!, 0, steady));
    try {
      const { wire } = server;
      const [user] = server.tenant.users;
      const all = { seen: REFUSED, faults: [] };
      expect(await refusalsOf(wire, user!.id)).toEqual(all);
      for (const fault of ['unavailable', 'throttled', 'crowded'] as const) {
        server.misbehave({ [fault]: 1 }, 1);
        expect((await refusalsOf(wire, user!.id)).faults).toEqual([]);
      }
    } finally {
      await server.stop();
    }
  });

  it('in the simulation', () => {
    const reasons: readonly Refused['reason'][] = [
      ...(['shortage', 'location', 'notHeld', 'notOwned', 'notFound'] as const),
      ...(['forbidden', 'other'] as const),
    ];
    const said = { raw: '', code: null, requestId: null, skuId: null };
    const answers = reasons.map((reason) => refusalAnswer({ ...said, reason }));
    expect(answers.flatMap(({ status, body }) => errorFaults(status, body))).toEqual([]);
  });
});
