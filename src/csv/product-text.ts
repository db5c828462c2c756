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

/** What administrators write short, and what it stands for, as `looseText`s. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^(?:m|ms ?)365(?= )/, 'microsoft 365'],
  [/^o365(?= )/, 'office 365'],
  [/^ems(?= )/, 'enterprise mobility + security'],
  [/^exo(?= )/, 'exchange online'],
  [/^(?:aad|azure ad|entra id)(?= )/, 'microsoft entra id'],
];
/** Microsoft's names have it in brackets: Exchange Online (Plan 1). */
const PLAN = / (?:plan |p)(\d)$/;

/** A name as Microsoft writes it, where it is written short and such a name is known; else null. */
export function writtenOut(text: string, isKey: (key: string) => boolean): string | null {
  const key = looseText(text);
  const long = SHORT.reduce((one, [short, name]) => one.replace(short, name), key);
  const ways = [long, long.replace(PLAN, ' (plan $1)')];
  return ways.find((one) => one !== key && isKey(one)) ?? null;
}

/**
 * Under which of the known keys a product's name, part number or id stands. The text as it is comes first,
 * then without what tools put around it, then written out.
 */
export function productKey(text: string, isKey: (key: string) => boolean): string {
  const whole = looseText(text);
  if (isKey(whole)) return whole;
  const bare = looseText(bareProduct(text));
  return isKey(bare) ? bare : (writtenOut(text, isKey) ?? bare);
}
