import type { Line } from './protocol.ts';

/** One of the two ways to do a step. */
export interface Way<T> {
  /** Not timed. */
  readonly prepare?: () => Promise<void>;
  /** `round` counts from 0; a step that changes something does something else in each. */
  readonly run: (round: number) => T | Promise<T>;
  /** Not timed. */
  readonly finish?: (answer: T) => Promise<void>;
}

export interface Contest<A, N> {
  readonly step: string;
  readonly app: Way<A>;
  /** Null where there is nothing to compare with. */
  readonly naive: Way<N> | null;
  /** Timed runs of each way; the naive one may take part in the first few only. */
  readonly rounds: number;
  readonly naiveRounds?: number;
  /** True when a step changes nothing that it needs. */
  readonly isRepeatable: boolean;
  /** Runs of the app's way before these that do not count; the naive way, being long, warms up in one. */
  readonly warmUps?: number;
  /** Set where the app's first run, with code that never ran before, gets a line of its own. */
  readonly firstRun?: string;
  readonly least?: number | undefined;
  readonly perUsers?: number;
  /** What the answers of one round disagree about; null when they say the same. */
  readonly compare: (app: A, naive: N) => string | null;
}

/** Where lines and disagreements go. */
export interface Referee {
  line(line: Line): void;
  disagree(text: string): void;
}

export const median = (times: readonly number[]): number => {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
};

/** How long a step that can be repeated is repeated for one time. */
const SAMPLE_MS = 250;

/** Repeats until `sample` ms are over, so that short steps meet a busy machine as long ones do. */
async function time<T>(way: Way<T>, round: number, times: number[], sample = 0): Promise<T> {
  await way.prepare?.();
  const start = performance.now();
  let answer = await way.run(round);
  let runs = 1;
  for (; performance.now() - start < sample; runs++) answer = await way.run(round);
  times.push((performance.now() - start) / runs);
  await way.finish?.(answer);
  return answer;
}

/**
 * Runs both ways in turn, the other one first in every second round, so that a machine that is busy
 * for a while slows down both. Reports the medians, and every difference between their answers.
 */
export async function hold<A, N>(contest: Contest<A, N>, referee: Referee): Promise<Line> {
  const { step, app, naive, rounds, naiveRounds = rounds, warmUps = 0 } = contest;
  const users = contest.perUsers ?? null;
  const early: number[] = [];
  for (let round = 0; round < warmUps; round++) await time(app, round, early);
  if (warmUps > 0 && naive !== null) await time(naive, 0, []);
  if (contest.firstRun !== undefined) {
    const first = { step: contest.firstRun, app: early[0] ?? 0, naive: null, least: null };
    referee.line({ ...first, perUsers: users });
  }

  const sample = contest.isRepeatable ? SAMPLE_MS : 0;
  const appTimes: number[] = [];
  const naiveTimes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    if (naive === null || round >= naiveRounds) {
      await time(app, round, appTimes, sample);
      continue;
    }
    const naiveFirst = round % 2 === 1;
    const before = naiveFirst ? await time(naive, round, naiveTimes, sample) : null;
    const answer = await time(app, round, appTimes, sample);
    const other = naiveFirst ? (before as N) : await time(naive, round, naiveTimes, sample);
    const difference = contest.compare(answer, other);
    if (difference !== null) referee.disagree(`${step}: ${difference}`);
  }
  const line = {
    step,
    app: median(appTimes),
    naive: naive === null ? null : median(naiveTimes),
    least: contest.least ?? null,
    perUsers: users,
  };
  referee.line(line);
  return line;
}

/** A comparison of two plain values: where they first differ. */
export function differ(app: unknown, naive: unknown): string | null {
  const [a, b] = [JSON.stringify(app), JSON.stringify(naive)];
  if (a === b) return null;
  let i = 0;
  while (a[i] === b[i]) i++;
  const near = (text: string): string => text.slice(Math.max(0, i - 120), i + 60);
  return `…${near(a)}… but one by one …${near(b)}…`;
}
