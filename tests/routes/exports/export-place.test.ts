import { afterEach, describe, expect, it } from 'vitest';
import { askPlace, dropEmpty } from '#routes/exports/export-place.ts';

const file = { name: 'users.csv' } as FileSystemFileHandle;
const picking = (pick: () => Promise<FileSystemFileHandle>): void =>
  void Object.assign(globalThis, { showSaveFilePicker: pick });

afterEach(() => void Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));

describe('the place of an exported file', () => {
  it('is the file that the person chose', async () => {
    picking(() => Promise.resolve(file));
    expect(await askPlace('users.csv', 'csv')).toEqual({ kind: 'file', file });
  });

  it('is nowhere when the person closed the question', async () => {
    picking(() => Promise.reject(new DOMException('closed', 'AbortError')));
    expect(await askPlace('users.csv', 'csv')).toEqual({ kind: 'nowhere' });
  });

  it('is a download where the browser cannot ask, or may not', async () => {
    expect(await askPlace('users.csv', 'csv')).toEqual({ kind: 'download' });
    picking(() => Promise.reject(new DOMException('no', 'SecurityError')));
    expect(await askPlace('users.csv', 'csv')).toEqual({ kind: 'download' });
  });
});

describe('a file for an export that ended early', () => {
  const holding = (content: string) => {
    const state = { removed: false };
    const handle = {
      getFile: () => Promise.resolve(new Blob([content])),
      remove: () => Promise.resolve(void (state.removed = true)),
    };
    return { handle: handle as unknown as FileSystemFileHandle, state };
  };

  it('goes when it is empty, and stays when it holds something', async () => {
    const made = holding('');
    await dropEmpty(made.handle);
    expect(made.state.removed).toBe(true);
    const older = holding('older');
    await dropEmpty(older.handle);
    expect(older.state.removed).toBe(false);
  });
});
