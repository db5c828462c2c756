// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { assign, saved } from '../../store/open-store.ts';
import { describeCase, Imports, presentNames } from './case-files.ts';
import { listChanges } from '#store/changes.ts';
import { WaitingCounts } from '#worker/sync/waiting-counts.ts';

const csv = (...lines: readonly string[]): File => new File([lines.join('\r\n')], 'users.csv');
const HEADER = 'User principal name,Display name,Licenses';

describeCase('03-whole-customer-from-a-file-that-is-not-whole', (file) => {
  it.each(['second-ragged.csv', 'second-page-1-of-2.json'])(
    'lets %s mark nobody as gone',
    async (name) => {
      const imports = new Imports();
      const { written } = await imports.bring(
        file('subscribedSkus.json'),
        file('first-users.json'),
      );
      const second = await imports.read(file(name));
      expect(second.isWhole).toBe(false);
      await expect(imports.write(second, written.customerId, true)).rejects.toThrow(
        'may lack users',
      );
      expect(presentNames(await imports.customer(written.customerId))).toHaveLength(3);
    },
  );
});

describeCase('03-whole-customer-from-a-file-that-is-not-whole', (file) => {
  it('says who would go before anything is written, and keeps what was planned for them in sight', async () => {
    const imports = new Imports();
    const { db, customers } = imports.desk;
    const { written, customer } = await imports.bring(
      file('subscribedSkus.json'),
      file('first-users.json'),
    );
    const id = written.customerId;
    const visio = customer.products.find(({ skuPartNumber }) => skuPartNumber === 'VISIOCLIENT')!;
    await saved(db, id, [0], assign(visio.skuId));
    const pending = async () => {
      const counts = new WaitingCounts(db, customers);
      const { gone, left } = await counts.count((await imports.customer(id)).customer);
      const [history] = await listChanges(db, id);
      return { left, gone, inHistory: history!.standings.open };
    };
    expect(await pending()).toEqual({ left: 1, gone: 0, inHistory: 1 });

    const rest = await imports.read(csv(HEADER, 'bo@alder.example,Bo Alder,Visio Plan 2'));
    expect(await imports.whoGoes(rest, id)).toMatchObject({ users: 2, pending: 1 });
    expect(presentNames(await imports.customer(id))).toHaveLength(3);
    expect(await imports.write(rest, id, true)).toMatchObject({ gone: 2 });
    expect(await pending()).toEqual({ left: 0, gone: 1, inHistory: 1 });

    const back = await imports.read(file('first-users.json'));
    expect(await imports.whoGoes(back, id)).toEqual({ users: 0, pending: 0, changed: 2 });
    await imports.write(back, id, true);
    expect(await pending()).toEqual({ left: 1, gone: 0, inHistory: 1 });
  });
});

describe('files from which users may be missing', () => {
  it.each([
    ['a row of another width', [HEADER, 'a@x.test,A,', 'b@x.test,B']],
    ['a row without a name', [HEADER, 'a@x.test,A,', ',B,']],
    ['a quote inside an address', [HEADER, 'a@x.test,A,', 'b"@x.test,B,']],
    ['a row above the header', ['b@x.test,B,Some product', HEADER, 'a@x.test,A,']],
    ['an address above the header', ['b@x.test', HEADER, 'a@x.test,A,']],
    ['an enormous cell', [HEADER, 'a@x.test,A,', `b@x.test,${'B'.repeat(70_000)},`]],
  ])('are not the whole customer: %s', async (_, lines) => {
    const summary = await new Imports().read(csv(...lines));
    expect(summary).toMatchObject({ isWhole: false, users: 1, warningCount: 1 });
  });

  it('are refused whole where a quote does not end', async () => {
    const summary = await new Imports().read(csv(HEADER, 'a@x.test,A,', 'b@x.test,"B" B,'));
    expect(summary).toMatchObject({ users: 0, fatal: [{ kind: 'brokenQuotes', row: 3 }] });
  });

  it.each([
    ['fewer cells', 'c@x.test,C'],
    ['a quote that is not closed', 'c@x.test,"Visio Pl'],
    ['a quote that is not closed in the last column', 'c@x.test,C,"Visio Pl'],
    ['an address that is not closed', '"c@x.te'],
  ])('are told as cut within their last row: %s', async (_, last) => {
    const summary = await new Imports().read(csv(HEADER, 'a@x.test,A,', '"b@x.test","B",', last));
    expect(summary).toMatchObject({
      isWhole: false,
      users: 2,
      warnings: [{ kind: 'cutOff', row: 4 }],
    });
  });

  it('are refused whole where an open quote may have swallowed rows', async () => {
    const lines = [HEADER, 'a@x.test,"A,', 'b@x.test,B,', 'c@x.test,C,'];
    const summary = await new Imports().read(csv(...lines));
    expect(summary).toMatchObject({ users: 0, fatal: [{ kind: 'brokenQuotes', row: 2 }] });
  });

  it('are told apart from those that name everybody', async () => {
    const lines = [
      'Users of May,,',
      HEADER,
      'a@x.test,A,Some product',
      'b@x.test,B,',
      '',
      'a@x.test,A,',
    ];
    expect(await new Imports().read(csv(...lines))).toMatchObject({ isWhole: true, users: 2 });
  });
});

describe('a file that is too large', () => {
  it('is refused before more than its beginning is read', async () => {
    const large = csv(HEADER, 'a@x.test,A,'.repeat(100_000));
    const { slice } = Blob.prototype;
    let furthest = 0;
    Object.defineProperties(large, {
      size: { value: 500 * 1024 * 1024 + 1 },
      slice: {
        value: (from: number, to: number) => {
          furthest = Math.max(furthest, to);
          return slice.call(large, from, to);
        },
      },
    });
    const { fatal } = await new Imports().read(large);
    expect(fatal).toMatchObject([{ kind: 'tooLarge', file: 'users.csv' }]);
    expect(furthest).toBeLessThanOrEqual(128 * 1024);
  });
});
