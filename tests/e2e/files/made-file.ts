/** A file made by a test, as Playwright's file chooser takes it. */
export interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A file with this text in UTF-8. */
export const textFile = (name: string, text: string, mimeType = 'text/plain'): MadeFile => ({
  name,
  mimeType,
  buffer: Buffer.from(text, 'utf8'),
});

/** The same value as a JSON file. */
export const jsonFile = (name: string, value: unknown): MadeFile =>
  textFile(name, JSON.stringify(value), 'application/json');
