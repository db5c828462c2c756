import { n, plural, users } from './numbers.ts';

/** Import: choosing files, what was found in them, where it goes, how it ended. */
export const importing = {
  lead: 'Files are read on this device only. Nothing is sent anywhere, and nothing is kept until you choose Import.',
  drop: 'Drop files here',
  choose: 'Choose files…',
  addMore: 'Add more files…',
  sharedLost:
    'The shared files could not be taken: there may be no space left on this device. Free up space and share them again, or choose them here.',
  reads: 'What can be read',
  limits:
    'JSON with users can be of any size. Any other file can have up to 500 MB (JSON: 300 MB) and 2,000,000 rows, with up to 64 KB in a cell.',
  kinds: [
    {
      title: 'Microsoft Graph JSON',
      text: 'subscribedSkus (products and numbers), one or more pages of users, and groups (their names). Import them together, so that nothing is missing.',
    },
    {
      title: 'Users CSV of the Microsoft 365 admin center',
      text: 'Users, usage locations and licenses by name. It has no numbers and no service plans.',
    },
    {
      title: 'Users CSV of Entra or PowerShell, and other users CSVs',
      text: '“Download users” of Entra, Export-Csv of PowerShell, or a file of your own: you say what each column is, and Seatwise remembers it.',
    },
    {
      title: "Microsoft's product names (CSV)",
      text: '“Product names and service plan identifiers for licensing”: names for products that Seatwise does not know.',
    },
    {
      title: 'Assignment list (CSV)',
      text: 'What is to be assigned or revoked: a row for each user and product, or a row for each user and a column for each product with yes or no.',
    },
    {
      title: 'Excel workbook (.xlsx)',
      text: 'The same lists in the first visible sheet. Macros, passwords and the old .xls format are refused.',
    },
    { title: 'Seatwise backup', text: 'One customer or everything, as saved on another device.' },
  ],
  reading: 'Reading the files',
  startAgain: 'Choose other files',

  how: 'How to get these files',
  howAdmin: 'Microsoft 365 admin center',
  howAdminSteps: [
    'Open admin.microsoft.com, then Users, Active users.',
    'Choose “Export users” and wait for the download.',
    'Drop the CSV file here as it is. Excel is not needed.',
  ],
  howExplorer: 'Graph Explorer',
  howExplorerText:
    'Run each of these, and save each answer as a .json file. Where an answer ends with @odata.nextLink, run that address too and save it as one more file.',
  howCli: 'Azure CLI',
  howCliText: 'Each line writes one file. It reads one page of users: see @odata.nextLink above.',
  howPowerShell: 'PowerShell (Microsoft Graph module)',
  howPowerShellText: 'Reads all pages and writes three files.',
  copy: (what: string) => `Copy: ${what}`,
  copyFailed: 'The browser did not allow copying. Select the text and copy it.',

  found: 'What was found',
  sheet: (sheet: string) => `Excel workbook, sheet “${sheet}”`,
  form: 'Encoding and delimiter',
  size: 'Size',
  users: 'Users',
  products: 'Products',
  groups: 'Groups',
  fileKinds: {
    graphUsers: 'Graph: users',
    graphSkus: 'Graph: subscribedSkus',
    graphGroups: 'Graph: groups',
    adminUsersCsv: 'Admin center: users',
    entraUsersCsv: 'Entra: users',
    powerShellUsersCsv: 'PowerShell: users',
    usersCsv: 'Users (CSV)',
    productNames: "Microsoft's product names",
    assignmentList: 'Assignment list',
    backup: 'Seatwise backup',
    planFile: 'Plan file',
    scriptOutcomes: 'Outcomes of a script',
    unknown: 'Not recognized',
  },
  delimiters: { comma: 'comma', semicolon: 'semicolon', tab: 'tab', bar: 'vertical bar' },
  leaveOut: (file: string) => `Leave out ${file}`,
  split: {
    choice: 'Several customers, by the domains of their users',
    title: 'Customers by domain',
    sum: (count: number, customers: number, fresh: number) =>
      `${users(count)} go to ${plural(customers, 'customer', 'customers')}, ${n(fresh)} of them new.`,
    leftOut: (count: number) => `${users(count)} skipped.`,
    into: 'Goes to',
    intoFor: (domain: string) => `Users of ${domain} go to`,
    newCustomer: (domain: string) => `New customer ${domain}`,
    nowhere: 'Leave out',
    done: (count: number, failed: number) =>
      failed === 0
        ? `${plural(count, 'customer was', 'customers were')} imported`
        : `${plural(count, 'customer was', 'customers were')} imported, ${n(failed)} failed`,
    busy: 'Not imported: another import or a sync of this customer runs. Import the file again later.',
    failed: 'Not imported. Import the file again.',
  },
  naming: {
    hint: 'Say what each name means at this customer; it is remembered. Nothing is guessed: while a name is open, users keep the products that they are known to have.',
    name: 'Name in the files',
    rows: 'Users',
    none: 'Leave open',
    chosen: 'chosen by you, for this customer',
    hintOfParts:
      'Say what each name means; it is remembered at the customers that have the product. Nothing is guessed: while a name is open, users keep the products that they are known to have.',
    chosenOfParts: 'chosen by you, at the customers that have this product',
    looking: 'Looking for names that need a product',
    notLoaded: 'The names could not be checked.',
    stillOpen: (count: number) =>
      `${plural(count, 'name still needs', 'names still need')} a product`,
    stillOpenHint:
      'They came with a file, and no product known here has these names. Nothing can be planned for them before you say which product each one is.',
    heldBy: (name: string, count: number) => `${name} (${users(count)})`,
    more: (count: number) => `and ${n(count)} more`,
    choose: 'Choose products',
    nameHeld: 'Name that users hold',
    saying: 'Saving what the names mean',
  },
  total: (userCount: number, productCount: number) =>
    `${users(userCount)}, ${plural(productCount, 'product', 'products')}`,
  nothingFound: 'There are no users, products or groups in these files.',

  deleted: (count: number) =>
    `${plural(count, 'user is deleted and is', 'users are deleted and are')} left out: nothing can be planned for a deleted user. Those already in the customer are marked as gone.`,
  preview: 'First rows, as they will be read',

  fatal: (count: number) =>
    `${plural(count, 'error', 'errors')}: these files cannot be imported as they are.`,
  fatalHint: 'Correct the file, or leave it out. Nothing was kept.',
  warnings: (count: number) => `${plural(count, 'warning', 'warnings')} about the files`,
  warningsHint: 'These rows or values are left out, or kept as unknown. The rest can be imported.',
  warningsListed: (listed: number, all: number) =>
    listed < all ? `Show the first ${n(listed)} of ${n(all)}` : `Show all ${n(all)}`,

  into: 'Import into',
  existing: 'A customer on this device',
  newCustomer: 'A new customer',
  name: 'Name of the customer',
  nameTaken: 'A customer of this name is already on this device.',
  reasonAsked: 'You came from this customer.',
  reasonTenant: 'Suggested: the files are from the same tenant.',
  reasonDomain: 'Suggested: the files are from the same domain.',
  otherTenant: (name: string) =>
    `These files are from another tenant than ${name}. Choose another customer, or create a new one.`,
  sampleTakesNone: (name: string) =>
    `${name} is a sample customer and takes no files. They become a new customer.`,
  whole: 'These files have all users of the customer',
  wholeHint:
    'Users who are missing from them are then marked as no longer in Microsoft 365. Otherwise they stay as they are.',
  notWhole:
    'Not with these files: rows were left out, text could not be read, or a page is missing. Users who are not in them may still be in Microsoft 365.',
  checking: 'Checking who would be marked as gone',
  eitherTitle: 'Do users hold these licenses, or should they get them?',
  either: (files: string) => `${files} names users and licenses only, and can mean either.`,
  eitherChanges: (count: number) =>
    `If they hold them, ${users(count)} would change in Seatwise. If they should get them, you review an assignment list first.`,
  eitherHold: 'They hold them',
  eitherGet: 'They should get them',
  goesTitle: (count: number) => `Mark ${users(count)} as gone?`,
  goes: (count: number, name: string) =>
    `${plural(count, 'user', 'users')} of ${name} ${count === 1 ? 'is' : 'are'} missing from the files, and would be marked as no longer in Microsoft 365.`,
  goesPending: (count: number) =>
    `${n(count)} of them ${count === 1 ? 'has' : 'have'} pending changes. These stay on Pending and in the history, but are not sent until the users are back.`,
  goesNow: (count: number) => `Import and mark ${n(count)} as gone`,
  keeps: 'Selections and pending changes are kept.',
  runCount: (count: number) => `Import ${users(count)}`,
  runProducts: (count: number) => `Import ${plural(count, 'product', 'products')}`,
  writing: 'Importing',

  done: (name: string) => `${name} was imported`,
  counts: (count: number) => `${users(count)} in this customer now`,
  added: (count: number) => `${n(count)} added`,
  changed: (count: number) => `${n(count)} changed`,
  gone: (count: number) => `${n(count)} marked as gone`,
  untold: (count: number) => `${n(count)} with unknown licenses`,
  unitsUnknown:
    'Available: unknown. Import subscribedSkus, or enter the numbers on Manage licenses. Until then licenses can be assigned, but are not counted.',
  pathsUnknown: 'The file does not say which licenses come from a group.',
  another: 'Import more files',

  backupFound: (file: string) => `${file} is a Seatwise backup.`,
};
