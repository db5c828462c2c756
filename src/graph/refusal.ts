import type { CustomerId } from '#customers/customer.ts';
import { servicePlanId, skuId, type ServicePlanId, type SkuId } from '#licenses/ids.ts';
import type { FactId, Relation, RuleFact } from '#rules/rule-fact.ts';

/** Kinds of refusals that name nothing. */
type Plain =
  | 'usageLocationMissing'
  | 'usageLocationProhibited'
  | 'inherited'
  | 'notAssignedToUser'
  | 'disabledPlanNotInSku'
  | 'missingParameter'
  | 'proxyAddress'
  | 'noChanges'
  | 'badGuid'
  | 'forbidden'
  | 'concurrency'
  | 'userGone'
  | 'throttled';

/** Why the cloud did not do it. `raw` is the text as it came; lists are empty where it names no GUID. */
export type Refusal = { readonly raw: string } & (
  | { readonly kind: Plain | 'unknown' }
  | {
      readonly kind: 'count' | 'notOwnedByTenant' | 'notAssignableToUser';
      /** Null where the text names no product by its GUID. */
      readonly skuId: SkuId | null;
    }
  | { readonly kind: 'conflict'; readonly servicePlanIds: readonly ServicePlanId[] }
  | {
      readonly kind: 'dependency';
      readonly servicePlanId: ServicePlanId | null;
      readonly requiresAnyOf: readonly ServicePlanId[];
    }
);

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The GUIDs in a text, in lower case, as they come. */
export const guidsIn = (text: string): string[] =>
  [...text.matchAll(GUID)].map(([guid]) => guid.toLowerCase());

const PLAIN: readonly (readonly [RegExp, Plain])[] = [
  [/invalid usage location/i, 'usageLocationMissing'],
  [/prohibited.*usage ?location|not available in the location/i, 'usageLocationProhibited'],
  [/inherited from a group/i, 'inherited'],
  [/does not have a corresponding license/i, 'notAssignedToUser'],
  [/service plan\b.*\bnot belong to/i, 'disabledPlanNotInSku'],
  [/missing from the request payload/i, 'missingParameter'],
  [/prox(?:y ?addresses|y address) (?:already|is already)/i, 'proxyAddress'],
  [/no license changes/i, 'noChanges'],
  [/expected type 'Edm\.Guid'/i, 'badGuid'],
  [/insufficient privileges/i, 'forbidden'],
  [/Concurrency(?:Exception|Violation)|concurrent requests being made/i, 'concurrency'],
  [/queried reference-property objects are not present/i, 'userGone'],
  [/rate limit is exceeded|too many requests/i, 'throttled'],
];

const ABOUT_PRODUCT = [
  [/any available licenses|not enough licenses/i, 'count'],
  [/does not correspond to a valid company license/i, 'notOwnedByTenant'],
  [/cannot be assigned to a user/i, 'notAssignableToUser'],
] as const;

const CONFLICT = /mutually exclusive|conflicting services|cannot be assigned at the same time/i;
const DEPENDS = /depends on|must also assign one of|necessary services before/i;

/** The product that a sentence names: the GUID behind `SKU` or `License`, not that of a tenant before it. */
function namedSku(text: string): SkuId | null {
  const behind = /\b(?:SKU|License)\s+\[?([0-9a-f-]{36})/i.exec(text)?.[1];
  const guid = guidsIn(behind ?? '')[0];
  return guid === undefined ? null : skuId(guid);
}

/**
 * Reads the text with which Microsoft Graph, Partner Center or an admin center refused. Most refusals
 * of Graph are a `Request_BadRequest`, so the words decide the kind, and only GUIDs in them, never
 * names, say what it is about. A text in other words is `unknown`.
 */
export function readRefusal(text: string): Refusal {
  if (CONFLICT.test(text)) {
    const servicePlanIds = guidsIn(text).map(servicePlanId);
    return { kind: 'conflict', servicePlanIds, raw: text };
  }
  if (DEPENDS.test(text)) {
    const at = text.search(DEPENDS);
    const subject = guidsIn(text.slice(0, at)).at(-1);
    return {
      kind: 'dependency',
      servicePlanId: subject === undefined ? null : servicePlanId(subject),
      requiresAnyOf: guidsIn(text.slice(at)).map(servicePlanId),
      raw: text,
    };
  }
  for (const [words, kind] of ABOUT_PRODUCT) {
    if (words.test(text)) return { kind, skuId: namedSku(text), raw: text };
  }
  const plain = PLAIN.find(([words]) => words.test(text));
  return { kind: plain?.[1] ?? 'unknown', raw: text };
}

function relationOf(refusal: Refusal): Relation | null {
  if (refusal.kind === 'conflict') {
    const [one, other, ...more] = refusal.servicePlanIds.toSorted();
    // of three, nothing says which two exclude each other
    if (one === undefined || other === undefined || one === other || more.length > 0) return null;
    return { kind: 'excludes', pair: [one, other] };
  }
  if (refusal.kind !== 'dependency' || refusal.servicePlanId === null) return null;
  const anyOf = [...new Set(refusal.requiresAnyOf)].sort();
  if (anyOf.length === 0) return null;
  return { kind: 'requiresAnyOf', subject: refusal.servicePlanId, anyOf };
}

const idOf = (relation: Relation): string => {
  switch (relation.kind) {
    case 'requiresAnyOf':
      return `requires:${relation.subject}:${relation.anyOf.join('+')}`;
    case 'excludes':
      return `excludes:${relation.pair.join(':')}`;
    case 'prohibitedIn':
      return `prohibited:${relation.subject.id}:${relation.location}`;
  }
};

/**
 * What a refusal teaches, blocking at the customer where it happened; null where it teaches nothing
 * that a rule can use. The same lesson has the same id there, however often and in whatever order the
 * cloud says it. `day` is an ISO date.
 */
export function learnedFact(refusal: Refusal, customer: CustomerId, day: string): RuleFact | null {
  const relation = relationOf(refusal);
  if (relation === null) return null;
  return {
    id: `learned:${customer}:${idOf(relation)}` as FactId,
    relation,
    severity: 'blocking',
    origin: 'learned',
    source: refusal.raw,
    date: day,
    confidence: 'high',
    scope: { kind: 'customer', id: customer },
    enabled: true,
  };
}
