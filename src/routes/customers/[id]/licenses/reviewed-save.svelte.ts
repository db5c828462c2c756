import type { Consequences } from '#plan/consequences.ts';
import { Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { OnShortage, SaveReview } from '#worker/manage/save-types.ts';
import type { Manage } from './manage.svelte.ts';

interface Query {
  /** What stands for the numbers beside which the answer is shown. */
  readonly shown: Consequences | null;
}

/** What Save would do, read again as soon as Manage shows other numbers. */
export class ReviewedSave {
  /** Its answer may be for numbers that are no longer shown (see `found`). */
  readonly reading: Reading<SaveReview, Query>;
  readonly #manage: Manage;

  constructor(session: Session, manage: Manage, onShortage: OnShortage) {
    this.#manage = manage;
    this.reading = new Reading<SaveReview, Query>(session, {
      query: { shown: null },
      about: () => ({ shown: this.#shown }),
      ask: () => manage.reviewSave(onShortage),
    });
  }

  /** What stands beside the numbers that Manage shows for what is ticked; null until it is read. */
  get found(): SaveReview | null {
    const { answer, answered } = this.reading;
    const isOfThese = this.#manage.fresh && answered?.shown === this.#shown;
    return isOfThese ? (answer ?? null) : null;
  }

  get #shown(): Consequences | null {
    return this.#manage.view?.consequences ?? null;
  }
}
