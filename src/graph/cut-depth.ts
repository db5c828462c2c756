import { readGuid } from '#licenses/ids.ts';
import { isJsonObject, type JsonObject } from './graph-page.ts';

/** An object as PowerShell printed it, and what stands in it in place of values that were cut off; null: nothing. */
export interface Uncut {
  readonly item: JsonObject;
  readonly cut: { readonly name: string; readonly value: string } | null;
}

const LISTS = ['AssignedLicenses', 'LicenseAssignmentStates', 'Licenses'] as const;
/** What `ConvertTo-Json` writes of objects deeper than its `-Depth`: their type, or their properties in one text. */
const NO_VALUE = /^(?:[A-Za-z_]\w*\.[\w.`]+(?:\[.*\])?(?:\s|$)|@\{)/;
const isNoValue = (value: unknown): value is string =>
  typeof value === 'string' && NO_VALUE.test(value.trim());

/** Windows PowerShell 5.1 prints some lists as `{value, Count}`, and an empty one beyond its depth as an empty text. */
function listIn(value: unknown): unknown {
  if (value === '') return [];
  if (!isJsonObject(value) || value['Count'] === undefined) return value;
  return Array.isArray(value['value']) ? value['value'] : value;
}

/** Beyond its depth a list of GUIDs is printed as one text. */
function guidsIn(value: unknown): unknown {
  const list = listIn(value);
  if (typeof list !== 'string') return list;
  const words = list.trim().split(/\s+/);
  return words.every((word) => readGuid(word) !== null) ? words : list;
}

/**
 * The lists of licenses of an object that PowerShell printed, as lists, whatever its `-Depth` made of them. What
 * was cut off is null: nobody knows it.
 */
export function uncut(item: JsonObject): Uncut {
  let cut: Uncut['cut'] = null;
  const lists: Record<string, unknown> = {};
  for (const name of LISTS) {
    const list = listIn(item[name]);
    const lost = Array.isArray(list) ? (list as readonly unknown[]).find(isNoValue) : list;
    if (isNoValue(lost)) {
      cut ??= { name, value: lost };
      lists[name] = null;
    } else if (Array.isArray(list)) {
      lists[name] = list.map((entry: unknown) => {
        if (!isJsonObject(entry)) return entry;
        const DisabledPlans = guidsIn(entry['DisabledPlans']);
        if (!isNoValue(DisabledPlans)) return { ...entry, DisabledPlans };
        cut ??= { name: `${name}.DisabledPlans`, value: DisabledPlans };
        return { ...entry, DisabledPlans: null };
      });
    }
  }
  return { item: { ...item, ...lists }, cut };
}
