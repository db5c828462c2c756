// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { noChoice } from '#csv/csv-choice.ts';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { SkuId } from '#licenses/ids.ts';
import { loadMessages } from '#messages/messages.ts';
import { emptyDraft } from '#plan/draft.ts';
import { getChange } from '#store/changes.ts';
import type {
  AssignmentListView,
  ChosenProducts,
  ListModeChoice,
  ListPlanView,
} from '#worker/lists/assignment-list-types.ts';
import { LOCATION_NONE } from '#users/usage-location.ts';
import type { SaveRequest } from '#worker/manage/save-types.ts';
import type { Desk } from '#worker/desk.ts';
import { exampleText } from '#routes/import/list-example.ts';
import { listCommands } from '#worker/lists/list-commands.ts';
import { manageCommands } from '#worker/manage/manage-commands.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';
import { ImportDesk } from '#worker/imports/import-desk.ts';
import { ListDesk } from '#worker/lists/list-desk.ts';
import { C1, C2, imported, loaded, sampleBatch } from '../../store/open-store.ts';
import { batchOf, direct, E3, E5, graphUser, owned } from '../../users/merge-records.ts';
import { sheetCommands } from '#worker/sheets/sheet-commands.ts';
import { openDesk } from '../desk.ts';
import { listedSave } from './listed-save.ts';

const LIST = [
  'User principal name,Product,Action',
  `user1@contoso.com,${E5},assign`,
  `user2@contoso.com,${E5},assign`,
  `user2@contoso.com,${E3},revoke`,
  `user3@contoso.com,${E3},revoke`,
  `user4@contoso.com,No such product,assign`,
  `nobody@contoso.com,${E5},assign`,
];
const WHOLE = [...LIST, '#end,6,'];
const COUNTED = { eachRow: [2, 2], assignOnly: [2, 0], revokeOnly: [0, 2] } as const;

const steadyIn = () => ({ ...steady, waits: () => undefined });

const fileOf = (lines: readonly string[], name = 'list.csv'): File =>
  new File([`${lines.join('\r\n')}\r\n`], name);

const request: Omit<SaveRequest, 'consequences'> = {
  draft: emptyDraft,
  operator: 'Ada',
  reference: null,
  note: null,
  onShortage: { kind: 'ask' },
};

/** A customer with twenty users who hold E3 (0 and 10 do not), and a desk to read lists at. */
async function readAt(lines: readonly string[]) {
  const desk = openDesk();
  await imported(desk.db, C1, sampleBatch(20));
  const lists = new ListDesk(desk);
  const list = await readBy(lists, lines);
  const plan = (mode: ListModeChoice, knownLastRow: number | null = null) =>
    planOf(lists, list, mode, knownLastRow);
  /** The same with what a Save of it would do. */
  const planned = async (...said: Parameters<typeof plan>) => {
    const made = await plan(...said);
    return { ...made, ...(await listedSave(desk, { customerId: C1, window: 'w1' }, made)) };
  };
  return { desk, list, plan, planned };
}

/** Reads a list for the customer and says what it would do. */
async function planAt(desk: Desk, lines: readonly string[], mode: ListModeChoice) {
  const lists = new ListDesk(desk);
  return planOf(lists, await readBy(lists, lines), mode, null);
}

async function readBy(
  lists: ListDesk,
  lines: readonly string[],
  chosen: ChosenProducts = {},
): Promise<AssignmentListView> {
  const said = { encoding: 'utf-8', customerId: C1, splitId: null, chosen, lastRow: null } as const;
  const read = await lists.read({ file: fileOf(lines), ...said, locale: 'en' }, steadyIn);
  if (!('list' in read)) throw new Error('not read');
  return read.list;
}

