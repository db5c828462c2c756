import { atOnce, type Steps } from '#base/steps.ts';

/** The first words of every backup. */
export const BACKUP_FORMAT = 'seatwise-backup';

/** Raised when rows of the file change their meaning; a reader refuses newer ones. */
export const BACKUP_VERSION = 5;

/** Since this version a backup ends with a digest of everything before. */
export const DIGEST_SINCE = 4;

/** With what text a backup begins, one under a passphrase too; shorter than that, nothing can be told. */
export const BACKUP_START = `{"format":"${BACKUP_FORMAT}`;

/** True when a file that begins with this text says that it is a backup. */
export const looksLikeBackup = (start: string): boolean => start.startsWith(BACKUP_START);

/** How a backup ends, from the end of its last row on. */
export const backupEnd = (digest: string): string => `\n],"digest":"${digest}"}\n`;

/** The length of that, in bytes. */
export const END_LENGTH = backupEnd('0'.repeat(64)).length;

/** The digest that such an end names; null where it is none. */
export const digestIn = (end: string): string | null =>
  /^\n\],"digest":"([0-9a-f]{64})"\}\n$/.exec(end)?.[1] ?? null;

/** The typed arrays that a backup may hold, by the name that stands in the file. */
const ARRAYS = { Uint8Array, Uint16Array, Uint32Array };

type ArrayName = keyof typeof ARRAYS;
type Numbers = Uint8Array | Uint16Array | Uint32Array;

const isArrayName = (name: unknown): name is ArrayName =>
  typeof name === 'string' && Object.hasOwn(ARRAYS, name);

const nameOf = (value: Numbers): ArrayName =>
  value instanceof Uint8Array
    ? 'Uint8Array'
    : value instanceof Uint16Array
      ? 'Uint16Array'
      : 'Uint32Array';

/** Bytes that are encoded or decoded at once; three bytes are four letters, so that pieces can be put together. */
export const CHUNK = 3 * 0x2a00;

function* base64Of({ buffer, byteOffset, byteLength }: Numbers): Generator<string> {
  for (let i = 0; i < byteLength; i += CHUNK) {
    const bytes = new Uint8Array(buffer, byteOffset + i, Math.min(CHUNK, byteLength - i));
    yield btoa(String.fromCharCode(...bytes));
  }
}

/** An array that is not filled yet, and what fills it. */
interface Told {
  readonly bytes: Uint8Array;
  readonly base64: string;
}

/** How many bytes it stands for. */
const lengthOf = (base64: string): number =>
  (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);

/** Decodes piece by piece; throws a SyntaxError where it is no base64. */
function* fill({ bytes, base64 }: Told): Steps<void> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const binary = decoded(base64.slice((at / 3) * 4, ((at + CHUNK) / 3) * 4));
    if (binary.length !== Math.min(CHUNK, bytes.length - at)) throw new SyntaxError('not base64');
    for (let i = 0; i < binary.length; i++) bytes[at + i] = binary.charCodeAt(i);
    yield;
  }
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch (error) {
    throw new SyntaxError('not base64', { cause: error });
  }
}

/**
 * A row as one line of JSON, in pieces, so that others get their turn in between: a row can have a column of
 * a million users. Typed arrays become `{"$array": name, "base64": bytes}` (little-endian, as on every
 * machine that runs a browser), maps `{"$map": entries}`.
 */
export function* lineOf(row: unknown): Generator<string> {
  const arrays: Numbers[] = [];
  // stands where the bytes of an array come, and nowhere else
  const mark = crypto.randomUUID();
  const text = JSON.stringify(row, (_key, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] };
    const isNumbers = ArrayBuffer.isView(value) && !(value instanceof DataView);
    if (!isNumbers) return value;
    const numbers = value as Numbers;
    arrays.push(numbers);
    return { $array: nameOf(numbers), base64: mark };
  });
  const [start = '', ...others] = text.split(mark);
  yield start;
  for (const [index, array] of arrays.entries()) {
    yield* base64Of(array);
    yield others[index] ?? '';
  }
}

/** The whole line. */
export const toLine = (row: unknown): string => [...lineOf(row)].join('');

/**
 * The row in such a line, made step by step, so that others get their turn in between; throws a SyntaxError
 * when it is none. Never sets a prototype.
 */
export function* rowIn(line: string): Steps<unknown> {
  const told: Told[] = [];
  const row = parsed(yield* cutOut(line), told);
  for (const one of told) yield* fill(one);
  return row;
}

/** A line without the long texts of its arrays: in the place of each stands the mark with its number. */
interface CutLine {
  readonly line: string;
  readonly mark: string;
  readonly texts: readonly string[];
}

/** Stands before the bytes of an array. */
const BYTES = '"base64":"';

/** Parsing would copy all of them at once, and others would wait meanwhile. */
function* cutOut(line: string): Steps<CutLine> {
  const mark = crypto.randomUUID();
  const texts: string[] = [];
  let rest = '';
  let from = 0;
  for (let at = line.indexOf(BYTES); at >= 0; at = line.indexOf(BYTES, at)) {
    const start = at + BYTES.length;
    at = line.indexOf('"', start);
    if (at < 0) break;
    if (at - start < CHUNK) continue;
    yield;
    const text = line.slice(start, at);
    // nothing in it means something else than it says
    if (/[^A-Za-z0-9+/=]/.test(text)) continue;
    rest += line.slice(from, start) + mark + String(texts.push(text) - 1);
    from = at;
  }
  return { line: rest + line.slice(from), mark, texts };
}

/** The row at once. */
export const fromLine = (line: string): unknown => atOnce(rowIn(line));

function parsed({ line, mark, texts }: CutLine, told: Told[]): unknown {
  const whole = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(mark)
      ? texts[Number(value.slice(mark.length))]
      : value;
  try {
    return JSON.parse(line, (key, value: unknown) => valueIn(key, whole(value), told)) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    // what is made of each value is made by calls within calls
    throw new SyntaxError('nested too deep', { cause: error });
  }
}

function valueIn(key: string, value: unknown, told: Told[]): unknown {
  if (key === '__proto__') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const { $array, $map, base64 } = value as Record<'$array' | '$map' | 'base64', unknown>;
  if (Array.isArray($map)) return new Map($map as [unknown, unknown][]);
  if (!isArrayName($array) || typeof base64 !== 'string') return value;
  const length = lengthOf(base64);
  if (length % ARRAYS[$array].BYTES_PER_ELEMENT !== 0) throw new SyntaxError('not base64');
  const bytes = new Uint8Array(length);
  told.push({ bytes, base64 });
  return new ARRAYS[$array](bytes.buffer);
}
