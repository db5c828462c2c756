import type { Client } from '#client/client.ts';
import { Transfer } from '#routes/jobs/transfer.svelte.ts';
import type { WhoGoes, WhoGoesAsk } from '#worker/imports/import-types.ts';

/** Asks the person before users are marked as gone, or hold what may be only asked for. */
export class ImportQuestions {
  readonly looking = new Transfer<'whoGoes'>();
  #goes = $state.raw<WhoGoes | null>(null);
  #changed = $state.raw<number | null>(null);

  /** Who would be marked as gone, while the person is asked. */
  get goes(): WhoGoes | null {
    return this.#goes;
  }

  /** How many users would change, while the person is asked whether files say what people hold. */
  get changed(): number | null {
    return this.#changed;
  }

  /** Looks who would go; true when nobody would. */
  async isNobody(client: Client, ask: WhoGoesAsk): Promise<boolean> {
    const end = await this.looking.run(client, { kind: 'whoGoes', ...ask });
    if (end.kind !== 'done') return false;
    this.#goes = end.value.users === 0 ? null : end.value;
    return this.#goes === null;
  }

  /** Looks how many users would change at these customers, and asks. */
  async askWhetherHeld(client: Client, asks: readonly WhoGoesAsk[]): Promise<void> {
    let changed = 0;
    for (const ask of asks) {
      const end = await this.looking.run(client, { kind: 'whoGoes', ...ask });
      if (end.kind !== 'done') return;
      changed += end.value.changed;
    }
    this.#changed = changed;
  }

  /** The person has answered. */
  close(): void {
    this.#goes = null;
    this.#changed = null;
  }
}
