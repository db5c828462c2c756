import type { ProblemTexts } from '#messages/problem-text.ts';
import { n, plural, users } from './numbers.ts';

const inRow = (number: number): string => `row ${n(number)}`;
const list = (names: readonly string[]): string => names.join(', ');

/** What is wrong with a file, or with one of its rows. */
export const problems: ProblemTexts = {
  notRecognised: ({ file }) =>
    `${file} is not a file that Seatwise knows. If it is a table, choose above what to read it as.`,
  tooLarge: ({ file, bytes, limit }, size) =>
    `${file} is larger than Seatwise can read: ${size(bytes)}, where ${size(limit)} is the most. Split it, or save the users in several pages.`,
  badWorkbook: {
    notAWorkbook: ({ file }) => `${file} is an archive, but not an Excel workbook.`,
    damaged: ({ file }) => `${file} is damaged or incomplete. Save it again in Excel.`,
    protected: ({ file }) =>
      `${file} has a password or is in the old .xls format. Save it in Excel as .xlsx without a password.`,
    macros: ({ file }) => `${file} contains macros. Save it in Excel as .xlsx, without macros.`,
    tooManyParts: ({ file }) =>
      `${file} has more parts than a list needs. Copy the list into a new workbook.`,
    tooLarge: ({ file }) =>
      `${file} holds more than can be read. Save the sheet as CSV, or split it.`,
    bomb: ({ file }) => `${file} is compressed in a suspicious way. It was not opened.`,
    unsafeXml: ({ file }) =>
      `${file} contains declarations that no workbook needs. It was not opened.`,
    noSheet: ({ file }) => `${file} has no visible sheet that holds anything.`,
  },
  otherSheets: ({ file, sheet, others }) =>
    `${file}: only the sheet “${sheet}” is read. Not read: ${list(others)}.`,
  computedCells: ({ file, row, cells }) =>
    `${file}: ${plural(cells, 'cell is', 'cells are')} the result of a formula (the first in ${inRow(row)}). The results that Excel saved were taken; nothing was computed.`,
  tooManyRows: ({ file, limit }) =>
    `${file} has more than ${n(limit)} rows. Split it into several files.`,
  unreadable: {
    gone: ({ file }) =>
      `${file} is no longer there: it was moved, renamed or deleted. Choose it again.`,
    changed: ({ file }) =>
      `${file} was changed while it was being read, or is open in another program. Choose it again when it is saved.`,
    other: ({ file }) => `${file} could not be read.`,
  },
  notUtf8: ({ file, row }) =>
    `${file}, ${inRow(row)}: the text is not UTF-8. Save the file as “CSV UTF-8”.`,
  notInEncoding: ({ file, row, encoding }) =>
    `${file}, ${inRow(row)}: this is not text in ${encoding}. Choose another encoding.`,
  brokenJson: ({ file, line, column, detail }) =>
    detail === ''
      ? `${file}, line ${n(line)}, column ${n(column)}: the file ends too early. Save it again, whole.`
      : `${file}, line ${n(line)}, column ${n(column)}: this is not valid JSON, at “${detail}”.`,
  wrongShape: ({ file, path, expected, received }) =>
    `${file}, at ${path}: expected ${expected}, but there is ${received}.`,
  missingColumn: ({ file, column }) =>
    `${file} has no column “${column}”. Export the users again with this column.`,
  raggedRow: ({ file, row, expected, received }) =>
    `${file}, ${inRow(row)}: ${plural(received, 'cell', 'cells')} where the header has ${n(expected)}.`,
  aboveHeader: ({ file, row }) =>
    `${file}, ${inRow(row)}: this row is above the header, so its columns are unknown.`,
  cutOff: ({ file, row }) =>
    `${file}, ${inRow(row)}: the file ends within this row, so it was cut off. The row is left out, and others may be missing. Save the file again, whole.`,
  tooDeep: ({ file }) =>
    `${file} is nested deeper than any list of users or products. Save it again from Microsoft 365.`,
  brokenQuotes: ({ file, row }) =>
    `${file}, ${inRow(row)}: a quotation mark is not closed, or text follows it.`,
  badValue: ({ file, row, column, value }) =>
    value === ''
      ? `${file}, ${inRow(row)}, column “${column}”: the value is missing.`
      : `${file}, ${inRow(row)}, column “${column}”: “${value}” is not understood.`,
  typeNames: ({ file, row, column, value, rows }) =>
    `${file}, column “${column}”, first in ${inRow(row)}: PowerShell wrote the name of a type (“${value}”) in place of the values (${plural(rows, 'row', 'rows')}). Licenses stay unknown there. Join the values with -join before Export-Csv.`,
  cutDepth: ({ file, path, value, users: count }) =>
    `${file}, first at ${path}: PowerShell wrote “${value}” in place of the values (${users(count)}). What is missing stays unknown. Save the file again with ConvertTo-Json -Depth 5.`,
  licensesUntold: ({ file, users: count, columns }) =>
    `${file} does not list licenses: those of ${users(count)} stay unknown, which is not “none”.${columns.length === 0 ? '' : ` Not read: ${list(columns.map((column) => `“${column}”`))}.`}`,
  duplicateUser: ({ file, row, userPrincipalName: name }) =>
    `${file}, ${inRow(row)}: ${name} appears a second time.`,
  unknownProduct: ({ file, row, column, value, rows, isListed }) =>
    `${file}, column “${column}”, first in ${inRow(row)}: no product is called “${value}” (${plural(rows, 'row', 'rows')}). ${isListed ? 'It is not in subscribedSkus either: it is shown by this name and cannot be assigned.' : 'It is shown by this name and cannot be assigned. Import subscribedSkus with this file to tell what it is.'}`,
  ambiguousProduct: ({ file, row, column, value, rows, skuPartNumbers: parts, isListed }) =>
    `${file}, column “${column}”, first in ${inRow(row)}: “${value}” can be ${list(parts)} (${plural(rows, 'row', 'rows')}).${isListed ? '' : ' Import subscribedSkus to tell which.'}`,
  morePages: ({ file }) =>
    `${file} says that there is one more page (@odata.nextLink), which is in none of the files. Not everyone is here: add the missing page.`,
  mixedTenants: ({ file }) =>
    `${file} belongs to another tenant than the other files. Import one customer at a time.`,
  missingListColumn: {
    user: ({ file }) => `Choose below which column of ${file} names the users.`,
    product: ({ file }) => `Choose below which column of ${file} names products.`,
  },
};
