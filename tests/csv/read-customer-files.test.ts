import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady, type Pace } from '../../src/base/pace.ts';
import { LOCATION_UNKNOWN } from '../../src/users/usage-location.ts';
import { readCustomerFiles } from '../../src/csv/read-customer-files.ts';
import { groupGuid, skuGuid, tenantGuid, userGuid } from '../graph/guids.ts';
import { file, known } from './customer-files.ts';

const read = (...files: File[]) => readCustomerFiles(files, known, steady);

const sku = (number: number, tenant = 1): object => ({
  accountId: tenantGuid(tenant),
  accountName: 'contoso',
  consumedUnits: 1,
  prepaidUnits: { enabled: 5, warning: 0, suspended: 0, lockedOut: 0 },
  skuId: skuGuid(number),
  skuPartNumber: `SKU_${number}`,
});
const user = (number: number, more: object = {}): object => ({
  id: userGuid(number),
  userPrincipalName: `u${number}@contoso.com`,
  assignedLicenses: [],
  ...more,
});
const page = (value: object[], next = false): object =>
  next ? { value, '@odata.nextLink': 'https://graph/next' } : { value };
const CSV = 'User principal name,Display name,Licenses';

describe('readCustomerFiles', () => {
  it('puts the files of one customer together', async () => {
    const { batch, files, suggestedName, fatal, warnings } = await read(
      file('users.csv', `${CSV}\nu9@contoso.com,Nine,Visio Plan 2`, 5000),
      file('users-1.json', page([user(1), user(2)], true), 4000),
      file('users-2.json', page([user(3)]), 3000),
      file('skus.json', page([sku(1), sku(3)]), 6000),
      file('groups.json', [{ id: groupGuid(1), displayName: 'Sales', groupTypes: [] }], 1000),
    );
    expect(fatal).toEqual([]);
    expect(warnings).toEqual([]);
    expect(
      files.map(({ kind, users, products, groups }) => [kind, users, products, groups]),
    ).toEqual([
      ['adminUsersCsv', 1, 0, 0],
      ['graphUsers', 2, 0, 0],
      ['graphUsers', 1, 0, 0],
      ['graphSkus', 0, 2, 0],
      ['graphGroups', 0, 0, 1],
    ]);
    expect(files[0]).toMatchObject({ encoding: 'utf-8', delimiter: ',' });
    expect(suggestedName).toBe('contoso');
    expect(batch).toMatchObject({
      ...{ origin: 'files', tenantId: tenantGuid(1), defaultDomain: 'contoso.com' },
      ...{ dataAt: 3000, products: [{ skuId: skuGuid(1) }, { skuId: skuGuid(3) }] },
    });
    expect([...(batch?.groups ?? [])]).toEqual([[groupGuid(1), 'Sales']]);
    const names = batch?.users?.map(({ userPrincipalName }) => userPrincipalName);
    expect(names).toEqual([1, 2, 3, 9].map((n) => `u${n}@contoso.com`));
    // of the two products of that name the customer owns the self-service one
    expect(batch?.users?.[3]?.licenses?.[0]?.skuId).toBe(skuGuid(3));
  });

  it('leaves products and groups out when no file has them', async () => {
    const { batch } = await read(file('users.csv', `${CSV}\na@b.com,A,Unlicensed`, 77));
    expect(batch).toMatchObject({ products: null, groups: null, tenantId: null, dataAt: 77 });
    const products = await read(file('skus.json', page([sku(1)])));
    expect(products.batch).toMatchObject({ users: null, defaultDomain: null });
  });

  it('lets a CSV add to a user what Graph did not say', async () => {
    const { batch, warnings } = await read(
      file('users.csv', `${CSV},Object Id\nother@contoso.com,CSV,Visio Plan 2,${userGuid(1)}`),
      file('users.json', page([user(1, { displayName: 'Graph', assignedLicenses: undefined })])),
    );
    expect(warnings).toEqual([]);
    expect(batch?.users).toMatchObject([
      {
        ...{ userPrincipalName: 'u1@contoso.com', displayName: 'Graph' },
        ...{ usageLocation: LOCATION_UNKNOWN, licenses: [{ skuId: skuGuid(2) }] },
      },
    ]);
  });

  it('takes a user on two pages as the later page says', async () => {
    const { batch, warnings } = await read(
      file('1.json', page([user(1, { displayName: 'old' })], true)),
      file('2.json', page([user(2), user(1, { displayName: 'new' })])),
    );
    expect(batch?.users?.map(({ displayName }) => displayName)).toEqual(['new', null]);
    const userPrincipalName = 'u1@contoso.com';
    expect(warnings).toEqual([
      { kind: 'duplicateUser', file: '2.json', row: 2, userPrincipalName },
    ]);
  });

  it('says that pages are missing', async () => {
    const { warnings } = await read(file('1.json', page([user(1)], true)));
    expect(warnings).toEqual([{ kind: 'morePages', file: '1.json' }]);
  });

  it('refuses files of two tenants', async () => {
    const { batch, fatal } = await read(
      file('a.json', page([sku(1, 1)])),
      file('b.json', page([sku(2, 2)])),
    );
    expect(batch).toBeNull();
    expect(fatal).toEqual([{ kind: 'mixedTenants', file: 'b.json' }]);
  });

  it('names every file that cannot be read, and brings nothing of the others', async () => {
    const { batch, fatal, files } = await read(
      file('login.csv', '<!DOCTYPE html><title>Sign in</title>'),
      file('book.csv', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0])),
      file('paper.json', '%PDF-1.7'),
      file('empty.csv', ''),
      file('users.json', page([user(1)])),
      file('expired.json', { error: { code: 'Unauthorized', message: 'expired' } }),
      file('cut.json', '{"value": ['),
      file('other.json', { hello: 1 }),
    );
    expect(batch).toBeNull();
    expect(fatal.map((problem) => [problem.file, problem.kind])).toEqual([
      ['login.csv', 'notRecognised'],
      ['book.csv', 'notRecognised'],
      ['paper.json', 'notRecognised'],
      ['empty.csv', 'notRecognised'],
      ['expired.json', 'wrongShape'],
      ['cut.json', 'brokenJson'],
      ['other.json', 'notRecognised'],
    ]);
    expect(fatal[4]).toMatchObject({ received: 'Unauthorized: expired' });
    expect(files.map(({ users }) => users)).toEqual([0, 0, 0, 0, 1, 0, 0, 0]);
  });

  it('keeps 200 warnings and counts the others', async () => {
    const rows = Array.from({ length: 300 }, () => ',x,Unlicensed');
    const { warnings, warningCount } = await read(file('users.csv', [CSV, ...rows].join('\n')));
    expect(warnings).toHaveLength(200);
    expect(warningCount).toBe(300);
  });

  it('counts bytes over all files, never backwards', async () => {
    const seen: number[] = [];
    const files = [
      file(
        'users.csv',
        [CSV, ...Array.from({ length: 5000 }, (_, i) => `u${i}@c.com,x,`)].join('\n'),
      ),
      file('users.json', page(Array.from({ length: 50 }, (_, i) => user(i)))),
    ];
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const pace: Pace = {
      due: () => true,
      rest: async (done, total) => {
        expect(total).toBe(bytes);
        seen.push(done);
      },
    };
    await readCustomerFiles(files, known, pace);
    expect(seen.length).toBeGreaterThan(50);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(bytes);
  });

  it('never throws on any bytes, under any name', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 120 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc.string().map((text) => new TextEncoder().encode(`${CSV}\n${text}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const { batch, fatal } = await read(file('x', new Uint8Array(content)));
        expect(batch === null).toBe(fatal.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