async function planOf(
  lists: ListDesk,
  { listId }: AssignmentListView,
  mode: ListModeChoice,
  knownLastRow: number | null,
): Promise<ListPlanView> {
  const ask = { listId, window: 'w1', mode, knownLastRow, locale: 'en' };
  const planned = await lists.plan(ask, steady);
  if ('failure' in planned) throw new Error('not planned');
  return planned;
}

/** The rows of a list that are not followed, as the file that is offered. */
async function mendingFile(lists: ListDesk, { listId }: AssignmentListView): Promise<string> {
  const file = await lists.refusedRows({ listId, locale: 'en' }, steadyIn);
  if (!('kind' in file) || file.kind !== 'file') throw new Error('no file');
  return file.blob.text();
}

const EXACT: ListModeChoice = { kind: 'exact', covered: [E3, E5] };

describe('an assignment list', () => {
  it('is told apart from customer data among files, with what it was known by', async () => {
    const files = [fileOf(LIST), new File(['{"value":[]}'], 'users.json')];
    const read = await new ImportDesk(openDesk()).read(
      { files, choices: [], locale: 'en' },
      steady,
    );
    expect(read.files[0]).toMatchObject({
      kind: 'assignmentList',
      list: { shape: 'long', userHeading: 'User principal name', productHeadings: ['Product'] },
    });
    expect(read.files[1]?.list).toBeNull();
  });

  it('is customer data where it names what users hold, and where the person says so', async () => {
    const held = fileOf(['User principal name,Display name,Licenses', 'a@contoso.com,A,'], 'u.csv');
    const wide = fileOf(['User principal name,Display name,Microsoft 365 E3', 'a@b.c,A,yes']);
    const desk = new ImportDesk(openDesk());
    const kinds = async (as: ('customerData' | 'assignmentList' | null)[]) => {
      const choices = as.map((one) => ({ ...noChoice, as: one }));
      const read = await desk.read({ files: [held, wide], choices, locale: 'en' }, steady);
      return read.files.map(({ kind }) => kind);
    };
    expect(await kinds([])).toEqual(['adminUsersCsv', 'assignmentList']);
    expect(await kinds(['assignmentList', 'customerData'])).toEqual([
      'assignmentList',
      'adminUsersCsv',
    ]);
  });

  it('says at which customers its users are, most first', async () => {
    const desk = openDesk();
    await imported(desk.db, C2, batchOf([graphUser(1)], { products: [owned(E3)] }));
    await imported(desk.db, C1, sampleBatch(20));
    const job = { kind: 'matchList', file: fileOf(LIST), encoding: 'utf-8' } as const;
    expect(await new ListDesk(desk).match(job, steadyIn)).toEqual({
      kind: 'listMatched',
      matches: {
        users: 5,
        matches: [
          { customerId: C1, users: 4 },
          { customerId: C2, users: 1 },
        ],
      },
      split: null,
    });
  });

  it('tells its modes by what they do for one of its users', async () => {
    const en = await loadMessages('en');
    const { list } = await readAt(WHOLE);
    expect(list.revokes).toBe(true);
    expect(list.example?.userPrincipalName).toBe('user1@contoso.com');
    const said = (mode: ListModeChoice['kind'], covered: readonly SkuId[] = []) =>
      exampleText({ view: list, example: list.example! }, { mode, covered: new Set(covered) }, en);
    const [e3, e5] = [E3, E5].map((id) => list.products.find(({ skuId }) => skuId === id)!.name);
    const of = `For example, ${list.example?.displayName}`;
    expect(said('eachRow')).toBe(`${of}: ${e3} stays, ${e5} is assigned`);
    expect(said('revokeOnly')).toBe(`${of}: ${e3} stays`);
    expect(said('exact')).toBe(`${of}: ${e3} stays`);
    expect(said('exact', [E3, E5]).split(': ')[1]!.split(', ').sort()).toEqual(
      [`${e3} is revoked`, `${e5} is assigned`].sort(),
    );
  });

  it('offers the customer’s products, those that it names first', async () => {
    const { list } = await readAt(LIST.slice(0, 3));
    expect(list.products.map(({ skuId, isNamed }) => [skuId, isNamed])).toEqual([
      [E5, true],
      [E3, false],
    ]);
  });

  it.each(['eachRow', 'assignOnly', 'revokeOnly'] as const)(
    'followed by %s does that and nothing else',
    async (kind) => {
      const { assigns, revokes } = await (await readAt(WHOLE)).planned({ kind });
      expect([assigns, revokes]).toEqual(COUNTED[kind]);
    },
  );

  it('that is whole plans all it says and leaves alone whom a refused row names', async () => {
    const { planned, list } = await readAt(WHOLE);
    expect(list.refused.map(({ row, reason }) => [row, reason.kind])).toEqual([
      [6, 'unknownProduct'],
      [7, 'unknownUser'],
    ]);
    const found = await planned(EXACT);
    expect(found).toMatchObject({ users: 3, assigns: 2, revokes: 3, isWhole: true });
    expect(list.leftAlone.map(({ userPrincipalName }) => userPrincipalName)).toEqual([
      'user4@contoso.com',
    ]);
  });

  it('shows its first rows as they are read, with whom they name', async () => {
    const { list } = await readAt(WHOLE);
    expect(
      list.sample.map(({ row, user, text, asks, refused }) => [
        row,
        user?.userPrincipalName ?? text,
        asks.map(({ skuId, action }) => [action, skuId]),
        refused?.reason.kind ?? null,
      ]),
    ).toEqual([
      [2, 'user1@contoso.com', [['assign', E5]], null],
      [3, 'user2@contoso.com', [['assign', E5]], null],
      [4, 'user2@contoso.com', [['revoke', E3]], null],
      [5, 'user3@contoso.com', [['revoke', E3]], null],
      [6, '', [], 'unknownProduct'],
      [7, 'nobody@contoso.com', [['assign', E5]], 'unknownUser'],
    ]);
  });

  it('follows a name under the product that the person chose for it, in that file only', async () => {
    const { desk, list } = await readAt(WHOLE);
    expect(list.unclear).toEqual([{ name: 'No such product', rows: 1, kind: 'none', skuIds: [] }]);
    const chosen = await readBy(new ListDesk(desk), WHOLE, { 'no such  PRODUCT': E5 });
    expect([chosen.unclear, chosen.leftAlone]).toEqual([[], []]);
    expect((await readBy(new ListDesk(desk), WHOLE)).unclear).toHaveLength(1);
  });

  it('offers a choice for a name that two of the customer’s products have', async () => {
    const desk = openDesk();
    const twins = [owned(E3), owned(E5)].map((one) => ({ ...one, name: 'Twin' }));
    await imported(desk.db, C1, batchOf([graphUser(1)], { products: twins }));
    const lists = new ListDesk(desk);
    const wide = ['User,Twin', 'user1@contoso.com,yes', 'user1@contoso.com,'];
    for (const lines of [wide, ['User,Product', 'user1@contoso.com,twin']]) {
      const { unclear } = await readBy(lists, lines);
      expect(unclear).toMatchObject([{ rows: 1, kind: 'several', skuIds: [E3, E5].sort() }]);
      const list = await readBy(lists, lines, { Twin: E5 });
      expect(list.unclear).toEqual([]);
      const plan = await planOf(lists, list, { kind: 'assignOnly' }, null);
      const saved = await listedSave(desk, { customerId: C1, window: 'w1' }, plan);
      expect(saved).toMatchObject({ assigns: 1, revokes: 0 });
    }
  });

  it('gives the rows that are not followed as a file that can be mended and imported', async () => {
    const desk = openDesk();
    await imported(desk.db, C1, sampleBatch(20));
    const lists = new ListDesk(desk);
    const list = await readBy(lists, [
      ...LIST,
      `user4@contoso.com,${E5},assign`,
      'user1@contoso.com',
    ]);
    const text = await mendingFile(lists, list);
    const lines = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines).toEqual([
      'Row in the file,Not followed because,User principal name,Product,Action',
      `2,"nothing is done for this user, because of row 9",user1@contoso.com,${E5},assign`,
      '6,no product has this name,user4@contoso.com,No such product,assign',
      `7,no user of this customer has this name,nobody@contoso.com,${E5},assign`,
      `8,"nothing is done for this user, because of row 6",user4@contoso.com,${E5},assign`,
      '9,1 cell where the header has 3,user1@contoso.com',
    ]);
    const mended = lines
      .map((line) => line.replace('No such product', E3).replace('nobody', 'user5'))
      .map((line) => (line.startsWith('9') ? `${line},${E3},revoke` : line));
    const again = await readBy(lists, mended);
    expect(again).toMatchObject({ rows: 5, refusedCount: 0, end: 'lineBreak' });
  });

  it('revokes nothing until its last row is known', async () => {
    const { planned, list } = await readAt(LIST);
    expect(list.end).toBe('lineBreak');
    expect(await planned(EXACT)).toMatchObject({ revokes: 0, heldBackCount: 3, isWhole: false });
    expect(await planned(EXACT, 5)).toMatchObject({ revokes: 0, isWhole: false });
    expect(await planned(EXACT, 7)).toMatchObject({ revokes: 3, heldBackCount: 0, isWhole: true });
  });
});

