import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedList } from '#users/pasted-list.ts';

const GUID = '0e7d0000-5eed-4000-8000-00000000000a';

describe('a pasted list', () => {
  it.each([
    ['one a line', 'ada@x.io\nbo@x.io\r\ncy@x.io'],
    ['on one line', 'ada@x.io, bo@x.io;cy@x.io'],
    ['from Outlook', '"Winter, Ada" <ada@x.io>; Bo <bo@x.io>; cy@x.io <cy@x.io>'],
    ['a table with headings left out', 'Ada\tada@x.io\t12\nBo\tbo@x.io\t13\nCy\tcy@x.io\t14'],
    ['as CSV', '"ada@x.io","Sales"\n"bo@x.io","IT"\n\'cy@x.io\','],
    ['in full width', '１、ａｄａ＠ｘ．ｉｏ，ｂｏ＠ｘ．ｉｏ；ｃｙ＠ｘ．ｉｏ。'],
    ['in a sentence', 'Please license ada@x.io, bo@x.io and (later) cy@x.io.'],
    ['as links and bullets', '• mailto:ada@x.io\n• mailto:bo@x.io\n· smtp:cy@x.io'],
    ['with what nobody sees', '\uFEFFada@x.io\u200B,\u202Abo@x.io\u202C\u00A0cy@\u00ADx.io\u2060'],
    ['one name twice', 'ada@x.io ADA@X.IO bo@x.io cy@x.io Bo@x.io'],
    ['with a bar', 'ada@x.io|bo@x.io|cy@x.io'],
  ])('%s', (_how, text) => {
    expect(readPastedList(text)).toEqual({
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
    expect(readPastedList(names.join(', ')).names).toEqual(names);
    expect(readPastedList(`{${GUID}} ${GUID.toUpperCase()}`).names).toEqual([GUID]);
  });

  it('says which lines it does not understand', () => {
    const text = 'UserPrincipalName\n\n  \nada@x.io Sales\n@ada ada@ \n--- ,;\n12345';
    expect(readPastedList(text)).toEqual({
      names: ['ada@x.io'],
      notUnderstood: ['UserPrincipalName', '@ada ada@', '--- ,;', '12345'],
    });
  });

  it('of nothing is empty', () => {
    for (const text of ['', ' \n\t', ',;\u200B']) {
      expect(readPastedList(text)).toEqual({ names: [], notUnderstood: [] });
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
      const read = readPastedList(text);
      const expected = new Set(list.map(([one]) => one.toLowerCase()));
      expect(read.names.map((one) => one.toLowerCase())).toEqual([...expected]);
      expect(read.notUnderstood).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('never fails and never makes a name up, whatever is pasted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { names } = readPastedList(text);
      const plain = text
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(/[‘’]/g, "'");
      for (const one of names) expect(plain.toLowerCase()).toContain(one.toLowerCase());
      expect(readPastedList(names.join('\n')).names).toEqual(names);
    }),
  );
});

it('of 20,000 lines is read in a moment', () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => `Person ${n} <user${n}@contoso.com>;`);
  const start = performance.now();
  expect(readPastedList(lines.join('\n')).names).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(2000);
});
