import type { SkuId } from '../../src/licenses/ids.ts';
import type { DirectPath, OperationId } from '../../src/plan/operation.ts';
import type { GraphWire } from '../../src/sync/graph-call.ts';
import { graphProvider } from '../../src/sync/graph-provider.ts';
import { JumpWatch } from '../../src/sync/elapsed.ts';
import { usualLimits } from '../../src/sync/limits.ts';
import type { Outbox } from '../../src/sync/ports.ts';
import { SyncRun } from '../../src/sync/run.ts';
import { objectIdOf, userId, type UserId } from '../../src/users/ids.ts';
import { readLocation } from '../../src/users/usage-location.ts';
import { asPublished } from '../fakes/graph-errors.ts';
import { FakeOutbox } from './fake-outbox.ts';

export const PRODUCT = '05e9a617-0261-4cee-bb44-138d3ef5d965' as SkuId;
const DE = readLocation('DE')!;

/** One request of a batch. */
export interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}

/** An answer to one of them. */
export interface PartAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What the cloud does beside what is asked: null where it does just that. */
export interface Trouble {
  /** About one change; `n`: of which user, `time`: how often that one was sent before. */
  readonly change?: (n: number, time: number) => PartAnswer | null;
  /** True where the change is done, whatever is answered about it. */
  readonly lands?: (n: number, time: number) => boolean;
  /** About a reading of one user; `old`: as everybody was at first. */
  readonly reading?: (n: number) => PartAnswer | 'old' | null;
  /** Called when it is looked for the last time whether a change may leave. */
  readonly look?: () => void;
  /** Instead of answering a whole batch. */
  readonly batch?: (parts: readonly Part[]) => Response | null;
  /** After a batch was answered: what its answer becomes. */
  readonly after?: (responses: unknown[]) => unknown[];
}

const idOf = (n: number): UserId =>
  userId(`aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`);

/**
 * So many users who are to get a product, or to lose it, and a Microsoft Graph that is reached by the real
 * provider. Time passes only while somebody waits.
 */
export function graphOffice(count: number, trouble: Trouble = {}, target: DirectPath = []) {
  const box = new FakeOutbox(usualLimits);
  const users = Array.from({ length: count }, (_, n) => idOf(n));
  const isRevoked = target === 'absent';
  for (const user of users) {
    box.users.set(user, {
      userId: user,
      told: [],
      baseline: new Map(isRevoked ? [[PRODUCT, []]] : []),
      location: DE,
      wishes: new Map([[PRODUCT, target]]),
      wishedLocation: null,
      isHeld: false,
      writtenAt: null,
      knownAt: 0,
    });
  }
  const time = { now: 1_000, steady: 0, tokenTakes: 0 };
  const shown = { now: () => time.now, steady: () => time.steady };
  const watch = new JumpWatch(shown);
  const pass = (ms: number): void => {
    time.now += ms;
    time.steady += ms;
  };
  const holders = new Set<UserId>(isRevoked ? users : []);
  const sent = new Map<number, number>();
  /** How many changes each batch carried, and when each left. */
  const batches: { readonly at: number; readonly steady: number; readonly changes: number }[] = [];
  const tokens: boolean[] = [];
  const state = { skuId: PRODUCT, assignedByGroup: null, disabledPlans: [], state: 'Active' };
  /** How a license is told: as Graph does, or without an entry that explains it. */
  const told = { isExplained: true };
  const answerOf = ({ method, url }: Part): PartAnswer => {
    const found = /users\/([0-9a-f-]{36})/.exec(url)?.[1] ?? '';
    const user = userId(found);
    const n = users.indexOf(user);
    if (method === 'GET') {
      const read = n < 0 ? null : (trouble.reading?.(n) ?? null);
      if (read !== null && read !== 'old') return read;
      const isHeld = read === 'old' ? isRevoked : holders.has(user);
      const body = {
        id: objectIdOf(user),
        userPrincipalName: `u${n}@contoso.com`,
        displayName: `U ${n}`,
        usageLocation: 'DE',
        assignedLicenses: isHeld ? [{ skuId: PRODUCT, disabledPlans: [] }] : [],
        licenseAssignmentStates: isHeld && told.isExplained ? [{ ...state, error: 'None' }] : [],
      };
      return { status: 200, body };
    }
    const before = sent.get(n) ?? 0;
    sent.set(n, before + 1);
    const other = trouble.change?.(n, before) ?? null;
    if (other === null || trouble.lands?.(n, before) === true) {
      if (isRevoked) holders.delete(user);
      else holders.add(user);
    }
    return other ?? { status: 200, body: {} };
  };
  const wire: GraphWire = {
    base: 'https://graph.example/v1.0/',
    timeout: usualLimits.requestTimeout,
    tokens: {
      token: (isRefused = false) => {
        tokens.push(isRefused);
        pass(time.tokenTakes);
        return Promise.resolve('token');
      },
    },
    fetch: async (request) => {
      const { requests } = (await request.json()) as { requests: Part[] };
      const changes = requests.filter(({ method }) => method !== 'GET').length;
      if (changes > 0) batches.push({ at: time.now, steady: time.steady, changes });
      const whole = trouble.batch?.(requests) ?? null;
      if (whole !== null) return whole;
      const responses = requests.map((part) => ({ id: part.id, ...asPublished(answerOf(part)) }));
      return Response.json({ responses: trouble.after?.(responses) ?? responses });
    },
  };
  const commits = { count: 0 };
  const outbox: Outbox = {
    take: (now) => Promise.resolve(box.take(now)),
    agenda: (lease) => Promise.resolve(box.agenda(lease)),
    commit: (...args) => {
      commits.count++;
      return Promise.resolve(box.commit(...args));
    },
    isAsked: (lease) => {
      const isAsked = box.isAsked(lease);
      trouble.look?.();
      return Promise.resolve(isAsked);
    },
    release: (lease) => {
      box.release(lease);
      return Promise.resolve();
    },
  };
  box.review(time.now);
  let ids = 0;
  const run = () =>
    new SyncRun({
      outbox,
      provider: graphProvider(wire),
      limits: usualLimits,
      random: { next: () => 0 },
      clock: {
        ...shown,
        jumps: () => watch.look(),
        sleep: (ms) => {
          pass(Math.max(1, ms));
          return Promise.resolve();
        },
      },
      newId: () => `op${ids++}` as OperationId,
      tell: () => undefined,
    }).run();
  const outcomes = () => {
    const counts: Record<string, number> = {};
    for (const { outcome } of box.ended) counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1;
    return counts;
  };
  return { box, users, holders, sent, batches, tokens, time, told, commits, run, outcomes };
}
