import { n, pick, plural, users } from './numbers.ts';

const rows = (count: number): string => plural(count, 'row', 'rows');

/** Assignment lists: what a file asks for, for whom, and what of it is not followed. */
export const assignmentLists = {
  import: 'Import an assignment list',
  found: (file: string) => `${file} is an assignment list`,
  whyLong: (user: string, product: string) =>
    `Recognized by its columns: users in “${user}”, products in “${product}”.`,
  whyWide: (user: string, count: number) =>
    `Recognized by its columns: users in “${user}”, and ${plural(count, 'column', 'columns')} named like products.`,
  whySaid: 'Read as an assignment list because you said so.',
  lead: 'Nothing is planned until you have reviewed and saved it. Users who are not in the list are never touched.',

  chooseCustomer: 'Choose a customer',
  customerOption: (name: string, found: number, of: number) =>
    `${name}: ${n(found)} of ${users(of)} found`,
  mostMatched: (name: string, found: number, of: number) =>
    `Most users of the list are at ${name}: ${n(found)} of ${n(of)}.`,
  noneMatched: 'No customer on this device has any user of this list.',
  noCustomers: 'There is no customer on this device yet. Import one first.',
  matching: 'Looking for the users of the list',
  reading: 'Reading the list',
  read: (count: number, last: number) =>
    `${rows(count)} can be followed. The last row read is row ${n(last)}.`,
  afterEnd: (count: number) => `${rows(count)} below the end of the list: not read.`,

  split: {
    title: 'Customers in this list',
    lead: 'Each customer is reviewed and saved by itself.',
    rows: 'Rows',
    openFor: (customer: string) => `Open the rows for ${customer}`,
    opened: (customer: string) => `Rows for ${customer}`,
    none: 'No row of this list belongs to a customer on this device.',
    notHere: (customer: string) => `No row of this list is for ${customer}.`,
    nobodys: (count: number) =>
      `${rows(count)} could not be matched to one customer on this device: not followed.`,
    nobodysTitle: (count: number) => `Rows not matched to one customer (${n(count)})`,
    mending: 'Correct them in the file and import it: the two columns in front are not read.',
    saved: (when: string) => `Saved ${when}`,
    left: 'Not saved yet',
  },
  kept: {
    title: 'Lists you have begun',
    progress: (saved: number, all: number) =>
      `${n(saved)} of ${plural(all, 'customer', 'customers')} saved.`,
    goOn: 'Go on',
    goOnWith: (file: string) => `Go on with ${file}`,
    removeList: (file: string) => `Remove ${file} from these lists`,
    hint: 'What is saved stays saved when a list is removed here.',
    after: (file: string, left: number, all: number) =>
      left === 0
        ? `All ${n(all)} customers of ${file} are saved.`
        : `${n(left)} of ${plural(all, 'customer', 'customers')} of ${file} ${pick(left, 'is', 'are')} left.`,
    goOnList: 'Go on with the list',
    failed: 'The lists you have begun could not be read.',
  },

  columns: 'Columns, as they are read',
  asHeading: 'as its heading says',
  readColumnAs: (column: string) => `Read ${column} as`,
  columnsRemembered: 'What you say is remembered for lists with this header.',
  uses: {
    user: 'user',
    customer: 'customer',
    product: 'product',
    toAssign: 'products to assign',
    toRevoke: 'products to revoke',
    action: 'action',
    servicePlansOff: 'service plans that are off',
    aside: 'not read',
    unknown: 'not read: its heading is not known',
    blank: 'not read',
    unclear: 'names no product: a row with something in it is not followed',
  },
  answer: (product: string) => `yes or no for ${product}`,
  otherProducts: (count: number) =>
    `${plural(count, 'other product', 'other products')} of this name: not owned by this customer`,

  mode: 'What to follow',
  modes: {
    eachRow: 'Do what each row says',
    assignOnly: 'Assign only',
    revokeOnly: 'Revoke only',
    exact: 'Exact',
  },
  modeHints: {
    eachRow: 'What the rows assign and revoke. Nothing that no row names changes.',
    assignOnly: 'Only what the list assigns. Nothing is revoked.',
    revokeOnly: 'Only what the list revokes. Nothing is assigned.',
    exact:
      'Users in the list end with what it says, for the products below. Other products and other users stay as they are.',
  },
  example: {
    of: (user: string, what: string) => `For example, ${user}: ${what}`,
    assigned: (product: string) => `${product} is assigned`,
    revoked: (product: string) => `${product} is revoked`,
    stays: (product: string) => `${product} stays`,
    moreStay: (count: number) => plural(count, 'more product stays', 'more products stay'),
    nothing: 'no change',
  },
  covered: 'Products that the list covers',
  coveredHint:
    'Users in the list lose any of these products that the list does not name for them. To begin with, the products that the list names are ticked.',
  coveredWideHint: 'An empty cell leaves a product as it is; only “no” revokes it.',
  notNamed: 'not named in the list',
  whole: 'The list says how many rows it has, and all are here.',
  notWhole:
    'Nothing is revoked until it is certain that the list is whole: rows may be missing at its end.',
  cut: 'The file may have been cut within its last row, so nothing is revoked.',
  endsWith: (text: string, row: number) =>
    `The file ends with “${text}” (row ${n(row)}), and no line break follows. Is that its last row?`,
  endsYes: 'Yes, that is the last row, and it is whole',
  endsNo: 'No, or I do not know: that row is not followed, and nothing is revoked',
  knownLastRow: 'Number of the last row',
  knownLastRowHint:
    'Enter the number of the last row of the original list. Leave it empty if you do not know.',
  lastRowDiffers: (last: number) =>
    `The last row read is row ${n(last)}. The numbers differ, so nothing is revoked.`,
  preview: 'Show what it would do',
  planning: 'Working out what the list would do',

  result: 'What the list would do',
  users: 'Users in the list with something to do',
  leftAlone: 'Users left alone',
  heldBack: 'Users held back',
  lastRow: 'Last row read',
  unasked: 'Users with nothing to do',
  outside: 'Requests that this choice leaves out',
  leftAloneTitle: (count: number) => `Users left alone (${n(count)})`,
  leftAloneHint: 'A row about them cannot be followed, so nothing at all is done for them.',
  heldBackTitle: (count: number) => `Users held back (${n(count)})`,
  heldBackHint:
    'They would lose a license, and the list is not known to be whole. Nothing is done for them.',
  refusedTitle: (count: number) => `Rows that are not followed (${n(count)})`,
  duplicatesTitle: (count: number) => `Repeated rows (${n(count)})`,
  firstOf: (shown: number, all: number) => `The first ${n(shown)} of ${n(all)}.`,
  row: 'Row',
  value: 'Value',
  wholeRow: 'whole row',
  nothing: 'The list asks for nothing that can be planned.',
  failed: 'That did not work. Nothing was planned.',

  sample: {
    title: 'The first rows, as they are read',
    asks: 'What is asked',
    assign: (product: string) => `assign ${product}`,
    revoke: (product: string) => `revoke ${product}`,
    leave: (product: string) => `keep ${product} as it is`,
    listed: (product: string) => `${product} is named`,
    plansOff: (count: number) =>
      count === 0
        ? 'all service plans on'
        : `${plural(count, 'service plan', 'service plans')} off, the others on`,
    nothing: 'nothing',
    notFollowed: (reason: string) => `Not followed: ${reason}`,
    notRead: (columns: string) => `Columns that are not read: ${columns}`,
    otherwise: 'Read otherwise than written:',
    asUser: (row: number, value: string, user: string) =>
      `row ${n(row)}: “${value}” is the user ${user}`,
    asProducts: (row: number, value: string, products: string) =>
      `row ${n(row)}: “${value}” is ${products}`,
    asYes: (row: number, value: string) =>
      `row ${n(row)}: “${value}” says yes, as nothing else stands in its column`,
  },
  naming: {
    title: (count: number) => `Names that need a product (${n(count)})`,
    hint: 'Say what each name means in this file. Nothing is guessed: without a product, rows with the name are not followed.',
    name: 'Name in the list',
    rows: 'Rows',
    productFor: (name: string) => `Product for ${name}`,
    none: 'Do not follow these rows',
    noColumn: 'Not a product: do not read the column',
    suggested: 'Products of this name',
    others: 'Other products of this customer',
    chosen: 'chosen by you, for this file only',
    kinds: {
      none: 'no product has this name',
      notOwned:
        'not among the known products of this customer: if it was bought, import subscribedSkus',
      several: 'several products have this name',
    },
    more: (count: number) => `${plural(count, 'more name is', 'more names are')} not shown here.`,
  },
  mending: {
    button: 'Download these rows (CSV)',
    hint: 'Correct them in the file and import it: the two columns in front are not read. The other rows about users who are left alone are in it too.',
    limit: (kept: number, all: number) =>
      `Only the first ${n(kept)} of ${rows(all)} are kept and are in the file.`,
    writing: 'Writing the rows that are not followed',
    columns: { row: 'Row in the file', reason: 'Not followed because' },
    fileName: (file: string) => `${file} not followed`,
  },

  reasons: {
    ragged: (expected: number, received: number) =>
      `${plural(received, 'cell', 'cells')} where the header has ${n(expected)}`,
    brokenQuotes: 'a quotation mark is not closed, or text follows it',
    tooLong: 'a cell is too long',
    aboveHeader: 'the row is above the header',
    mayBeCut: 'no line break follows: the row may be cut',
    wrongEnd: (count: number) => `the end of the list says ${rows(count)}, which is not so`,
    noUser: 'no user',
    severalUsers: 'several users in one cell',
    noProduct: 'no product',
    unknownProduct: 'no product has this name',
    notOwned: 'not among the known products of this customer',
    ambiguousProduct: (products: string) => `can be ${products}: use the part number or GUID`,
    productsDiffer: 'the product columns name different products',
    unknownAction: 'neither assign, revoke nor set',
    unknownAnswer: 'neither yes nor no',
    mixedMark: 'an x stands beside other answers in its column: write yes or no instead',
    unknownServicePlan: (name: string) => `no service plan of the product is called “${name}”`,
    ambiguousServicePlan: 'several service plans have this name: use the GUID',
    companyServicePlan: (name: string) => `${name} acts for the whole customer: it cannot be off`,
    servicePlansNotListed: 'the service plans of the product are unknown',
    unknownUser: 'no user of this customer has this name',
    ambiguousUser: (count: number) => `${users(count)} ${pick(count, 'has', 'have')} this name`,
    usersDiffer: 'the user columns name different users',
    unknownCustomer: 'no customer on this device has this name, domain or tenant ID',
    noCustomer: 'no customer on this device has users like this',
    severalCustomers: (count: number) =>
      `${n(count)} customers on this device can be meant: name one in a column “Customer”`,
    customersDiffer: 'it names users of another customer, or of several',
    contradiction: (row: number) => `row ${n(row)} says something else of the same user`,
    userLeftAlone: (row: number) => `nothing is done for this user, because of row ${n(row)}`,
    duplicate: (row: number) => `says the same as row ${n(row)}`,
  },

  reviewHeading: 'Review the assignment list',
  reviewTitle: (heading: string, customer: string) => `${heading} · ${customer}`,
  gone: 'This list is no longer here',
  goneHint:
    'It was saved, or another one took its place in this window. An assignment list can be imported again.',
  usersInList: 'Users with something to do',
};
