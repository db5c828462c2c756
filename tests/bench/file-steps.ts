import Papa from 'papaparse';
import { steady } from '#base/pace.ts';
import { ok } from '#base/result.ts';
import { readCsv } from '#csv/read-csv.ts';
import { writeCsv } from '#csv/write-csv.ts';
import { parseJsonFile } from '#graph/json-file.ts';
import type { Arena } from './arena.ts';
import { differ, hold, rival } from './contest.ts';
import type { InMemory } from './load-steps.ts';
import { MOST_STORED_ROWS } from './protocol.ts';

const HEADINGS = ['User principal name', 'Display name', 'Department', 'Mail', 'Object ID'];
const encoder = new TextEncoder();

/** Reading and writing files with a row for each user; the bytes are in memory, so that no disk counts. */
export async function fileSteps({ spec, referee }: Arena, { rows }: InMemory): Promise<void> {
  const cells = rows.map((row) => [
    ...[row.userPrincipalName, row.displayName, row.department ?? ''],
    ...[row.mail ?? '', row.objectId],
  ]);
  const text = Papa.unparse([HEADINGS, ...cells], { newline: '\r\n' });
  const bytes = encoder.encode(text);
  const csv = new File([bytes], 'users.csv');
  const readAll = async (): Promise<number> => {
    let last = '';
    let count = 0;
    const taker = { take: ([name = '']: readonly string[]) => void ((last = name), count++) };
    const open = () => ok(() => ({ ...taker, finish: () => undefined }));
    const end = await readCsv(csv, open, { warn: () => undefined, pace: steady });
    if (!end.ok || last === '') throw new Error('the CSV was not read');
    return count;
  };
  await hold(
    {
      step: 'users CSV, parsed',
      isRepeatable: true,
      app: { run: readAll },
      opponents: [
        rival<number, number>({
          against: 'papaparse of the decoded text',
          isLimit: true,
          bound: { atMost: 1.3 },
          run: () => {
            const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
            let count = -1;
            Papa.parse<string[]>(decoded, {
              chunk: ({ data }: Papa.ParseResult<string[]>) => void (count += data.length),
              complete: () => undefined,
            });
            return count;
          },
          compare: differ,
        }),
        {
          against: 'decoding the same bytes',
          isLimit: true,
          run: () => new TextDecoder('utf-8', { fatal: true }).decode(bytes).length,
        },
      ],
    },
    referee,
  );
  const style = { delimiter: ',', bom: false } as const;
  await hold(
    {
      step: 'export as CSV',
      isRepeatable: true,
      app: {
        run: async () => (await writeCsv({ header: HEADINGS, rows: cells }, style, steady)).size,
      },
      opponents: [
        {
          against: 'encoding the same text',
          isLimit: true,
          bound: { atMost: 1.5 },
          run: () => new Blob([encoder.encode(text)]).size,
        },
        {
          against: 'papaparse, all at once',
          run: () => new Blob([encoder.encode(Papa.unparse([HEADINGS, ...cells]))]).size,
        },
      ],
    },
    referee,
  );
  // of more users, what JSON.parse takes is longer than a text may be
  if (spec.users > MOST_STORED_ROWS) return;
  const json = encoder.encode(JSON.stringify({ value: rows }));
  const file = new File([json], 'users.json');
  await hold(
    {
      step: 'users JSON, parsed in slices',
      isRepeatable: true,
      app: {
        run: async () => {
          const read = await parseJsonFile(file, steady);
          if (!read.ok) throw new Error('the JSON was not read');
          return (read.value.value as { value: unknown[] }).value.length;
        },
      },
      opponents: [
        rival<number, number>({
          against: 'JSON.parse of the decoded text',
          isLimit: true,
          bound: { atMost: 2 },
          run: () =>
            (JSON.parse(new TextDecoder().decode(json)) as { value: unknown[] }).value.length,
          compare: differ,
        }),
      ],
    },
    referee,
  );
}
