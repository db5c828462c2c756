import { expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { readAllLicenses } from '#routes/licenses/license-list.svelte.ts';
import type { LicenseRow } from '#worker/licenses/license-types.ts';

it('brings what 500 customers own, and no answer is about more than a few of them', async () => {
  const ids = Array.from({ length: 500 }, (_, n) => `customer-${n}` as CustomerId);
  const asked: number[] = [];
  const all = await readAllLicenses(
    {
      customers: () => Promise.resolve(ids.map((id) => ({ id }))),
      allLicenses: (_: string, of: readonly CustomerId[] = ids) => {
        asked.push(of.length);
        return Promise.resolve(of.map((customerId) => ({ customerId }) as LicenseRow));
      },
    } as unknown as Parameters<typeof readAllLicenses>[0],
    'en',
  );
  expect(all.map(({ customerId }) => customerId)).toEqual(ids);
  expect(Math.max(...asked)).toBeLessThanOrEqual(40);
});
