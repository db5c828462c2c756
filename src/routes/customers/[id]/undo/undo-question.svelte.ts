import type { CustomerId } from '#customers/customer.ts';
import { putShortagesOnList } from '#routes/customers/[id]/licenses/shopping.ts';
import type { ReadAllotment } from '#routes/customers/[id]/licenses/read-allotment.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { OnShortage } from '#worker/manage/save-types.ts';
import type { StepName, StepView } from '#worker/undo/step-types.ts';

/** An undo or redo that a person looks at before it is done. */
export class UndoQuestion {
  readonly customerId: CustomerId;
  readonly step: StepName;
  readonly #session: Session;
  #question = 0;
  #doing = $state(false);
  #view = $state.raw<StepView | null>(null);
  #answer = $state.raw<OnShortage>({ kind: 'ask' });
  #answered = $state.raw<OnShortage | null>(null);
  #trouble = $state<'notLoaded' | 'failed' | 'stale' | null>(null);

  /** A page of who gets a license of a short product when those `waiting` go last. */
  readonly readAllotment: ReadAllotment = (sku, waiting, page, pageSize) =>
    this.#session.client.api.stepAllotment({
      customerId: this.customerId,
      step: this.step,
      sku,
      waiting,
      page,
      pageSize,
      locale: this.#session.locale,
    });

  constructor(session: Session, customerId: CustomerId, step: StepName) {
    this.#session = session;
    this.customerId = customerId;
    this.step = step;
  }

  /** What would be done, with the answer last worked out; null before the first. */
  get view(): StepView | null {
    return this.#view;
  }

  /** What the person wants where licenses run short. */
  get answer(): OnShortage {
    return this.#answer;
  }

  /** True when what is shown is for the person's last answer. */
  get fresh(): boolean {
    return this.#answered === this.#answer;
  }

  /** True while it is written. */
  get doing(): boolean {
    return this.#doing;
  }

  get trouble(): 'notLoaded' | 'failed' | 'stale' | null {
    return this.#trouble;
  }

  /** Works it out, and again when the customer moves, until the returned function is called. */
  follow(): () => void {
    void this.ask();
    return this.#session.client.listen((event) => {
      const ours = event.kind === 'changed' && event.customerId === this.customerId;
      const isNew = !ours || event.version !== this.#view?.version;
      if ((ours || event.kind === 'restarted') && isNew && !this.#doing) void this.#askAgain();
    });
  }

  /** Takes another answer to a shortage. */
  async choose(answer: OnShortage): Promise<void> {
    this.#answer = answer;
    await this.ask();
  }

  /** Works it out; an answer that a newer question has overtaken is dropped. */
  async ask(): Promise<void> {
    const question = ++this.#question;
    const { client, locale } = this.#session;
    const answer = this.#answer;
    try {
      const view = await client.api.stepView({
        customerId: this.customerId,
        step: this.step,
        onShortage: answer,
        locale,
      });
      if (question !== this.#question) return;
      this.#view = view;
      this.#answered = answer;
      if (this.#trouble === 'notLoaded') this.#trouble = null;
    } catch {
      if (question === this.#question) this.#trouble = 'notLoaded';
    }
  }

  /** Does what is shown; the number of users for whom it was done, null when nothing was written. */
  async confirm(): Promise<number | null> {
    const shown = this.#view;
    if (shown === null || this.#doing) return null;
    this.#doing = true;
    this.#trouble = null;
    const { client, settings } = this.#session;
    const onShortage = this.#answer;
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
      await this.ask();
    } catch {
      this.#trouble = 'failed';
    } finally {
      this.#doing = false;
    }
    return null;
  }

  /** Something moved at the customer: the person is told if it is something that is shown. */
  async #askAgain(): Promise<void> {
    const [before, answer] = [this.#view, this.#answered];
    await this.ask();
    const isSameQuestion = before !== null && answer === this.#answered;
    if (isSameQuestion && before.consequences !== this.#view?.consequences) this.#trouble = 'stale';
  }

  async #list({ preview }: StepView): Promise<void> {
    // what was planned is planned, also where the list could not be written
    await putShortagesOnList(this.#session, this.customerId, preview.ledger).catch(() => undefined);
  }
}
