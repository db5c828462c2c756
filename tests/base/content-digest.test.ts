import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DigestedFile, longDigest } from '#base/content-digest.ts';
import { steady } from '#base/pace.ts';

const BLOCK = 1_048_576;

/** Texts that end a block before, in and after a character of one to four bytes. */
const text = fc
  .record({
    letters: fc.oneof(
      fc.nat({ max: 40 }),
      fc.integer({ min: BLOCK - 9, max: BLOCK + 9 }),
      fc.constantFrom(BLOCK, 2 * BLOCK),
    ),
    others: fc.array(fc.constantFrom('é', '王', '👩‍💻', 'x', '\n', '\ud800'), { maxLength: 6 }),
  })
  .map(({ letters, others }) => 'a'.repeat(letters) + others.join('|'));

it('a file that is digested while it is made is what was added, with the digest of all of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { maxLength: 3 }),
      fc.array(text, { maxLength: 2 }),
      fc.array(text, { maxLength: 2 }),
      async (first, taken, last) => {
        const file = new DigestedFile();
        for (const one of first) await file.add(one);
        const { end } = file;
        for (const one of taken) await file.add(one);
        file.backTo(end);
        for (const one of last) await file.add(one);
        const { content, digest } = await file.finish();
        const whole = new Blob([...first, ...last]);
        const [made, wanted] = [await content.arrayBuffer(), await whole.arrayBuffer()];
        expect(Buffer.from(made).equals(Buffer.from(wanted))).toBe(true);
        expect(digest).toBe(await longDigest(whole, steady));
      },
    ),
    { numRuns: 20 },
  );
});
