import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '#base/steps.ts';
import { NAMES_IN_STEP, readPastedList } from '#users/pasted-list.ts';

const CALLED = ['Ada Winter', 'Winter, Ada', 'Bo'];
const read = (text: string) => atOnce(readPastedList(text, (name) => CALLED.includes(name.trim())));

const GUID = '0e7d0000-5eed-4000-8000-00000000000a';

describe('a pasted list', () => {
  it.each([
    ['one a line', 'ada@x.io\nbo@x.io\r\ncy@x.io'],
    ['on one line', 'ada@x.io, bo@x.io;cy@x.io'],
    ['from Outlook', '"Winter, Ada" <ada@x.io>; Bo <bo@x.io>; cy@x.io <cy@x.io>'],
    ['a table with headings left out', 'Ada\tada@x.io\t12\nBo\tbo@x.io\t13\nCy\tcy@x.io\t14'],
    ['as CSV', '"ada@x.io",12\n"bo@x.io",13\n\'cy@x.io\','],
    ['in full width', '１、ａｄａ＠ｘ．ｉｏ，ｂｏ＠ｘ．ｉｏ；ｃｙ＠ｘ．ｉｏ。'],
    ['in a sentence', 'Please license ada@x.io, bo@x.io and (later) cy@x.io.'],
    ['as links and bullets', '• mailto:ada@x.io\n• mailto:bo@x.io\n· smtp:cy@x.io'],
    ['with what nobody sees', '\uFEFFada@x.io\u200B,\u202Abo@x.io\u202C\u00A0cy@\u00ADx.io\u2060'],
    ['one name twice', 'ada@x.io ADA@X.IO bo@x.io cy@x.io Bo@x.io'],
    ['with a bar', 'ada@x.io|bo@x.io|cy@x.io'],
  ])('%s', (_how, text) => {
    expect(read(text)).toEqual({
      names: ['ada@x.io', 'bo@x.io', 'cy@x.io'],
      notUnderstood: [],
    });
  });

  it('keeps what belongs to a name', () => {
    const names = [
      "o'neil@x.io",
      'eve_y.io#EXT#@x.io',
      'a.b-c_d!1@x.io',
      'x+y@x.io',
      '王@公司.中国',
    ];
    expect(read(names.join(', ')).names).toEqual(names);
    expect(read(`{${GUID}} ${GUID.toUpperCase()}`).names).toEqual([GUID]);
  });

  it('says which pieces name nobody, each once, also beside those that do', () => {
    const text = 'UserPrincipalName\n\n  \nada@x.io Sales\n@ada ada@ \n--- ,;\n12345';
    expect(read(text)).toEqual({
      names: ['ada@x.io'],
      notUnderstood: ['UserPrincipalName', '@ada ada@', '---', '12345'],
    });
    expect(read('Eve Ash; bo@x.io, eve ash\n1, cy@x.io, Dan')).toEqual({
      names: ['bo@x.io', 'cy@x.io'],
      notUnderstood: ['Eve Ash', 'Dan'],
    });
  });

  it.each([
    ['Ada Winter\nBo', ['Ada Winter', 'Bo']],
    ['Winter, Ada', ['Winter, Ada']],
    ['Winter, Ada; Bo, cy@x.io', ['Winter, Ada', 'Bo', 'cy@x.io']],
    ['Ada Winter\tBo', ['Ada Winter', 'Bo']],
    // about one user
    ['Ada Winter\tada@x.io\tSales', ['ada@x.io']],
    ['Bo <bo@x.io>', ['bo@x.io']],
  ])('takes a piece for a display name where somebody is called so: %s', (text, names) => {
    expect(read(text)).toEqual({ names, notUnderstood: [] });
  });

  it('of nothing is empty', () => {
    for (const text of ['', ' \n\t', ',;\u200B']) {
      expect(read(text)).toEqual({ names: [], notUnderstood: [] });
    }
  });
});

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const part = fc.string({
  unit: fc.constantFrom(...letters.split(/(?!$)/u)),
  minLength: 1,
  maxLength: 6,
});
const name = fc.oneof(
  fc.tuple(part, part).map(([local, domain]) => `${local}@${domain}.example`),
  fc.uuid(),
);
const separator = fc
  .array(
    fc.constantFrom(
      ...[' ', ',', ';', '\t', '\n', '\r\n', '|', '、', '，', '；', '\u00A0', '\u3000'],
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((marks) => marks.join(''));

/** A name as somebody may have it in a list. */
const dressed = fc.constantFrom<((text: string) => string)[]>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => `"${text}"`,
  (text) => `Somebody Else <${text}>`,
  (text) => `\u202A${text}\u202C`,
  (text) => `\u200B${text}\uFEFF`,
  (text) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
);

it('is the same set with any separators, any case and any dress', () => {
  const lists = fc.array(fc.tuple(name, dressed, separator), { maxLength: 12 });
  fc.assert(
    fc.property(lists, (list) => {
      const text = list.map(([one, dress, mark]) => dress(one) + mark).join('');
      const found = read(text);
      const expected = new Set(list.map(([one]) => one.toLowerCase()));
      expect(found.names.map((one) => one.toLowerCase())).toEqual([...expected]);
      expect(found.notUnderstood).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('never fails and never makes a name up, whatever is pasted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { names } = read(text);
      const plain = text
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(/[‘’]/g, "'");
      for (const one of names) expect(plain.toLowerCase()).toContain(one.toLowerCase());
      expect(read(names.join('\n')).names).toEqual(names);
    }),
  );
});

it('is read line by line: of 20,000 lines, each names and asks what it does alone', () => {
  const lines = Array.from({ length: 20_000 }, (_, n) =>
    n % 3 === 0 ? `Winter, Ada ${n}` : `Person ${n} <user${n}@contoso.com>;`,
  );
  const asked: string[] = [];
  const names = (text: string) =>
    atOnce(
      readPastedList(text, (name) => {
        asked.push(name);
        return name.startsWith('Winter');
      }),
    ).names;
  const alone = lines.flatMap(names);
  const askedAlone = asked.splice(0);
  expect(names(lines.join('\n'))).toEqual(alone);
  expect(alone).toHaveLength(20_000);
  expect(asked).toEqual(askedAlone);
});

it.each([
  ['one a line', '\n'],
  ['on one line', '; '],
])('is read in steps that others may interrupt, with its names %s', (_, between) => {
  const text = Array.from({ length: 20_000 }, (_, n) => `user${n}@contoso.com`).join(between);
  let asked = 0;
  const steps = readPastedList(text, () => (asked++, false));
  let most = 0;
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    most = Math.max(most, asked);
    asked = 0;
  }
  expect(most).toBeGreaterThan(0);
  // a line and its pieces are asked about
  expect(most).toBeLessThanOrEqual(4 * NAMES_IN_STEP);
});
