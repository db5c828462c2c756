import fc from 'fast-check';
import { E3, EMS, EXCHANGE, TEAMS, VISIO, idOf } from './list-world.ts';

/** What stands in cells, and what it means as the documentation of lists says it; `!` means refused. */
export const users: Readonly<Record<string, readonly number[]>> = {
  ' ADA@x.com ': [0],
  'ada@x.com': [0],
  'ada.mail@x.com': [0],
  [idOf(0).toUpperCase()]: [0],
  'bo@x.com': [1],
  'Bo Lee <bo@x.com>': [1],
  'mailto:ADA@x.com': [0],
  'cy@x.com': [2],
  'eve@x.com': [5],
  'ada@x.com.au': [6],
  'shared@x.com': [2, 3],
  'gone@x.com': [],
  'nobody@x.com': [],
  '': [],
};
export const products: Readonly<Record<string, string>> = {
  'Microsoft 365 E3': E3,
  'microsoft  365\u00a0e3': E3,
  'Microsoft 365 E3（企业版）': E3,
  spe_e3: E3,
  [VISIO.toUpperCase()]: VISIO,
  'Visio Plan 2': VISIO,
  'SPE_E3; Visio Plan 2': `${E3} ${VISIO}`,
  'Enterprise Mobility + Security E5': EMS,
  Twin: '!',
  'Project Plan 3': '!',
  'SPE_E3|Nonsense': '!',
  Nonsense: '!',
  '': '!',
};
export const actions: Readonly<Record<string, string>> = {
  assign: 'assign',
  分配: 'assign',
  Revoke: 'revoke',
  Unassign: 'revoke',
  撤銷: 'revoke',
  revoked: '!',
  set: 'leave',
  '': 'leave',
};
/** For E3; other products of the world have no service plans. */
export const plansOff: Readonly<Record<string, readonly string[] | '!' | null>> = {
  '': null,
  None: [],
  exchange_s_enterprise: [EXCHANGE],
  'Microsoft Teams; Exchange Online': [EXCHANGE, TEAMS],
  DIRECTORY: '!',
  Nope: '!',
};
export const answers: Readonly<Record<string, string>> = {
  yes: 'assign',
  是: 'assign',
  TRUE: 'assign',
  no: 'revoke',
  否: 'revoke',
  '0': 'revoke',
  'no way': '!',
  '': '',
};

/** A list as somebody may have it: cells as they stand, rows of any length. */
export interface ListText {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const anyOf = (
  meanings: Readonly<Record<string, unknown>>,
  often: number,
): fc.Arbitrary<string> => {
  const cells = Object.keys(meanings);
  return fc.oneof(
    { arbitrary: fc.constantFrom(...cells.slice(0, often)), weight: 8 },
    { arbitrary: fc.constantFrom(...cells), weight: 1 },
  );
};

const rowsOf = (cells: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string[][]> =>
  fc.array(
    fc.oneof(
      { arbitrary: fc.tuple(...cells), weight: 20 },
      // ragged
      { arbitrary: fc.tuple(...cells.slice(1)), weight: 1 },
      { arbitrary: fc.tuple(...cells, fc.constant('ada@x.com')), weight: 1 },
    ),
    { maxLength: 7 },
  );

const user = anyOf(users, 8);

/** The columns of the long shape whose cells name products. */
export const namingHeadings = ['Product', 'Licenses to add', 'Remove'];

export const longList: fc.Arbitrary<ListText> = fc
  .tuple(fc.subarray(namingHeadings, { minLength: 1 }), fc.subarray(['Action', '关闭的服务计划']))
  .chain(([naming, more]) => {
    const header = ['Note', 'User principal name', ...naming, ...more];
    const empty = { arbitrary: fc.constant(''), weight: naming.length - 1 };
    const cells = [
      fc.constantFrom('', 'x'),
      user,
      ...naming.map(() => fc.oneof({ arbitrary: anyOf(products, 6), weight: 2 }, empty)),
      ...(more.includes('Action') ? [anyOf(actions, 4)] : []),
      ...(more.length > 0 && more.at(-1) !== 'Action' ? [anyOf(plansOff, 4)] : []),
    ];
    return rowsOf(cells).map((rows) => ({ header, rows }));
  });

export const wideHeadings = ['Visio Plan 2', 'SPE_E3', 'Microsoft 365 E3', 'Nonsense', 'Twin'];

export const wideList: fc.Arbitrary<ListText> = fc
  .subarray(wideHeadings, { minLength: 1 })
  .filter((some) => some.some((heading) => heading !== 'Nonsense'))
  .chain((some) => {
    const header = ['使用者主體名稱', ...some, 'Department'];
    const cells = some.map((heading) =>
      heading === 'Nonsense' || heading === 'Twin'
        ? fc.constantFrom('', '', '', '', 'no', 'words')
        : anyOf(answers, 6),
    );
    const department = fc.constantFrom('', 'Sales', 'no');
    return rowsOf([user, ...cells, department]).map((rows) => ({ header, rows }));
  });

export const anyList = fc.oneof(longList, wideList);

/** How the text is written. */
export interface ListStyle {
  readonly delimiter: string;
  readonly lineBreak: string;
  readonly quoted: boolean;
  readonly end: 'right' | 'wrong' | 'none';
  readonly lastBreak: boolean;
}

export const anyStyle: fc.Arbitrary<ListStyle> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  quoted: fc.boolean(),
  end: fc.constantFrom('right', 'wrong', 'none'),
  lastBreak: fc.boolean(),
});

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** The list as the text of a file. */
export function textOf({ header, rows }: ListText, style: ListStyle): string {
  const { delimiter, lineBreak, quoted, end, lastBreak } = style;
  const count = rows.filter((row) => !isBlank(row)).length + (end === 'wrong' ? 1 : 0);
  const last = ['#end', String(count), ...header.slice(2).map(() => '')];
  const all = [header, ...rows, ...(end === 'none' ? [] : [last])];
  const cell = (text: string): string =>
    quoted || /[,;\t|"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = all.map((row) => row.map(cell).join(delimiter)).join(lineBreak);
  return text + (lastBreak ? lineBreak : '');
}
