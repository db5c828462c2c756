import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { skuId } from '../../src/licenses/ids.ts';
import { ProductFinder } from '../../src/csv/product-finder.ts';
import { readAssignmentList } from '../../src/csv/read-assignment-list.ts';
import type { LastRow } from '../../src/csv/assignment-list.ts';
import { checkList } from '../../src/csv/check-list.ts';
import { listExample } from '../../src/csv/list-example.ts';
import type { ListMode } from '../../src/csv/list-mode.ts';
import { exports as en } from '../../src/messages/en/exports.ts';
import { exports as hans } from '../../src/messages/zh-Hans/exports.ts';
import { exports as hant } from '../../src/messages/zh-Hant/exports.ts';
import { describeWithCorpus } from '../corpus.ts';
import { skuGuid } from '../graph/guids.ts';
import { microsoftCatalog } from './catalog.ts';
import {
  ADA,
  ADA_AU,
  asItIs,
  BO,
  customer,
  CY,
  draftsOf,
  E3,
  EVE,
  idOf,
  linesOf,
  listIn,
  lookup,
  saidBy,
  SHARED,
  TWIN_A,
  TWIN_B,
  VISIO,
  VISIO_SELF_SERVICE,
} from './list-world.ts';
import { streamed } from './streamed.ts';

const revokeOnly: ListMode = { kind: 'revokeOnly' };
const assignOnly: ListMode = { kind: 'assignOnly' };
const HEADER = 'UPN,Product,Action,Service plans off';

async function problemOf(text: string) {
  const list = await readAssignmentList(streamed(text), lookup, asItIs, steady);
  return list.ok ? null : list.error;
}

describe('a product of an assignment list', () => {
  it.each(['SPE_E3', 'contoso:SPE_E3', `{${E3.toUpperCase()}}`, `${VISIO}_${E3}`])(
    'is told by what tools write: %s',
    async (text) => {
      const list = await listIn(linesOf('UPN,Product', `ada@x.com,${text}`));
      expect(list).toMatchObject({ products: [E3], refused: [] });
    },
  );

  it.each([
    ['M365 E3', E3],
    ['MS 365 E3', E3],
    ['visio (plan 2)', null],
    ['O365 E3', null],
  ])(
    'is told where it is written short as administrators do, and shown so: %s',
    async (text, sku) => {
      const list = await listIn(linesOf('UPN,Product', `ada@x.com,${text}`, 'cy@x.com,SPE_E3'));
      expect(list.refusedCount).toBe(sku === null ? 1 : 0);
      const shown = { kind: 'products', row: 2, value: text, skuIds: [sku] };
      expect(list.otherwise).toEqual(sku === null ? [] : [shown]);
    },
  );
});

