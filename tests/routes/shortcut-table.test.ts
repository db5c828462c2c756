import { describe, expect, it } from 'vitest';
import { shortcutOf, shortcuts } from '#routes/shortcut-table.ts';

const key = (pressed: string, held: Partial<KeyboardEvent> = {}) => ({
  key: pressed,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('a shortcut', () => {
  it('with a command key is Ctrl, on a Mac Cmd, and nothing beside it', () => {
    const isPalette = (held: Partial<KeyboardEvent>, isMac: boolean) =>
      shortcutOf(key('k', held), isMac)?.name === 'palette';
    expect(isPalette({ ctrlKey: true }, false)).toBe(true);
    expect(isPalette({ metaKey: true }, true)).toBe(true);
    // Ctrl+K cuts a line on a Mac; the others belong to browsers and screen readers
    expect(isPalette({ ctrlKey: true }, true)).toBe(false);
    expect(isPalette({ metaKey: true }, false)).toBe(false);
    expect(isPalette({ ctrlKey: true, altKey: true }, false)).toBe(false);
    expect(isPalette({ ctrlKey: true, shiftKey: true }, false)).toBe(false);
  });

  it('is the same with Caps Lock', () => {
    expect(shortcutOf(key('K', { ctrlKey: true }), false)?.name).toBe('palette');
  });

  it('of one key wants nothing beside it but what the sign itself wants', () => {
    const of = (pressed: string, held?: Partial<KeyboardEvent>) =>
      shortcutOf(key(pressed, held), false)?.name ?? null;
    expect([of('x'), of('X', { shiftKey: true }), of('X')]).toEqual([
      'select',
      'selectRange',
      'select',
    ]);
    expect([of('?', { shiftKey: true }), of('/'), of('/', { shiftKey: true })]).toEqual([
      'help',
      'search',
      'search',
    ]);
    expect([of('u'), of('z', { ctrlKey: true }), of('z')]).toEqual(['undo', 'undo', null]);
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(of('a', held)).toBeNull();
    }
  });

  it('is only one thing', () => {
    const all = Object.values(shortcuts).flatMap(({ keys }) =>
      keys.map((one) => JSON.stringify(one)),
    );
    expect(new Set(all).size).toBe(all.length);
  });
});
