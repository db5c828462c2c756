import { isJsonObject } from './graph-page.ts';

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/**
 * True for an object as `Get-MgUser | ConvertTo-Json` prints it: names with a capital, every property
 * there whether it was asked for or not (so null does not say "none"), the rest in `AdditionalProperties`.
 */
export function isPowerShellObject(item: unknown): boolean {
  if (!isJsonObject(item)) return false;
  // every user is asked: reading a name that is not there is many times quicker than `hasOwn`
  const { Id, UserPrincipalName, SkuPartNumber, AdditionalProperties } = item;
  const isThere = (value: unknown): boolean => value !== undefined;
  return (
    isThere(Id) ||
    isThere(UserPrincipalName) ||
    isThere(SkuPartNumber) ||
    isThere(AdditionalProperties)
  );
}

/** Deeper than anything that is read; a file may nest without end. */
const DEEPEST = 16;

/** The same value with the names that Graph itself uses, at every depth at which anything is read. */
export function inGraphNames(value: unknown): unknown {
  return renamed(value, 0);
}

function renamed(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return value;
  const inner = (part: unknown): unknown => renamed(part, depth + 1);
  if (Array.isArray(value)) return value.map(inner);
  if (!isJsonObject(value)) return value;
  const named = Object.create(null) as Record<string, unknown>;
  const additional = value['AdditionalProperties'];
  if (isJsonObject(additional)) {
    for (const [name, part] of Object.entries(additional)) named[camel(name)] = inner(part);
  }
  for (const [name, part] of Object.entries(value)) {
    const known = part === null && named[camel(name)] !== undefined;
    if (name !== 'AdditionalProperties' && !known) named[camel(name)] = inner(part);
  }
  return named;
}
