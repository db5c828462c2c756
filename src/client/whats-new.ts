/** What a version that waits says of itself. */
export interface News {
  /** Its name; null where the host does not tell. */
  readonly version: string | null;
  /** What it brings and the running one does not have, in the language that was asked for. */
  readonly lines: readonly string[];
}

/** A version is offered without its news rather than late. */
const PATIENCE_MS = 3_000;

/** Asks the host for the news of its newest version; nothing is known of it without a network. */
export async function whatIsNew(locale: string): Promise<News> {
  // the offline copy answers for the running version; it has nothing under an address with a query
  const [told, lines, known] = await Promise.all([
    read('/_app/version.json?newest'),
    linesOf('/whats-new.json?newest', locale),
    linesOf('/whats-new.json', locale),
  ]);
  const { version } = (told ?? {}) as { readonly version?: unknown };
  return {
    version: typeof version === 'string' ? version : null,
    lines: lines.filter((line) => !known.includes(line)),
  };
}

async function linesOf(address: string, locale: string): Promise<readonly string[]> {
  const news = (await read(address)) as Readonly<Record<string, unknown>> | null;
  const lines: unknown = news?.[locale];
  return Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [];
}

async function read(address: string): Promise<unknown> {
  try {
    return await (
      await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    ).json();
  } catch {
    return null;
  }
}
