import type { CustomerId } from '#customers/customer.ts';
import type { Locale } from '#messages/locale.ts';
import { loadMessages, type Messages } from '#messages/messages.ts';
import type { ChangeId } from '#plan/change.ts';
import { Formats } from '#routes/formats.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { ChangeReport } from '#worker/changes/report-types.ts';

/** More would take minutes to print; the exported file has everybody. */
const MOST_USERS = 2000;

/** A report with the words of its language, which need not be the app's. */
export interface ReportIn {
  readonly locale: Locale;
  readonly m: Messages;
  readonly formats: Formats;
  readonly report: ChangeReport;
  /** When it was made, in ms since 1970. */
  readonly madeAt: number;
}

/** The report of one change, as it stands now. */
export class ReportPage {
  readonly #session: Session;
  readonly #customerId: CustomerId;
  readonly #changeId: ChangeId;
  #shown = $state.raw<ReportIn | null>(null);
  #failure = $state<'failed' | 'missing' | null>(null);
  #locale: Locale = 'en';
  #asked = 0;

  constructor(session: Session, customerId: CustomerId, changeId: ChangeId) {
    this.#session = session;
    this.#customerId = customerId;
    this.#changeId = changeId;
  }

  /** Null until it has been read; while another language is under way, still the one before. */
  get shown(): ReportIn | null {
    return this.#shown;
  }

  get failure(): 'failed' | 'missing' | null {
    return this.#failure;
  }

  /** Shows it in this language, and what changes from here or another window, until the returned function is called. */
  follow(locale: Locale): () => void {
    this.#locale = locale;
    void this.load();
    return this.#session.client.listen((event) => {
      const ours = event.kind === 'changed' && event.customerId === this.#customerId;
      if (ours || event.kind === 'restarted') void this.load();
    });
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const locale = this.#locale;
    const { api } = this.#session.client;
    try {
      const [m, report] = await Promise.all([
        loadMessages(locale),
        api.changeReport({
          customerId: this.#customerId,
          changeId: this.#changeId,
          most: MOST_USERS,
          locale,
        }),
      ]);
      if (asked !== this.#asked) return;
      this.#failure = report === null ? 'missing' : null;
      const madeAt = this.#session.now();
      this.#shown = report && { locale, m, formats: new Formats(locale), report, madeAt };
    } catch {
      if (asked === this.#asked) this.#failure = 'failed';
    }
  }
}
