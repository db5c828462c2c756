import type { DirectPath } from '../../src/plan/operation.ts';
import type { Schedule } from './schedule.ts';

const key = (path: DirectPath): string => JSON.stringify(path);

/** I1: when nothing goes wrong any more, everything ends. */
function* liveness({ outbox, isOver }: Schedule): Generator<string> {
  if (!isOver) yield `I1: open ${[...outbox.open.keys()].join()} after the storm`;
}

/** I2: every operation ended exactly once. */
function* once({ outbox }: Schedule): Generator<string> {
  const ids = outbox.ended.map(({ operation }) => operation.id);
  if (new Set(ids).size !== ids.length) yield 'I2: an operation ended twice';
  if (outbox.claimedAt.size !== ids.length + outbox.open.size) yield 'I2: an operation was lost';
}

/** I3: what is told as applied was so in the cloud after it was claimed or planned. */
function* truth({ outbox, cloud }: Schedule): Generator<string> {
  for (const { operation, outcome, at } of outbox.ended) {
    if (outcome.kind !== 'applied' && outcome.kind !== 'already') continue;
    for (const { skuId, target } of operation.touches) {
      const since = outcome.kind === 'already' ? 0 : (outbox.claimedAt.get(operation.id) ?? at);
      if (!cloud.hadPath(operation.userId, skuId, target, since - 60_000)) {
        yield `I3: ${operation.id} was told as ${outcome.kind} and never was`;
      }
    }
  }
}

/**
 * I4: what is told as refused or as a conflict did not change licenses. Where a request was in doubt and
 * somebody else may have undone it since, nobody can tell.
 */
function* refusals({ outbox, landings, weather }: Schedule): Generator<string> {
  for (const { operation, outcome } of outbox.ended) {
    if (outcome.kind !== 'rejected' && outcome.kind !== 'conflict') continue;
    if (operation.doubts > 0 && weather.foreignEdits) continue;
    const landed = landings.some(
      ({ operation: sent, sending, done }) =>
        done && sending.kind === 'licenses' && sent?.id === operation.id,
    );
    if (landed) yield `I4: ${operation.id} was told as ${outcome.kind} and landed`;
  }
}

/** I6: without others the cloud is what was there and what was applied. */
function* sum({ outbox, cloud, weather, users, products }: Schedule): Generator<string> {
  if (weather.foreignEdits) return;
  for (const user of users) {
    for (const sku of products) {
      const known = outbox.users.get(user)?.baseline.get(sku) ?? 'absent';
      const now = cloud.path(user, sku);
      if (key(known) !== key(now)) yield `I6: ${user} ${sku} is ${key(now)}, known ${key(known)}`;
    }
  }
}

/** I8: nobody is refused a license that the same plan frees. */
function* shortages({ outbox, cloud, weather }: Schedule): Generator<string> {
  if (weather.foreignEdits || weather.planning) return;
  for (const { operation, outcome } of outbox.ended) {
    if (outcome.kind !== 'rejected' || outcome.raw !== 'shortage') continue;
    const gained = operation.touches.filter(
      ({ before, target }) => before === 'absent' && target !== 'absent',
    );
    if (gained.every(({ skuId }) => cloud.free(skuId) > 0)) {
      yield `I8: ${operation.id} was refused for want of a license that is free`;
    }
  }
}

/** I12: no more attempts than there were reasons. */
function* attempts({ outbox, throttles }: Schedule): Generator<string> {
  for (const { operation } of outbox.ended) {
    const reasons = operation.doubts + (throttles.get(operation.userId) ?? 0);
    const most = 40 + reasons;
    if (operation.attempts > most)
      yield `I12: ${operation.id} was sent ${operation.attempts} times`;
  }
}

const invariants = [liveness, once, truth, refusals, sum, shortages, attempts];

/** What is wrong with a schedule that has run; nothing where all invariants hold. */
export const violations = (schedule: Schedule): string[] => [
  ...schedule.faults,
  ...schedule.outbox.faults,
  ...invariants.flatMap((invariant) => [...invariant(schedule)]),
];
