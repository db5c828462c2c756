import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Countdown } from '#ui/countdown.ts';

describe('a countdown', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends after its time, and not while it is held', () => {
    const onend = vi.fn();
    const countdown = new Countdown(10_000, onend);
    const hold = countdown.run();
    vi.advanceTimersByTime(7_000);
    hold();
    vi.advanceTimersByTime(60_000);
    expect(onend).not.toHaveBeenCalled();
    countdown.run();
    vi.advanceTimersByTime(2_999);
    expect(onend).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onend).toHaveBeenCalledOnce();
  });
});
