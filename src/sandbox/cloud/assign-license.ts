import * as v from 'valibot';
import { fail, ok, type Result } from '#base/result.ts';
import { readGuid, servicePlanId, skuId, type ServicePlanId, type SkuId } from '#licenses/ids.ts';
import {
  assignmentOf,
  canonicalSet,
  directPath,
  type LicenseSet,
  type Path,
} from '#licenses/license-set.ts';
import type { CloudFacts } from './cloud-facts.ts';
import { refusalOf } from './cloud-judge.ts';
import type { CloudTenant } from './cloud-tenant.ts';
import type { CloudUser } from './cloud-user.ts';

const guid = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.check((text) => readGuid(text) === text),
);

const wireBody = v.object({
  addLicenses: v.array(v.object({ skuId: guid, disabledPlans: v.optional(v.array(guid), []) })),
  removeLicenses: v.array(guid),
});

interface Asked {
  readonly add: ReadonlyMap<SkuId, readonly ServicePlanId[]>;
  readonly remove: readonly SkuId[];
}

function readBody(body: unknown): Result<Asked, string> {
  const read = v.safeParse(wireBody, body);
  if (!read.success) {
    const missing = ['addLicenses', 'removeLicenses'].find(
      (name) => typeof body !== 'object' || body === null || !(name in body),
    );
    return fail(
      missing === undefined
        ? "Cannot convert a primitive value to the expected type 'Edm.Guid'."
        : `One or more parameters of the operation 'assignLicense' are missing from the request payload. The missing parameters are: ${missing}.`,
    );
  }
  const { addLicenses, removeLicenses } = read.output;
  const add = addLicenses.map(
    (one) => [skuId(one.skuId), one.disabledPlans.map(servicePlanId)] as const,
  );
  return ok({ add: new Map(add), remove: removeLicenses.map(skuId) });
}

/** Why a product or service plan that is named cannot be meant, in Graph's words; null when it can. */
function wrongName(
  { add, remove }: Asked,
  user: CloudUser,
  tenant: CloudTenant,
  endedProduct: SkuId | null,
): string | null {
  for (const [sku, off] of add) {
    const product = sku === endedProduct ? undefined : tenant.products.get(sku);
    if (!product) return `License ${sku} does not correspond to a valid company License.`;
    if (product.appliesTo === 'Company') return `License ${sku} cannot be assigned to a user.`;
    const plans = product.servicePlans?.map(({ id }) => id) ?? [];
    const foreign = off.find((plan) => !plans.includes(plan));
    if (foreign !== undefined) {
      return `License assignment failed because service plan ${foreign} does not belong to SKU ${sku}`;
    }
  }
  for (const sku of remove) {
    const held = assignmentOf(user.licenses, sku);
    if (held === undefined) return 'User does not have a corresponding license.';
    if (directPath(held) === undefined) {
      return 'User license is inherited from a group membership and it cannot be removed directly from the user.';
    }
  }
  return null;
}

function applied({ licenses }: CloudUser, { add, remove }: Asked): LicenseSet {
  const kept = licenses.map((assignment) => {
    const isChanged = remove.includes(assignment.skuId) || add.has(assignment.skuId);
    if (!isChanged) return assignment;
    return { ...assignment, paths: assignment.paths.filter(({ via }) => via.kind !== 'direct') };
  });
  const added = [...add].map(([sku, disabledPlans]) => {
    const path: Path = { via: { kind: 'direct' }, disabledPlans, state: 'Active', error: null };
    return { skuId: sku, paths: [path] };
  });
  return canonicalSet([...kept, ...added]);
}

/**
 * `assignLicense` for one user: everything or nothing. Products that are held already get the service
 * plans of the request; removing what is not held fails the whole call, and so does `endedProduct`, which
 * is not owned any more (null: none). Gives the user afterwards, or
 * the refusal in Graph's words.
 */
export function assignLicense(
  user: CloudUser,
  body: unknown,
  {
    tenant,
    facts,
    endedProduct,
  }: {
    readonly tenant: CloudTenant;
    readonly facts: CloudFacts;
    readonly endedProduct: SkuId | null;
  },
): Result<CloudUser, string> {
  const asked = readBody(body);
  if (!asked.ok) return asked;
  const wrong = wrongName(asked.value, user, tenant, endedProduct);
  if (wrong !== null) return fail(wrong);
  const licenses = applied(user, asked.value);
  const refusal = refusalOf(user, licenses, tenant, facts);
  return refusal === null ? ok({ ...user, licenses }) : fail(refusal);
}
