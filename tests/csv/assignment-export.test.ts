import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { userKey } from '../../src/users/name-text.ts';
import { steady } from '../../src/base/pace.ts';
import {
  longListTable,
  wideListTable,
  type ListedProduct,
  type ListedUser,
} from '../../src/csv/assignment-export.ts';
import type { ServicePlanId } from '../../src/licenses/ids.ts';
import type { AssignmentList } from '../../src/csv/assignment-list.ts';
import { writeCsv, type CsvStyle, type CsvTable } from '../../src/csv/write-csv.ts';
import { E3, EMS, EXCHANGE, listIn, lookup, owned, TEAMS, UNLISTED, VISIO } from './list-world.ts';
import { TWIN_A, TWIN_B } from './list-world.ts';

const languages = {
  en: ['User principal name', 'Object Id', 'Product', 'Product ID', 'Action', 'Service plans off'],
  'zh-Hans': ['用户主体名称', '对象 ID', '产品', '产品 ID', '操作', '关闭的服务计划'],
  'zh-Hant': ['使用者主體名稱', '物件識別碼', '產品', '產品識別碼', '動作', '關閉的服務方案'],
};
const actionWords = {
  en: { assign: 'Assign', revoke: 'Revoke', leave: 'Set' },
  'zh-Hans': { assign: '分配', revoke: '撤销', leave: '设置' },
  'zh-Hant': { assign: '指派', revoke: '撤銷', leave: '設定' },
};
const answerWords = {
  en: { yes: 'Yes', no: 'No' },
  'zh-Hans': { yes: '是', no: '否' },
  'zh-Hant': { yes: '是', no: '否' },
};
const language = fc.constantFrom('en' as const, 'zh-Hans' as const, 'zh-Hant' as const);

const style: fc.Arbitrary<CsvStyle> = fc.record({
  delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
  bom: fc.boolean(),
});

const listed = (skuId: ListedProduct['skuId']): fc.Arbitrary<ListedProduct> =>
  fc.record({
    skuId: fc.constant(skuId),
    action: fc.constantFrom('assign' as const, 'revoke' as const, 'leave' as const),
    servicePlansOff: fc.option(
      skuId === E3 ? fc.subarray([EXCHANGE, TEAMS]) : fc.constant<ServicePlanId[]>([]),
    ),
  });

/** Products whose service plans nobody listed can be named, but nothing of theirs switched. */
const withoutPlans = (one: ListedProduct): ListedProduct => ({ ...one, servicePlansOff: null });

const users: fc.Arbitrary<ListedUser[]> = fc.uniqueArray(
  fc.record({
    // a name has one @, or it would be two names
    userPrincipalName: fc
      .string({ minLength: 1, unit: 'binary' })
      .filter((name) => !name.normalize('NFKC').includes('@'))
      .map((name) => `u${name}@x.com`),
    objectId: fc.option(fc.uuid()),
    products: fc
      .subarray([E3, VISIO, EMS, TWIN_A, TWIN_B, UNLISTED], { minLength: 1 })
      .chain((some) =>
        fc.tuple(
          ...some.map((id) => (id === UNLISTED ? listed(id).map(withoutPlans) : listed(id))),
        ),
      ),
  }),
  { selector: ({ userPrincipalName }) => userKey(userPrincipalName), maxLength: 6 },
);

const nameOf = ({ name }: { readonly name: string | null }): string => name ?? '';

async function readBack(table: CsvTable, how: CsvStyle): Promise<AssignmentList> {
  const blob = await writeCsv(table, how, steady);
  return listIn(new Uint8Array(await blob.arrayBuffer()));
}

/** What a list says, user by user in the order of its rows, in the form in which it was written. */
function saidIn({ rows, whos, requests, asks }: AssignmentList): string[] {
  return [...rows.who].flatMap((who, index) => {
    const [name = '', id = null] = whos[who] ?? [];
    return (requests[rows.request[index] ?? 0] ?? []).map((ask) => {
      const { skuId, action, servicePlans } = asks[ask]!;
      const off =
        servicePlans && Object.keys(servicePlans).filter((p) => servicePlans[p as never] === 'off');
      return JSON.stringify([name, id, skuId, action, off]);
    });
  });
}

const said = ({ userPrincipalName, objectId }: ListedUser, one: ListedProduct, off: unknown) =>
  JSON.stringify([userKey(userPrincipalName), objectId, one.skuId, one.action, off]);

describe('longListTable', () => {
  it('is read back as it was written, in every language and style', async () => {
    await fc.assert(
      fc.asyncProperty(users, language, style, async (some, lang, how) => {
        const [upn, objectId, product, skuId, action, off] = languages[lang];
        const headings = { userPrincipalName: upn!, objectId: objectId!, product: product! };
        const list = await readBack(
          longListTable(some, nameOf, lookup, {
            headings: { ...headings, skuId: skuId!, action: action!, servicePlansOff: off! },
            words: actionWords[lang],
          }),
          how,
        );
        const written = some.flatMap((user) =>
          user.products.map((one) =>
            said(user, one, one.action === 'revoke' ? null : one.servicePlansOff),
          ),
        );
        expect(saidIn(list)).toEqual(written);
        expect(list).toMatchObject({ shape: 'long', refusedCount: 0, end: 'endRow' });
        expect(list.rowsAfterEnd).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('wideListTable', () => {
  it('is read back as it was written, but for what it cannot say', async () => {
    await fc.assert(
      fc.asyncProperty(users, language, style, async (some, lang, how) => {
        const [upn, objectId] = languages[lang];
        const list = await readBack(
          wideListTable(
            some,
            { of: owned, nameOf, products: lookup.products },
            {
              headings: { userPrincipalName: upn!, objectId: objectId! },
              words: answerWords[lang],
            },
          ),
          how,
        );
        const written = some.flatMap((user) =>
          user.products
            .filter(({ action }) => action !== 'leave')
            .map((one) => said(user, one, null)),
        );
        expect(saidIn(list).sort()).toEqual(written.sort());
        expect(list).toMatchObject({ shape: 'wide', refusedCount: 0, end: 'endRow' });
        expect(list.products).toEqual(owned.map(({ skuId }) => skuId).sort());
      }),
      { numRuns: 200 },
    );
  });
});
