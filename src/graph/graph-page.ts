/** One list out of a file of Graph answers. */
export interface GraphPage {
  readonly items: readonly unknown[];
  /** Where item `i` stands in the file, e.g. `value[3]`. */
  readonly pathOf: (index: number) => string;
  /** `@odata.context`, when given; says what an empty list is a list of. */
  readonly context: string | null;
  /** True when the answer says that another page follows. */
  readonly more: boolean;
}

/** A JSON object of any content. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object (not an array, not null). */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function pageOf(object: JsonObject, path: string): GraphPage | null {
  const items: unknown = object['value'];
  if (!Array.isArray(items)) return null;
  const context = object['@odata.context'];
  return {
    items,
    pathOf: (index) => `${path}value[${index}]`,
    context: typeof context === 'string' ? context : null,
    more: typeof object['@odata.nextLink'] === 'string',
  };
}

/** The answer that is this item of a list of answers; null where it is none. */
export const answerIn = (item: unknown, index: number): GraphPage | null =>
  isJsonObject(item) ? pageOf(item, `[${index}].`) : null;

/**
 * The lists in the JSON that tools save: one answer (`{"value": […]}`), a bare array, an array of
 * answers, or one object alone (as PowerShell prints a list of one).
 */
export function pagesOf(value: unknown): readonly GraphPage[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const pages = items.map(answerIn);
    const answers = pages.filter((page) => page !== null);
    if (answers.length > 0 && answers.length === items.length) return answers;
    return [{ items, pathOf: (index) => `[${index}]`, context: null, more: false }];
  }
  if (!isJsonObject(value)) return [];
  const page = pageOf(value, '');
  return [page ?? { items: [value], pathOf: () => '', context: null, more: false }];
}
