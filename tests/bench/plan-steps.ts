import type { SkuId } from '#licenses/ids.ts';
import type { Draft } from '#plan/draft.ts';
import type { ProductHolders } from '#plan/product-holders.ts';
import { Planner } from '#plan/planner.ts';
import type { Preview } from '#plan/preview.ts';
import type { UserRecord } from '#users/user-record.ts';
import type { Arena } from './arena.ts';
import { differ, hold, rival } from './contest.ts';
import { oneMoreTick, tenTicks } from './drafts.ts';
import type { InMemory } from './load-steps.ts';
import { numbersOf, type PreviewNumbers } from './preview-numbers.ts';
import { walkContext } from './walk-context.ts';
import { previewByWalk } from './walk-preview.ts';

/** Who holds what, by walking the users. */
function holdingsByWalk(users: readonly UserRecord[]): Map<SkuId, Omit<ProductHolders, 'skuId'>> {
  const counts = new Map<
    SkuId,
    { held: number; heldByGroupOnly: number; heldBoth: number; heldUnknown: number; untold: number }
  >();
  for (const { licenses } of users) {
    for (const { skuId, paths } of licenses ?? []) {
      let count = counts.get(skuId);
      if (count === undefined) {
        count = { held: 0, heldByGroupOnly: 0, heldBoth: 0, heldUnknown: 0, untold: 0 };
        counts.set(skuId, count);
      }
      let isDirect = false;
      let isGroup = false;
      for (const { via } of paths) {
        if (via.kind === 'direct') isDirect = true;
        else if (via.kind === 'group') isGroup = true;
      }
      count.held++;
      if (isDirect && isGroup) count.heldBoth++;
      else if (isGroup) count.heldByGroupOnly++;
    }
  }
  return counts;
}

/** Manage licenses with everybody selected: what is held, and what ten ticks and one more would do. */
export async function planSteps(
  { spec, facts, referee }: Arena,
  { data, rows }: InMemory,
  order: Uint32Array,
): Promise<void> {
  const { customer, table, sets, products } = data;
  const users = Array.from(order, (position) => rows[position]).filter((row) => row !== undefined);
  const newPlanner = (): Planner =>
    new Planner({ customerId: customer.id, table, sets, products, facts });
  const planner = newPlanner();
  const input = walkContext(products, facts);
  const walk = (draft: Draft): PreviewNumbers => previewByWalk(users, draft, input);
  const compare = (preview: Preview, numbers: PreviewNumbers): string | null =>
    differ(numbersOf(preview), numbers);
  const isRoles = spec.shape === 'roles';

  const walking = (bound: number | null, draft: (round: number) => Draft) =>
    rival<Preview, PreviewNumbers>({
      against: 'walking objects in memory',
      bound: bound === null ? null : { atLeast: bound },
      run: (round) => walk(draft(round)),
      compare,
    });

  await hold(
    {
      step: 'who holds what (tri-state)',
      isRepeatable: true,
      warmUps: 4,
      // a selection of its own each time: nothing is remembered of it
      app: { run: () => planner.holdings(order.slice()) },
      opponents: [
        rival<ProductHolders[], ReturnType<typeof holdingsByWalk>>({
          against: 'walking objects in memory',
          bound: { atLeast: isRoles ? 15 : 4 },
          run: () => holdingsByWalk(users),
          compare: (holdings, counts) =>
            differ(
              holdings.filter(({ held }) => held > 0),
              products.flatMap(({ skuId }) =>
                counts.has(skuId) ? [{ skuId, ...counts.get(skuId) }] : [],
              ),
            ),
        }),
      ],
    },
    referee,
  );
  await hold(
    {
      step: 'ten ticks: rules, ledger, who waits',
      isRepeatable: true,
      warmUps: 4,
      app: { run: () => newPlanner().preview(order, tenTicks(products)) },
      opponents: [walking(isRoles ? 30 : 20, () => tenTicks(products))],
    },
    referee,
  );
  planner.preview(order, tenTicks(products));
  await hold(
    {
      step: 'one more tick',
      isRepeatable: true,
      app: { run: (round) => planner.preview(order, oneMoreTick(products, round)) },
      opponents: [walking(isRoles ? 100 : 40, (round) => oneMoreTick(products, round))],
    },
    referee,
  );
}
