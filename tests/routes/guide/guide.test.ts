import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isDone, type GuideFacts } from '#routes/guide/guide-steps.ts';
import { Guide } from '#routes/guide/guide.svelte.ts';
import { Remembered } from '#routes/remembered.ts';
import type { Session } from '#routes/session.svelte.ts';

const nothing: GuideFacts = {
  ...{ managing: false, selected: 0, pending: 0 },
  ...{ syncedFrom: null, deedAt: null },
};

describe('a step of the guide is done', () => {
  const since = 1_000;

  it('when thousands are chosen, and the person goes on to manage their licenses', () => {
    const done = (facts: Partial<GuideFacts>) => isDone('choose', { ...nothing, ...facts }, since);
    expect(done({ selected: 11_951, managing: true })).toBe(true);
    expect(done({ selected: 11_951 })).toBe(false);
    expect(done({ selected: 25, managing: true })).toBe(false);
  });

  it('by what happened since it began, not by what was there before', () => {
    const saved = (deedAt: number) => isDone('swap', { ...nothing, pending: 112, deedAt }, since);
    expect([saved(999), saved(1_000)]).toEqual([false, true]);
    const synced = (syncedFrom: number) => isDone('sync', { ...nothing, syncedFrom }, since);
    expect([synced(999), synced(1_000)]).toEqual([false, true]);
    const undone = (deedAt: number) => isDone('undo', { ...nothing, deedAt }, since);
    expect([undone(999), undone(1_000)]).toEqual([false, true]);
  });

  it('and not as long as nothing is known', () => {
    for (const step of ['choose', 'swap', 'sync', 'undo', 'end'] as const)
      expect(isDone(step, nothing, since)).toBe(false);
  });
});

describe('the guide', () => {
  const opened = () =>
    new Guide({ remembered: new Remembered(), now: () => 7_000 } as unknown as Session);

  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    });
  });

  afterEach(() => void vi.unstubAllGlobals());

  it('is new until a person answers, and remembers its step on this device', () => {
    expect([opened().isNew, opened().step]).toEqual([true, null]);
    opened().go('sync');
    expect([opened().isNew, opened().step, opened().since]).toEqual([false, 'sync', 7_000]);
    opened().end();
    expect([opened().isNew, opened().step]).toEqual([false, null]);
  });

  it('does not trip over what an other version kept', () => {
    localStorage.setItem('seatwise.guide', 'juggle 12');
    expect([opened().isNew, opened().step]).toEqual([false, null]);
  });
});
