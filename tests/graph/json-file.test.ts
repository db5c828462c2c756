import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { parseJsonFile } from '../../src/graph/json-file.ts';

const parse = (bytes: BlobPart) => parseJsonFile(new File([bytes], 'users.json'), steady);

/** Bytes as Windows PowerShell's `>` writes them. */
function utf16(text: string, bigEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2 + 2, text.charCodeAt(i), !bigEndian);
  return new Uint8Array(view.buffer);
}

describe('parseJsonFile', () => {
  it.each([
    ['utf-8', '{"a":"王"}'],
    ['utf-8', '\uFEFF{"a":"王"}'],
    ['utf-16le', utf16('{"a":"王"}', false)],
    ['utf-16be', utf16('{"a":"王"}', true)],
  ] as const)('reads %s', async (encoding, bytes) => {
    expect(await parse(bytes)).toEqual({ ok: true, value: { value: { a: '王' }, encoding } });
  });

  it('reads a file of any size as long as what stays of it is not too long', async () => {
    const file = new File([`[${'"abcdef",'.repeat(100_000)}1]`], 'big.json');
    const limit = 400_000;
    const taken: unknown[] = [];
    const takeItem = (item: unknown) => taken.push(item) > 0;
    const read = await parseJsonFile(file, steady, { takeItem, limit });
    expect(read).toMatchObject({ ok: true, value: { value: [] } });
    expect(taken).toHaveLength(100_001);
    expect(await parseJsonFile(file, steady, { limit })).toEqual({
      ok: false,
      error: { kind: 'tooLarge', file: 'big.json', bytes: file.size, limit },
    });
  });

  it('refuses one value that is too long while it is read', async () => {
    const file = new File([`["${'a'.repeat(600_000)}"]`], 'big.json');
    const read = await parseJsonFile(file, steady, { takeItem: () => true, limit: 400_000 });
    expect(read).toMatchObject({ error: { kind: 'tooLarge' } });
  });

  it('follows brackets as deep as the engine does, and says so where that gives up', async () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000);
    expect((await parse(text)).ok).toBe(true);
    // as engines do that parse by calls within calls
    const gaveUp = vi.spyOn(JSON, 'parse').mockImplementation(() => {
      throw new RangeError('Maximum call stack size exceeded');
    });
    onTestFinished(() => {
      gaveUp.mockRestore();
    });
    expect(await parse(text)).toEqual({
      ok: false,
      error: { kind: 'tooDeep', file: 'users.json' },
    });
  });

  it('says where JSON breaks', async () => {
    expect(await parse('{"value": [\n  {"id": }]}')).toEqual({
      ok: false,
      error: { kind: 'brokenJson', file: 'users.json', line: 2, column: 10, detail: '}]}' },
    });
  });

  it('says it of a file that is read in many slices, and lets others have their turn', async () => {
    const rests: number[] = [];
    const pace = { due: () => true, rest: async (done: number) => void rests.push(done) };
    const rows = Array.from({ length: 60_000 }, (_, i) => `{"id": ${i}, "name": "王小明"}`);
    const text = `{"value": [\n${rows.join(',\n')},\n{"id": x}]}`;
    expect(await parseJsonFile(new File([text], 'users.json'), pace)).toEqual({
      ok: false,
      error: { kind: 'brokenJson', file: 'users.json', line: 60_002, column: 8, detail: 'x}]}' },
    });
    expect(rests.length).toBeGreaterThan(5);
  });

  it('ends too early, after many slices', async () => {
    const text = `[${'"a",\n'.repeat(100_000)}`;
    expect(await parse(text)).toMatchObject({ error: { line: 100_001, column: 1, detail: '' } });
  });

  it('says in which line bytes are not UTF-8', async () => {
    const bytes = new Uint8Array([...Buffer.from('{\n"a":"'), 0xcd, 0xf5, 0x22, 0x7d]);
    expect(await parse(bytes)).toEqual({
      ok: false,
      error: { kind: 'notUtf8', file: 'users.json', row: 2 },
    });
  });

  it('says that a file cannot be read', async () => {
    const file = {
      name: 'gone.json',
      size: 1,
      slice: () => ({
        arrayBuffer: () => Promise.reject(new DOMException('moved away', 'NotReadableError')),
      }),
    };
    expect(await parseJsonFile(file, steady)).toMatchObject({
      error: { kind: 'unreadable', file: 'gone.json' },
    });
  });
});
