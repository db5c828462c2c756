import Papa from 'papaparse';
import { steady } from '#base/pace.ts';
import { asHeadingsSay } from '#csv/assignment-columns.ts';
import { checkList } from '#csv/check-list.ts';
import { ProductFinder } from '#csv/product-finder.ts';
import { readAssignmentList } from '#csv/read-assignment-list.ts';
import { catalog } from '#licenses/catalog.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import { knownProducts } from '#worker/licenses/known-products.ts';
import { databaseName, type Arena } from './arena.ts';
import { differ, hold, rival } from './contest.ts';
import type { InMemory } from './load-steps.ts';

const LISTED = 'SPE_E5 POWER_BI_PRO VISIOCLIENT EMS FLOW_FREE'.split(' ');

/** A list with a row for each user: read, and its users, products and actions looked up. */
export async function listSteps({ spec, referee }: Arena, { data, rows }: InMemory): Promise<void> {
  const lines = rows.map(({ userPrincipalName }, i) => [
    ...[userPrincipalName, LISTED[i % LISTED.length] ?? ''],
    i % 3 === 0 ? 'revoke' : 'assign',
  ]);
  const text = Papa.unparse([['User principal name', 'Product', 'Action'], ...lines], {
    newline: '\r\n',
  });
  const bytes = new TextEncoder().encode(`${text}\r\n`);
  const file = new File([bytes], 'list.csv');
  const db = new SeatwiseDatabase(databaseName(spec));
  const named = await knownProducts(db);
  db.close();
  const lookup = {
    products: new ProductFinder(data.products, named),
    servicePlanNames: catalog.servicePlanNames,
  };
  const choices = { encoding: null, columns: asHeadingsSay, lastRow: null };
  await hold(
    {
      step: 'assignment list, read and resolved',
      isRepeatable: true,
      app: {
        run: async () => {
          const read = await readAssignmentList(file, lookup, choices, steady);
          if (!read.ok) throw new Error(`the list was not read: ${read.error.kind}`);
          return (await checkList(read.value, data.table, steady)).followedRows;
        },
      },
      opponents: [
        rival<number, number>({
          against: 'papaparse of the decoded text',
          isLimit: true,
          bound: { atMost: 2.3 },
          run: () => {
            const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
            let count = -1;
            Papa.parse<string[]>(decoded, {
              skipEmptyLines: true,
              chunk: ({ data: some }: Papa.ParseResult<string[]>) => void (count += some.length),
              complete: () => undefined,
            });
            return count;
          },
          compare: differ,
        }),
      ],
    },
    referee,
  );
}
