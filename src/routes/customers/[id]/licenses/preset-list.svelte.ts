import type { Preset, PresetId } from '#plan/preset.ts';
import { Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';

/** The presets of this device by name, kept up to date with every window. */
export class PresetList {
  readonly reading: Reading<readonly Preset[]>;
  readonly #session: Session;
  #failed = $state(false);

  constructor(session: Session) {
    this.#session = session;
    this.reading = new Reading<readonly Preset[]>(session, {
      query: {},
      ask: (api, _, locale) => api.presets(locale),
      concerns: ({ kind }) => kind === 'presetsChanged',
    });
  }

  /** The last renaming or deleting did not work. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Gives a preset another name, which no other preset may have. */
  async rename(id: PresetId, name: string): Promise<'renamed' | 'nameTaken' | 'failed'> {
    const renamed = await this.#try(
      async () => await this.#session.client.api.renamePreset(id, name),
    );
    if (renamed === null) return 'failed';
    return renamed.ok ? 'renamed' : renamed.error.kind;
  }

  async delete(id: PresetId): Promise<void> {
    await this.#try(() => this.#session.client.api.deletePreset(id));
  }

  async #try<T>(work: () => Promise<T>): Promise<T | null> {
    this.#failed = false;
    try {
      return await work();
    } catch {
      this.#failed = true;
      return null;
    } finally {
      await this.reading.load();
    }
  }
}
