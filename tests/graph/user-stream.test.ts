import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cancelled, steady, type Pace } from '#base/pace.ts';
import { detectGraphJson } from '#graph/detect-graph-json.ts';
import { JSON_LIMIT, parseJsonFile, type SlicedFile } from '#graph/json-file.ts';
import { JsonReader } from '#graph/json-reader.ts';
import { LicenseReader } from '#graph/user-licenses.ts';
import { UserStream } from '#graph/user-stream.ts';
import { usersFromGraph } from '#graph/users.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { runs } from '../runs.ts';
import { skuGuid, userGuid } from './guids.ts';

/** What was read of a text, and what is told besides. */
interface Told {
  readonly read: unknown;
  readonly warnings: readonly ImportProblem[];
}

/** The text as a stream that is cut at these places. */
async function streamed(text: string, cuts: readonly number[]): Promise<Told> {
  const warnings: ImportProblem[] = [];
  const by = {
    file: 'f',
    licenses: new LicenseReader(),
    warn: (one: ImportProblem) => warnings.push(one),
  };
  const stream = new UserStream(by);
  const reader = new JsonReader(stream.takeItem);
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    reader.push(text.slice(from, cut));
    from = cut;
  }
  const end = reader.end();
  if (end.kind !== 'value') return { read: end, warnings: [] };
  const list = stream.usersOf(end.value);
  if (list === 'unknown') return { read: 'unknown', warnings: [] };
  if (list !== null) return { read: await list.end(steady), warnings };
  return whole(end.value);
}

/** The same of all that is in memory. */
async function whole(value: unknown): Promise<Told> {
  const kind = detectGraphJson(value);
  if (kind !== 'users') return { read: kind, warnings: [] };
  const warnings: ImportProblem[] = [];
  const read = await usersFromGraph({ file: 'f', value }, new LicenseReader(), {
    warn: (one) => warnings.push(one),
    pace: steady,
  });
  return { read, warnings };
}

const user = fc.record(
  {
    id: fc.integer({ min: 1, max: 20 }).map(userGuid),
    userPrincipalName: fc.constantFrom('ann@contoso.com', '王安@contoso.com', '', 7),
    displayName: fc.constantFrom('Ann', '"]}', null),
    usageLocation: fc.constantFrom('DE', 'nowhere', null),
    accountEnabled: fc.boolean(),
    userType: fc.constant('Member'),
    assignedLicenses: fc.constantFrom([], [{ skuId: skuGuid(1), disabledPlans: [] }]),
    deletedDateTime: fc.constantFrom(null, '2026-01-01T00:00:00Z'),
  },
  { requiredKeys: ['userPrincipalName'] },
);
const printed = fc.record({
  Id: fc.integer({ min: 1, max: 20 }).map(userGuid),
  UserPrincipalName: fc.constant('bea@contoso.com'),
  Department: fc.constantFrom('', 'Sales'),
  AssignedLicenses: fc.constantFrom([], 'Microsoft.Graph.PowerShell.Models.AssignedLicense'),
});
const sku = fc.record({ skuId: fc.constant(skuGuid(1)), skuPartNumber: fc.constant('E3') });
const items = fc.oneof(
  { weight: 4, arbitrary: fc.array(user, { maxLength: 6 }) },
  { weight: 2, arbitrary: fc.array(printed, { maxLength: 4 }) },
  fc.array(fc.oneof(user, printed, sku, fc.constantFrom({}, 1, null, { value: [] })), {
    maxLength: 4,
  }),
);

/** Members in any order, and some twice: an object cannot say that, a text can. */
const answer = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: items.map((value) => `"value": ${JSON.stringify(value)}`) },
      fc.constantFrom(
        '"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users"',
        '"@odata.nextLink": "https://graph.microsoft.com/next"',
        '"value": 1',
        '"more": [1, {"a": []}]',
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((members) => `{${members.join(', ')}}`);
const files = fc.oneof(
  answer,
  items.map((list) => JSON.stringify(list, null, 1)),
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: answer },
        user.map((one) => JSON.stringify(one)),
      ),
      { maxLength: 5 },
    )
    .map((list) => `[${list.join(',\n')}]`),
  user.map((one) => JSON.stringify(one)),
);

