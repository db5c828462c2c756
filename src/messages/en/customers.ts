import { n, plural } from './numbers.ts';

/** The list of customers, the first visit, and the buy list. */
export const customers = {
  search: 'Search customers',
  noMatch: 'No customers match',
  noMatchHint: 'Try another name or domain.',
  notLoaded: 'The customers could not be loaded.',
  data: 'Data',
  actionsFor: (name: string) => `Actions for ${name}`,
  pendingOf: (users: number, customer: string) =>
    `${plural(users, 'user', 'users')} of ${customer} pending`,
  usersOf: (name: string) => `Users and licenses of ${name}`,
  care: {
    label: 'Needs attention',
    filter: {
      conflicts: 'Conflicts',
      overdrawn: 'Overdrawn',
      licenseErrors: 'License errors',
      endingSoon: 'Ending soon',
      toBuy: 'To buy',
      pending: 'Pending',
      oldData: 'Old data',
    },
    mark: {
      conflicts: (users: number) => plural(users, 'conflict', 'conflicts'),
      overdrawn: (products: number) => `${plural(products, 'product', 'products')} overdrawn`,
      licenseErrors: (users: number) => `${plural(users, 'user', 'users')} with license errors`,
      endingSoon: (products: number) => `${plural(products, 'product', 'products')} ending soon`,
      toBuy: (products: number) => `${plural(products, 'product', 'products')} to buy`,
      pending: (users: number) => `${plural(users, 'user', 'users')} pending`,
      oldData: (days: number) => `Updated ${plural(days, 'day', 'days')} ago`,
    },
  },

  welcome: 'Assign and revoke licenses for many users at once',
  welcomeText:
    'Seatwise works on a copy of each customer on this device, checks the rules before you save, and changes nothing in Microsoft 365 until you say so.',
  trySamples: 'Try with sample customers',
  trySamplesHint: 'Three made-up customers with 25, 3,200 and 100,000 users.',
  importFiles: 'Import files',
  importFilesHint: 'Microsoft Graph JSON, or the users CSV of the Microsoft 365 admin center.',
  find: 'Find customers in Microsoft 365',
  findLead:
    'Customers that your organization has a contract or a delegated administration relationship with. Adding one reads its users and licenses; nothing is sent.',
  connectTo: 'Connect to Microsoft 365',
  connect: 'Connect',
  connectHint: 'To read customers and sync, with an app that your organization registers.',
  picture: 'Manage licenses, with one product to assign',
  addSamples: 'Add sample customers',
  makingSamples: 'Making the sample customers',
  samplesMade: (count: number) =>
    count === 0
      ? 'The sample customers are here already.'
      : `${plural(count, 'sample customer', 'sample customers')} added.`,

  toBuy: 'Buy list',
  toBuyHint: 'Bought licenses count only after a new import.',
  toBuyNotLoaded: 'The buy list could not be loaded.',
  number: 'Number',
  added: 'Added',
  numberOf: (product: string, customer: string) => `Number of ${product} to buy for ${customer}`,
  takeOff: (product: string, customer: string) =>
    `Remove ${product} for ${customer} from the buy list`,
  takenOff: (product: string) => `${product} is no longer on the buy list.`,
  numberKept: (count: number, product: string) => `To buy: ${n(count)} × ${product}.`,

  damaged: {
    title: (name: string) => `${name} could not be read`,
    detail:
      'The data of this customer on this device is damaged. The other customers are not affected, and nothing was changed in Microsoft 365.',
    repair: (pending: number) =>
      pending === 0
        ? 'Restore it from a backup in Settings. Or remove it under Customers, and import or connect it again.'
        : `Restore it from a backup in Settings. Or remove it under Customers, and import or connect it again: the pending changes of ${plural(pending, 'user', 'users')} will be lost.`,
  },
};
