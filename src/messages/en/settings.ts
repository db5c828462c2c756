import { n, plural } from './numbers.ts';

/** `3 of 9 users`, or `3 users` while nobody knows of how many. */
const someOf = (done: number, total: number | null, one: string, other: string): string =>
  total === null ? plural(done, one, other) : `${n(done)} of ${plural(total, one, other)}`;

export const settings = {
  saved: 'Setting saved',
  notSaved: 'The setting could not be saved.',

  appearance: 'Language and appearance',
  languageOfBrowser: (name: string) => `Browser default (${name})`,
  theme: 'Theme',
  themeSystem: 'System default',
  themeLight: 'Light',
  themeDark: 'Dark',
  density: 'Row height',
  densityComfortable: 'Comfortable',
  densityCompact: 'Compact',

  work: 'Your work',
  operatorHelp: 'Shown on every change.',
  buyAddress: 'Address for “Buy more”',
  buyAddressHelp: 'An address that begins with https://. Empty: Partner Center.',
  buyAddressInvalid: 'Enter a full address that begins with https://',

  ages: 'Age of the data',
  agesHelp: "How old a customer's data may be before its age is shown in color.",
  amberDays: 'Amber after (days)',
  redDays: 'Red after (days)',
  agesOrder: 'Red must come later than amber.',

  confirmation: 'Confirming revocations by number',
  confirmationHelp:
    'A change that revokes a lot asks you to enter its number of users. It asks when any of these is reached:',
  confirmUsers: 'Users who lose licenses',
  confirmPercent: 'Share of the licensed users (%)',
  confirmLosing: 'Users who lose their last mailbox or storage',
  numberBetween: (from: number, to: number) => `Enter a whole number from ${n(from)} to ${n(to)}.`,

  storage: 'Storage on this device',
  storageNotLoaded: 'The space used could not be read.',
  storageUsed: 'Used',
  storageUsedOf: (used: string, quota: string) => `${used} of ${quota} allowed by the browser`,
  offlineCopy: 'Without a network',
  offlineCopyThere: 'Works: all of the app is on this device',
  offlineCopyComing: 'Not yet: the app is still being put on this device',
  offlineCopyNever: 'Not possible at this address or in this browser',
  offlineCopyRefused:
    'Not yet: it could not be stored on this device. Seatwise tries again at the next start.',
  refused: {
    choices: {
      title: 'This browser does not keep what you chose',
      detail:
        'Pinned customers, columns, the row height and a draft that you leave last only until this page is closed: the storage of this site is full or switched off. Allow it in the settings of the browser, or make room, then choose again. Customers and changes are not affected.',
    },
    offlineCopy: {
      title: 'Seatwise does not work without a network yet',
      detail:
        'The app could not be put on this device: there was no space, the network failed, or the host does not allow it. Free up space, then reload this page while online. Online, everything works.',
    },
  },
  roomNone: 'There is no space left on this device',
  roomNoneDetail:
    'What you did last was not kept. Everything before it is safe. Free up space on the disk, or remove customers that you no longer need, then do it again.',
  roomLow: 'This device is running low on space',
  roomLowDetail: (used: string, quota: string) =>
    `Seatwise uses ${used} of the ${quota} that the browser allows. Save a backup, then remove customers that you no longer need.`,
  storageKept: 'How it is kept',
  storageUnknown: 'The browser does not say',
  persistent: 'Persistent: the browser does not delete it by itself',
  bestEffort: 'Best effort: the browser may delete it when the disk is nearly full',
  askToKeep: 'Ask the browser to keep the data',
  keepRefused:
    'The browser did not agree. Installing Seatwise as an app, or using it for a while, often changes its mind. Save a backup until then.',
  keepGranted: 'The browser keeps the data.',
  iosNote:
    'On iPhone and iPad, data of a site that is not on the Home Screen may be deleted after 7 days without a visit. Choose Share, then Add to Home Screen. The app on the Home Screen has its own storage: save a backup here first and restore it there.',

  backup: 'Backup',
  backupHelp:
    'One file with every customer, its pending changes and your settings. Keep it as safe as the data itself.',
  listsApart: (count: number, files: string) =>
    `${count === 1 ? 'A list that you have begun is' : 'Lists that you have begun are'} not in it. Keep ${count === 1 ? 'its file' : 'their files'}, too: ${files}`,
  saveBackup: 'Save a backup of everything',
  backupSaved: (name: string) => `Backup saved as ${name}.`,
  restoreHelp:
    'Customers in the file are put back as they were; those already on this device under the same ID are replaced.',
  chooseBackup: 'Choose a backup file…',
  restoring: 'Restoring from the backup',
  restored: (customers: number) => `${plural(customers, 'customer', 'customers')} restored.`,
  failed: {
    quota: 'There is not enough space on this device.',
    busy: 'An import is under way. Wait until it has ended, then try again.',
    notWritable: 'The file could not be opened for writing. Choose another place.',
    tooManyRows: 'This is more than the 1,048,576 rows of a workbook. Export it as CSV.',
    longCell: 'A cell is longer than a workbook can hold. Leave out a column, or export as CSV.',
    unexpected: 'Something went wrong. Nothing was changed.',
  },
  failureDetail: (detail: string) => `For a report: ${detail}`,
  rowRate: (rows: number, perSecond: number) =>
    `${plural(rows, 'row', 'rows')}, ${n(perSecond)} per second`,
  progress: {
    bytes: (done: string, total: string | null) => (total === null ? done : `${done} of ${total}`),
    users: (done: number, total: number | null) => someOf(done, total, 'user', 'users'),
    rows: (done: number, total: number | null) => someOf(done, total, 'row', 'rows'),
    customers: (done: number, total: number | null) => someOf(done, total, 'customer', 'customers'),
  },

  wipe: 'Delete everything from this device',
  wipeHelp: 'Every customer, pending change and setting on this device.',
  wipeButton: 'Delete everything…',
  wipeCount: (customers: number, users: number) =>
    users === 0
      ? `${plural(customers, 'customer', 'customers')} will be deleted from this device. No change is pending.`
      : `${plural(customers, 'customer', 'customers')} will be deleted from this device, and the pending changes of ${plural(users, 'user', 'users')}, which are stored nowhere else, will be lost.`,
  wipeNothingRemote: 'Nothing changes in Microsoft 365.',
  wipeWord: 'DELETE',
  wipeType: (word: string) => `Enter ${word} to confirm`,
  wipeNow: 'Delete everything',
  wiping: 'Deleting…',
  wipeFailed: 'Not everything could be deleted. Close other Seatwise windows and try again.',

  about: 'About Seatwise',
  version: 'Version',
  license: 'License',
  licenseText: 'MIT',
  parts: 'Made with',
  partsShow: 'Show all parts and their licenses',
  partsNotLoaded: 'The licenses could not be loaded.',
  dataText:
    "Product and service plan names, IDs and dependencies come from Microsoft's public documentation (CC BY 4.0).",
  trademark:
    'Microsoft 365 and the names of its products are trademarks of Microsoft. Seatwise is not a Microsoft product.',
};