describe('users that are taken while their file is read', () => {
  it('are those of the file as a whole, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.array(fc.nat(), { maxLength: 12 }), async (text, places) => {
        const cuts = places.map((place) => place % (text.length + 1)).sort((a, b) => a - b);
        const [told, all] = [await streamed(text, cuts), await whole(JSON.parse(text))];
        // what is warned of is told at once, also in a list in whose place another comes
        const isTwice = text.startsWith('{') && text.split('"value": [').length > 2;
        const warnings = isTwice
          ? told.warnings.slice(-all.warnings.length || Infinity)
          : told.warnings;
        expect({ read: told.read, warnings }).toEqual(all);
      }),
      { numRuns: runs({ quick: 2_000, all: 40_000 }) },
    );
  });

  const readMade = (made: SlicedFile, pace: Pace, limit?: number) => {
    const by = { file: 'f', licenses: new LicenseReader(), warn: () => undefined };
    const stream = new UserStream(by);
    const read = parseJsonFile(made, pace, { takeItem: stream.takeItem, ...(limit && { limit }) });
    return { stream, read };
  };

  it('come out of a file that is larger than what may stay in memory', async () => {
    const users = runs({ quick: 1_000, all: 200_000 });
    const limit = runs({ quick: 300_000, all: JSON_LIMIT });
    const file = madeFile(users, (i) => ({
      id: userGuid(i),
      userPrincipalName: `u${i}@contoso.com`,
    }));
    expect(file.size).toBeGreaterThan(limit);
    const { stream, read } = readMade(file, steady, limit);
    expect(await read).toMatchObject({ ok: true, value: { value: [] } });
    const list = stream.usersOf(((await read) as { value: { value: unknown } }).value.value);
    if (list === null || list === 'unknown') throw new Error('no users');
    const told = await list.end(steady);
    if (!told.ok) throw new Error('refused');
    expect(told.value.users).toHaveLength(users);
    expect(told.value.users.at(-1)).toMatchObject({ objectId: userGuid(users - 1) });
    // the same file of anything else would stay in memory
    const others = madeFile(users, (i) => ({ id: i }));
    expect(await readMade(others, steady, limit).read).toMatchObject({
      error: { kind: 'tooLarge' },
    });
  }, 120_000);

  it('are counted in bytes on the way, and reading them ends when it is cancelled', async () => {
    const file = madeFile(2_000, (i) => ({
      id: userGuid(i),
      userPrincipalName: `u${i}@contoso.com`,
    }));
    const told: (number | null)[][] = [];
    const rest = (done: number, total: number | null) => {
      told.push([done, total]);
      return told.length === 3 ? Promise.reject(new Cancelled()) : Promise.resolve();
    };
    await expect(readMade(file, { due: () => true, rest }).read).rejects.toThrow(Cancelled);
    expect(told.map(([, total]) => total)).toEqual([file.size, file.size, file.size]);
    expect(told.map(([done]) => done)).toEqual([262_144, 524_288, 786_432]);
  });
});

const ITEM = 2_000;

/** A list of so many items, each of the same length and never in memory together. */
function madeFile(count: number, itemOf: (index: number) => object): SlicedFile {
  const text = (index: number): string => {
    const start = `${index === 0 ? '[' : ','}${JSON.stringify(itemOf(index)).slice(0, -1)},"more":"`;
    const end = `"}${index === count - 1 ? ']' : ''}`;
    return start + 'x'.repeat(ITEM - start.length - end.length) + end;
  };
  return {
    name: 'f',
    size: count * ITEM,
    slice: (from, to) => {
      const first = Math.floor(from / ITEM);
      const last = Math.ceil(to / ITEM);
      const texts = Array.from({ length: last - first }, (_, i) => text(first + i)).join('');
      const bytes = new TextEncoder().encode(texts.slice(from - first * ITEM, to - first * ITEM));
      return { arrayBuffer: () => Promise.resolve(bytes.buffer) };
    },
  };
}
