import * as v from 'valibot';
import type { GroupId, ServicePlanId } from '#licenses/ids.ts';
import type { OperationId, RunId } from '#plan/operation.ts';
import type { UserId } from '#users/ids.ts';
import { count, customerId, nullable, shorts, sku, text, words } from './backup-shapes.ts';

const user = text<UserId>();
const runId = text<RunId>();
const numbers = v.object({ licenses: count, location: count });
const path = v.union([v.literal('absent'), v.array(text<ServicePlanId>())]);

const drift = v.variant('kind', [
  v.object({ kind: v.literal('licenseChanged'), skuId: sku }),
  v.object({
    kind: v.literal('nowThroughGroup'),
    skuId: sku,
    groupIds: v.array(text<GroupId>()),
  }),
  v.object({ kind: v.literal('locationChanged'), location: count }),
  v.object({ kind: v.literal('productGone'), skuId: sku }),
  v.object({ kind: v.literal('userGone') }),
]);

const standing = v.variant('kind', [
  v.object({ kind: v.literal('sending'), sentAt: v.number() }),
  v.object({ kind: v.literal('inDoubt'), sentAt: v.number() }),
  v.object({
    kind: v.literal('waiting'),
    until: v.number(),
    why: v.picklist(['throttled', 'shortage', 'lag', 'nextStep']),
  }),
]);

/** What is to be done to a user. */
export const work = {
  touches: v.array(
    v.object({
      skuId: sku,
      before: v.union([v.literal('unknown'), path]),
      target: path,
      groups: nullable(v.array(text<GroupId>())),
    }),
  ),
  location: nullable(v.object({ before: count, target: count })),
};

export const operationRow = v.object({
  customerId,
  userId: user,
  runId,
  operation: v.object({
    id: text<OperationId>(),
    userId: user,
    position: count,
    ...work,
    writtenAt: nullable(v.number()),
    standing,
    attempts: count,
    doubts: count,
    locationSetAt: nullable(v.number()),
  }),
  through: count,
  before: numbers,
  planned: numbers,
});

const end = v.variant('kind', [
  v.object({ kind: v.picklist(['done', 'paused', 'stopped', 'signIn', 'busy', 'lost']) }),
  v.object({ kind: v.literal('noAccess'), raw: v.string() }),
]);

export const runRow = v.object({
  customerId,
  id: runId,
  startedAt: v.number(),
  operator: v.string(),
  endedAt: nullable(v.number()),
  end: nullable(end),
  control: v.picklist(['go', 'pause', 'stop', 'cancel']),
  counts: v.object({
    applied: count,
    already: count,
    rejected: count,
    conflict: count,
    cancelled: count,
  }),
  waiting: nullable(
    v.object({ why: v.picklist(['throttled', 'unreachable', 'quiet']), until: v.number() }),
  ),
  learned: count,
  differs: nullable(v.array(v.object({ skuId: sku, planned: v.number(), cloud: v.number() }))),
});

const states = v.object({ licenses: words, locations: shorts });

const locationSet = v.exactOptional(v.literal(true));

export const outcomesRow = v.object({
  customerId,
  runId,
  part: count,
  lastAt: v.number(),
  positions: words,
  causeOf: shorts,
  causes: v.array(
    v.variant('kind', [
      v.object({ kind: v.picklist(['applied', 'already']) }),
      v.object({ kind: v.literal('cancelled'), locationSet }),
      v.object({ kind: v.literal('rejected'), raw: v.string(), locationSet: v.boolean() }),
      v.object({ kind: v.literal('conflict'), drifts: v.array(drift), locationSet }),
    ]),
  ),
  requestIds: v.array(nullable(v.string())),
  at: v.array(v.number()),
  attempts: shorts,
  since: words,
  through: words,
  before: states,
  planned: states,
});

const names = v.object({ displayName: v.string(), userPrincipalName: v.string() });

export const heldRow = v.object({
  customerId,
  position: count,
  runId,
  heldAt: v.number(),
  drifts: v.array(drift),
  renamed: v.exactOptional(v.object({ from: names, to: names })),
  before: numbers,
  planned: numbers,
});
