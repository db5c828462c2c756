import type { Locale } from '#messages/locale.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Reading } from '#routes/reading.svelte.ts';
import { Paging } from '#routes/tables/paging.svelte.ts';
import { Sorting, type SortChoice } from '#routes/tables/sorting.svelte.ts';
import type { LicenseRow } from '#worker/licenses/license-types.ts';
import { licenseKeys, type LicenseColumn } from '#routes/products/license-columns.ts';
import { hasProblem, licenseProblems, type LicenseProblem } from './license-problem.ts';

/** Customers that are asked about at once: the rows of more would be a task that is felt when they arrive. */
const CUSTOMERS_AT_ONCE = 40;

/** What every customer owns, read a few customers at a time. */
export async function readAllLicenses(
  api: Pick<Session['client']['api'], 'customers' | 'allLicenses'>,
  locale: Locale,
): Promise<readonly LicenseRow[]> {
  const ids = (await api.customers()).map(({ id }) => id);
  const all: LicenseRow[] = [];
  for (let from = 0; from < ids.length; from += CUSTOMERS_AT_ONCE) {
    all.push(...(await api.allLicenses(locale, ids.slice(from, from + CUSTOMERS_AT_ONCE))));
  }
  return all;
}

/** How the person looks at the table. */
export interface LicenseLook {
  readonly text: string;
  readonly problem: LicenseProblem | null;
  readonly sort: SortChoice<LicenseColumn>;
  readonly page: number;
}

/** Every product of every customer: read whole (customers × products), searched and sorted here. */
export class LicenseList {
  readonly sorting = new Sorting<LicenseColumn>('customer');
  readonly reading: Reading<readonly LicenseRow[]>;
  readonly #session: Session;
  #text = $state('');
  #problem = $state<LicenseProblem | null>(null);

  /** What is searched, of each row. */
  readonly #texts = $derived.by(() =>
    (this.reading.answer ?? []).map(({ name, skuPartNumber, customerName }) =>
      `${name} ${skuPartNumber} ${customerName}`.toLocaleLowerCase(),
    ),
  );

  readonly #found = $derived.by(() => {
    const wanted = this.#text.trim().toLocaleLowerCase();
    const all = this.reading.answer ?? [];
    return wanted === '' ? all : all.filter((_, at) => this.#texts[at]?.includes(wanted));
  });

  /** How many of the rows found have each problem. */
  readonly counts = $derived(
    licenseProblems.map(
      (problem) => [problem, this.#found.filter((row) => hasProblem(row, problem)).length] as const,
    ),
  );

  readonly matching = $derived.by(() => {
    const problem = this.#problem;
    const rows = problem ? this.#found.filter((row) => hasProblem(row, problem)) : this.#found;
    return this.sorting.apply(rows, licenseKeys, (a, b) => this.#session.compare(a, b));
  });

  readonly paging = new Paging<LicenseRow>(() => this.matching);

  constructor(session: Session) {
    this.#session = session;
    this.reading = new Reading<readonly LicenseRow[]>(session, {
      query: {},
      ask: (api, _, locale) => readAllLicenses(api, locale),
      concerns: ({ kind }) => kind === 'changed',
    });
  }

  get text(): string {
    return this.#text;
  }

  get problem(): LicenseProblem | null {
    return this.#problem;
  }

  get look(): LicenseLook {
    const { choice: sort } = this.sorting;
    return { text: this.#text, problem: this.#problem, sort, page: this.paging.page };
  }

  set look({ text, problem, sort, page }: LicenseLook) {
    this.#text = text;
    this.#problem = problem;
    this.sorting.choice = sort;
    this.paging.turn(page);
  }

  search(text: string): void {
    this.#text = text;
    this.paging.turn(0);
  }

  /** Shows only rows with this problem; pressed again, all. */
  only(problem: LicenseProblem | null): void {
    this.#problem = this.#problem === problem ? null : problem;
    this.paging.turn(0);
  }
}
