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

/** True when the error, or one that it wraps, has this name. */
export function isCausedBy(error: unknown, wanted: string): boolean {
  for (const { name } of unwrap(error)) if (name === wanted) return true;
  return false;
}

/** True when something was not written because the browser gives no more room on this device. */
export const isDiskFull = (error: unknown): boolean => isCausedBy(error, 'QuotaExceededError');
