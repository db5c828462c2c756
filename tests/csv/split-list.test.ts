import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import { readAssignmentList } from '#csv/read-assignment-list.ts';
import { refusedRows, type RefusedRowsWords } from '#csv/refused-rows.ts';
import { nobodysRows, readListSources, splitList, type SplitList } from '#csv/split-list.ts';
import type { KnownCustomers } from '#csv/whose-row.ts';
import { asItIs, lookup } from './list-world.ts';
import { streamed } from './streamed.ts';

const ALDER = 'alder' as CustomerId;
const BIRCH = 'birch' as CustomerId;
const CEDAR = 'cedar' as CustomerId;

/** Alder and Cedar are both called “Twins”; Ada is a guest at Birch; shared.example is of Alder and Birch. */
const names: Record<string, CustomerId[]> = {
  alder: [ALDER],
  'alder.example': [ALDER],
  birch: [BIRCH],
  twins: [ALDER, CEDAR],
};
const domains: Record<string, CustomerId[]> = {
  'alder.example': [ALDER],
  'birch.example': [BIRCH],
  'shared.example': [ALDER, BIRCH],
};
const users: Record<string, CustomerId[]> = {
  'ada@alder.example': [ALDER, BIRCH],
  'bo@birch.example': [BIRCH],
  'cy@elsewhere.example': [CEDAR],
  'dan@shared.example': [BIRCH],
};
const among = (record: Record<string, CustomerId[]>) => (key: string) => new Set(record[key]);
const known: KnownCustomers = {
  named: (text) => among(names)(text.toLowerCase()),
  withUser: among(users),
  ofDomain: among(domains),
};

async function split(text: string): Promise<SplitList> {
  const read = await readListSources(streamed(text), lookup.products, asItIs, steady);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return splitList(read.value, known, steady);
}

/** Whose the rows are, in their order: a customer, or why it is nobody's. */
async function whose(header: string, ...rows: string[]): Promise<(string | undefined)[]> {
  const list = await split([header, ...rows, ''].join('\r\n'));
  const refused = new Map(list.refused.kept.map(({ row, reason }) => [row, reason.kind]));
  return rows.map((_, index) => {
    const at = [ALDER, BIRCH, CEDAR].filter((id) => list.partOf(id).whose(index + 2) === 'ours');
    return [...at, ...(refused.has(index + 2) ? [refused.get(index + 2)] : [])].join(' ');
  });
}

describe('a row of a list of several customers', () => {
  it('is the named customer’s: by name, domain or id, in any case', async () => {
    const rows = ['x@y.z,ALDER,E3', 'x@y.z,Alder.example,E3', 'x@y.z,Birch,E3', 'x@y.z,Oak,E3'];
    expect(await whose('User,Customer,Product', ...rows)).toEqual([
      'alder',
      'alder',
      'birch',
      'unknownCustomer',
    ]);
  });

  it('is told by its users where nothing or several are named, and refused where that does not help', async () => {
    const rows = ['new@birch.example,,E3', 'cy@elsewhere.example,Twins,E3', 'who@x.y,Twins,E3'];
    expect(await whose('User,Customer,Product', ...rows)).toEqual([
      'birch',
      'cedar',
      'severalCustomers',
    ]);
  });

  it('is refused where it names one customer and a user of another', async () => {
    const rows = ['bo@birch.example,Alder,E3', 'ada@alder.example,Birch,E3'];
    expect(await whose('User,Customer,Product', ...rows)).toEqual(['customersDiffer', 'birch']);
  });

  it('is, without such a column, whoever has the user, else whose the domain is', async () => {
    const rows = [
      'ada@alder.example,E3',
      'dan@shared.example,E3',
      'new@shared.example,E3',
      'new@ALDER.example,E3',
      'who@nowhere.example,E3',
      ',E3',
      'bo@birch.example;new@alder.example,E3',
    ];
    expect(await whose('User,Product', ...rows)).toEqual([
      'alder',
      'birch',
      'severalCustomers',
      'alder',
      'noCustomer',
      'noUser',
      'customersDiffer',
    ]);
  });
});

const words: RefusedRowsWords = { row: 'Row', reason: 'Why', said: ({ kind }) => kind };

const cell = fc.constantFrom(
  '',
  'Alder',
  'Twins',
  'Oak',
  'ada@alder.example',
  'bo@birch.example',
  'cy@elsewhere.example',
  'new@shared.example',
  'ada@alder.example; bo@birch.example',
);
/** The product cell is the row's own name, by which it is found again; some rows lack a cell. */
const anyRows = fc.array(fc.tuple(cell, cell, fc.boolean()), { minLength: 1, maxLength: 12 });

it('goes to exactly one customer or to exactly one named refusal, whatever stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, fc.boolean(), async (rows, hasCustomer) => {
      const lines = rows.map(([user, customer, isWhole], n) =>
        [user, ...(hasCustomer ? [customer] : []), ...(isWhole ? [`P${n}`] : [])].join(','),
      );
      const header = hasCustomer ? 'User,Customer,Product' : 'User,Product';
      const text = [header, ...lines, ''].join('\r\n');
      const list = await split(text);
      const seen: number[] = [];
      for (const [id, size] of list.parts) {
        const part = list.partOf(id);
        const read = await readAssignmentList(streamed(text), lookup, { ...asItIs, part }, steady);
        if (!read.ok) throw new Error('not read');
        // each of its rows names an unknown product, so that all of them come back by their numbers
        const mine = read.value.refused.map(({ row }) => row);
        expect(mine).toHaveLength(size.rows);
        seen.push(...mine);
      }
      const nobodys = await refusedRows(streamed(text), nobodysRows(list), {
        choices: asItIs,
        words,
        pace: steady,
      });
      if (!nobodys.ok) throw new Error('no file');
      for (const [row, why] of nobodys.value.rows) {
        expect(why).not.toBe('');
        seen.push(Number(row));
      }
      // a row in which nothing stands is none
      const filled = lines.flatMap((line, n) => (/[^,]/.test(line) ? [n + 2] : []));
      expect(seen.sort((a, b) => a - b)).toEqual(filled);
      expect(nobodys.value.rows).toHaveLength(list.refused.count);
    }),
  );
});

it('leaves a customer’s user alone of whom a row says something that is nobody’s', async () => {
  const text =
    'User,Customer,Product\r\nada@alder.example,Alder,SPE_E3\r\nada@alder.example,Oak,SPE_E3\r\n';
  const part = (await split(text)).partOf(ALDER);
  const read = await readAssignmentList(streamed(text), lookup, { ...asItIs, part }, steady);
  if (!read.ok) throw new Error('not read');
  expect(read.value.spoiled.get('ada@alder.example')).toMatchObject({
    row: 3,
    reason: { kind: 'unknownCustomer' },
  });
  expect(read.value.refused).toEqual([]);
});
