import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachText } from '#sync/body-text.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function bodyText(response: Response): Promise<string> {
  const texts: string[] = [];
  await eachText(response, (text) => texts.push(text));
  return texts.join('');
}

/** A body that comes in these pieces; `bytes` as a network's, which can be read into a buffer. */
function answer(pieces: readonly Uint8Array<ArrayBuffer>[], type: 'bytes' | undefined): Response {
  const source = pieces.values();
  const pull = (
    controller: ReadableByteStreamController | ReadableStreamDefaultController<Uint8Array>,
  ): void => {
    const next = source.next();
    if (next.done !== true) controller.enqueue(next.value);
    else {
      controller.close();
      if ('byobRequest' in controller) controller.byobRequest?.respond(0);
    }
  };
  return new Response(
    type === 'bytes' ? new ReadableStream({ type, pull }) : new ReadableStream({ pull }),
  );
}

const cut = (bytes: Uint8Array<ArrayBuffer>, at: readonly number[]): Uint8Array<ArrayBuffer>[] => {
  const ends = [...new Set(at.map((end) => end % (bytes.length + 1)))].sort((a, b) => a - b);
  const pieces = [...ends, bytes.length].map((end, i) => bytes.slice(ends[i - 1] ?? 0, end));
  return pieces.filter(({ length }) => length > 0);
};

/** Longer than what is read at once, and its characters do not end where a piece does. */
const LONG = '許可証😀'.repeat(9_000);

test('a text is read as it was written, wherever it is cut, also inside a character', async () => {
  const short = fc.string({ unit: 'grapheme' });
  const cuts = fc.array(fc.nat(), { maxLength: 6 });
  const kinds = fc.constantFrom('bytes' as const, undefined);
  await fc.assert(
    fc.asyncProperty(short, fc.boolean(), cuts, kinds, async (word, isLong, at, kind) => {
      const text = isLong ? word + LONG + word : word;
      const pieces = () => cut(bytesOf(text), at);
      const isSame = (await bodyText(answer(pieces(), kind))) === text.replace(/^\uFEFF/, '');
      expect(isSame).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('an answer without a body is an empty text', async () => {
  expect(await bodyText(new Response(null, { status: 204 }))).toBe('');
});

test('an answer that breaks off is no text', async () => {
  const broken = new ReadableStream({
    type: 'bytes',
    pull: (controller) => controller.error(new TypeError('the line broke')),
  });
  await expect(bodyText(new Response(broken))).rejects.toThrow('the line broke');
});
