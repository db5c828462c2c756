import { describe, expect, it } from 'vitest';
import { Cancelled, type Pace } from '#base/pace.ts';
import type { JobEvent, JobValue } from '#worker/jobs/job-types.ts';
import { Jobs, type JobWork } from '#worker/jobs/jobs.ts';

const restored: JobValue = { kind: 'restored', customers: 1 };
const request = { kind: 'makeSamples' } as const;

/** Jobs with a clock that moves only when told, and everything that they told. */
function jobsDoing(work: (pace: Pace, tick: (ms: number) => void) => Promise<JobValue>) {
  let time = 0;
  const told: JobEvent[] = [];
  const ended: (() => void)[] = [];
  const run: JobWork = (_request, paceIn) => work(paceIn('users'), (ms) => (time += ms));
  const jobs = new Jobs(
    run,
    (event) => {
      told.push(event);
      if (event.end) ended.forEach((resolve) => resolve());
    },
    () => time,
  );
  const end = new Promise<void>((resolve) => ended.push(resolve));
  return { jobs, told, end };
}

describe('a job', () => {
  it('rests when its slice of 16 ms is used up, and not before', async () => {
    const due: boolean[] = [];
    const { jobs, end } = jobsDoing((pace, tick) => {
      due.push(pace.due());
      tick(15);
      due.push(pace.due());
      tick(1);
      due.push(pace.due());
      return Promise.resolve(restored);
    });
    jobs.start(request);
    await end;
    expect(due).toEqual([false, false, true]);
  });

  it('tells its progress at most ten times a second, and its end once', async () => {
    const { jobs, told, end } = jobsDoing(async (pace, tick) => {
      for (let done = 1; done <= 100; done++) {
        tick(20);
        await pace.rest(done, 100);
      }
      return restored;
    });
    jobs.start(request);
    await end;
    const progress = told.filter((event) => event.end === null);
    expect(progress.map((event) => event.progress.done)).toEqual(
      Array.from({ length: 20 }, (_, i) => (i + 1) * 5),
    );
    expect(told.filter((event) => event.end !== null)).toHaveLength(1);
    expect(told.at(-1)?.end).toEqual({ kind: 'done', value: restored });
  });

  it('stops at its next rest when it is cancelled', async () => {
    let rests = 0;
    const { jobs, told, end } = jobsDoing(async (pace) => {
      for (;;) {
        rests++;
        await pace.rest(rests, null);
        if (rests === 3) jobs.cancel(id);
      }
    });
    const id = jobs.start(request);
    await end;
    expect(rests).toBe(4);
    expect(told.at(-1)?.end).toEqual({ kind: 'cancelled' });
  });

  it('ends as failed when it throws, a full disk told apart', async () => {
    const failing = async (error: Error): Promise<JobEvent['end'] | undefined> => {
      const { jobs, told, end } = jobsDoing(() => Promise.reject(error));
      jobs.start(request);
      await end;
      return told.at(-1)?.end;
    };
    const full = Object.assign(new Error('no space'), { name: 'QuotaExceededError' });
    for (const error of [full, new Error('aborted', { cause: full })]) {
      expect(await failing(error)).toMatchObject({ kind: 'failed', failure: { kind: 'quota' } });
    }
    expect(await failing(new TypeError('oops'))).toEqual({
      kind: 'failed',
      failure: { kind: 'unexpected', detail: 'TypeError: oops' },
    });
    expect(await failing(new Cancelled())).toEqual({ kind: 'cancelled' });
  });

  it('is listed while it runs', async () => {
    const { jobs, end } = jobsDoing(() => Promise.resolve(restored));
    const id = jobs.start(request);
    expect(jobs.list().map((event) => event.id)).toEqual([id]);
    await end;
    expect(jobs.list()).toEqual([]);
  });
});
