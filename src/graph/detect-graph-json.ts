import { isJsonObject, pagesOf, type GraphPage } from './graph-page.ts';

/** What a Graph answer is a list of. */
export type GraphJsonKind = 'users' | 'skus' | 'groups' | 'unknown';

const CONTEXTS: readonly (readonly [RegExp, GraphJsonKind])[] = [
  [/#users\b/i, 'users'],
  [/#subscribedSkus\b/i, 'skus'],
  [/#groups\b/i, 'groups'],
];
/** Names that only this kind of object has, lower case; the first that fits decides. */
const MARKS: readonly (readonly [string, GraphJsonKind])[] = [
  ['skupartnumber', 'skus'],
  ['userprincipalname', 'users'],
  ['grouptypes', 'groups'],
  ['securityenabled', 'groups'],
  ['mailenabled', 'groups'],
];

/** What one object is, judged by its names. */
export function kindOfItem(item: unknown): GraphJsonKind {
  if (!isJsonObject(item)) return 'unknown';
  const type = item['@odata.type'];
  if (type === '#microsoft.graph.user') return 'users';
  if (type === '#microsoft.graph.group') return 'groups';
  const names = new Set(Object.keys(item).map((name) => name.toLowerCase()));
  return MARKS.find(([name]) => names.has(name))?.[1] ?? 'unknown';
}

/** What an answer is a list of: by its first item, else by `@odata.context`. */
export function kindOfPage({ items, context }: GraphPage): GraphJsonKind {
  const first = kindOfItem(items[0]);
  if (first !== 'unknown' || context === null) return first;
  return CONTEXTS.find(([pattern]) => pattern.test(context))?.[1] ?? 'unknown';
}

/** What a parsed JSON file holds, judged by its content: by its first item, else by `@odata.context`. */
export function detectGraphJson(value: unknown): GraphJsonKind {
  for (const page of pagesOf(value)) {
    const kind = kindOfPage(page);
    if (kind !== 'unknown') return kind;
  }
  return 'unknown';
}

/** What Graph said instead of data (`{"error": {"code", "message"}}`), null when it is no such answer. */
export function graphErrorIn(value: unknown): string | null {
  const error = isJsonObject(value) ? value['error'] : undefined;
  if (!isJsonObject(error)) return null;
  const parts = [error['code'], error['message']].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(': ') : null;
}
