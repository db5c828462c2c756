import { n, plural } from './numbers.ts';

/** What customers own: one customer's entitlements, and all customers' licenses. */
export const entitlements = {
  allLead: 'Every product of every customer on this device, with the plan counted.',
  search: 'Search products and customers',
  problems: 'Only problems',
  problem: {
    none: 'None available',
    overdrawn: 'Overdrawn',
    grace: 'In grace',
    suspended: 'Suspended',
  },
  shown: (count: number) => plural(count, 'product', 'products'),
  noMatch: 'No products match',
  noMatchHint: 'Try another search, or show all products.',
  nothing: 'No products yet',
  nothingHint: 'Import subscribedSkus to see what a customer owns.',
  notLoaded: 'The licenses could not be loaded.',

  productId: 'Product ID',
  details: (product: string) => `Part number and ID of ${product}`,
  copyPartNumber: 'Copy part number',
  copyId: 'Copy product ID',
  copyFailed: 'The browser did not allow copying.',

  owned: 'Owned',
  use: 'Use',
  usage: {
    key: 'What the bars show',
    parts: {
      assigned: 'Assigned',
      planned: 'Assigned by the plan',
      freed: 'Freed by the plan',
      available: 'Available',
      overdrawn: 'Overdrawn or short',
      grace: 'In grace',
    },
    owned: (count: number) => `${n(count)} owned`,
    assigned: (count: number, planned: number) =>
      planned === 0
        ? `${n(count)} assigned`
        : `${n(count)} assigned, ${n(planned)} of them planned`,
    available: (count: number, freed: number) =>
      freed === 0
        ? `${n(count)} available`
        : `${n(count)} available, ${n(freed)} of them freed by the plan`,
    grace: (count: number) => `${n(count)} in grace`,
    suspended: (count: number) => `${n(count)} suspended`,
    lockedOut: (count: number) => `${n(count)} locked out`,
  },
  status: 'Status',
  toBuy: 'To buy',
  statuses: {
    Enabled: 'Active',
    Warning: 'Expired, in grace',
    Suspended: 'Suspended',
    Deleted: 'Deleted',
    LockedOut: 'Locked out',
    company: 'For the whole company',
    partly: 'Active, some in grace',
  },
  holdersLink: (count: string, product: string) => `${count}: users who hold ${product}`,
  inCloud: (count: string) => `${count} in Microsoft 365`,
  servicePlanCount: (count: number) => plural(count, 'service plan', 'service plans'),
  servicePlansOf: (product: string) => `Service plans of ${product}`,
  notSwitchable: 'for the whole company',

  exported: (file: string) => `Exported as ${file}.`,
};
