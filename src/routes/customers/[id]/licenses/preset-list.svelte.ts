import type { Preset, PresetId } from '#plan/preset.ts';
import type { Session } from '#routes/session.svelte.ts';

/** The presets of this device, kept up to date with every window. */
export class PresetList {
  readonly #session: Session;
  #presets = $state.raw<readonly Preset[] | null>(null);
  #failed = $state(false);

  constructor(session: Session) {
    this.#session = session;
  }

  /** By name; null until they were read. */
  get presets(): readonly Preset[] | null {
    return this.#presets;
  }

  /** The last reading or writing did not work. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Reads the presets, and again after changes here or in another window, until the returned function is called. */
  follow(): () => void {
    void this.load();
    return this.#session.client.listen(({ kind }) => {
      if (kind === 'presetsChanged' || kind === 'restarted') void this.load();
    });
  }

  /** Gives a preset another name, which no other preset may have. */
  async rename(id: PresetId, name: string): Promise<'renamed' | 'nameTaken' | 'failed'> {
    const renamed = await this.#try(
      async () => await this.#session.client.api.renamePreset(id, name),
    );
    await this.load();
    if (renamed === null) return 'failed';
    return renamed.ok ? 'renamed' : renamed.error.kind;
  }

  async delete(id: PresetId): Promise<void> {
    await this.#try(() => this.#session.client.api.deletePreset(id));
    await this.load();
  }

  async load(): Promise<void> {
    const read = await this.#try(() => this.#session.client.api.presets(this.#session.locale));
    if (read !== null) this.#presets = read;
  }

  async #try<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      const done = await work();
      this.#failed = false;
      return done;
    } catch {
      this.#failed = true;
      return null;
    }
  }
}
