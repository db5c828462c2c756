import type { CustomerId } from '#customers/customer.ts';

/** The customers that an address names, each once: `?customer=a&customer=b`. */
export function chosenIn(address: URL): ReadonlySet<CustomerId> {
  return new Set(address.searchParams.getAll('customer') as CustomerId[]);
}

/** The part of an address that names customers, to stand after `?`. */
export function naming(ids: Iterable<CustomerId>): string {
  return new URLSearchParams([...ids].map((id) => ['customer', id])).toString();
}
