import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { GrowingFile } from '#base/growing-file.ts';
import { steady } from '#base/pace.ts';
import { writeCsv } from '#csv/write-csv.ts';

const MB = 1_048_576;

afterEach(() => {
  vi.unstubAllGlobals();
});

it('holds what was added, in that order', async () => {
  const pieces = fc.array(fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.constant(MB / 2)), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(pieces, async (all) => {
      const parts = all.map((one) =>
        typeof one === 'number' ? new Uint8Array(one).fill(7) : new Uint8Array(one),
      );
      const file = new GrowingFile();
      for (const part of parts) file.add(part);
      const blob = file.end('text/plain');
      expect(blob.type).toBe('text/plain');
      const made = await blob.arrayBuffer();
      const wanted = await new Blob(parts).arrayBuffer();
      expect(Buffer.from(made).equals(Buffer.from(wanted))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it('a large file is handed over in parts, and never put together in one go', async () => {
  const handed: number[] = [];
  class Watched extends Blob {
    constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
      super(parts, options);
      if (parts.some((part) => !(part instanceof Blob))) handed.push(this.size);
    }
  }
  vi.stubGlobal('Blob', Watched);
  const row = ['x'.repeat(900)];
  const rows = Array.from({ length: 10_000 }, () => row);
  const file = await writeCsv({ header: ['x'], rows }, { delimiter: ',', bom: false }, steady);
  expect(file.size).toBeGreaterThan(7 * MB);
  expect(handed.length).toBeGreaterThan(3);
  expect(Math.max(...handed)).toBeLessThan(2 * MB);
});
