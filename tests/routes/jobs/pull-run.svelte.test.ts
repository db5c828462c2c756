import { expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { PullRun } from '#routes/jobs/pull-run.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { JobProgress } from '#worker/jobs/job-types.ts';

it('says of a pull how many users the cloud gave, and never how many are loaded or written', async () => {
  let tell: (progress: JobProgress) => void = () => undefined;
  const client = {
    run: (_request: unknown, onProgress: typeof tell) => {
      tell = onProgress;
      return { cancel: () => undefined, end: Promise.resolve({ kind: 'cancelled' }) };
    },
  };
  const session = { client, hold: () => () => undefined } as unknown as Session;
  const run = new PullRun(session, { kind: 'pull', customerId: 'c1' as CustomerId });
  const running = run.run();
  const seen = [
    [4096, 100_000],
    [0, null],
    [2997, null],
    [98_901, null],
    [4096, 100_000],
  ] as const;
  const told = seen.map(([done, total]) => {
    tell({ done, total, counted: 'users', rows: null, waiting: null });
    return run.users;
  });
  expect(told).toEqual([0, 0, 2997, 98_901, 98_901]);
  await running;
});
