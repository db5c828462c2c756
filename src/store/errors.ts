import type { Dexie } from 'dexie';

/**
 * Why the store cannot do its work, for a person:
 * `quota` the disk is full · `connectionLost` the browser dropped the database, reopening helps ·
 * `newerVersion` a newer Seatwise wrote it, reload · `unavailable` the browser keeps no data (private mode).
 */
export interface StoreFailure {
  readonly kind: 'quota' | 'connectionLost' | 'newerVersion' | 'unavailable';
  /** The browser's own words. */
  readonly detail: string;
}

const KINDS = new Map<string, StoreFailure['kind']>([
  ['QuotaExceededError', 'quota'],
  ['InvalidStateError', 'connectionLost'],
  ['UnknownError', 'connectionLost'],
  ['DatabaseClosedError', 'connectionLost'],
  ['VersionError', 'newerVersion'],
  ['MissingAPIError', 'unavailable'],
  ['SecurityError', 'unavailable'],
]);

/** An error and what it wraps: a failed commit reaches us as an AbortError with the reason inside. */
function* unwrap(error: unknown): Generator<Error> {
  let next: unknown = error;
  for (let depth = 0; depth < 8 && isError(next); depth++) {
    yield next;
    const { inner, failures, cause } = next as {
      inner?: unknown;
      failures?: unknown;
      cause?: unknown;
    };
    const [first] = Array.isArray(failures) ? (failures as unknown[]) : [];
    next = inner ?? first ?? cause;
  }
}

/** A DOMException is no Error everywhere. */
const isError = (value: unknown): value is Error =>
  typeof value === 'object' && value !== null && 'name' in value && 'message' in value;

/** Tells a failure of the browser's storage from a bug: null when the error is none. */
export function storeFailure(error: unknown): StoreFailure | null {
  for (const { name, message } of unwrap(error)) {
    const kind = KINDS.get(name);
    if (kind !== undefined) return { kind, detail: `${name}: ${message}` };
  }
  return null;
}

/**
 * Does the work; when the connection to the database was lost, opens it anew and does the work once more.
 * The work must be one that may be repeated (a read, or a write that checks the version).
 */
export async function withReopen<T>(db: Dexie, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (storeFailure(error)?.kind !== 'connectionLost') throw error;
    db.close({ disableAutoOpen: false });
    await db.open();
    return work();
  }
}
