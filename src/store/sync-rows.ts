import * as v from 'valibot';
import type { CustomerId } from '#customers/customer.ts';
import type { Drift, Operation, OperationId, RunId } from '#plan/operation.ts';
import type { UserId } from '#users/ids.ts';
import {
  count,
  customerId,
  groupIds,
  shorts,
  sku,
  stateColumns,
  text,
  words,
  workShape,
  type Row,
} from './shapes.ts';

const runId = text<RunId>();
const userId = text<UserId>();

/** A user at one time: the number of a license set, and a usage location. */
const userNumbers = v.object({ licenses: count, location: count });
export type UserNumbers = Row<typeof userNumbers>;

/** The user as last known, and as planned, when it was claimed. */
const claimed = { before: userNumbers, planned: userNumbers };

const drift: v.GenericSchema<unknown, Drift> = v.variant('kind', [
  v.object({ kind: v.literal('licenseChanged'), skuId: sku }),
  v.object({ kind: v.literal('nowThroughGroup'), skuId: sku, groupIds }),
  v.object({ kind: v.literal('locationChanged'), location: count }),
  v.object({ kind: v.literal('productGone'), skuId: sku }),
  v.object({ kind: v.literal('userGone') }),
]);

const state = v.variant('kind', [
  v.object({ kind: v.literal('sending'), sentAt: v.number() }),
  v.object({
    kind: v.literal('inDoubt'),
    sentAt: v.number(),
    quietAt: v.exactOptional(v.number()),
  }),
  v.object({
    kind: v.literal('waiting'),
    until: v.number(),
    why: v.picklist(['throttled', 'shortage', 'lag', 'nextStep']),
  }),
]);

const operation: v.GenericSchema<unknown, Operation> = v.object({
  id: text<OperationId>(),
  userId,
  position: count,
  ...workShape,
  writtenAt: v.nullable(v.number()),
  state,
  attempts: count,
  doubts: count,
  doubtedAt: v.exactOptional(v.number()),
  locationSetAt: v.nullable(v.number()),
});

/** A user claimed by a run, until the operation has ended. */
export const operationRow = v.object({
  customerId,
  userId,
  runId,
  operation,
  // sequence of the newest change that it carries: what has a higher one was saved since
  through: count,
  ...claimed,
});
export type OperationRow = Row<typeof operationRow>;

const runEnd = v.variant('kind', [
  v.object({
    kind: v.picklist(['done', 'paused', 'stopped', 'signIn', 'outdated', 'busy', 'lost']),
  }),
  v.object({ kind: v.picklist(['noAccess', 'refused']), raw: v.string() }),
]);

/** A sync of one customer; it may be interrupted and go on until `endedAt`. */
export const runRow = v.object({
  customerId,
  id: runId,
  startedAt: v.number(),
  operator: v.string(),
  // null while it can go on
  endedAt: v.nullable(v.number()),
  // when somebody last ended in it, in ms; not there where nobody did
  activeAt: v.exactOptional(v.number()),
  // how the engine last came to an end; null while it runs, or was cut off
  end: v.nullable(runEnd),
  control: v.picklist(['go', 'pause', 'stop', 'cancel']),
  // users by outcome; those who have none yet stand in `operations` and in the plan
  counts: v.object({
    applied: count,
    already: count,
    rejected: count,
    conflict: count,
    cancelled: count,
  }),
  // what the engine waits for
  waiting: v.nullable(
    v.object({ why: v.picklist(['throttled', 'unreachable', 'quiet']), until: v.number() }),
  ),
  // facts that refusals taught
  learned: count,
  // after the run: products of which the customer's counts and the cloud's differ; null while not compared
  differs: v.nullable(v.array(v.object({ skuId: sku, planned: v.number(), cloud: v.number() }))),
});
export type RunRow = Row<typeof runRow>;
/** Which run of which customer. */
export type RunName = Pick<RunRow, 'customerId' | 'id'>;

/** What a person saw before a run, of everybody who would be sent then: index i of every column is the same one. */
export interface ReviewRow {
  readonly customerId: CustomerId;
  readonly runId: RunId;
  /** In ms. */
  readonly at: number;
  /** Sequence of the customer's newest change. */
  readonly through: number;
  readonly positions: Uint32Array;
  /** The user as last known, and as planned. */
  readonly before: { readonly licenses: Uint32Array; readonly locations: Uint16Array };
  readonly planned: { readonly licenses: Uint32Array; readonly locations: Uint16Array };
}

/** There where our usage location had been set by then. */
const locationSet = v.exactOptional(v.literal(true));

/** What is the same for many outcomes; `kind` alone where there is no more to say. */
const outcomeCause = v.variant('kind', [
  v.object({ kind: v.picklist(['applied', 'already']) }),
  v.object({
    kind: v.literal('cancelled'),
    done: v.exactOptional(v.array(sku)),
    locationSet,
  }),
  v.object({
    kind: v.literal('rejected'),
    raw: v.string(),
    // the cloud's word for it; not there where none is known
    code: v.exactOptional(v.string()),
    locationSet: v.boolean(),
  }),
  v.object({ kind: v.literal('conflict'), drifts: v.array(drift), locationSet }),
]);
export type OutcomeCause = Row<typeof outcomeCause>;

/** How operations of a run ended, in the order in which they did: index i of every column is the same one. */
export const outcomesRow = v.object({
  customerId,
  runId,
  // from 0
  part: count,
  // when the last one ended, in ms
  lastAt: v.number(),
  positions: words,
  // which of `causes`
  causeOf: shorts,
  causes: v.array(outcomeCause),
  requestIds: v.array(v.nullable(v.string())),
  // in ms
  at: v.array(v.number()),
  // requests that left
  attempts: shorts,
  // the changes that it carried have a sequence above `since`, up to `through`
  since: words,
  through: words,
  // the user as last known, and as planned, when it was claimed
  before: stateColumns,
  planned: stateColumns,
});
export type OutcomesRow = Row<typeof outcomesRow>;

const names = v.object({ displayName: v.string(), userPrincipalName: v.string() });

/** A user kept back by a conflict until a person chooses. What the cloud has is the user's baseline now. */
export const heldRow = v.object({
  customerId,
  position: count,
  runId,
  heldAt: v.number(),
  drifts: v.array(drift),
  // by what the user was known, and what the cloud says now, where these differ
  renamed: v.exactOptional(v.object({ from: names, to: names })),
  ...claimed,
});
export type HeldRow = Row<typeof heldRow>;

/** The right to send for a customer. Stays when it is given back, so that no epoch comes twice. */
export interface LeaseRow {
  readonly customerId: CustomerId;
  readonly epoch: number;
  /** Null: nobody's. */
  readonly owner: string | null;
  /** In ms; 0: given back. */
  readonly expiresAt: number;
}
