import type { Pace } from '#base/pace.ts';

/**
 * A pace for one of several files, which counts bytes over all of them: whatever the file's reading
 * counts is taken as a share of its `size`, after the `before` bytes of the files already read.
 */
export const filePace = (
  pace: Pace,
  {
    before,
    size,
    total,
  }: { readonly before: number; readonly size: number; readonly total: number },
): Pace => ({
  due: () => pace.due(),
  rest: (done, of, rows) =>
    pace.rest(
      Math.round(before + (of === null || of === 0 ? 0 : Math.min(1, done / of) * size)),
      total,
      rows,
    ),
});
