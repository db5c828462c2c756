import type { Bound, Result, Shape } from './protocol.ts';

/** A way to do a step. */
export interface Way<T> {
  /** Not timed. */
  readonly prepare?: () => Promise<void>;
  /** `round` counts from 0; a step that changes something does something else in each. */
  readonly run: (round: number) => T | Promise<T>;
  /** Not timed. */
  finish?(answer: T): Promise<void>;
}

/** Another way to do a step of the app, which gives `A`. */
export interface Opponent<A> extends Way<unknown> {
  readonly against: string;
  /** True for what nobody can do without: the ratio then says how often its time goes into ours. */
  readonly isLimit?: boolean;
  /** Asked from `ASKED_FROM` users on. */
  readonly bound?: Bound | null;
  /** What the answers of one round disagree about; null when they say the same. */
  compare?(app: A, other: unknown): string | null;
}

/** The same, which gives `N`. */
interface Rival<A, N> extends Way<N>, Pick<Opponent<A>, 'against' | 'isLimit' | 'bound'> {
  compare?(app: A, other: N): string | null;
}

/** An opponent whose answers are compared as what they are. */
export const rival = <A, N>(one: Rival<A, N>): Opponent<A> => one;

export interface Contest<A> {
  readonly step: string;
  readonly app: Way<A>;
  readonly opponents: readonly Opponent<A>[];
  /** True when a step changes nothing that it needs: then it is warmed up, and repeated when it is short. */
  readonly isRepeatable: boolean;
  /** Runs of the app's way before those that count, of a step that can be repeated. */
  readonly warmUps?: number;
}

/** Whose steps are held, which of them, and where results and disagreements go. */
export interface Referee {
  readonly n: number;
  readonly shape: Shape;
  wants(step: string): boolean;
  /** True where the step is profiled although it holds. */
  wantsProfile(step: string): boolean;
  result(result: Result): void;
  /** Does the work while the browser's profiler watches. */
  profile(step: string, work: () => Promise<void>): Promise<void>;
  disagree(text: string): void;
}

/** With fewer users everything is quick, and the ratios say little. */
export const ASKED_FROM = 100_000;
/** Timed runs of the app. */
const ROUNDS = 5;
/** How long an opponent may take in all, in ms, before it sits out the rounds that are left. */
const PATIENCE = 4000;
/** A run that takes so long, in ms, warms itself up. */
const LONG_MS = 1300;
/** How long a step that can be repeated is repeated for one time. */
const SAMPLE_MS = 150;
/** How long it is repeated for a profile. */
const PROFILED_MS = 1500;

const quantile = (times: readonly number[], part: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
};

export const median = (times: readonly number[]): number => quantile(times, 0.5);

/** One way, with its times so far. */
class Runner<T> {
  readonly times: number[] = [];
  readonly #way: Way<T>;
  readonly #patience: number;
  /** What a run that was long enough to warm itself up gave. */
  #early: { readonly answer: T } | null = null;

  constructor(way: Way<T>, patience: number) {
    this.#way = way;
    this.#patience = patience;
  }

  /** Runs before the times count; a long run needs none before it, and counts. */
  async warmUp(runs: number): Promise<void> {
    for (let round = 0; round < runs; round++) {
      const answer = await this.run(round, 0);
      const time = this.times.pop() ?? 0;
      if (time < LONG_MS) continue;
      this.times.push(time);
      this.#early = { answer };
      return;
    }
  }

  /** True where another run would take longer than anybody waits. */
  get isTired(): boolean {
    const spent = this.times.reduce((sum, time) => sum + time, 0);
    return this.times.length > 0 && spent + median(this.times) > this.#patience;
  }

  /** Repeats until `sample` ms are over, so that short steps meet a busy machine as long ones do. */
  async run(round: number, sample: number): Promise<T> {
    if (this.#early !== null) {
      const { answer } = this.#early;
      this.#early = null;
      return answer;
    }
    await this.#way.prepare?.();
    const start = performance.now();
    let answer = await this.#way.run(round);
    let runs = 1;
    for (; performance.now() - start < sample; runs++) answer = await this.#way.run(round);
    this.times.push((performance.now() - start) / runs);
    await this.#way.finish?.(answer);
    return answer;
  }
}

