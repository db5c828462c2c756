import { hasBit, overlaps } from './bits.ts';
import type { LicenseCase } from './case.ts';
import { lossyServices } from './data-services.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

/**
 * The last service plan that keeps the user's mail or files goes, or the last one of Teams, which is
 * information: nothing is deleted. Judged on the result, so a swap that keeps the service says
 * nothing. Where no source said whether it was on, it counts as on: better one warning too many than
 * a deleted mailbox. Sources: `dataServices`.
 */
export function dataAtRisk({ before, after }: LicenseCase, index: ProductIndex): Issue[] {
  const issues: Issue[] = [];
  if (before === after || hasBit(after.all, index.layout.openBit)) return issues;
  for (const [service, bits] of index.serviceBits) {
    if (!overlaps(before.all, bits) || overlaps(after.all, bits)) continue;
    const severity = lossyServices.includes(service) ? 'warning' : 'info';
    issues.push(index.issues.enter({ code: 'dataAtRisk', severity, service }));
  }
  return issues;
}
