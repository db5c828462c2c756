import { plural } from './numbers.ts';

/** The bar over every page of a customer, and the customer's own page. */
export const customer = {
  overview: 'Overview',
  pagesOf: (name: string) => `Pages of ${name}`,
  updated: (days: number) =>
    days === 0 ? 'Updated today' : `Updated ${plural(days, 'day', 'days')} ago`,
  pending: (users: number) =>
    users === 0 ? 'Nothing pending' : `${plural(users, 'user', 'users')} pending`,
  missing: 'This customer is not on this device',
  missingHint: 'It may have been removed here, or the link comes from another device.',
  notLoaded: 'The customer could not be loaded.',
  figures: { licensed: 'Licensed users', pending: 'Pending users' },

  importAgain: 'Import new data',
  actions: 'Customer actions',
  pin: 'Pin to the side bar',
  unpin: 'Unpin from the side bar',
  renameTitle: 'Rename customer',
  nameHint: 'Only on this device. Nothing changes in Microsoft 365.',
  backUp: 'Back up this customer',
  backingUp: 'Saving the backup',
  backedUp: (file: string) => `Backup saved as ${file}.`,
  remove: 'Remove this customer from this device',
  removeTitle: (name: string) => `Remove ${name} from this device?`,
  removePending: (users: number) =>
    `The pending changes of ${plural(users, 'user', 'users')} are stored nowhere else and will be lost.`,
  removeNothingPending: 'No change is pending.',
  removeWhat: (users: number, products: number) =>
    `${plural(users, 'user', 'users')} and ${plural(products, 'product', 'products')} are deleted from this device. Nothing changes in Microsoft 365.`,
  removeType: (name: string) => `Enter ${name} to confirm`,
  removeNow: 'Remove from this device',
  removed: (name: string) => `${name} was removed from this device.`,
  renamed: (name: string) => `The customer is now called ${name}.`,
  notDone: 'That did not work. Nothing was changed.',

  changes: 'Recent changes',
};