describe('a list under review', () => {
  it('becomes one change with a part for each content, after a reload too', async () => {
    const { desk, plan } = await readAt(WHOLE);
    const { listId } = await plan(EXACT);
    // another worker on the same database
    const again = openDesk(desk.db);
    const scope = { kind: 'list', window: 'w1', listId } as const;
    expect(await listCommands(again).reviewedList(C1, 'w1', listId)).toEqual({
      kind: 'file',
      fileName: 'list.csv',
      lastRow: 8,
      leftAlone: 1,
      heldBack: 0,
      isPlanFile: false,
    });
    const view = await manageCommands(again).manage({
      customerId: C1,
      scope,
      draft: emptyDraft,
      locale: 'en',
    });
    expect(view.preview).toMatchObject({ users: 3, assigns: 2, revokes: 3 });

    // the names behind each number
    const source = {
      kind: 'draft',
      scope,
      draft: emptyDraft,
      onShortage: { kind: 'ask' },
    } as const;
    const asked = { customerId: C1, locale: 'en', ...source };
    const { sheet } = await saveCommands(again).saveReview(asked);
    const { sheetPeople } = sheetCommands(again);
    const page = { customerId: C1, locale: 'en', source, text: '', page: 0 } as const;
    for (const { item, users } of sheet.lines) {
      const { rows, total } = await sheetPeople({ ...page, item, pageSize: 2 });
      expect([total, rows.length]).toEqual([users, Math.min(2, users)]);
    }
    const lose = await sheetPeople({ ...page, item: { kind: 'revoke', skuId: E3 }, pageSize: 25 });
    expect(lose.rows.map(({ position }) => position)).toEqual([1, 2, 3]);

    const { save } = saveCommands(again);
    const done = await save({
      customerId: C1,
      scope,
      request: { ...request, consequences: view.consequences },
      locale: 'en',
    });
    if (!done.ok) throw new Error(done.error.kind);
    const change = await getChange(desk.db, C1, done.value);
    expect(change?.parts).toHaveLength(2);
    expect(Array.from(change?.users ?? [])).toEqual([1, 2, 3]);

    const { table, sets } = await loaded(desk.db, C1);
    const held = [1, 2, 3, 4].map((position) =>
      sets.at(table.licenses.planned[position] ?? 0).map(({ skuId }) => skuId),
    );
    expect(held).toEqual([[E5], [E5], [], [E3]]);
    // what was saved is no longer there to be saved again
    expect(await listCommands(again).reviewedList(C1, 'w1', listId)).toBeNull();
  });

  it('asks where licenses run short, and lets wait whom the person lets wait', async () => {
    const desk = openDesk();
    const products = [owned(E3), owned(E5, 2)];
    await imported(desk.db, C1, sampleBatch(20, { products }));
    const { listId } = await planAt(desk, LIST, { kind: 'assignOnly' });
    const scope = { kind: 'list', window: 'w1', listId } as const;
    const { manage, allotment } = manageCommands(desk);
    const { preview, consequences } = await manage({
      customerId: C1,
      scope,
      draft: emptyDraft,
      locale: 'en',
    });
    expect(preview.shortages).toEqual([{ skuId: E5, short: 1 }]);
    const first = await allotment({
      customerId: C1,
      scope,
      draft: emptyDraft,
      sku: E5,
      picked: { first: [], waiting: [1] },
      search: '',
      page: 0,
      pageSize: 25,
      locale: 'en',
    });
    expect(first.rows.map(({ position, waits }) => [position, waits])).toEqual([
      [2, false],
      [1, true],
    ]);

    const { save, savePreview } = saveCommands(desk);
    const asked = await save({
      customerId: C1,
      scope,
      request: { ...request, consequences },
      locale: 'en',
    });
    expect(asked).toMatchObject({ ok: false, error: { kind: 'shortage' } });
    const onShortage = { kind: 'wait', first: [], waiting: [1] } as const;
    const answered = await savePreview({
      customerId: C1,
      scope,
      draft: emptyDraft,
      onShortage,
      locale: 'en',
    });
    const { consequences: shown } = answered;
    const done = await save({
      customerId: C1,
      scope,
      request: { ...request, consequences: shown, onShortage },
      locale: 'en',
    });
    if (!done.ok) throw new Error(done.error.kind);
    const change = await getChange(desk.db, C1, done.value);
    const kinds = Array.from(change?.causeOf ?? [], (cause) => change?.causes[cause]?.kind);
    expect(change?.users).toEqual(Uint32Array.of(2, 1));
    expect(kinds).toEqual(['planned', 'waits']);
  });

  it('is gone when another was read in the window since', async () => {
    const { desk, plan } = await readAt(WHOLE);
    const { listId } = await plan(EXACT);
    await plan({ kind: 'assignOnly' });
    expect(await listCommands(desk).reviewedList(C1, 'w1', listId)).toBeNull();
    const scope = { kind: 'list', window: 'w1', listId } as const;
    const { users, consequences } = await manageCommands(desk).manage({
      customerId: C1,
      scope,
      draft: emptyDraft,
      locale: 'en',
    });
    expect(users).toBe(0);
    const done = await saveCommands(desk).save({
      customerId: C1,
      scope,
      request: { ...request, consequences },
      locale: 'en',
    });
    expect(done).toEqual({ ok: false, error: { kind: 'nothingToDo' } });
  });

  it('gives the usage location that the person chooses to whoever has none', async () => {
    const desk = openDesk();
    const users = [
      graphUser(1, { usageLocation: LOCATION_NONE, licenses: [direct(E3)] }),
      graphUser(2),
    ];
    await imported(desk.db, C1, batchOf(users, { products: [owned(E3), owned(E5)] }));
    const { listId } = await planAt(desk, LIST, { kind: 'assignOnly' });
    const scope = { kind: 'list', window: 'w1', listId } as const;
    const previewOf = async (usageLocation: string | null) =>
      (
        await manageCommands(desk).manage({
          customerId: C1,
          scope,
          draft: { ...emptyDraft, usageLocation },
          locale: 'en',
        })
      ).preview;
    expect(await previewOf(null)).toMatchObject({ assigns: 1, blocked: 1, locationsSet: 0 });
    expect(await previewOf('NL')).toMatchObject({ assigns: 2, blocked: 0, locationsSet: 1 });
  });
});
