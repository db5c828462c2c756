import { readGuid } from '#licenses/ids.ts';
import { looseText } from './loose-text.ts';

/** What MSOnline puts before a part number: `contoso:ENTERPRISEPACK`. */
const TENANT = /^[a-z0-9.-]+:(?=[A-Z0-9_]+$)/i;
/** A GUID in braces, and the id of a subscribedSku: `{tenant}_{sku}`. */
const AROUND_GUID = /^\{?(?:[0-9a-f-]{36}_)?([0-9a-f-]{36})\}?$/i;

/** The text without what tools put around a part number or a product id. */
export function bareProduct(text: string): string {
  const trimmed = text.trim();
  const guid = readGuid(AROUND_GUID.exec(trimmed)?.[1] ?? '');
  return guid ?? trimmed.replace(TENANT, '');
}

/** Under which of the known keys a product's name, part number or id stands; the text as it is comes first. */
export function productKey(text: string, isKey: (key: string) => boolean): string {
  const whole = looseText(text);
  return isKey(whole) ? whole : looseText(bareProduct(text));
}
