/**
 * Why a file that looks like a workbook is not read: `notAWorkbook` (another kind of archive),
 * `damaged` (cut off or changed), `protected` (by a password, or of the old format that looks the
 * same), `macros`, `tooManyParts`, `tooLarge`, `bomb` (swells beyond reason), `unsafeXml` (a document
 * type or entities of its own), `noSheet`.
 */
export type WorkbookFault =
  | 'notAWorkbook'
  | 'damaged'
  | 'protected'
  | 'macros'
  | 'tooManyParts'
  | 'tooLarge'
  | 'bomb'
  | 'unsafeXml'
  | 'noSheet';
