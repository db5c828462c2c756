import { untrack } from 'svelte';
import type { CustomerId } from '#customers/customer.ts';
import { movedLines, type MovedLine } from '#plan/moved-lines.ts';
import { putShortagesOnList } from '#routes/customers/[id]/licenses/shopping-list.ts';
import type { ReadAllotment } from '#routes/customers/[id]/licenses/manage.svelte.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { OnShortage } from '#worker/manage/save-types.ts';
import type { StepName, StepView } from '#worker/undo/step-types.ts';

interface StepQuery {
  /** What the person wants where licenses run short. */
  readonly answer: OnShortage;
  /** An undo also for those for whom a later Save wanted the license. */
  readonly alsoWanted: boolean;
}

/** An undo or redo that a person looks at before it is done. */
export class UndoQuestion {
  readonly customerId: CustomerId;
  readonly #step: StepName;
  /** What would be done, with the person's answer. */
  readonly reading: Reading<StepView, StepQuery>;
  readonly #session: Session;
  #doing = $state(false);
  #trouble = $state<'failed' | 'stale' | null>(null);
  #moved = $state.raw<readonly MovedLine[]>([]);

  /** A page of who gets a license of a short product. */
  readonly readAllotment: ReadAllotment = (ask) =>
    this.#session.client.api.stepAllotment({
      customerId: this.customerId,
      step: this.step,
      ...ask,
      locale: this.#session.locale,
    });

  constructor(session: Session, customerId: CustomerId, step: StepName) {
    this.#session = session;
    this.customerId = customerId;
    this.#step = step;
    const isOurs = changesOf(customerId);
    this.reading = new Reading<StepView, StepQuery>(session, {
      query: { answer: { kind: 'ask' }, alsoWanted: false },
      ask: async (api, query, locale) => {
        const { answer: onShortage, alsoWanted } = query;
        const asked = { ...step, alsoWanted };
        const view = await api.stepView({ customerId, step: asked, onShortage, locale });
        this.#compare(query, view);
        return view;
      },
      concerns: (event, view) =>
        isOurs(event) &&
        event.kind === 'changed' &&
        event.version !== view?.version &&
        !this.#doing,
    });
  }

  /** What the person wants where licenses run short. */
  get answer(): OnShortage {
    return this.reading.query.answer;
  }

  /** The step as the person wants it. */
  get step(): StepName {
    return { ...this.#step, alsoWanted: this.reading.query.alsoWanted };
  }

  /** True when what is shown is for the person's last answers. */
  get fresh(): boolean {
    return this.reading.answered === this.reading.query;
  }

  /** True while it is written. */
  get doing(): boolean {
    return this.#doing;
  }

  get trouble(): 'failed' | 'stale' | null {
    return this.#trouble;
  }

  /** Where the numbers are stale: which of them have moved. */
  get moved(): readonly MovedLine[] {
    return this.#moved;
  }

  /** Takes another answer to a shortage. */
  choose(answer: OnShortage): void {
    void this.reading.show({ answer });
  }

  /** Whether the undo is also for those for whom a later Save wanted the license. */
  chooseWanted(alsoWanted: boolean): void {
    void this.reading.show({ alsoWanted });
  }

  /** Does what is shown; the number of users for whom it was done, null when nothing was written. */
  async confirm(): Promise<number | null> {
    const shown = this.reading.answer;
    if (shown === undefined || this.#doing) return null;
    this.#doing = true;
    this.#trouble = null;
    const { client, settings } = this.#session;
    const onShortage = this.answer;
    try {
      const done = await client.api.moveChange(this.customerId, this.step, {
        consequences: shown.consequences,
        operator: settings.operator,
        onShortage,
      });
      if (done.ok) {
        if (onShortage.kind === 'planAll') await this.#list(shown);
        return done.value;
      }
      this.#trouble = 'stale';
      await this.reading.load();
    } catch {
      this.#trouble = 'failed';
    } finally {
      this.#doing = false;
    }
    return null;
  }

  /** Where something moved at the customer, the person is told if it is something that is shown. */
  #compare(query: StepQuery, view: StepView): void {
    const {
      answer: before,
      answered,
      query: newest,
    } = untrack(() => ({
      answer: this.reading.answer,
      answered: this.reading.answered,
      query: this.reading.query,
    }));
    if (query !== newest || answered !== query) return;
    if (before === undefined || before.consequences === view.consequences) return;
    this.#trouble = 'stale';
    this.#moved = movedLines(before.sheet, view.sheet);
  }

  async #list({ preview }: StepView): Promise<void> {
    // what was planned is planned, also where the list could not be written
    await putShortagesOnList(this.#session, this.customerId, preview.ledger).catch(() => undefined);
  }
}
