import type { Customer, CustomerId } from '#customers/customer.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';

/**
 * The customer that files most likely belong to: the one of the same tenant, else of the same default
 * domain. Never a sample, and never one of another tenant.
 */
export function likelyCustomer(
  { tenantId, defaultDomain }: CustomerBatch,
  customers: readonly Customer[],
): CustomerId | null {
  const real = customers.filter(({ origin }) => origin !== 'sample');
  const sameTenant = real.find((customer) => tenantId !== null && customer.tenantId === tenantId);
  const sameDomain = real.find(
    (customer) =>
      defaultDomain !== null &&
      customer.defaultDomain === defaultDomain &&
      (tenantId === null || customer.tenantId === null),
  );
  return (sameTenant ?? sameDomain)?.id ?? null;
}
