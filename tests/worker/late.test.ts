import { describe, expect, it } from 'vitest';
import { Late, NotFetched, withLate } from '#worker/late.ts';

const greet = (name: string): string => `hello ${name}`;

/** Fetches one after another; each waits until the test lets it come or fail. */
function fetches() {
  const open: { come: () => void; fail: () => void }[] = [];
  const fetch = (): Promise<{ greet: typeof greet }> =>
    new Promise((resolve, reject) =>
      open.push({ come: () => resolve({ greet }), fail: () => reject(new TypeError('404')) }),
    );
  return { open, fetch };
}

describe('what is fetched late', () => {
  it('is fetched once, when it is first needed', async () => {
    const { open, fetch } = fetches();
    const late = new Late(fetch, () => undefined);
    expect(open).toHaveLength(0);
    const both = [late.get(), late.get()];
    expect(open).toHaveLength(1);
    expect(late.here).toBeNull();
    open[0]?.come();
    expect(await Promise.all(both)).toEqual([{ greet }, { greet }]);
    expect(late.here).toEqual({ greet });
    await late.get();
    expect(open).toHaveLength(1);
  });

  it('tells that it did not come, and is fetched again by who needs it next', async () => {
    const { open, fetch } = fetches();
    let failures = 0;
    const late = new Late(fetch, () => failures++);
    const first = late.get();
    open[0]?.fail();
    await expect(first).rejects.toBeInstanceOf(NotFetched);
    expect(failures).toBe(1);
    expect(late.here).toBeNull();
    const second = late.get();
    open[1]?.come();
    expect(await second).toEqual({ greet });
    expect(failures).toBe(1);
  });
});

describe('commands of which some come late', () => {
  it('answers what is at hand while the others are on their way, and these once they came', async () => {
    const { open, fetch } = fetches();
    const late = new Late(fetch, () => undefined);
    const commands = withLate({ count: () => 3 }, () => late.get());
    expect(commands.count()).toBe(3);
    expect(open).toHaveLength(0);
    const answer = Promise.resolve(commands.greet('Mia'));
    expect(commands.count()).toBe(3);
    open[0]?.come();
    expect(await answer).toBe('hello Mia');
  });

  it('rejects what cannot come, and goes on answering what is at hand', async () => {
    const { open, fetch } = fetches();
    const late = new Late(fetch, () => undefined);
    const commands = withLate({ count: () => 3 }, () => late.get());
    const answer = Promise.resolve(commands.greet('Mia'));
    open[0]?.fail();
    await expect(answer).rejects.toThrow(NotFetched);
    expect(commands.count()).toBe(3);
  });
});
