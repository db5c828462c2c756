const beginsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

/** Whether a file begins as the old format of Excel does, and a workbook with a password: [MS-CFB] 2.2. */
export const isCompoundFile = (head: Uint8Array): boolean =>
  beginsWith(head, [0xd0, 0xcf, 0x11, 0xe0]);

/** Whether a file may be a workbook by its first four bytes: a zip archive, or a compound file. */
export const mayBeWorkbook = (head: Uint8Array): boolean =>
  beginsWith(head, [0x50, 0x4b, 0x03, 0x04]) || isCompoundFile(head);
