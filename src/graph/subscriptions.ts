import { ok, type Result } from '#base/result.ts';
import { skuId } from '#licenses/ids.ts';
import type { Subscription } from '#licenses/subscription.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { pagesOf } from './graph-page.ts';
import { readShape } from './read-shape.ts';
import { wireSubscription } from './wire.ts';

function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}

/** The subscriptions in one page of `directory/subscriptions`. The problem, if any, is a wrongShape. */
export function subscriptionsFromGraph(value: unknown): Result<Subscription[], ImportProblem> {
  const found: Subscription[] = [];
  for (const { items, pathOf } of pagesOf(value)) {
    for (const [index, item] of items.entries()) {
      const place = { file: 'directory/subscriptions', path: pathOf(index) };
      const read = readShape(wireSubscription, item, place);
      if (!read.ok) return read;
      const { status, totalLicenses, isTrial, nextLifecycleDateTime } = read.value;
      found.push({
        skuId: skuId(read.value.skuId),
        status: status ?? null,
        total: totalLicenses ?? null,
        isTrial: isTrial === true,
        nextChangeAt: timeOf(nextLifecycleDateTime),
      });
    }
  }
  return ok(found);
}
