import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Remembered } from '#routes/remembered.ts';

/** A storage that takes nothing more, or is switched off. */
const refusing = (name: string): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
  const refuse = (): never => {
    throw new DOMException('no', name);
  };
  const isOff = name === 'SecurityError';
  return { getItem: isOff ? refuse : () => null, setItem: refuse, removeItem: () => undefined };
};

const working = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

describe.each(['QuotaExceededError', 'SecurityError'])('a browser that refuses with %s', (name) => {
  let told: number;
  let remembered: Remembered;

  beforeEach(() => {
    vi.stubGlobal('localStorage', refusing(name));
    vi.stubGlobal('sessionStorage', working);
    told = 0;
    remembered = new Remembered();
    remembered.tellRefused(() => told++);
  });
  afterEach(() => void vi.unstubAllGlobals());

  it.each<[string, () => void]>([
    ['pins', () => remembered.keepPinned(['a'])],
    ['columns', () => remembered.keepUserColumns([{ column: 'department', isShown: true }])],
    ['the height of rows', () => remembered.keepDensity('compact')],
    ['the step of the guide', () => remembered.keepGuide('1')],
  ])('is told of where a person chose: %s', (_what, choose) => {
    choose();
    expect(told).toBe(1);
  });

  it('is not told of where nobody chose anything', () => {
    remembered.keepOpened(['a']);
    remembered.use('a');
    remembered.tell('a');
    remembered.windowId();
    expect(told).toBe(0);
  });

  it('is told of where it does not keep which window this is, also to who asks later', () => {
    vi.stubGlobal('sessionStorage', refusing(name));
    const other = new Remembered();
    expect(other.windowId()).toMatch(/^[0-9a-f-]{36}$/);
    other.tellRefused(() => told++);
    expect(told).toBe(1);
  });
});