describe('the header of an assignment list', () => {
  it.each([
    'User principal name,Product',
    'userPrincipalName;SkuPartNumber',
    '用户主体名称\t产品',
    '使用者主體名稱|產品',
    '"E-mail","License"',
    '\uFEFFUPN,  SKU\u00a0ID ',
  ])('is told in the long shape: %s', async (header) => {
    const separator = /[,;\t|]/.exec(header)![0];
    const list = await listIn(linesOf(header, `ada@x.com${separator}SPE_E3`));
    expect(list).toMatchObject({ shape: 'long', products: [E3], refused: [], lastRow: 2 });
  });

  it.each([en, hans, hant])('is told with the headings of our exports', async ({ columns }) => {
    for (const product of [columns.product, columns.partNumber, columns.skuId]) {
      const text = linesOf(`${columns.userPrincipalName},${product}`, 'ada@x.com,SPE_E3');
      expect(await listIn(text)).toMatchObject({ shape: 'long', refused: [] });
    }
  });

  it('is told in the wide shape by headings that are products', async () => {
    const header = 'Display name,Email,spe_e3,Visio Plan 2,,Extension,Twin,Project Plan 3';
    const { shape, columns, products } = await listIn(linesOf(header, 'Ada,ada@x.com,,,,,,'));
    expect(shape).toBe('wide');
    expect(products).toEqual([E3, VISIO]);
    expect(columns.map(({ use }) => use)).toEqual([
      { kind: 'aside' },
      { kind: 'user' },
      { kind: 'answer', skuId: E3, others: [] },
      { kind: 'answer', skuId: VISIO, others: [VISIO_SELF_SERVICE] },
      { kind: 'blank' },
      { kind: 'unclear', match: { kind: 'none' } },
      { kind: 'unclear', match: { kind: 'several', skuIds: [TWIN_A, TWIN_B] } },
      { kind: 'unclear', match: { kind: 'notOwned', skuIds: [skuId(skuGuid(8))] } },
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('is found below titles, in any line break', async (lineBreak) => {
    const lines = [
      'Contoso, Ltd.: licenses, November',
      '',
      'as of, today',
      'UPN;Product',
      'cy@x.com;SPE_E3',
    ];
    const list = await listIn(lines.map((line) => line + lineBreak).join(''));
    expect(list).toMatchObject({ delimiter: ';', refused: [], lastRow: 5 });
    expect([...list.rows.numbers]).toEqual([5]);
  });

  it.each([
    ['#TYPE System.Management.Automation.PSCustomObject', '"UPN","SkuId"', `"cy@x.com","${E3}"`],
    ['#TYPE Selected, x, y; z', 'UPN;SkuId', `cy@x.com;${E3}`],
  ])('is found below the type line of PowerShell', async (...lines) => {
    expect(await listIn(linesOf(...lines))).toMatchObject({ products: [E3], refused: [] });
  });

  it('is looked for in 20 rows and no more', async () => {
    const titled = (rows: number): string =>
      `${'title\n'.repeat(rows)}UPN,Product\ncy@x.com,SPE_E3\n`;
    expect(await listIn(titled(19))).toMatchObject({ lastRow: 21 });
    expect(await problemOf(titled(20))).toEqual({ kind: 'notRecognised', file: 'file.csv' });
  });

  it('is refused where it names no users, no products or nothing known', async () => {
    const missing = (role: string) => ({ kind: 'missingListColumn', file: 'file.csv', role });
    expect(await problemOf('Product,Action\nSPE_E3,assign\n')).toEqual(missing('user'));
    expect(await problemOf('Name,Microsoft 365 E3\nAda,yes\n')).toEqual(missing('user'));
    expect(await problemOf('UPN,__proto__\nada@x.com,yes\n')).toEqual(missing('product'));
    expect(await problemOf('one,two\n1,2\n')).toEqual({ kind: 'notRecognised', file: 'file.csv' });
  });

  it.each([
    ['UPN,New license,Remove', 'ada@x.com,SPE_E3,Visio Plan 2'],
    ['使用者主體名稱,要指派的授權,要撤銷的授權', 'ada@x.com,SPE_E3,Visio Plan 2'],
    ['Mail,Licenses to add,Licenses to remove,License', 'ada@x.com,SPE_E3,Visio Plan 2,'],
  ])(
    'may say what is assigned and what is revoked in columns of their own: %s',
    async (...lines) => {
      const list = await listIn(linesOf(...lines));
      expect(list).toMatchObject({ shape: 'long', refused: [], products: [E3, VISIO].sort() });
      const said = [`${ADA} assign ${E3} {}`, `${ADA} revoke ${VISIO} {}`].sort();
      expect(saidBy(await draftsOf(list, { kind: 'eachRow' }))).toEqual(said);
    },
  );

  it('that is not known is named as such where products stand in the cells', async () => {
    const { columns } = await listIn(linesOf('UPN,Remove,Wishes', 'ada@x.com,SPE_E3,Visio Plan 2'));
    expect(columns.map(({ use }) => use.kind)).toEqual(['user', 'toRevoke', 'unknown']);
  });

  it('is read as a person says', async () => {
    const columns = new Map([
      [0, { kind: 'user' } as const],
      [1, { kind: 'answer', skuId: VISIO, others: [] } as const],
    ]);
    const text = linesOf('Who,Drawing', 'ada@x.com,yes');
    const list = await listIn(text, { ...asItIs, columns: () => columns });
    expect(saidBy(await draftsOf(list, assignOnly))).toEqual([`${ADA} assign ${VISIO} {}`]);
  });
});

describe('a row that cannot be followed', () => {
  it.each([
    ['ada@x.com,Nonsense,revoke,', 'Product', 'Nonsense', { kind: 'unknownProduct' }],
    [
      'ada@x.com,Project Plan 3,revoke,',
      ...(['Product', 'Project Plan 3', { kind: 'notOwned', skuIds: [skuGuid(8)] }] as const),
    ],
    [
      'ada@x.com,Twin,revoke,',
      ...(['Product', 'Twin', { kind: 'ambiguousProduct', skuIds: [TWIN_A, TWIN_B] }] as const),
    ],
    ['ada@x.com,,revoke,', 'Product', '', { kind: 'noProduct' }],
    ['ada@x.com,SPE_E3,perhaps,', 'Action', 'perhaps', { kind: 'unknownAction' }],
    [
      'ada@x.com,SPE_E3,set,Teams 2',
      ...([
        'Service plans off',
        'Teams 2',
        { kind: 'unknownServicePlan', name: 'Teams 2' },
      ] as const),
    ],
    [
      'ada@x.com,SPE_E3,set,directory',
      ...([
        'Service plans off',
        'directory',
        { kind: 'companyServicePlan', name: 'DIRECTORY' },
      ] as const),
    ],
    [
      'ada@x.com,Unlisted,set,none',
      ...(['Service plans off', 'none', { kind: 'servicePlansNotListed' }] as const),
    ],
    [
      '"ada@x.com",SPE_E3,revoke',
      null,
      'ada@x.com SPE_E3 revoke',
      { kind: 'ragged', expected: 4, received: 3 },
    ],
    [
      '"Ada"s <ada@x.com>",SPE_E3,revoke,',
      null,
      'Ada"s <ada@x.com> SPE_E3 revoke ',
      { kind: 'brokenQuotes' },
    ],
  ])('is shown, and its user left alone: %s', async (row, column, value, reason) => {
    const list = await listIn(linesOf(HEADER, 'ada@x.com,Visio Plan 2,revoke,', row));
    expect(list.refused).toEqual([{ row: 3, column, value, reason }]);
    const drafts = await draftsOf(list, revokeOnly);
    expect(drafts.parts).toEqual([]);
    expect(drafts.leftAlone).toEqual([{ position: ADA, why: list.refused[0] }]);
  });

  it('is one above the header, too, so that an end row that does not count it says of nothing that it is whole', async () => {
    const above = 'ada@x.com,SPE_E3,assign,';
    const list = await listIn(linesOf(above, HEADER, 'ada@x.com,Visio Plan 2,revoke,', '#end,1,,'));
    expect(list.refused).toMatchObject([
      { row: 1, reason: { kind: 'aboveHeader' } },
      { row: 4, reason: { kind: 'wrongEnd' } },
    ]);
    expect(list.end).toBe('lineBreak');
    expect((await draftsOf(list, revokeOnly)).parts).toEqual([]);
  });

  it('is one without a user', async () => {
    const { refused } = await listIn(linesOf(HEADER, ',SPE_E3,assign,'));
    expect(refused).toEqual([{ row: 2, column: 'UPN', value: '', reason: { kind: 'noUser' } }]);
  });

  it.each([
    ['maybe', 'E3', { kind: 'unknownAnswer' }],
    ['no', 'Ghost', { kind: 'unknownProduct' }],
  ])('may be one cell of the wide shape', async (cell, column, reason) => {
    const text = linesOf(
      `UPN,SPE_E3,Ghost`,
      column === 'E3' ? `ada@x.com,${cell},` : `ada@x.com,,${cell}`,
    );
    const list = await listIn(text);
    const heading = column === 'E3' ? 'SPE_E3' : column;
    expect(list.refused).toEqual([{ row: 2, column: heading, value: cell, reason }]);
    expect((await draftsOf(list, revokeOnly)).leftAlone).toHaveLength(1);
  });

  it('is one with anything in a column that names no product', async () => {
    const list = await listIn(linesOf('UPN,SPE_E3,Ghost', 'ada@x.com,no,words', 'cy@x.com,yes,'));
    const reason = { kind: 'unknownProduct' };
    expect(list.refused).toEqual([{ row: 2, column: 'Ghost', value: 'words', reason }]);
  });

  it('is one in which a cell names two users: neither is touched', async () => {
    const rows = ['ada@x.com; bo@x.com,SPE_E3,revoke,', 'ada@x.com,Visio Plan 2,assign,'];
    const { leftAlone, parts, refused } = await draftsOf(
      await listIn(linesOf(HEADER, ...rows)),
      assignOnly,
    );
    expect(refused).toMatchObject([{ row: 2, reason: { kind: 'severalUsers' } }]);
    expect(leftAlone.map(({ position }) => position)).toEqual([ADA, BO]);
    expect(parts).toEqual([]);
  });

  it('is the last one where no line break follows it', async () => {
    const list = await listIn('UPN,Product\ncy@x.com,SPE_E3\nada@x.com,Visio Plan 2');
    expect(list.refused).toMatchObject([{ row: 3, reason: { kind: 'mayBeCut' } }]);
    expect(list.end).toBe('cut');
    expect(saidBy(await draftsOf(list, assignOnly))).toEqual([`${CY} assign ${E3} {}`]);
  });
});

describe('a last row without a line break', () => {
  const text = 'UPN,Product,Action\nada@x.com,SPE_E3,revoke\ncy@x.com,SPE_E3,assign';
  const said = (lastRow: LastRow) => listIn(text, { ...asItIs, lastRow });
  const last = { row: 3, cells: ['cy@x.com', 'SPE_E3', 'assign'] };

  it('is followed, and the list is whole, where a person says that it is the last one', async () => {
    expect(await listIn(text)).toMatchObject({ end: 'cut', unended: last });
    const list = await said(last);
    expect(list).toMatchObject({ end: 'said', unended: last, refused: [] });
    const all = [`${ADA} revoke ${E3} {}`, `${CY} assign ${E3} {}`];
    expect(saidBy(await draftsOf(list, { kind: 'eachRow' }, null))).toEqual(all);
  });

  it.each([
    { ...last, row: 2 },
    { ...last, cells: ['cy@x.com', 'SPE_E3', 'assigned'] },
  ])('stays refused, and nothing is revoked, where another one is the last: %j', async (other) => {
    const list = await said(other);
    expect(list.refused).toMatchObject([{ row: 3, reason: { kind: 'mayBeCut' } }]);
    expect(saidBy(await draftsOf(list, { kind: 'eachRow' }, null))).toEqual([]);
  });

  it('is refused for what is wrong with it, and leaves its user alone, though it is the last', async () => {
    const ragged = 'UPN,Product,Action\ncy@x.com,SPE_E3,assign\nada@x.com,SPE_E3';
    const lastRow = { row: 3, cells: ['ada@x.com', 'SPE_E3'] };
    const list = await listIn(ragged, { ...asItIs, lastRow });
    expect(list.refused).toMatchObject([{ row: 3, reason: { kind: 'ragged' } }]);
    expect((await draftsOf(list, revokeOnly, null)).leftAlone).toHaveLength(1);
  });

  it('may be an end row', async () => {
    const ending = 'UPN,Product\nada@x.com,SPE_E3\n#end,1';
    expect((await listIn(ending)).end).toBe('cut');
    const lastRow = { row: 3, cells: ['#end', '1'] };
    expect(await listIn(ending, { ...asItIs, lastRow })).toMatchObject({ end: 'endRow' });
  });
});

describe('an x', () => {
  const eachRow: ListMode = { kind: 'eachRow' };

  it('says yes in a column in which nothing else stands', async () => {
    const rows = ['cy@x.com,x,', 'ada@x.com,,X', 'bo@x.com,X ,'];
    const list = await listIn(linesOf('UPN,SPE_E3,Visio Plan 2', ...rows));
    expect(saidBy(await draftsOf(list, eachRow))).toEqual([
      `${ADA} assign ${VISIO} {}`,
      `${BO} assign ${E3} {}`,
      `${CY} assign ${E3} {}`,
    ]);
    expect(list.otherwise).toEqual([{ kind: 'yes', row: 2, value: 'x' }]);
  });

  it.each(['0', 'yes', '?'])(
    'says nothing beside %s in its column, wherever that stands',
    async (other) => {
      for (const rows of [
        ['cy@x.com,x', `bo@x.com,${other}`],
        [`bo@x.com,${other}`, 'cy@x.com,x'],
      ]) {
        const list = await listIn(linesOf('UPN,SPE_E3', ...rows));
        const refused = list.refused.filter(({ value }) => value === 'x');
        expect(refused.map(({ reason }) => reason.kind)).toEqual(['mixedMark']);
        const said = saidBy(await draftsOf(list, eachRow));
        expect(said.filter((line) => line.startsWith(`${CY} `))).toEqual([]);
      }
    },
  );
});

describe('several products in one cell', () => {
  it('are each asked for, and told so', async () => {
    const list = await listIn(linesOf(HEADER, 'cy@x.com,SPE_E3+Visio Plan 2,assign,'));
    expect(saidBy(await draftsOf(list, assignOnly))).toEqual([
      `${CY} assign ${E3} {}`,
      `${CY} assign ${VISIO} {}`,
    ]);
    expect(list.otherwise).toMatchObject([{ kind: 'products', row: 2 }]);
  });

  it('refuse the row for the one that is none, by its name alone', async () => {
    const list = await listIn(linesOf(HEADER, 'cy@x.com,SPE_E3; Ghost,assign,'));
    expect(list.refused).toMatchObject([{ value: 'Ghost', reason: { kind: 'unknownProduct' } }]);
  });

  it('are the same in every column that names them, in the same order', async () => {
    const text = (second: string) =>
      linesOf('UPN,Product,SKU ID', `cy@x.com,SPE_E3;Visio Plan 2,${second}`);
    expect((await listIn(text(`${E3};${VISIO}`))).refused).toEqual([]);
    for (const other of [E3, `${VISIO};${E3}`]) {
      const { refused } = await listIn(text(other));
      expect(refused.map(({ reason }) => reason.kind)).toEqual(['productsDiffer']);
    }
  });
});

describe('users of a list', () => {
  it('are told by name, e-mail or object id, and by all of them together', async () => {
    const rows = ['cy@x.com,,', ',ada.MAIL@x.com,', `,,${idOf(BO).toUpperCase()}`];
    const both = `shared@x.com,,${idOf(SHARED)}`;
    const list = await listIn(
      linesOf('UPN,Mail,Object Id,Product', ...[...rows, both].map((r) => `${r},SPE_E3`)),
    );
    const { parts, refused } = await draftsOf(list, assignOnly);
    expect(refused).toEqual([]);
    expect(parts.map(({ users }) => [...users])).toEqual([[ADA, BO, CY, SHARED]]);
  });

  it('are shown where a row names nobody, several or two different ones; who may be meant is left alone', async () => {
    const rows = ['nobody@x.com,', 'gone@x.com,', 'shared@x.com,', `ada@x.com,${idOf(BO)}`];
    const stranger = `ada@x.com.au,${idOf(90)}`;
    const list = await listIn(
      linesOf(
        'UPN,Object Id,Product',
        ...[...rows, stranger, 'bo@x.com,'].map((r) => `${r},SPE_E3`),
      ),
    );
    const { parts, refused, leftAlone } = await draftsOf(list, assignOnly);
    expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
      [2, { kind: 'unknownUser' }],
      [3, { kind: 'unknownUser' }],
      [4, { kind: 'ambiguousUser', positions: [CY, SHARED] }],
      [5, { kind: 'usersDiffer' }],
      [6, { kind: 'usersDiffer' }],
    ]);
    expect(leftAlone.map(({ position }) => position)).toEqual([ADA, BO, CY, SHARED, ADA_AU]);
    expect(parts).toEqual([]);
  });

  it('are not mixed up by line breaks in their cells', async () => {
    const rows = ['"ada@x.com\nbo@x.com",,SPE_E3', 'ada@x.com,bo@x.com,SPE_E3'];
    const list = await listIn(linesOf('UPN,Mail,Product', ...rows));
    const { refused } = await draftsOf(list, assignOnly);
    expect(refused.map(({ reason }) => reason.kind)).toEqual(['severalUsers', 'usersDiffer']);
  });

  it('may have an object id that we never learned', async () => {
    const list = await listIn(linesOf('UPN,Object Id,Product', `eve@x.com,${idOf(90)},SPE_E3`));
    expect(saidBy(await draftsOf(list, assignOnly))).toEqual([`${EVE} assign ${E3} {}`]);
  });
});

describe('what rows say together', () => {
  it('is followed once where they say the same, and shown', async () => {
    const list = await listIn(
      linesOf(HEADER, 'cy@x.com,SPE_E3,assign,', 'CY@x.com,Microsoft 365 E3,add,'),
    );
    const { parts, duplicates } = await draftsOf(list, assignOnly);
    expect(parts).toHaveLength(1);
    expect(duplicates).toEqual([
      { row: 3, column: null, value: 'cy@x.com', reason: { kind: 'duplicate', row: 2 } },
    ]);
  });

  it.each([
    ['cy@x.com,SPE_E3,assign,', 'cy@x.com,Microsoft 365 E3,revoke,'],
    ['cy@x.com,SPE_E3,assign,', 'cy@x.com,SPE_E3,assign,none'],
    ['cy@x.com,SPE_E3,set,none', 'cy@x.com,SPE_E3,assign,none'],
  ])('leaves the user alone where they contradict each other', async (one, other) => {
    const list = await listIn(linesOf(HEADER, one, 'cy@x.com,Visio Plan 2,assign,', other));
    const { parts, refused, leftAlone } = await draftsOf(list, assignOnly);
    expect(parts).toEqual([]);
    expect(refused).toMatchObject([{ row: 4, reason: { kind: 'contradiction', row: 2 } }]);
    expect(leftAlone.map(({ position }) => position)).toEqual([CY]);
  });

  it('is no contradiction where two columns of one product agree or one is empty', async () => {
    const list = await listIn(
      linesOf('UPN,SPE_E3,Microsoft 365 E3', 'ada@x.com,no,', 'cy@x.com,yes,是', 'bo@x.com,yes,no'),
    );
    expect(list.refused).toMatchObject([{ row: 4, reason: { kind: 'contradiction', row: 4 } }]);
    const exact: ListMode = { kind: 'exact', covered: new Set(list.products) };
    const said = saidBy(await draftsOf(list, exact));
    expect(said).toEqual([`${ADA} revoke ${E3} {}`, `${CY} assign ${E3} {}`]);
  });
});

describe('doing what each row says', () => {
  const rows = ['ada@x.com,Visio Plan 2,assign,', 'ada@x.com.au,Visio Plan 2,revoke,'];
  const eachRow: ListMode = { kind: 'eachRow' };

  it('assigns and revokes as written, and touches no product that the row does not name', async () => {
    const list = await listIn(linesOf(HEADER, ...rows, '#end,2,,'));
    const said = [`${ADA} assign ${VISIO} {}`, `${ADA_AU} revoke ${VISIO} {}`];
    expect(saidBy(await draftsOf(list, eachRow))).toEqual(said);
    // E3 of both is where exact takes what nobody wrote
    const named = linesOf(HEADER, ...rows, 'cy@x.com,SPE_E3,assign,', '#end,3,,');
    const assigned = `${CY} assign ${E3} {}`;
    expect(saidBy(await draftsOf(await listIn(named), eachRow))).toEqual([
      said[0],
      assigned,
      said[1],
    ]);
  });

  it('assigns what a list without actions names', async () => {
    const list = await listIn(linesOf('UPN,Product', 'ada@x.com,Visio Plan 2', '#end,1'));
    expect(saidBy(await draftsOf(list, eachRow))).toEqual([`${ADA} assign ${VISIO} {}`]);
  });

  it('takes an empty cell of the wide shape for nothing', async () => {
    const list = await listIn(linesOf('UPN,SPE_E3,Visio Plan 2', 'ada@x.com,,yes', '#end,1,'));
    expect(saidBy(await draftsOf(list, eachRow))).toEqual([`${ADA} assign ${VISIO} {}`]);
  });

  it('is told from the other modes by the first user of the list for whom most of them differ', async () => {
    const list = await listIn(
      linesOf('UPN,Product', 'cy@x.com,SPE_E3', 'ada@x.com,Visio Plan 2', 'bo@x.com,Visio Plan 2'),
    );
    const example = listExample(await checkList(list, customer.table, steady), customer);
    expect(example).toEqual({
      position: ADA,
      lines: [
        {
          ...{ skuId: E3, isHeld: true },
          effects: { eachRow: 'stays', assignOnly: 'stays', revokeOnly: 'stays', exact: 'revoked' },
        },
        {
          ...{ skuId: VISIO, isHeld: false },
          effects: {
            eachRow: 'assigned',
            assignOnly: 'assigned',
            revokeOnly: null,
            exact: 'assigned',
          },
        },
      ],
    });
  });
});

describe('exact', () => {
  const long = linesOf('UPN,Product', 'ada@x.com,Visio Plan 2', 'ada@x.com.au,SPE_E3', '#end,2');

  it('takes what the list covers and does not name, from the users in it alone', async () => {
    const list = await listIn(long);
    const said = saidBy(await draftsOf(list, { kind: 'exact', covered: new Set([E3, VISIO]) }));
    expect(said).toEqual([
      `${ADA} assign ${VISIO} {}`,
      `${ADA} revoke ${E3} {}`,
      `${ADA_AU} assign ${E3} {}`,
      `${ADA_AU} revoke ${VISIO} {}`,
    ]);
    const onlyVisio = saidBy(await draftsOf(list, { kind: 'exact', covered: new Set([VISIO]) }));
    expect(onlyVisio).toEqual([`${ADA} assign ${VISIO} {}`, `${ADA_AU} revoke ${VISIO} {}`]);
  });

  it('leaves an empty cell as it is', async () => {
    const list = await listIn(linesOf('UPN,SPE_E3,Visio Plan 2', 'ada@x.com,,yes', '#end,1,'));
    const said = saidBy(await draftsOf(list, { kind: 'exact', covered: new Set([E3, VISIO]) }));
    expect(said).toEqual([`${ADA} assign ${VISIO} {}`]);
  });
});

describe('a list that may be cut', () => {
  const lines = ['UPN,Product', 'ada@x.com,SPE_E3', 'cy@x.com,SPE_E3', 'bo@x.com,SPE_E3'];

  it('holds back who would lose something, and nobody else', async () => {
    const list = await listIn(
      linesOf('UPN,SPE_E3,Visio Plan 2', 'ada@x.com,no,yes', 'cy@x.com,no,yes'),
    );
    const drafts = await draftsOf(list, { kind: 'exact', covered: new Set([E3, VISIO]) }, null);
    expect([...drafts.heldBack]).toEqual([ADA]);
    // nothing is lost by who does not have it: but nothing is revoked later either
    expect(saidBy(drafts)).toEqual([`${CY} assign ${VISIO} {}`]);
  });

  it('is whole where the person knows its last row, or it says so itself', async () => {
    const list = await listIn(linesOf(...lines));
    const all = [ADA, BO, CY].map((user) => `${user} revoke ${E3} {}`);
    expect(saidBy(await draftsOf(list, revokeOnly, 5))).toEqual([]);
    expect(saidBy(await draftsOf(list, revokeOnly, 4))).toEqual(all);
    const marked = await listIn(linesOf(...lines, '', '#END,3', ''));
    expect(saidBy(await draftsOf(marked, revokeOnly, null))).toEqual(all);
  });

  it('is not whole by an end row that counts other rows, or that has no line break', async () => {
    const wrong = await listIn(linesOf(...lines, '#end,4'));
    expect(wrong.refused).toMatchObject([{ row: 5, reason: { kind: 'wrongEnd', rows: 4 } }]);
    const cut = await listIn(linesOf(...lines) + '#end,3');
    for (const list of [wrong, cut]) {
      expect(saidBy(await draftsOf(list, revokeOnly, null))).toEqual([]);
    }
  });

  it('ends at its end row: nothing below is followed, whatever it is', async () => {
    const bytes = [
      ...new TextEncoder().encode(
        linesOf(...lines, '#end,3', 'ada@x.com,SPE_E3', 'eve@x.com,SPE_E3'),
      ),
      ...[0xff, 0xff],
    ];
    const list = await listIn(new Uint8Array(bytes));
    expect(list).toMatchObject({ end: 'endRow', lastRow: 5, rowsAfterEnd: 2 });
    expect(saidBy(await draftsOf(list, revokeOnly, null))).toHaveLength(3);
  });
});

describeWithCorpus('names of the real list', () => {
  const all = microsoftCatalog();
  const ids = new Map<string, Set<string>>();
  for (const { name, skuId: id } of all) {
    const key = name.toLowerCase();
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  }
  const double = [...ids].filter(([, some]) => some.size > 1);
  const products = (some: readonly string[]) =>
    all
      .filter(({ skuId: id }) => some.includes(id))
      .map((product) => ({
        ...product,
        ...({ appliesTo: 'User', capabilityStatus: null, units: null } as const),
        ...{ servicePlans: null, unitsFrom: null },
      }));

  it('that belong to two products are told by what the customer has, and else by nobody', () => {
    expect(double.length).toBeGreaterThanOrEqual(15);
    for (const [name, some] of double) {
      const [one = '', ...others] = [...some].sort();
      const both = new ProductFinder(products([...some]), all).find(name);
      expect(both).toEqual({ kind: 'several', skuIds: [one, ...others] });
      expect(new ProductFinder(products([one]), all).find(name)).toEqual({
        kind: 'one',
        skuId: one,
        others,
      });
      expect(new ProductFinder([], all).find(name).kind).toBe('notOwned');
    }
  });

  it('name a product by its part number and its id, whatever blanks they were written with', () => {
    const finder = new ProductFinder(products(all.map(({ skuId: id }) => id)), all);
    for (const { skuId: id } of all) {
      expect(finder.find(` ${id.toUpperCase()}\u00a0`)).toMatchObject({ kind: 'one', skuId: id });
    }
    const several = all.filter(({ skuPartNumber }) => finder.find(skuPartNumber).kind !== 'one');
    expect([...new Set(several.map(({ skuPartNumber }) => skuPartNumber))]).toEqual(['MCOPSTN5']);
  });
});
