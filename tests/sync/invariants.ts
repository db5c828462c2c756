import { readRefusal } from '../../src/graph/refusal.ts';
import type { DirectPath, OperationId } from '../../src/plan/operation.ts';
import type { Device } from './device.ts';
import type { Schedule } from './schedule.ts';
import { limits, MOST_LAG } from './weather.ts';

type Invariant = (device: Device, schedule: Schedule) => Generator<string>;

const key = (path: DirectPath): string => JSON.stringify(path);

const hasOthers = ({ weather }: Schedule): boolean => weather.foreignEdits || weather.secondDevice;

/** I1: when nothing goes wrong any more, everything ends. */
const liveness: Invariant = function* ({ outbox }, { isOver }) {
  if (!isOver && !outbox.isDone) yield `I1: open ${[...outbox.open.keys()].join()} after the storm`;
};

/** I2: every operation ended exactly once; nobody says so of those that a restore replaced. */
const once: Invariant = function* ({ outbox }) {
  const isAsked = (id: OperationId): boolean => !outbox.replaced.has(id);
  const ids = outbox.ended.map(({ operation }) => operation.id).filter(isAsked);
  if (new Set(ids).size !== ids.length) yield 'I2: an operation ended twice';
  const released = outbox.released.map(({ id }) => id).filter(isAsked);
  if (released.some((id) => ids.includes(id))) yield 'I2: a released operation ended';
  const open = [...outbox.open.values()].filter(({ id }) => isAsked(id));
  const claimed = [...outbox.claimedAt.keys()].filter(isAsked);
  if (claimed.length !== ids.length + open.length + released.length) {
    yield 'I2: an operation was lost';
  }
};

/** I3: what is told as applied was so in the cloud since it was claimed, as far back as readings lag. */
const truth: Invariant = function* ({ outbox }, { people: { cloud } }) {
  for (const { operation, outcome, at } of outbox.ended) {
    if (outcome.kind !== 'applied' && outcome.kind !== 'already') continue;
    const since = (outbox.claimedAt.get(operation.id) ?? at) - MOST_LAG - limits.requestTimeout;
    for (const { skuId, target } of operation.touches) {
      if (!cloud.hadPath(operation.userId, skuId, target, since)) {
        yield `I3: ${operation.id} was told as ${outcome.kind} and never was`;
      }
    }
  }
};

/**
 * I4: what is told as refused, cancelled or a conflict did not change licenses. Where a request was in doubt and
 * somebody else may have undone it since, nobody can tell.
 */
const refusals: Invariant = function* ({ outbox, landings, network }, schedule) {
  for (const { operation, outcome } of outbox.ended) {
    if (outcome.kind === 'applied' || outcome.kind === 'already') continue;
    if (operation.doubts > 0 && hasOthers(schedule)) continue;
    // an earlier request may not show yet
    const claimedAt = outbox.claimedAt.get(operation.id);
    if (operation.doubts > 0 && landings.isHurried(operation.userId, claimedAt)) continue;
    if (outbox.replaced.has(operation.id)) continue;
    // how it is held, no reading said
    if (outcome.kind === 'conflict' && network.unexplained.has(operation.userId)) continue;
    const landed = landings.all.some(
      ({ operation: sent, sending, done }) =>
        done && sending.kind === 'licenses' && sent?.id === operation.id,
    );
    if (landed) yield `I4: ${operation.id} was told as ${outcome.kind} and landed`;
  }
};

/** I4 for what is let go: nothing of it landed, unless somebody else undid it. */
const releases: Invariant = function* ({ outbox, landings }, schedule) {
  if (hasOthers(schedule)) return;
  for (const { id } of outbox.released) {
    const landed = landings.all.some(
      ({ operation, sending, done }) => done && sending.kind === 'licenses' && operation?.id === id,
    );
    if (landed) yield `I4: ${id} was let go and landed`;
  }
};

/** I6: without others the cloud is what was there and what was applied. */
const sum: Invariant = function* ({ outbox, landings }, schedule) {
  // what a backup brings back is what was known then
  if (hasOthers(schedule) || outbox.isRestored) return;
  const { users, products, cloud } = schedule.people;
  for (const user of users) {
    if (landings.isHurried(user)) continue;
    for (const sku of products) {
      const known = outbox.users.get(user)?.baseline.get(sku) ?? 'absent';
      const now = cloud.path(user, sku);
      // a person is told that nobody knows
      if (known === 'unknown') continue;
      if (key(known) !== key(now)) yield `I6: ${user} ${sku} is ${key(now)}, known ${key(known)}`;
    }
  }
};

/** A refusal in the words of the quick cloud, or in those of Microsoft Graph. */
const isForWant = (raw: string): boolean => raw === 'shortage' || readRefusal(raw).kind === 'count';

/** I8: nobody is refused a license that the same plan frees. */
const shortages: Invariant = function* ({ outbox }, schedule) {
  if (hasOthers(schedule) || schedule.weather.planning) return;
  // who waits for a person's choice frees a license later
  if (outbox.ended.some(({ outcome }) => outcome.kind === 'conflict')) return;
  const { cloud } = schedule.people;
  for (const { operation, outcome } of outbox.ended) {
    if (outcome.kind !== 'rejected' || !isForWant(outcome.raw)) continue;
    const gained = operation.touches.filter(
      ({ before, target }) => before === 'absent' && target !== 'absent',
    );
    if (gained.every(({ skuId }) => cloud.free(skuId) > 0)) {
      yield `I8: ${operation.id} was refused for want of a license that is free`;
    }
  }
};

/** I17: what a person planned last is so in the end, unless something else was told. */
const lastWord: Invariant = function* ({ outbox, words, landings }, schedule) {
  if (hasOthers(schedule)) return;
  yield* words.unkept(outbox, schedule.people.cloud, (user) => landings.isHurried(user));
};

/** I12: no more attempts than there were reasons. */
const attempts: Invariant = function* ({ outbox, network }) {
  const freed = outbox.ended.filter(({ outcome }) => outcome.kind === 'applied').length;
  for (const { operation } of outbox.ended) {
    const { doubts, locationSetAt, userId } = operation;
    const throttled = network.throttles.get(userId) ?? 0;
    // a step more for the location, its lag, and every license that was freed meanwhile
    const most = 1 + doubts + throttled + (locationSetAt === null ? 0 : 5) + freed + 30;
    if (operation.attempts > most)
      yield `I12: ${operation.id} was sent ${operation.attempts} times`;
  }
};

/** I13: what a person was told is what is stored; a window that was killed may have kept it to itself. */
const counters: Invariant = function* ({ outbox, told }, { weather }) {
  const isWhole = !weather.kills && !weather.freezes;
  const stored = outbox.ended.length;
  if (told > stored || (isWhole && told !== stored)) yield `I13: told ${told} ends of ${stored}`;
};

const invariants = [
  ...[liveness, once, truth, refusals, releases, sum, lastWord, shortages, attempts, counters],
];

/** What is wrong with a schedule that has run; nothing where all invariants hold. */
export const violations = (schedule: Schedule): string[] =>
  schedule.devices.flatMap((device) => [
    ...device.landings.faults,
    ...device.outbox.faults,
    ...invariants.flatMap((invariant) => [...invariant(device, schedule)]),
  ]);
