// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { everybody, type UserQuery } from '#users/user-query.ts';
import { Imports } from '../imports/case-files.ts';

const row = (i: number): string => `u${i}@x.test,User ${i % 1500},E3`;
const rows = Array.from({ length: 5000 }, (_, i) => row(i));
const file = new File([['User principal name,Display name,Licenses', ...rows].join('\n')], 'u.csv');

/** How often a message that is sent anew whenever it was answered is answered until the work is over. */
async function answeredDuring(work: Promise<unknown>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let answered = 0;
  port1.onmessage = () => {
    answered++;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  await work;
  port1.close();
  return answered;
}

describe('while many users are looked through, the worker answers', () => {
  afterEach(() => void vi.restoreAllMocks());

  // an order that is not stored, so that nothing waits for the disk
  const byLicenses: UserQuery = { ...everybody, sort: { by: 'licenses', descending: false } };

  it.each<readonly [string, UserQuery | null, UserQuery]>([
    ['sorts', null, byLicenses],
    ['searches in what is sorted', byLicenses, { ...byLicenses, text: 'user 7' }],
  ])('as it %s', async (_, before, query) => {
    const imports = new Imports();
    const { written } = await imports.bring(file);
    const open = await imports.desk.customers.open(written.customerId);
    if (before !== null) await open.find(before, 'en');
    // a machine so slow that every look at the clock finds a slice used up
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    expect(await answeredDuring(open.find(query, 'en'))).toBeGreaterThan(3);
  });
});
