import { createContext } from 'svelte';
import type { Session } from '#routes/session.svelte.ts';
import { guideSteps, type GuideStep } from './guide-steps.ts';

/** A step, and since when (ms); `over`: ended or not wanted; null: never heard of. */
type Place = { readonly step: GuideStep; readonly since: number } | 'over' | null;

/** How far this device is in the guide. */
export class Guide {
  readonly #session: Session;
  #place = $state.raw<Place>(null);

  constructor(session: Session) {
    this.#session = session;
    this.#place = readPlace(session.remembered.guide());
  }

  /** What is shown; null while the guide is not. */
  get step(): GuideStep | null {
    return this.#place === null || this.#place === 'over' ? null : this.#place.step;
  }

  /** When that step began, in ms; 0 while there is none. */
  get since(): number {
    return this.#place === null || this.#place === 'over' ? 0 : this.#place.since;
  }

  /** True until a person takes the guide or says no. */
  get isNew(): boolean {
    return this.#place === null;
  }

  go(step: GuideStep): void {
    this.#put({ step, since: this.#session.now() });
  }

  end(): void {
    this.#put('over');
  }

  #put(place: Exclude<Place, null>): void {
    this.#place = place;
    const kept = place === 'over' ? place : `${place.step} ${place.since}`;
    this.#session.remembered.keepGuide(kept);
  }
}

function readPlace(kept: string | null): Place {
  if (kept === null) return null;
  const [name, since] = kept.split(' ');
  const step = guideSteps.find((one) => one === name);
  return step === undefined ? 'over' : { step, since: Number(since) || 0 };
}

export const [useGuide, provideGuide] = createContext<Guide>();
