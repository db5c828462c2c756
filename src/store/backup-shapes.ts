import * as v from 'valibot';
import type { CustomerId } from '#customers/customer.ts';
import type { GroupId, ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { CapabilityStatus } from '#licenses/product.ts';
import type { Cause, ChangeId } from '#plan/change.ts';
import { issueCodes, type Issue } from '#rules/issue.ts';
import type { FactId } from '#rules/rule-fact.ts';
import { filterNames } from '#users/user-filters.ts';

/** A text that carries one of our brands; which one it is decides the place where it stands. */
export const text = <T extends string>() => v.custom<T>((value) => typeof value === 'string');
export const nullable = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const bytes = v.instance(Uint8Array);
export const shorts = v.instance(Uint16Array);
export const words = v.instance(Uint32Array);

export const customerId = text<CustomerId>();
export const sku = text<SkuId>();
const servicePlan = text<ServicePlanId>();
const severity = v.picklist(['blocking', 'warning', 'info']);

export const blockName = { customerId, revision: count, block: count };

/** What license blocks have had in every version. */
export const licenseColumns = {
  licenses: v.object({ baseline: words, planned: words }),
  locations: v.object({ baseline: shorts, planned: shorts }),
};

const units = v.object({
  enabled: v.number(),
  warning: v.number(),
  suspended: v.number(),
  lockedOut: v.number(),
  consumed: v.number(),
});

const appliesTo = v.picklist(['User', 'Company']);

export const product = v.object({
  skuId: sku,
  skuPartNumber: v.string(),
  name: nullable(v.string()),
  appliesTo: nullable(appliesTo),
  capabilityStatus: nullable(text<CapabilityStatus>()),
  units: nullable(units),
  servicePlans: nullable(v.array(v.object({ id: servicePlan, partName: v.string(), appliesTo }))),
  unitsFrom: nullable(v.picklist(['import', 'typed'])),
});

const path = v.object({
  via: v.variant('kind', [
    v.object({ kind: v.literal('direct') }),
    v.object({ kind: v.literal('group'), groupId: text<GroupId>() }),
    v.object({ kind: v.literal('unknown') }),
  ]),
  disabledPlans: nullable(v.array(servicePlan)),
  state: nullable(v.string()),
  error: nullable(v.string()),
});

export const licenseSet = v.array(v.object({ skuId: sku, paths: v.array(path) }));

const switched = v.picklist(['on', 'off']);

export const draft = v.object({
  products: v.array(
    v.object({
      skuId: sku,
      action: v.picklist(['leave', 'assign', 'revoke']),
      servicePlans: v.record(servicePlan, switched),
    }),
  ),
  /** Backups made before there were swaps have none. */
  swaps: v.optional(
    v.array(
      v.object({
        from: sku,
        to: sku,
        decided: v.record(servicePlan, switched),
        ifUnknown: v.picklist(['leaveOut', 'allOn']),
      }),
    ),
    [],
  ),
  usageLocation: nullable(v.string()),
});

export const presetProduct = v.object({
  skuId: sku,
  name: v.string(),
  skuPartNumber: v.string(),
  servicePlans: v.record(servicePlan, v.string()),
});

/** Issues are kept as they were said: their code must be known, their ids are only shown. */
const issue = v.custom<Issue>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    Object.hasOwn(issueCodes, value.code) &&
    'severity' in value &&
    v.is(severity, value.severity),
);

const causeKind = v.picklist(['planned', 'already', 'unchanged', 'notChanged', 'waits']);
const causeCounts: Record<Cause['kind'], typeof count> = {
  planned: count,
  already: count,
  unchanged: count,
  notChanged: count,
  waits: count,
};

/** What the head of a change has had in every version. */
export const changeHead = {
  id: text<ChangeId>(),
  customerId,
  sequence: count,
  savedAt: v.number(),
  operator: v.string(),
  reference: nullable(v.string()),
  note: nullable(v.string()),
  shortages: v.array(v.object({ skuId: sku, short: v.number() })),
  userCount: count,
  counts: v.object(causeCounts),
};

const planned = v.object({ licenses: words, locations: shorts });

/** The same of its columns. */
export const changeColumns = {
  id: text<ChangeId>(),
  customerId,
  users: words,
  causeOf: shorts,
  causes: v.array(v.object({ kind: causeKind, issues: v.array(issue) })),
  before: planned,
  after: planned,
};

export const changeEvent = v.object({
  kind: v.picklist(['takenOut', 'putBack']),
  at: v.number(),
  operator: v.string(),
  users: count,
  lastSequence: count,
});

export const query = v.object({
  text: v.string(),
  holds: nullable(sku),
  holdsToo: v.optional(nullable(sku), null),
  lacks: v.optional(nullable(sku), null),
  ...v.entriesFromList(filterNames, v.optional(v.boolean(), false)),
  sort: v.object({
    by: v.picklist(['displayName', 'userPrincipalName', 'usageLocation', 'licenses']),
    descending: v.boolean(),
  }),
});

const relation = v.variant('kind', [
  v.object({
    kind: v.literal('requiresAnyOf'),
    subject: servicePlan,
    anyOf: v.array(servicePlan),
  }),
  v.object({ kind: v.literal('excludes'), pair: v.tuple([servicePlan, servicePlan]) }),
  v.object({
    kind: v.literal('prohibitedIn'),
    subject: v.variant('kind', [
      v.object({ kind: v.literal('servicePlan'), id: servicePlan }),
      v.object({ kind: v.literal('product'), id: sku }),
    ]),
    location: v.string(),
  }),
]);

export const fact = v.object({
  id: text<FactId>(),
  relation,
  severity,
  origin: v.picklist(['documented', 'learned', 'imported', 'sample']),
  source: v.string(),
  date: v.string(),
  confidence: v.picklist(['high', 'medium', 'low']),
  scope: v.variant('kind', [
    v.object({ kind: v.literal('everywhere') }),
    v.object({ kind: v.literal('customer'), id: customerId }),
    v.object({ kind: v.literal('widened'), from: customerId, by: v.string(), at: v.number() }),
  ]),
  enabled: v.boolean(),
});
