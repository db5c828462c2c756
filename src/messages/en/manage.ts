import { n, pick, plural, users } from './numbers.ts';

const licenses = (count: number): string => plural(count, 'license', 'licenses');

export const manage = {
  title: (customer: string) => `Manage licenses · ${customer}`,
  failed: 'This page could not be loaded.',
  gone: 'This customer is no longer on this device.',
  nobody: 'No users selected',
  nobodyHint: 'Choose users first, then manage their licenses here.',
  toUsers: 'Go to Users and licenses',
  staleTitle: 'Nothing was saved: the numbers have changed.',
  staleText:
    'Another window, an import or a sync changed this customer. The new numbers are shown now. Look at them, then save again.',
  nothingToDo: 'Nothing was saved: there is nothing left to change.',
  planSaved: 'Nothing was saved: this plan file was saved already, in another window.',
  notKept: 'Your changes could not be kept on this device. A reload would lose them.',
  noProducts: 'No products are known for this customer.',
  noProductsHint: 'Import subscribedSkus to see what this customer owns.',

  boxes: {
    label: (count: number) => `Selected users: ${n(count)}`,
    more: (count: number) => `+${n(count)} more`,
    all: 'All selected users',
    search: 'Search the selected users',
    none: 'No selected users match.',
    removed: (name: string) => `${name} was removed.`,
  },

  row: {
    /** What a tick does, for who does not see its row. */
    told: (product: string, parts: readonly string[]) => `${product}: ${parts.join(', ')}`,
    left: (count: number) => `${n(count)} left`,
    choices: (product: string) => `Choices for ${product}`,
    assignAll: 'Assign to all',
    revokeAll: 'Revoke from all',
    assign: (count: number) => `Assign to ${n(count)}`,
    revoke: (count: number) => `Revoke from ${n(count)}`,
    keptBy: (count: number, groups: string) =>
      `${n(count)} ${pick(count, 'keeps', 'keep')} it through ${groups}`,
    directOnly: (count: number) =>
      `${n(count)} ${pick(count, 'loses', 'lose')} only the direct copy (frees no license)`,
    plans: (count: number) => `change service plans of ${n(count)}`,
    notAssignable: {
      company: 'For the whole company: not assigned to users',
      suspended: 'Suspended: cannot be assigned',
      lockedOut: 'Locked out: cannot be assigned',
      deleted: 'Deleted: cannot be assigned',
      selfService: 'Bought by users themselves (self-service): cannot be assigned',
      unidentified: 'Only a name from a file: import subscribedSkus to identify it',
    },
    onlyByGroup: (groups: string) => `All hold it through ${groups}: revoke it in the group`,
    onlyRevoke: 'can only be revoked',
  },

  ledger: {
    planned: (count: number) => `${n(count)} planned`,
    cloud: (count: number, date: string) => `${n(count)} in Microsoft 365 on ${date}`,
    grace: (count: number, grace: number) =>
      count === grace ? `${n(count)}, all in grace` : `${n(count)}, of which ${n(grace)} in grace`,
    graceNote: (count: number) => `${n(count)} of those in grace`,
    short: (count: number) => `short by ${n(count)}`,
    kept: (count: number) => `${n(count)} kept for users who are not here yet`,
    awaited: (needed: number, awaited: number) =>
      `${n(needed)} needed, of which ${n(awaited)} for users who are not here yet`,
    overdrawn: (count: number) => `overdrawn by ${n(count)}`,
    unknown: 'Available: unknown.',
    unknownHint: 'Import subscribedSkus or enter the numbers',
    typed: 'entered by hand',
    type: 'Enter the number',
    typeLabel: (product: string) => `Number of ${product} licenses owned`,
    typeHint: 'All licenses that this customer owns, assigned ones included',
    keep: 'Keep number',
  },

  finder: {
    search: 'Search products',
    label: 'Show products',
    filter: { all: 'All', changed: 'Changed', held: 'Held', available: 'Available' },
    nothing: 'No products match.',
  },

  holders: {
    open: (assigned: string, product: string) => `${assigned}: who holds ${product}`,
    title: (product: string) => `Who holds ${product}`,
    count: (count: number) => `${n(count)} of the selected users`,
  },

  buy: {
    button: (product: string) => `Buy more ${product}`,
    copied: 'Part number copied.',
    needed: 'Needed',
    overdrawn: 'Already overdrawn',
    listed: 'On the buy list',
    notLoaded: 'The buy list could not be read.',
    number: 'Number to buy',
    add: 'Add to buy list',
    added: (count: number, product: string) =>
      `${n(count)} × ${product} ${pick(count, 'is', 'are')} on the buy list.`,
    open: 'Open Partner Center',
    openOther: 'Open the shop',
    note: 'Bought licenses count only after a new import.',
  },

  servicePlans: {
    search: 'Search service plans',
    noneFound: 'No service plans match.',
    differ: 'Differ between the users',
    alike: 'The same for all',
    hint: 'For users who get the product and users who already hold it. Anything you leave alone stays as it is.',
    unlisted: 'The service plans of this product are unknown. Import subscribedSkus to see them.',
    company: 'For the whole company: cannot be switched per user',
    revoked: 'The product is being revoked: there is nothing to switch.',
    unknown: (count: number) => `${n(count)} unknown: not in this file`,
    on: (count: number) => `Switch on for ${n(count)}`,
    off: (count: number) => `Switch off for ${n(count)}`,
    keep: (count: number) => `${n(count)} ${pick(count, 'keeps', 'keep')} it through a group`,
    locked: 'On through a group for all: cannot be switched off here',
    state: (on: number, all: number) => `on for ${n(on)} of ${n(all)}`,
    failed: 'The service plans could not be read.',
  },

  location: {
    missing: (count: number) =>
      `${users(count)} ${pick(count, 'has', 'have')} no usage location: set one`,
    choose: 'Choose a country or region',
    set: 'Set',
    planned: (count: number, country: string) =>
      `Usage location ${country} for ${users(count)} without one: part of this change, planned with Save.`,
    chosen: (country: string) => `Usage location ${country} for those without one.`,
    remove: 'Do not set a usage location',
  },

  issues: {
    title: 'Before you save',
    toKnow: (count: number) => plural(count, 'thing to know', 'things to know'),
    none: 'Nothing stands in the way.',
    import: 'Import a file',
    summary: (count: number) => plural(count, 'message', 'messages'),
    skipped: (count: number) => `${users(count)} skipped`,
  },

  save: {
    button: (parts: string) => `Save: ${parts}`,
    assign: (count: number) => `assign ${licenses(count)}`,
    assignProduct: (product: string, count: number) => `assign ${product} to ${users(count)}`,
    revoke: (count: number) => `revoke ${licenses(count)}`,
    revokeProduct: (product: string, count: number) => `revoke ${product} from ${users(count)}`,
    swap: (count: number) => `swap ${licenses(count)}`,
    swapProduct: (from: string, to: string, count: number) =>
      `swap ${from} → ${to} for ${users(count)}`,
    direct: (count: number) => `revoke ${plural(count, 'direct assignment', 'direct assignments')}`,
    locations: (count: number) => `set ${plural(count, 'usage location', 'usage locations')}`,
    plans: (count: number) => `change service plans of ${licenses(count)}`,
    plansOf: (product: string, count: number) =>
      `change service plans of ${product} for ${users(count)}`,
    short: (what: string, count: number) => `${what} (${n(count)} short)`,
    onlyShort: (count: number) => `${licenses(count)} short`,
    nothingChosen: 'No changes yet',
    nobodyChanges: 'This changes nobody.',
    allKept: (count: number) =>
      `${pick(count, 'The user is', `All ${n(count)} users are`)} skipped. See the messages above.`,
    discard: 'Discard changes',
    computing: 'Computing…',
    dataOf: (date: string) => `Data from ${date}`,
    changed: 'Users changed',
    leftOut: (count: number) => `${users(count)} skipped. Show who and why`,
    leftOutNote: 'This Save changes nothing for these users.',
    reason: 'Reason',
    waits: (product: string) => `Who waits because ${product} is short`,
    buys: (count: number, buy: number, product: string) =>
      `${n(count)} more ${product} ${pick(count, 'is', 'are')} planned than available; ${n(buy)} ${pick(buy, 'goes', 'go')} on the buy list.`,
    risk: (count: number) =>
      `${users(count)} ${pick(count, 'loses the', 'lose their')} last mailbox or storage license:`,
    operatorHint: 'Asked once. Shown in the history of every change.',
    as: (name: string) => `Saving as ${name}`,
    reference: 'Ticket reference (optional)',
    note: 'Note (optional)',
    confirm: (count: number, customer: string) =>
      `To confirm, enter the number of users planned for ${customer}: ${n(count)}`,
    notSent: 'Saving plans the change on this device. Nothing is sent to Microsoft 365.',
    saving: 'Saving…',
    failed: 'This could not be saved. Nothing was changed.',
  },

  freed: {
    title: (count: number, products: string) =>
      `Licenses of ${products} are free now for ${users(count)} who ${pick(count, 'waits', 'wait')}`,
    waiting: (count: number, date: string) =>
      `${users(count)} ${pick(count, 'waits', 'wait')} since the Save of ${date}. Nothing is planned until you save.`,
    plan: (count: number, waiting: number) =>
      count < waiting
        ? `Plan the first ${n(count)}`
        : count === 1
          ? 'Plan it'
          : `Plan all ${n(count)}`,
  },

  shortage: {
    title: 'Not enough licenses',
    lead: 'There are fewer licenses than this Save needs:',
    line: (product: string, needed: number, left: number, short: number) =>
      `${product}: needed ${n(needed)}, available ${n(left)}, short by ${n(short)}`,
    choose: 'Choose who waits',
    waitHint:
      'Users who wait get nothing from this Save; you are told when licenses are free. Licenses go to those you put first, in your order, then to the others as listed. Sync sends in the same order.',
    planAll: (count: number) => `Assign to all and add ${n(count)} to the buy list`,
    planAllHint: 'Everybody is planned. Nothing is bought: the buy list is only a reminder.',
    next: 'Continue',
    order: 'Who gets a license and who waits',
    gets: 'gets a license',
    waits: 'waits',
    changeOrder: 'Change the order',
    search: 'Search the users who need one',
    noneFound: 'No users who need a license match.',
    first: 'Put first',
    firstOf: (name: string) => `Put ${name} first`,
    place: (place: number) => `your no. ${n(place)}`,
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    goFirst: (count: number, needNone: number) =>
      needNone === 0
        ? `${n(count)} of them first, as you ordered`
        : `${n(count)} of them first, as you ordered; ${n(needNone)} of yours ${pick(needNone, 'needs', 'need')} no license here`,
    pasteFirst: 'Paste a list of those who come first…',
    pasteLabel: 'Who comes first, in order',
    putFirst: (count: number) => (count === 0 ? 'Put first' : `Put ${users(count)} first`),
    moveToWaiting: 'Move to waiting list',
    moveToWaitingOf: (name: string) => `Move ${name} to waiting list`,
    letGo: 'Put back in order',
    letGoOf: (name: string) => `Put ${name} back in order`,
    last: 'moved by you',
    waiting: (waiting: number, total: number) =>
      `${n(waiting)} of ${users(total)} ${pick(waiting, 'waits', 'wait')}`,
  },
};
