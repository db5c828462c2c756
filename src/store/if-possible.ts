/**
 * Waits for the writing of what can be done without: a cache, or where a window stood. Where the disk does not
 * take it, whoever reads must not be told that reading failed.
 */
export const ifPossible = (writing: Promise<unknown>): Promise<void> =>
  writing.then(
    () => undefined,
    () => undefined,
  );
