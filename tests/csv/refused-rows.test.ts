import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { checkList } from '#csv/check-list.ts';
import { readCsv } from '#csv/read-csv.ts';
import { notFollowed, refusedRows, type RefusedRowsWords } from '#csv/refused-rows.ts';
import { writeCsv } from '#csv/write-csv.ts';
import { defaultSettings } from '#worker/device/settings-types.ts';
import { ok } from '#base/result.ts';
import { corpusFile, describeWithCorpus } from '../corpus.ts';
import { languages } from '../messages/texts.ts';
import { runs } from '../runs.ts';
import { asItIs, customer, draftsOf, E3, linesOf, listIn, VISIO } from './list-world.ts';
import { anyList, anyStyle, textOf } from './list-texts.ts';
import { streamed } from './streamed.ts';

const words: RefusedRowsWords = {
  row: 'Row in the file',
  reason: 'Not followed because',
  said: ({ kind }) => kind,
};

/** The file that is offered for a list. */
async function mendingFile(text: string, said = words): Promise<string> {
  const checked = await checkList(await listIn(text), customer.table, steady);
  const table = await refusedRows(streamed(text), notFollowed(checked), {
    choices: asItIs,
    words: said,
    pace: steady,
  });
  if (!table.ok) throw new Error(JSON.stringify(table.error));
  return (await writeCsv(table.value, defaultSettings.exportStyle, steady)).text();
}

/** The cells of a file by the row in which they stood first, whatever they are. */
async function cellsIn(text: string): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  const take = (cells: readonly string[]): void => void rows.push(cells);
  const open = () =>
    ok(() => ({
      take,
      leaveOut: (left: { cells: readonly string[] }) => take(left.cells),
      finish: () => undefined,
    }));
  await readCsv(streamed(text), open, { warn: () => undefined, pace: steady });
  return rows;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A list whose rows name the products that are no products; their cells come back as they stood. */
async function expectBack(names: readonly string[]): Promise<void> {
  const rows = names.map((name) => ['ada@x.com', name]);
  const lines = ['User,Product', ...rows.map((row) => row.map(quoted).join(','))];
  const back = await cellsIn(await mendingFile(`${lines.join('\r\n')}\r\n`));
  expect(back.map((cells) => cells.slice(2))).toEqual(rows);
}

describe('the rows of a list that are not followed', () => {
  it('come back as they stood, whatever is in them', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((one) => !/\p{Cs}/u.test(one));
    const unknown = text.map((one) => `no ${one} such`);
    await fc.assert(
      fc.asyncProperty(fc.array(unknown, { minLength: 1, maxLength: 5 }), (names) =>
        expectBack(names),
      ),
      { numRuns: runs({ quick: 60, all: 200 }) },
    );
  });

  it('say which row and why, and bring all rows about a user who is left alone', async () => {
    const text = linesOf(
      'User,Product,Action',
      'ada@x.com,SPE_E3,assign',
      'bo@x.com,SPE_E3,assign',
      'ada@x.com,Nothing,assign',
      'ada@x.com',
      '#end,4,',
    );
    expect(await cellsIn(await mendingFile(text))).toEqual([
      ['2', 'userLeftAlone', 'ada@x.com', 'SPE_E3', 'assign'],
      ['4', 'unknownProduct', 'ada@x.com', 'Nothing', 'assign'],
      ['5', 'ragged', 'ada@x.com'],
    ]);
  });

  it('are a list again whose two columns in front are not read, in every language', async () => {
    for (const { assignmentLists } of Object.values(languages)) {
      const said = { ...words, ...assignmentLists.mending.columns };
      const text = linesOf('User,SPE_E3,Visio Plan 2', 'ada@x.com,yes,perhaps');
      const { columns, shape } = await listIn(await mendingFile(text, said));
      expect(shape).toBe('wide');
      expect(columns.map(({ use }) => use.kind)).toEqual([
        ...['aside', 'aside', 'user', 'answer', 'answer'],
      ]);
    }
  });

  it('never say that they are whole: they revoke nothing by themselves', async () => {
    const exact = { kind: 'exact', covered: new Set([E3, VISIO]) } as const;
    await fc.assert(
      fc.asyncProperty(anyList, anyStyle, async (list, style) => {
        const text = textOf(list, { ...style, lastBreak: true, end: 'right' });
        const again = await listIn(await mendingFile(text));
        expect(again.end).not.toBe('endRow');
        const { parts } = await draftsOf(again, exact, null);
        const actions = parts.flatMap(({ draft }) => draft.products.map(({ action }) => action));
        expect(actions).not.toContain('revoke');
      }),
      { numRuns: runs({ quick: 60, all: 200 }) },
    );
  });
});

describeWithCorpus('naughty strings', () => {
  it('come back out of the rows that are not followed', async () => {
    const strings = JSON.parse(
      readFileSync(corpusFile('naughty-strings/blns.json'), 'utf8'),
    ) as string[];
    const names = strings.filter((text) => text.trim() !== '');
    expect(names.length).toBeGreaterThan(400);
    await expectBack(names);
  });
});
