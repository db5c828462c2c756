import { expect, it } from 'vitest';
import { tellingDiskFull } from '#worker/disk-full-told.ts';

it('tells of a command that fails on a full disk, of no other, and changes no answer', async () => {
  let told = 0;
  const fails = (error: Error) => (): Promise<number> => Promise.reject(error);
  const full = new DOMException('no room', 'QuotaExceededError');
  const commands = tellingDiskFull(
    {
      add: (a: number, b: number) => Promise.resolve(a + b),
      write: fails(new Error('not written', { cause: full })),
      find: fails(new TypeError('no such thing')),
    },
    () => told++,
  );
  expect(await commands.add(2, 3)).toBe(5);
  await expect(commands.find()).rejects.toThrow('no such thing');
  expect(told).toBe(0);
  await expect(commands.write()).rejects.toThrow('not written');
  expect(told).toBe(1);
});
