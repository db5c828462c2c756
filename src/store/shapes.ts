import * as v from 'valibot';
import type { CustomerId } from '#customers/customer.ts';
import type { WorkContent } from '#plan/operation.ts';
import type { GroupId, ServicePlanId, SkuId } from '#licenses/ids.ts';
import { licenseErrorCauses } from '#licenses/license-errors.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { CapabilityStatus, Product } from '#licenses/product.ts';
import type { Cause, ChangeEvent } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import type { PresetProduct } from '#plan/preset.ts';
import { issueCodes, type Issue } from '#rules/issue.ts';
import type { FactId, RuleFact } from '#rules/rule-fact.ts';
import { filterNames } from '#users/user-filters.ts';
import { productLists, wholeQuery, type StoredQuery, type UserQuery } from '#users/user-query.ts';

/** What a schema gives, and nobody changes: a row's shape is written once, as its schema. */
export type Row<S extends v.GenericSchema> = Frozen<v.InferOutput<S>>;

type Frozen<T> = T extends string | number | boolean | ArrayBufferView | null | undefined
  ? T
  : T extends ReadonlyMap<infer K, infer V>
    ? ReadonlyMap<K, V>
    : unknown extends T
      ? T
      : { readonly [K in keyof T]: Frozen<T[K]> };

/** Something of a domain noun, to be read from a file or from the device. */
type Shape<T> = v.GenericSchema<unknown, T>;

/** A text that carries one of our brands; which one it is decides the place where it stands. */
export const text = <T extends string>() => v.custom<T>((value) => typeof value === 'string');
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const bytes: Shape<Uint8Array> = v.instance(Uint8Array);
export const shorts: Shape<Uint16Array> = v.instance(Uint16Array);
export const words: Shape<Uint32Array> = v.instance(Uint32Array);

export const customerId = text<CustomerId>();
export const sku = text<SkuId>();
export const servicePlan = text<ServicePlanId>();
const severity = v.picklist(['blocking', 'warning', 'info']);

const units = v.object({
  enabled: v.number(),
  warning: v.number(),
  suspended: v.number(),
  lockedOut: v.number(),
  consumed: v.number(),
});

const appliesTo = v.picklist(['User', 'Company']);

export const product: Shape<Product> = v.object({
  skuId: sku,
  skuPartNumber: v.string(),
  name: v.nullable(v.string()),
  appliesTo: v.nullable(appliesTo),
  capabilityStatus: v.nullable(text<CapabilityStatus>()),
  units: v.nullable(units),
  servicePlans: v.nullable(v.array(v.object({ id: servicePlan, partName: v.string(), appliesTo }))),
  unitsFrom: v.nullable(v.picklist(['import', 'typed'])),
  saidNames: v.exactOptional(v.array(v.string())),
});

const path = v.object({
  via: v.variant('kind', [
    v.object({ kind: v.literal('direct') }),
    v.object({ kind: v.literal('group'), groupId: text<GroupId>() }),
    v.object({ kind: v.literal('unknown') }),
  ]),
  disabledPlans: v.nullable(v.array(servicePlan)),
  state: v.nullable(v.string()),
  error: v.nullable(v.string()),
});

export const licenseSet: Shape<LicenseSet> = v.array(
  v.object({ skuId: sku, paths: v.array(path) }),
);

const switched = v.picklist(['on', 'off']);

export const draft: Shape<Draft> = v.object({
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
  usageLocation: v.nullable(v.string()),
});

export const presetProduct: Shape<PresetProduct> = v.object({
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

/** Users by what a Save did with them. */
export const causeCounts: Shape<Readonly<Record<Cause['kind'], number>>> = v.object({
  planned: count,
  already: count,
  unchanged: count,
  notChanged: count,
  waits: count,
});

export const cause: Shape<Cause> = v.object({ kind: causeKind, issues: v.array(issue) });

/** License sets and usage locations of users, as columns. */
export const stateColumns = v.object({ licenses: words, locations: shorts });

export const changeEvent: Shape<ChangeEvent> = v.object({
  kind: v.picklist(['takenOut', 'putBack']),
  at: v.number(),
  operator: v.string(),
  users: count,
  lastSequence: count,
});

const storedQuery: Shape<StoredQuery> = v.object({
  text: v.string(),
  // one product of a kind, as long as there could be only one
  ...v.entriesFromList(['holds', 'holdsOr', 'holdsToo', 'lacks'], v.exactOptional(v.nullable(sku))),
  ...v.entriesFromList(productLists, v.exactOptional(v.array(sku))),
  licenseError: v.optional(v.nullable(v.picklist(['any', ...licenseErrorCauses])), null),
  department: v.optional(v.nullable(v.string()), null),
  country: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), null),
  ...v.entriesFromList(filterNames, v.optional(v.boolean(), false)),
  sort: v.object({
    by: v.picklist(['displayName', 'userPrincipalName', 'usageLocation', 'licenses']),
    descending: v.boolean(),
  }),
});

export const query: Shape<UserQuery> = v.pipe(storedQuery, v.transform(wholeQuery));

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

export const fact: Shape<RuleFact> = v.object({
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

const directPath = v.union([v.literal('absent'), v.array(servicePlan)]);
export const groupIds = v.array(text<GroupId>());

/** What is to be done to a user, by key. */
export const workShape = {
  touches: v.array(
    v.object({
      skuId: sku,
      before: v.union([v.literal('unknown'), directPath]),
      target: directPath,
      groups: v.nullable(groupIds),
    }),
  ),
  location: v.nullable(v.object({ before: count, target: count })),
  keptBy: v.exactOptional(
    v.array(
      v.object({
        isSure: v.boolean(),
        by: v.array(v.object({ skuId: sku, servicePlanId: v.nullable(servicePlan) })),
      }),
    ),
  ),
};

export const work: Shape<WorkContent> = v.object(workShape);
