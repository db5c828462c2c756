import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LenientDecoder } from '../../src/csv/lenient-decoder.ts';
import { textEncodings } from '../../src/csv/text-encoding.ts';

describe('LenientDecoder', () => {
  it('says the same wherever the file is cut, and counts each place that it replaces', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...textEncodings),
        fc.uint8Array({ maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (encoding, bytes, size) => {
          const decoder = new LenientDecoder(encoding);
          let text = '';
          for (let at = 0; at < bytes.length; at += size) {
            text += decoder.push(bytes.subarray(at, at + size));
          }
          text += decoder.end();
          const whole = new TextDecoder(encoding, { ignoreBOM: encoding.startsWith('utf') });
          // in a stream too: without one Node reads Windows-1252 as Latin 1
          const once = whole.decode(bytes, { stream: true }) + whole.decode();
          expect(text).toBe(once.replace(/^\uFEFF/, ''));
          expect(decoder.places).toBe(text.split('\uFFFD').length - 1);
        },
      ),
      // seed 1845336890: a four of GB18030 that breaks off
      { examples: [['gb18030', Uint8Array.of(129, 48, 0), 1]] },
    );
  });
});
