import type { CustomerId } from '#customers/customer.ts';
import type { Locale } from '#messages/locale.ts';
import { loadMessages, type Messages } from '#messages/messages.ts';
import type { ChangeId } from '#plan/change.ts';
import { Formats } from '#routes/formats.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
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

/** Reads the report of one change in a language of its own; null where there is no such change. */
export function readReport(
  session: Session,
  id: CustomerId,
  changeId: ChangeId,
  language: () => Locale,
) {
  const inLanguage = {
    client: session.client,
    get locale() {
      return language();
    },
  };
  return new Reading<ReportIn | null>(inLanguage, {
    query: {},
    ask: async (api, _, locale) => {
      const [m, report] = await Promise.all([
        loadMessages(locale),
        api.changeReport({ customerId: id, changeId, most: MOST_USERS, locale }),
      ]);
      return report && { locale, m, formats: new Formats(locale), report, madeAt: session.now() };
    },
    concerns: changesOf(id),
  });
}
