const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A GUID as Microsoft writes it, tidied; '' stays empty; null: not a GUID. */
export function tidyGuid(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
  return text === '' || GUID.test(text) ? text : null;
}
