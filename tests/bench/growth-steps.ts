import { LicenseSets } from '#licenses/license-sets.ts';
import { Planner } from '#plan/planner.ts';
import type { Arena } from './arena.ts';
import { differ, hold } from './contest.ts';
import { tenTicks } from './drafts.ts';
import type { InMemory } from './load-steps.ts';
import { numbersOf } from './preview-numbers.ts';
import { walkContext } from './walk-context.ts';
import { previewByWalk } from './walk-preview.ts';

/** How the ten ticks grow when the same users hold more and more different license sets. */
export async function growthSteps(
  { facts, referee }: Arena,
  { data, rows }: InMemory,
  order: Uint32Array,
): Promise<void> {
  const { customer, products } = data;
  const input = walkContext(products, facts);
  const draft = tenTicks(products);
  for (let distinct = 100; distinct < data.sets.size; distinct *= 10) {
    const sets = new LicenseSets(data.sets.since(0).slice(0, distinct));
    const numbers = Uint32Array.from(order, (_, position) => position % distinct);
    const licenses = { baseline: numbers, planned: numbers };
    const table = { ...data.table, licenses };
    const users = Array.from(
      order,
      (at) => rows[at] && { ...rows[at], licenses: sets.at(numbers[at] ?? 0) },
    );
    const walked = users.filter((user) => user !== undefined);
    await hold(
      {
        step: `ten ticks, ${distinct.toLocaleString('en')} distinct license sets`,
        isRepeatable: true,
        rounds: 3,
        warmUps: 1,
        naiveRounds: 1,
        perUsers: order.length,
        app: {
          run: () =>
            new Planner({ customerId: customer.id, table, sets, products, facts }).preview(
              order,
              draft,
            ),
        },
        naive: { run: () => previewByWalk(walked, draft, input) },
        compare: (preview, walk) => differ(numbersOf(preview), walk),
      },
      referee,
    );
  }
}
