import * as v from 'valibot';
import { readGuid } from '#licenses/ids.ts';
import { LONGEST_TEXT } from '#users/user-record.ts';

// Shapes of Microsoft Graph v1.0 as far as we read them. Unknown fields are ignored and unknown words
// (a new capabilityStatus, a new error) are kept as they came: both are open sets.

const guid = v.pipe(
  v.string(),
  v.check((text) => readGuid(text) !== null, 'GUID'),
  v.transform((text) => readGuid(text) ?? text),
);
const guids = v.array(guid);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const optionalText = v.nullish(v.string());
/** A text that does not stop a reading when it is something else: a number is read as its digits, the rest as not carried. */
const anyText = v.pipe(
  v.unknown(),
  v.check((value) => typeof value !== 'string' || value.length <= LONGEST_TEXT, '≤ 64 KB'),
  v.transform((value) => {
    if (value === null || typeof value === 'string') return value;
    return typeof value === 'number' ? String(value) : undefined;
  }),
);
const anyTruth = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'boolean' ? value : null)),
);
const filledText = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check((text) => text.length <= LONGEST_TEXT, '≤ 64 KB'),
);
/** PowerShell prints an absent id as an empty text. */
const optionalGuid = v.nullish(
  v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      guid,
    ],
    'GUID',
  ),
);

/** `user`, without its licenses. https://learn.microsoft.com/graph/api/resources/user */
export const wireUser = v.object({
  id: optionalGuid,
  /** Its name in MSOnline and AzureAD. */
  objectId: optionalGuid,
  userPrincipalName: filledText,
  displayName: v.optional(anyText),
  department: v.optional(anyText),
  mail: v.optional(anyText),
  usageLocation: v.optional(anyText),
  userType: v.optional(anyText),
  accountEnabled: v.optional(anyTruth),
  /** In MSOnline. */
  blockCredential: v.optional(anyTruth),
});
export type WireUser = v.InferOutput<typeof wireUser>;

/** A user's licenses; apart from `wireUser` because equal ones are read only once. */
export const wireUserLicenses = v.object({
  assignedLicenses: v.nullish(v.array(v.object({ skuId: guid, disabledPlans: v.nullish(guids) }))),
  licenseAssignmentStates: v.nullish(
    v.array(
      v.object({
        skuId: guid,
        assignedByGroup: optionalGuid,
        disabledPlans: v.nullish(guids),
        state: optionalText,
        error: optionalText,
      }),
    ),
  ),
});

/** `subscribedSku`. Older answers have no `lockedOut`. https://learn.microsoft.com/graph/api/resources/subscribedsku */
export const wireSku = v.object({
  id: optionalText,
  accountId: optionalText,
  accountName: optionalText,
  appliesTo: optionalText,
  capabilityStatus: optionalText,
  consumedUnits: v.nullish(count),
  prepaidUnits: v.nullish(
    v.object({ enabled: count, warning: count, suspended: count, lockedOut: v.nullish(count) }),
  ),
  servicePlans: v.nullish(
    v.array(
      v.object({
        servicePlanId: guid,
        servicePlanName: v.string(),
        appliesTo: optionalText,
      }),
    ),
  ),
  skuId: guid,
  skuPartNumber: filledText,
});
export type WireSku = v.InferOutput<typeof wireSku>;

/** `group`: only its name is of use. */
export const wireGroup = v.object({ id: guid, displayName: optionalText });

/** `companySubscription`. https://learn.microsoft.com/graph/api/resources/companysubscription */
export const wireSubscription = v.object({
  skuId: guid,
  status: optionalText,
  totalLicenses: v.nullish(v.number()),
  isTrial: v.nullish(v.boolean()),
  nextLifecycleDateTime: optionalText,
});
