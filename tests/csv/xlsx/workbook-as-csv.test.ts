import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { ok } from '#base/result.ts';
import { readCsv } from '#csv/read-csv.ts';
import { workbookAsCsv } from '#csv/xlsx/workbook-as-csv.ts';
import { fileOf, sheet, sheetXml, workbook, written } from './workbooks.ts';

/** The rows that readers of CSV are given, the first one included. */
async function rowsOf(file: File): Promise<string[][]> {
  const rows: string[][] = [];
  const read = await readCsv(
    file,
    (header) => {
      rows.push([...header]);
      return ok(() => ({ take: (cells) => void rows.push([...cells]), finish: () => undefined }));
    },
    {
      warn: (warning) => {
        throw new Error(JSON.stringify(warning));
      },
      pace: steady,
    },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return rows;
}

async function readAll(file: File): Promise<string[][]> {
  const csv = await workbookAsCsv(file, steady);
  if (!csv.ok) throw new Error(csv.error);
  return rowsOf(csv.value.file);
}

async function faultOf(file: File): Promise<string> {
  const read = await workbookAsCsv(file, steady);
  return read.ok ? 'read' : read.error;
}

/** Any text, and what workbooks, CSV and spreadsheets stumble over. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...['=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', '&', '<', '>', ' ', '\u0000'],
        ...['_x000D_', '_x', '_', '＝', '\u200B', '\uFEFF', '😀', '\uFFFE', ']]>'],
        ...['&amp;', '中文', 'a'],
      ),
    )
    .map((parts) => parts.join('')),
);

describe('a workbook that we write', () => {
  it('is read back as it was, whatever its texts', async () => {
    const table = fc.integer({ min: 1, max: 4 }).chain((columns) =>
      fc.record({
        header: fc.array(anyText, { minLength: columns, maxLength: columns }),
        rows: fc.array(fc.array(anyText, { minLength: columns, maxLength: columns }), {
          maxLength: 6,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(table, async ({ header, rows }) => {
        // a heading is never blank, and a row that is, is no row
        const named = header.map((cell, i) => `h${i}${cell}`);
        const filled = rows.map(([first = '', ...rest]) => [`x${first}`, ...rest]);
        const file = await written({ header: named, rows: filled });
        if (!file.ok) throw new Error(file.error);
        const read = await readAll(file.value);
        expect(read).toEqual([named, ...filled]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps formulas, numbers and nothing as texts of the same look', async () => {
    const rows = [
      ['=1+1', '+49 30', null],
      [12, 'x', -0.5],
    ];
    const file = await written({ header: ['a', 'b', 'c'], rows });
    if (!file.ok) throw new Error(file.error);
    expect(await readAll(file.value)).toEqual([
      ['a', 'b', 'c'],
      ['=1+1', '+49 30', ''],
      ['12', 'x', '-0.5'],
    ]);
  });

  it('refuses a text that Excel cannot hold', async () => {
    const table = { header: ['a'], rows: [['x'.repeat(32_768)]] };
    expect(await written(table)).toEqual({ ok: false, error: 'longCell' });
  });
});

describe('a workbook of Excel', () => {
  it('gives texts, runs, truth, days and last results as a person sees them', async () => {
    const file = sheet(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>day</t></is></c><c r="D1" t="str"><v>e</v></c></row>
       <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" s="1"><v>46338.5</v></c><c r="D3" t="e"><v>#N/A</v></c></row>
       <row r="4"><c r="A4" t="b"><v>0</v></c><c r="B4"><v>1.5E3</v></c><c r="C4" s="2"><v>46338</v></c><c r="D4"><v>0.25</v></c></row>`,
      {
        'xl/sharedStrings.xml':
          '<x:sst xmlns:x="s"><x:si><x:t>A&amp;B_x000D_</x:t></x:si><x:si><x:r><x:t>lic</x:t></x:r><x:r><x:t xml:space="preserve">ense </x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:si></x:sst>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      },
    );
    expect(await readAll(file)).toEqual([
      ['A&B\r', 'license ', 'day', 'e'],
      ['TRUE', '2', '2026-11-12 12:00:00', '#N/A'],
      ['FALSE', '1500', '2026-11-12', '0.25'],
    ]);
    const read = await workbookAsCsv(file, steady);
    expect(read.ok && read.value).toMatchObject({
      ...{ sheet: 'List', otherSheets: [], formulas: { count: 1, row: 3 } },
    });
  });

  it('keeps every cell under its heading, and the numbers of rows', async () => {
    const file = sheet(
      `<row r="2"><c r="B2" t="str"><v>user</v></c><c r="D2" t="str"><v>product</v></c></row>
       <row r="5"><c r="D5" t="str"><v>E3</v></c></row>`,
    );
    const csv = await workbookAsCsv(file, steady);
    if (!csv.ok) throw new Error(csv.error);
    const text = (await csv.value.file.text()).replace(/^\uFEFF/, '');
    expect(text).toBe('sep=,\r\n\r\nuser,product\r\n\r\n\r\n,E3\r\n');
    expect(csv.value.file.lastModified).toBe(7);
  });

  it('reads the first sheet that is seen and holds anything, and names the others', async () => {
    const rel = (id: string, target: string): string =>
      `<Relationship Id="${id}" Type="x/worksheet" Target="${target}"/>`;
    const file = workbook({
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="Secret" state="hidden" r:id="a"/><sheet name="Empty" r:id="b"/><sheet name="Users" r:id="c"/><sheet name="Old" r:id="d"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships>${rel('a', 's/1.xml')}${rel('b', 's/2.xml')}${rel('c', 's/3.xml')}${rel('d', 's/3.xml')}</Relationships>`,
      'xl/s/1.xml': sheetXml('<row><c t="str"><v>hidden</v></c></row>'),
      'xl/s/2.xml': sheetXml('<row><c t="str"><v></v></c></row>'),
      'xl/s/3.xml': sheetXml('<row><c t="str"><v>seen</v></c></row>'),
    });
    const read = await workbookAsCsv(file, steady);
    expect(read.ok && read.value).toMatchObject({ sheet: 'Users', otherSheets: ['Empty', 'Old'] });
    expect(await readAll(file)).toEqual([['seen']]);
  });
});

describe('a file that is no workbook to trust', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>';
  const macro = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';

  it.each([
    ['a document type', sheet('', { 'xl/worksheets/sheet1.xml': doctype }), 'unsafeXml'],
    ['an entity', sheet('<row><c t="str"><v>&boom;</v></c></row>'), 'unsafeXml'],
    [
      'macros',
      workbook({ '[Content_Types].xml': `<Types><Override ContentType="${macro}"/></Types>` }),
      'macros',
    ],
    ['another archive', workbook({ '[Content_Types].xml': null }), 'notAWorkbook'],
    ['a document', workbook({ '[Content_Types].xml': '<Types/>' }), 'notAWorkbook'],
    ['no sheet', workbook({ 'xl/worksheets/sheet1.xml': null }), 'noSheet'],
    ['an empty sheet', sheet(''), 'noSheet'],
    ['an open element', sheet('<row><c>'), 'damaged'],
    ['rows out of order', sheet('<row r="2"/><row r="1"/>'), 'damaged'],
    ['a text that is not there', sheet('<row><c t="s"><v>3</v></c></row>'), 'damaged'],
    ['a column past the last', sheet('<row><c r="XFE1"/></row>'), 'damaged'],
    ['an old or protected file', fileOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1)), 'protected'],
    [
      'too many parts',
      workbook(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`p${i}`, 'x']))),
      'tooManyParts',
    ],
  ])('is refused for %s', async (_, file, fault) => {
    expect(await faultOf(file)).toBe(fault);
  });

  const zeros = new Uint8Array(32 * 1024 * 1024).fill(0x20);
  const bomb = workbook({ 'xl/worksheets/sheet1.xml': zeros });

  it('is refused as a bomb by what its directory says', async () => {
    expect(await faultOf(bomb)).toBe('bomb');
  });

  it('is refused as a bomb while it swells when its directory lies', async () => {
    const bytes = new Uint8Array(await bomb.arrayBuffer());
    const view = new DataView(bytes.buffer);
    let lies = 0;
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      if (view.getUint32(at + 24, true) !== zeros.length) continue;
      view.setUint32(at + 24, 1_000_000, true);
      lies++;
    }
    expect(lies).toBe(1);
    expect(await faultOf(fileOf(bytes))).toBe('bomb');
  });

  it('is refused when a byte of a sheet has changed', async () => {
    const whole = sheet('<row><c t="str"><v>revoke</v></c></row>', {});
    const stored = workbook(
      { 'xl/worksheets/sheet1.xml': sheetXml('<row><c t="str"><v>revoke</v></c></row>') },
      0,
    );
    expect(await faultOf(whole)).toBe('read');
    const bytes = new Uint8Array(await stored.arrayBuffer());
    const at = new TextDecoder('latin1').decode(bytes).indexOf('revoke');
    bytes[at] = 0x52;
    expect(await faultOf(fileOf(bytes))).toBe('damaged');
  });

  it('is never read when it was cut', async () => {
    const bytes = new Uint8Array(
      await sheet('<row><c t="str"><v>revoke</v></c></row>').arrayBuffer(),
    );
    for (let length = 0; length < bytes.length; length += 7) {
      expect(await faultOf(fileOf(bytes.subarray(0, length)))).not.toBe('read');
    }
  });

  it('never crashes the reader, whatever its bytes', async () => {
    const base = new Uint8Array(
      await sheet('<row r="1"><c r="A1" t="str"><v>user</v></c></row>').arrayBuffer(),
    );
    const changed = fc
      .array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
      .map((changes) => {
        const bytes = base.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        return bytes;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), changed), async (bytes) => {
        const read = await workbookAsCsv(fileOf(bytes), steady);
        expect(read.ok ? 'list.xlsx' : typeof read.error).toBe(read.ok ? 'list.xlsx' : 'string');
      }),
      { numRuns: 1000 },
    );
  });
});
