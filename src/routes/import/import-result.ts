import type { Session } from '#routes/session.svelte.ts';
import type { ImportedValue, ImportSummary } from '#worker/imports/import-types.ts';

/** What an import has brought, and what it could not tell. */
export interface ImportResult extends ImportedValue {
  readonly name: string;
  /** Some product has no numbers. */
  readonly unitsUnknown: boolean;
  /** The files do not say which licenses come from a group. */
  readonly pathsUnknown: boolean;
}

/** Looks up at the customer what an import of these files left unknown. */
export async function resultOf(
  { client, locale }: Session,
  imported: ImportedValue,
  { files }: ImportSummary,
): Promise<ImportResult> {
  const [customer, products] = await Promise.all([
    client.api.customer(imported.customerId),
    client.api.entitlements(imported.customerId, locale),
  ]);
  const kinds = files.map(({ kind }) => kind);
  return {
    ...imported,
    name: customer?.name ?? '',
    unitsUnknown: !kinds.includes('graphSkus') && products.some(({ units }) => units === null),
    pathsUnknown:
      kinds.some((kind) => kind?.endsWith('UsersCsv') === true || kind === 'usersCsv') &&
      !kinds.includes('graphUsers'),
  };
}
