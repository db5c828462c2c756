import type { Client } from '#client/client.ts';
import type { CustomerId } from '#customers/customer.ts';
import { Transfer } from '#routes/jobs/transfer.svelte.ts';
import type { ImportedParts, ImportPartsAsk } from '#worker/imports/import-types.ts';
import type { ImportSplit } from './import-split.svelte.ts';

/** How the import of one customer of several ended. */
export interface EndedPart {
  readonly name: string;
  /** In the files. */
  readonly users: number;
  readonly end: ImportedParts['parts'][number];
}

/** The import of files of several customers. */
export class PartsRun {
  readonly writing = new Transfer<'importParts'>();
  #ended = $state.raw<readonly EndedPart[] | null>(null);

  /** How each of them ended; null before. */
  get ended(): readonly EndedPart[] | null {
    return this.#ended;
  }

  /** Imports them all; true when each has ended. */
  async write(
    client: Client,
    split: ImportSplit,
    ask: Omit<ImportPartsAsk, 'parts'>,
  ): Promise<boolean> {
    const { parts } = split;
    const run = await this.writing.run(client, { kind: 'importParts', ...ask, parts });
    if (run.kind !== 'done' || !('parts' in run.value)) return false;
    const customers = await client.api.customers();
    const nameOf = (id: CustomerId): string => customers.find((one) => one.id === id)?.name ?? '';
    this.#ended = run.value.parts.flatMap((end, index) => {
      const part = parts[index];
      if (part === undefined) return [];
      const { into, domains } = part;
      const name = into.kind === 'new' ? into.name : nameOf(into.id);
      return [{ name, users: split.usersOf(domains), end }];
    });
    return true;
  }

  reset(): void {
    this.#ended = null;
  }
}
