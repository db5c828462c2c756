import { n, plural } from './numbers.ts';

/** How the text of a file is read: encoding, delimiter, header, columns. */
export const fileForms = {
  title: (file: string) => `How ${file} is read`,
  notShown: 'How the file reads could not be shown.',
  encoding: 'Encoding',
  /** `encoding`: its technical name. */
  option: (encoding: string, script: string) => `${encoding} (${script})`,
  scripts: {
    unicode: 'Unicode',
    simplifiedChinese: 'Simplified Chinese',
    traditionalChinese: 'Traditional Chinese',
    western: 'Western European',
    japanese: 'Japanese',
    korean: 'Korean',
    central: 'Central European',
    cyrillic: 'Cyrillic',
    greek: 'Greek',
    turkish: 'Turkish',
    hebrew: 'Hebrew',
    arabic: 'Arabic',
    baltic: 'Baltic',
    vietnamese: 'Vietnamese',
    thai: 'Thai',
  },
  told: {
    sure: (encoding: string) => `The file is ${encoding}.`,
    likely: (encoding: string) => `The file is most likely ${encoding}. Check the values below.`,
    unsure: (encoding: string) =>
      `The file does not say its encoding; ${encoding} is a guess. Check the values below, and choose another encoding if they look wrong.`,
  },
  undecodable: (count: number) =>
    `${plural(count, 'place', 'places')} at the beginning of the file cannot be read in this encoding and would be shown as “\uFFFD”.`,
  delimiter: 'Delimiter',
  headerRow: 'Header in row',
  headerUnknown:
    'No row of this file is a header that Seatwise knows. The row with the most headings is shown.',
  columns: 'Columns and their first values',
  column: 'Column',
  noHeading: '(no heading)',
  values: 'First values',
  noValues: 'empty',
  byFields: 'Recognized by its field names.',
  byStart: 'Recognized by its first words.',
  byColumns: (headings: readonly string[]) =>
    `Recognized by its columns: ${headings.slice(0, 3).join(', ')}${headings.length > 3 ? ' …' : ''}.`,
  bySaid: 'Read as you said.',
  readFileAs: (file: string) => `Read ${file} as`,
  readings: {
    customerData: 'Read as users',
    assignmentList: 'Read as an assignment list',
    productNames: 'Read as product names',
  },
  namesFound: (file: string) => `${file} is Microsoft's list of product names.`,
  namesHint:
    "Its names are used on all screens for products and service plans that neither the customer's data nor Seatwise names. A list that was imported before is replaced.",
  namesTake: 'Use these names',
  namesTaking: 'Reading the names',
  namesDone: (products: number, added: number) =>
    `${plural(products, 'product', 'products')} named; ${n(added)} of them new to Seatwise.`,
  namesLeftOut: (count: number) => `${plural(count, 'row', 'rows')} skipped: no ID or no name.`,
  readAs: 'Read as',
  readColumnAs: (heading: string) => `Read column ${heading} as`,
  uses: {
    userPrincipalName: 'Username (userPrincipalName)',
    displayName: 'Display name',
    licenses: 'Licenses',
    objectId: 'Object ID',
    usageLocation: 'Usage location',
    blocked: 'Sign-in blocked (yes or no)',
    enabled: 'Account enabled (yes or no)',
    department: 'Department',
    addresses: 'Proxy addresses',
    mail: 'Email address',
    userType: 'User type (member or guest)',
    deletedAt: 'Deletion date',
    isDeleted: 'Deleted (yes or no)',
    aside: 'Not read',
  },
  needsNames: 'Choose the column with the username of each user.',
  remembered: 'The columns are read as you said for this header before.',
  apply: 'Read again like this',
  unapplied: 'These choices are not applied yet. Choose “Read again like this” first.',
  damaged: (places: number, file: string, at: number) =>
    `${plural(places, 'place', 'places')} in ${file} cannot be read in this encoding, the first in row ${n(at)}. They were replaced by “\uFFFD”.`,
  takesDamage: 'Import the text as it is shown, with “\uFFFD” in it',
  damageHint: 'Another encoding is usually the better answer: choose one above and read again.',
};
