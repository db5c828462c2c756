import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { CloudMood } from '#worker/cloud/cloud-types.ts';

/** One way in which the sandbox can misbehave. */
export type MoodName =
  'slow' | 'throttled' | 'contested' | 'offline' | 'lag' | 'otherAdmin' | 'accessEnded';

export const moodNames: readonly MoodName[] = [
  'slow',
  'throttled',
  'contested',
  'offline',
  'lag',
  'otherAdmin',
  'accessEnded',
];

function isOn(mood: CloudMood, name: MoodName): boolean {
  switch (name) {
    case 'slow':
      return mood.latency > 0;
    case 'throttled':
      return mood.requestsPerWindow !== null;
    case 'contested':
      return mood.writesAtOnce !== null;
    case 'lag':
      return mood.lag > 0;
    case 'offline':
    case 'otherAdmin':
    case 'accessEnded':
      return mood[name];
  }
}

/** The numbers stand in the hints of the panel, too. */
function turned(mood: CloudMood, name: MoodName, on: boolean): CloudMood {
  switch (name) {
    case 'slow':
      return { ...mood, latency: on ? 3_000 : 0 };
    case 'throttled':
      return { ...mood, requestsPerWindow: on ? 40 : null };
    case 'contested':
      return { ...mood, writesAtOnce: on ? 4 : null };
    case 'lag':
      return { ...mood, lag: on ? 30_000 : 0 };
    case 'offline':
    case 'otherAdmin':
    case 'accessEnded':
      return { ...mood, [name]: on };
  }
}

/** How the sandbox behaves for a sample customer, the same in every window. */
export class SandboxMood {
  readonly #session: Session;
  readonly #id: CustomerId;
  readonly #reading: Reading<CloudMood>;
  #failed = $state(false);

  constructor(session: Session, id: CustomerId) {
    this.#session = session;
    this.#id = id;
    this.#reading = new Reading<CloudMood>(session, {
      query: {},
      ask: (api) => api.cloudMood(id),
      concerns: ({ kind }) => kind === 'cloudMoodChanged',
    });
  }

  /** Null until it has been read. */
  get mood(): CloudMood | null {
    return this.#reading.answer ?? null;
  }

  get failed(): boolean {
    return this.#failed;
  }

  get countOn(): number {
    const isEnded = this.endedProduct !== null;
    return moodNames.filter((name) => this.isOn(name)).length + (isEnded ? 1 : 0);
  }

  /** The product whose subscription has ended; null: none. */
  get endedProduct(): SkuId | null {
    return this.mood?.endedProduct ?? null;
  }

  isOn(name: MoodName): boolean {
    return this.mood !== null && isOn(this.mood, name);
  }

  /** Reads it and follows its changes until the returned function is called. */
  follow(): () => void {
    return this.#reading.follow();
  }

  async turn(name: MoodName, on: boolean): Promise<void> {
    await this.#put((mood) => turned(mood, name, on));
  }

  /** Ends the subscription of a product; null: of none. */
  async end(product: SkuId | null): Promise<void> {
    await this.#put((mood) => ({ ...mood, endedProduct: product }));
  }

  async #put(change: (mood: CloudMood) => CloudMood): Promise<void> {
    const before = this.mood;
    if (before === null) return;
    const mood = change(before);
    this.#failed = false;
    this.#reading.take(mood);
    try {
      await this.#session.client.api.setCloudMood(this.#id, mood);
    } catch {
      this.#reading.take(before);
      this.#failed = true;
    }
  }
}
