import { n, pick, plural, users } from './numbers.ts';

const customers = (count: number): string => plural(count, 'customer', 'customers');

/** What is planned and not yet in Microsoft 365, and the review before it is sent. */
export const pending = {
  lead: 'Everything that is planned and not yet in Microsoft 365. Nothing is sent until you say so.',
  empty: 'Nothing is pending',
  emptyHint: 'What you save on Manage licenses waits here until you sync it.',
  notLoaded: 'What is pending could not be loaded.',
  offlineTitle: 'You are offline',
  offline:
    'You can view everything, plan more and resolve conflicts. Sending and getting new data need a connection. A sync that was running continues when you are online again.',
  table: 'Customers with something pending',
  selectAll: 'Select all customers that can be synced',
  select: (customer: string) => `Select ${customer}`,
  columns: {
    data: 'Data',
    users: 'Pending users',
    open: 'In progress',
    held: 'Conflicts',
    handedOver: 'Handed over',
    failed: 'Failed',
    state: 'Last sync',
  },
  handedOverOpen: (count: number, customer: string) =>
    `${users(count)} of ${customer} handed over: see to whom`,
  handOver: 'Cannot sync from here? Hand the plan over',
  usersOpen: (count: number, customer: string) =>
    `${plural(count, 'pending user', 'pending users')} of ${customer}`,
  heldOpen: (count: number, customer: string) =>
    `${users(count)} of ${customer} ${pick(count, 'differs', 'differ')} from Microsoft 365: choose`,
  failedOpen: (count: number, customer: string) =>
    `Failed for ${users(count)} of ${customer}: see why`,
  runOpen: (customer: string) => `Outcomes of the last sync of ${customer}`,
  neverRun: 'Not synced yet',
  notConnected: 'Not connected',
  connectOf: (customer: string) => `Connect ${customer} to Microsoft 365`,
  gone: (count: number) =>
    `${users(count)} with planned changes ${pick(count, 'is', 'are')} no longer in Microsoft 365: nothing is sent until ${pick(count, 'the user is', 'they are')} back`,
  withoutId: (count: number) => `${users(count)} cannot be sent: no object ID`,
  chosen: (some: number, count: number) => `${customers(some)}, ${users(count)}`,
  noneChosen: 'Select the customers to review.',

  views: 'Ways to see what is pending',
  byCustomer: 'By customer',
  byUser: 'By user',
  people: {
    title: 'Pending users',
    lead: 'Every user of every customer with something planned that is not yet in Microsoft 365.',
    search: 'Search by name or username',
    anyState: 'Any state',
    nobody: 'No pending users match',
    columns: { what: 'What is planned' },
    kind: {
      losesData: 'Loses data',
      revoke: 'Revoke',
      swap: 'Swap',
      assign: 'Assign',
      servicePlans: 'Service plans',
      location: 'Usage location',
    },
    state: {
      ready: 'Ready to sync',
      claimed: 'Sync started',
      held: 'Conflict',
      handedOver: 'Handed over',
      withoutId: 'No object ID',
    },
    losing: { exchange: 'Loses the mailbox', sharepoint: 'Loses OneDrive' },
    remove: (count: number) => `Remove ${users(count)}`,
    removeTitle: 'Remove from the plan',
    removeText: (count: number, some: number) =>
      `Nothing will be planned for ${users(count)} of ${customers(some)}, and nothing is sent: their licenses stay as they are in Microsoft 365.`,
    removeClaimed: (count: number) =>
      `${users(count)} ${pick(count, 'stays', 'stay')} pending: a sync has started for ${pick(count, 'this user', 'them')}.`,
    removeHandedOver: (count: number) =>
      `${users(count)} ${pick(count, 'stays', 'stay')} pending: handed over. Take ${pick(count, 'this user', 'them')} back first.`,
    removeShort: (customer: string, product: string, count: number) =>
      `${customer}: ${product} will be short by ${n(count)}, because others are planned to get licenses that these users would free.`,
    removeStale:
      'Something has changed meanwhile, so nothing was removed. These are the new numbers.',
    removeFailed:
      'Nothing was removed. If this device has no space left, free some up, then try again.',
    removed: (count: number, some: number) =>
      `${users(count)} of ${customers(some)} removed from the plan`,
    undone: (count: number) => `${users(count)} pending again`,
    notUndone: (count: number) =>
      `${users(count)} could not be put back here, because the customer has changed since. You can redo each change in the customer's history.`,
  },

  reviewTitle: 'Review before syncing',
  reviewLead: 'This is what would be sent now. Nothing is sent before you choose Sync now.',
  reviewNone: 'No customer was chosen for the review',
  reviewNoneHint: 'Select customers on Pending, then choose Review.',
  reviewNotLoaded: (customer: string) => `The review of ${customer} could not be made.`,
  include: (customer: string) => `Sync ${customer}`,
  old: 'This data is older than 24 hours. New data is needed before anything is sent.',
  oldOffline:
    'This data is older than 24 hours. New data is needed before anything is sent, and you are offline.',
  pulling: (customer: string) => `Getting new data of ${customer}`,
  moved: {
    title: (customer: string) => `${customer}: the numbers have changed`,
    line: (what: string, before: number, after: number) =>
      `${what}: ${n(before)} before, ${n(after)} now`,
    others: 'The totals are the same, but they are other users, or other licenses are left.',
    accept: 'Use the new numbers',
  },
  syncing: (customer: string) =>
    `A sync of ${customer} is under way. What is left can be synced when it has ended.`,
  seeRun: 'See the sync',
  nothingToSend: 'Nothing of this customer can be sent now.',
  facts: {
    users: 'Users to change',
    oldest: 'Oldest change',
  },
  losing: (count: number) =>
    `${users(count)} ${pick(count, 'loses the', 'lose their')} last mailbox or storage license. A mailbox is deleted after 30 days. OneDrive is archived after 93 days for most customers.`,
  short: (product: string, count: number) => `${product}: short by ${n(count)}`,
  shortNote:
    'Users without a license wait during the sync until one is freed. If none is, they are rejected.',
  endingTitle: 'Subscriptions that end soon',
  ending: (product: string, date: string) => `${product} ends on ${date}`,
  takenUp: (count: number) =>
    `${users(count)} of the last sync ${pick(count, 'has', 'have')} no outcome yet. They come first: each is read again, and nothing that has arrived is sent twice.`,
  notSentTitle: 'Not part of this sync',
  withoutIdWhy: (count: number) =>
    `${users(count)} without an object ID: the file they came from did not have it. Import Microsoft Graph JSON or get new data.`,
  heldWhy: (count: number) =>
    `${users(count)} ${pick(count, 'differs', 'differ')} from Microsoft 365: they wait for your choice.`,
  handedOverWhy: (count: number) =>
    `${users(count)} handed over: sent from elsewhere, not from here.`,

  sync: 'Sync now',
  syncOrder:
    'The customers are synced one after another, in this order. You can pause or stop at any time.',
  syncSample:
    'A sample customer is synced with the sample cloud on this device. Nothing leaves the device.',
  as: (name: string) => `Syncing as ${name}`,
  confirm: (count: number, customer: string) =>
    `To confirm, enter the number of users of ${customer}: ${n(count)}`,
  diskFull: (customer: string) =>
    `The sync of ${customer} stopped: there is no space left on this device`,
  diskFullText:
    'Seatwise writes down what it sends before it sends it. That could not be written, so nothing more is sent. What is pending is still there. Free up space on this device, then sync again.',
  starting: 'Starting…',
  staleTitle: 'Nothing was sent: the numbers have changed.',
  staleText:
    'Another window or new data changed a customer. The new numbers are shown. Look at them and confirm again.',
  refused: {
    busy: 'Nothing was sent: a sync of this customer is under way, here or in another window.',
    notConnected: 'Nothing was sent: a customer is not connected to Microsoft 365.',
    nothingToSend: 'Nothing was sent: one of the customers has nothing that can be sent now.',
    failed:
      'The sync could not be started, and nothing was sent. If this device has no space left, free some up, then try again.',
  },
};
