import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { isDiskFull } from '#store/disk-full.ts';

describe('a full disk', () => {
  it('is found inside what wraps it', () => {
    const full = new DOMException('no space left', 'QuotaExceededError');
    expect(isDiskFull(full)).toBe(true);
    const aborted = new Dexie.AbortError('Transaction aborted', full);
    expect(isDiskFull(aborted)).toBe(true);
    expect(isDiskFull(new Error('saving', { cause: aborted }))).toBe(true);
    expect(isDiskFull(new Dexie.BulkError('3 failed', [full]))).toBe(true);
  });

  it('is told from everything else', () => {
    expect(isDiskFull(new TypeError('x is not a function'))).toBe(false);
    expect(isDiskFull(new Dexie.AbortError('aborted'))).toBe(false);
    expect(isDiskFull('text')).toBe(false);
    const ring: { name: string; message: string; inner?: unknown } = { name: 'a', message: '' };
    ring.inner = ring;
    expect(isDiskFull(ring)).toBe(false);
  });
});
