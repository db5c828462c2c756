import * as v from 'valibot';
import type { GroupId, ServicePlanId, SkuId } from '#licenses/ids.ts';
import { calmMood, type CloudMood } from './cloud-mood.ts';
import type { CloudEntry } from './cloud-tenant.ts';

const text = <T extends string>() => v.custom<T>((value) => typeof value === 'string');
const optional = v.nullable(v.string());

const path = v.object({
  via: v.variant('kind', [
    v.object({ kind: v.literal('direct') }),
    v.object({ kind: v.literal('group'), groupId: text<GroupId>() }),
    v.object({ kind: v.literal('unknown') }),
  ]),
  disabledPlans: v.nullable(v.array(text<ServicePlanId>())),
  state: optional,
  error: optional,
});

const user = v.object({
  id: v.string(),
  userPrincipalName: v.string(),
  displayName: v.string(),
  mail: optional,
  department: optional,
  blocked: v.boolean(),
  guest: v.boolean(),
  usageLocation: optional,
  licenses: v.array(v.object({ skuId: text<SkuId>(), paths: v.array(path) })),
  deleted: v.boolean(),
});

const sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const entry = v.union([
  v.object({ sequence, user, before: v.nullable(user), at: v.number() }),
  v.object({ sequence, skuId: text<SkuId>(), bought: v.pipe(v.number(), v.safeInteger()) }),
]);

/** A stored entry; null for what is none (a restored file may hold anything). */
export function readEntry(value: unknown): CloudEntry | null {
  const read = v.safeParse(entry, value);
  return read.success ? read.output : null;
}

const mood = v.object({
  latency: v.number(),
  requestsPerWindow: v.nullable(v.number()),
  lag: v.number(),
  offline: v.boolean(),
  otherAdmin: v.boolean(),
  // not there in what was stored before these were known
  writesAtOnce: v.optional(v.nullable(v.number()), calmMood.writesAtOnce),
  accessEnded: v.optional(v.boolean(), calmMood.accessEnded),
  endedProduct: v.optional(v.nullable(text<SkuId>()), calmMood.endedProduct),
});

/** A stored mood; calm for what is none. */
export function readMood(value: unknown): CloudMood {
  const read = v.safeParse(mood, value);
  return read.success ? read.output : calmMood;
}