export interface Timed extends Pick<Opponent<unknown>, 'against' | 'isLimit' | 'bound'> {
  readonly times: readonly number[];
}

/** What was measured of one step against one opponent, or none. */
export function resultOf(
  { step, n, shape }: Pick<Result, 'step' | 'n' | 'shape'>,
  times: readonly number[],
  other: Timed | null,
): Result {
  const medianMs = median(times);
  const spread = (quantile(times, 0.75) - quantile(times, 0.25)) / (medianMs || 1);
  const own = { step, n, shape, medianMs, spread };
  if (other === null) {
    const nothing = { against: null, isLimit: false, againstMs: null, againstRuns: 0 };
    return { ...own, ...nothing, ratio: null, holds: null };
  }
  const { against, isLimit = false, bound = null } = other;
  const againstMs = median(other.times);
  const ratio = isLimit ? medianMs / againstMs : againstMs / medianMs;
  const holds =
    bound === null ? null : 'atMost' in bound ? ratio <= bound.atMost : ratio >= bound.atLeast;
  const againstRuns = other.times.length;
  return { ...own, against, isLimit, againstMs, againstRuns, ratio, ...bound, holds };
}

/**
 * Runs all ways in turn, the other way round in every second round, so that a machine that is busy
 * for a while slows down all of them. Reports the medians, and every difference between their answers.
 */
export async function hold<A>(contest: Contest<A>, referee: Referee): Promise<void> {
  const { step, opponents, isRepeatable } = contest;
  if (!referee.wants(step)) return;
  const app = new Runner(contest.app, Infinity);
  const others = opponents.map((opponent) => new Runner(opponent, PATIENCE));
  if (isRepeatable) {
    await app.warmUp(contest.warmUps ?? 1);
    for (const other of others) await other.warmUp(1);
  }
  const sample = isRepeatable ? SAMPLE_MS : 0;
  for (let round = 0; round < ROUNDS; round++) {
    const runners: Runner<unknown>[] = [app, ...others];
    if (round % 2 === 1) runners.reverse();
    const answers = new Map<Runner<unknown>, unknown>();
    for (const runner of runners) {
      if (round > 0 && runner.isTired) continue;
      answers.set(runner, await runner.run(round, sample));
    }
    for (const [i, { against, compare }] of opponents.entries()) {
      const other = others[i];
      if (compare === undefined || other === undefined || !answers.has(other)) continue;
      const difference = compare(answers.get(app) as A, answers.get(other));
      if (difference !== null) referee.disagree(`${step}, ${against}: ${difference}`);
    }
  }
  const about = { step, n: referee.n, shape: referee.shape };
  const results = opponents.map((opponent, i) => {
    const bound = referee.n < ASKED_FROM ? null : (opponent.bound ?? null);
    return resultOf(about, app.times, { ...opponent, bound, times: others[i]?.times ?? [] });
  });
  if (opponents.length === 0) results.push(resultOf(about, app.times, null));
  results.forEach((result) => referee.result(result));
  const fallsShort = results.some(({ holds }) => holds === false);
  if (fallsShort || referee.wantsProfile(step)) await profiled(contest, referee);
}

/** Once more, only the app's way, under the profiler: why the line falls short. */
async function profiled<A>({ step, app, isRepeatable }: Contest<A>, referee: Referee) {
  await app.prepare?.();
  const answers: A[] = [];
  await referee.profile(step, async () => {
    const start = performance.now();
    do answers[0] = await app.run(ROUNDS);
    while (isRepeatable && performance.now() - start < PROFILED_MS);
  });
  for (const answer of answers) await app.finish?.(answer);
}

/** A comparison of two plain values: where they first differ. */
export function differ(app: unknown, other: unknown): string | null {
  const [a, b] = [JSON.stringify(app), JSON.stringify(other)];
  if (a === b) return null;
  let i = 0;
  while (a[i] === b[i]) i++;
  const near = (text: string): string => text.slice(Math.max(0, i - 120), i + 60);
  return `…${near(a)}… but the other way …${near(b)}…`;
}
