import type { Brand } from '#base/brand.ts';

/** The GUID of a product, lower case. */
export type SkuId = Brand<string, 'SkuId'>;
/** The GUID of a service plan, lower case. */
export type ServicePlanId = Brand<string, 'ServicePlanId'>;
/** The object id of a group, lower case. */
export type GroupId = Brand<string, 'GroupId'>;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const GUID_LENGTH = 36;

/** The GUID in `text` in lower case, without surrounding blanks (NBSP included); null when it is none. */
export function readGuid(text: string): string | null {
  if (text.length < GUID_LENGTH) return null;
  if (GUID.test(text)) return text;
  const guid = text.trim().toLowerCase();
  return GUID.test(guid) ? guid : null;
}

/** Marks a string as a product id. The caller knows that it is one. */
export const skuId = (guid: string): SkuId => guid as SkuId;
/** Marks a string as a service plan id. The caller knows that it is one. */
export const servicePlanId = (guid: string): ServicePlanId => guid as ServicePlanId;
/** Marks a string as a group id. The caller knows that it is one. */
export const groupId = (guid: string): GroupId => guid as GroupId;

/** The id of a product that a file only names, with a name that matched nothing: shown, never sent. */
export const namedSkuId = (name: string): SkuId => `name:${name}` as SkuId;
/** The name in such an id; null for a real product. */
export const nameOfNamedSku = (id: SkuId): string | null =>
  id.startsWith('name:') ? id.slice(5) : null;
