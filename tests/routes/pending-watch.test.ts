import { describe, expect, it } from 'vitest';
import type { Customer, CustomerId } from '#customers/customer.ts';
import { en } from '#messages/en.ts';
import type { RunId } from '#plan/operation.ts';
import { PendingWatch } from '#routes/pending-watch.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { PendingRow, RunView } from '#worker/sync/sync-types.ts';

const ID = 'c1' as CustomerId;

const run = (id: string, endedAt: number | null): RunView => ({
  ...{ id: id as RunId, customerId: ID, operator: 'Ada', startedAt: 1, endedAt },
  state: endedAt === null ? 'running' : 'done',
  ...{ control: 'go', waiting: null, own: true, perMinute: null, secondsLeft: null },
  counts: {
    ...{ applied: 3, already: 0, rejected: 0, conflict: 0, cancelled: 0 },
    ...{ inDoubt: 0, waiting: 0, left: 0 },
  },
  ...{ learned: 0, refusal: null, differs: null, changed: 0 },
});

const row = (of: RunView | null): PendingRow => ({
  customer: { id: ID, name: 'Contoso' } as Customer,
  ...{ pending: 3, open: 0, held: 0, handedOver: 0, failed: 0, withoutId: 0, gone: 0 },
  ...{ connected: true, isDiskFull: false, dataAt: 1, run: of },
});

/** A window that follows; `read` reads what is pending as it is then. */
function follow() {
  let rows: readonly PendingRow[] = [];
  const told: string[] = [];
  const api = {
    pending: () => Promise.resolve(rows),
    run: (_: CustomerId, id: RunId) => Promise.resolve(run(id, 9)),
  };
  const session = {
    ...{ client: { api }, m: en, percent: String, now: () => 1 },
    announce: (words: string) => told.push(words),
  } as unknown as Session;
  const watch = new PendingWatch(session);
  const read = async (...now: readonly PendingRow[]) => {
    rows = now;
    await watch.reading.load();
    return watch.ended.map((one) => one.run.id);
  };
  return { watch, read, told };
}

describe('the runs that ended while a window watched', () => {
  it('are those that were seen to run, also where nothing of their customer is pending any more', async () => {
    const { read, told } = follow();
    await read(row(run('r1', null)));
    expect(await read()).toEqual(['r1']);
    expect(told.at(-1)).toBe('Contoso: the sync has ended. 3 applied');
  });

  it('are also those so short that they began and ended between two readings, and they are told', async () => {
    const { read, told } = follow();
    await read(row(run('r1', 5)));
    expect(await read(row(run('r2', 9)))).toEqual(['r2']);
    expect(told).toEqual(['Contoso: the sync has ended. 3 applied']);
    // the first one of a customer too
    const other = follow();
    await other.read(row(null));
    expect(await other.read(row(run('r1', 9)))).toEqual(['r1']);
  });

  it('are none that were over before the window looked', async () => {
    const { read, told } = follow();
    expect(await read(row(run('r1', 5)))).toEqual([]);
    expect(await read(row(run('r1', 5)))).toEqual([]);
    // one whose customer has just come, out of a backup
    const other = follow();
    await other.read();
    expect(await other.read(row(run('r1', 5)))).toEqual([]);
    expect(told).toEqual([]);
  });

  it('go when the person has seen them, and when another run of their customer is here', async () => {
    const { watch, read } = follow();
    await read(row(null));
    await read(row(run('r1', 9)));
    watch.dismiss('r1' as RunId);
    expect(await read(row(run('r1', 9)))).toEqual([]);
    await read(row(run('r2', 9)));
    expect(await read(row(run('r3', null)))).toEqual([]);
    // also where both are seen to have moved at once
    expect(await read(row(run('r4', null)))).toEqual([]);
    expect(await read(row(run('r5', 9)))).toEqual(['r5']);
  });

  it('go as another sync of their customer is begun here, before anything of that is read', async () => {
    const { watch, read } = follow();
    await read(row(null));
    await read(row(run('r1', 9)));
    watch.begun(['c2' as CustomerId]);
    expect(watch.ended).toHaveLength(1);
    watch.begun([ID]);
    expect(watch.ended).toEqual([]);
    expect(await read(row(run('r1', 9)))).toEqual([]);
    expect(await read(row(run('r2', 9)))).toEqual(['r2']);
  });

  it('stay the same list while nothing of them moves', async () => {
    const { watch, read } = follow();
    await read(row(null));
    const none = watch.ended;
    await read(row(null));
    expect(watch.ended).toBe(none);
    await read(row(run('r1', 9)));
    const one = watch.ended;
    await read(row(run('r1', 9)));
    expect(watch.ended).toBe(one);
  });
});
