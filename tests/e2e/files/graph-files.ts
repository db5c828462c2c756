import { jsonFile, type MadeFile } from './made-file.ts';
import type { MadeProduct } from './products.ts';

const GRAPH = 'https://graph.microsoft.com/v1.0';

/** What a customer owns of a product; what is not said is 0. */
export interface Owned {
  readonly product: MadeProduct;
  readonly enabled?: number;
  readonly warning?: number;
  readonly suspended?: number;
  readonly consumed?: number;
  readonly status?: 'Enabled' | 'Warning' | 'Suspended';
}

/** One way in which a user holds a product; without a group it is a direct one. */
export interface Held {
  readonly product: MadeProduct;
  readonly group?: string;
  readonly disabled?: readonly string[];
  /** Why the group could not give it; then it is not held. */
  readonly error?: string;
}

export interface MadeUser {
  readonly id: string;
  readonly name: string;
  readonly upn: string;
  readonly location?: string | null;
  readonly mail?: string;
  readonly department?: string;
  readonly blocked?: boolean;
  readonly guest?: boolean;
  readonly held?: readonly Held[];
}

/** An object id, by number. */
export const userId = (number: number): string =>
  `0e7d0000-5eed-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** The answer of `GET /subscribedSkus`. */
export function skusFile(tenantId: string, account: string, owned: readonly Owned[]): MadeFile {
  const value = owned.map(({ product, enabled = 0, warning = 0, suspended = 0, ...more }) => ({
    id: `${tenantId}_${product.skuId}`,
    accountId: tenantId,
    accountName: account,
    appliesTo: 'User',
    capabilityStatus: more.status ?? 'Enabled',
    consumedUnits: more.consumed ?? 0,
    prepaidUnits: { enabled, warning, suspended, lockedOut: 0 },
    skuId: product.skuId,
    skuPartNumber: product.part,
    servicePlans: product.plans.map(([servicePlanId, servicePlanName, appliesTo = 'User']) => ({
      ...{ servicePlanId, servicePlanName, appliesTo, provisioningStatus: 'Success' },
    })),
  }));
  return jsonFile('subscribedSkus.json', {
    '@odata.context': `${GRAPH}/$metadata#subscribedSkus`,
    value,
  });
}

function wireUser({ id, name, upn, location = null, held = [], ...is }: MadeUser): unknown {
  return {
    id,
    displayName: name,
    userPrincipalName: upn,
    mail: is.mail ?? null,
    department: is.department ?? null,
    usageLocation: location,
    accountEnabled: is.blocked !== true,
    userType: is.guest === true ? 'Guest' : 'Member',
    assignedLicenses: held
      .filter(({ error }) => error === undefined)
      .map(({ product, disabled = [] }) => ({ skuId: product.skuId, disabledPlans: disabled })),
    licenseAssignmentStates: held.map(({ product, group = null, disabled = [], error }) => ({
      skuId: product.skuId,
      assignedByGroup: group,
      disabledPlans: disabled,
      state: error === undefined ? 'Active' : 'Error',
      error: error ?? 'None',
      lastUpdatedDateTime: '2026-11-01T08:00:00Z',
    })),
  };
}

/** One page of `GET /users`; all pages but the last say that another follows. */
export const usersFile = (name: string, users: readonly MadeUser[], isLast = true): MadeFile =>
  jsonFile(name, {
    '@odata.context': `${GRAPH}/$metadata#users`,
    ...(isLast ? {} : { '@odata.nextLink': `${GRAPH}/users?$skiptoken=RFNwdAIA` }),
    value: users.map(wireUser),
  });

/** The answer of `GET /groups`: ids and their names. */
export const groupsFile = (groups: Readonly<Record<string, string>>): MadeFile =>
  jsonFile('groups.json', {
    '@odata.context': `${GRAPH}/$metadata#groups(id,displayName)`,
    value: Object.entries(groups).map(([id, displayName]) => ({ id, displayName })),
  });
