import type { Client } from '#client/client.ts';
import type { CustomerId } from '#customers/customer.ts';
import { Transfer } from '#routes/jobs/transfer.svelte.ts';
import type { WhoGoes } from '#worker/imports/import-types.ts';

/** Asks the person before users are marked as gone. */
export class GoneQuestion {
  readonly looking = new Transfer<'whoGoes'>();
  #goes = $state.raw<WhoGoes | null>(null);

  /** Who would be marked as gone, while the person is asked. */
  get goes(): WhoGoes | null {
    return this.#goes;
  }

  /** Looks who would go; true when nobody would. */
  async isNobody(client: Client, importId: string, customerId: CustomerId): Promise<boolean> {
    const end = await this.looking.run(client, { kind: 'whoGoes', importId, customerId });
    if (end.kind !== 'done') return false;
    this.#goes = end.value.users === 0 ? null : end.value;
    return this.#goes === null;
  }

  /** The person has answered. */
  close(): void {
    this.#goes = null;
  }
}
