import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Remembered } from '#routes/remembered.ts';
import { SideCustomers } from '#routes/side-customers.svelte.ts';

describe('customers in the side bar', () => {
  let side: SideCustomers;

  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    side = new SideCustomers(new Remembered());
  });

  afterEach(() => void vi.unstubAllGlobals());

  it('are those opened last, the newest first, each once', () => {
    for (const id of ['a', 'b', 'c', 'a']) side.opened(id);
    expect(side.recent).toEqual(['a', 'c', 'b']);
  });

  it('stand once: who is pinned is not among the last, until unpinned', () => {
    for (const id of ['a', 'b']) side.opened(id);
    side.pin('b', true);
    expect([side.pinned, side.recent]).toEqual([['b'], ['a']]);
    side.pin('b', false);
    expect([side.pinned, side.recent]).toEqual([[], ['b', 'a']]);
  });

  it('are remembered on this device, and followed from another window', () => {
    side.opened('a');
    side.pin('b', true);
    const other = new SideCustomers(new Remembered());
    expect([other.pinned, other.recent]).toEqual([['b'], ['a']]);
    other.opened('c');
    side.readAgain();
    expect(side.recent).toEqual(['c', 'a']);
  });

  it('go when the customer is removed, and with the last one nothing is kept', () => {
    side.opened('a');
    side.pin('a', true);
    side.forget('a');
    expect(side.isEmpty).toBe(true);
    expect(new SideCustomers(new Remembered()).isEmpty).toBe(true);
  });
});
