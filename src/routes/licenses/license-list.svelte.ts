import type { Customer, CustomerId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Sorting, type SortChoice } from '#routes/tables/sorting.svelte.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { EntitlementView } from '#worker/license-types.ts';
import { licenseKeys, type LicenseColumn } from './license-columns.ts';
import { hasProblem, licenseProblems, type LicenseProblem } from './license-problem.ts';

/** How the person looks at the table. */
export interface LicenseLook {
  readonly text: string;
  readonly problem: LicenseProblem | null;
  readonly sort: SortChoice<LicenseColumn>;
  readonly page: number;
}

/** Every product of every customer: read whole (customers × products), searched and sorted here. */
export class LicenseList {
  readonly pageSize = 100;
  readonly sorting = new Sorting<LicenseColumn>('customer');
  readonly #session: Session;
  #rows = $state.raw<readonly EntitlementView[] | null>(null);
  #customers = $state.raw<readonly Customer[]>([]);
  #failed = $state(false);
  #text = $state('');
  #problem = $state<LicenseProblem | null>(null);
  #page = $state(0);
  #locale: LocaleTag = 'en';
  #asked = 0;

  readonly #found = $derived.by(() => {
    const wanted = this.#text.trim().toLocaleLowerCase();
    return (this.#rows ?? []).filter(({ name, skuPartNumber, customerName }) =>
      `${name} ${skuPartNumber} ${customerName}`.toLocaleLowerCase().includes(wanted),
    );
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

  constructor(session: Session) {
    this.#session = session;
  }

  /** Every row; null until read. */
  get rows(): readonly EntitlementView[] | null {
    return this.#rows;
  }

  get failed(): boolean {
    return this.#failed;
  }

  get text(): string {
    return this.#text;
  }

  get problem(): LicenseProblem | null {
    return this.#problem;
  }

  /** 0-based; moved back where the rows have become fewer. */
  get page(): number {
    return Math.max(0, Math.min(this.#page, Math.ceil(this.matching.length / this.pageSize) - 1));
  }

  get shown(): readonly EntitlementView[] {
    const from = this.page * this.pageSize;
    return this.matching.slice(from, from + this.pageSize);
  }

  get look(): LicenseLook {
    const { choice: sort } = this.sorting;
    return { text: this.#text, problem: this.#problem, sort, page: this.page };
  }

  set look({ text, problem, sort, page }: LicenseLook) {
    this.#text = text;
    this.#problem = problem;
    this.sorting.choice = sort;
    this.#page = page;
  }

  /** When a customer's numbers were taken, in ms. */
  dataAt(id: CustomerId): number | null {
    return this.#customers.find((customer) => customer.id === id)?.dataAt ?? null;
  }

  search(text: string): void {
    this.#text = text;
    this.#page = 0;
  }

  /** Shows only rows with this problem; pressed again, all. */
  only(problem: LicenseProblem | null): void {
    this.#problem = this.#problem === problem ? null : problem;
    this.#page = 0;
  }

  turn(page: number): void {
    this.#page = page;
  }

  /** Reads in this language and follows changes until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    this.#locale = locale;
    void this.load();
    return this.#session.client.listen(({ kind }) => {
      if (kind === 'changed' || kind === 'restarted') void this.load();
    });
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const { client } = this.#session;
    const locale = this.#locale;
    try {
      const [rows, customers] = await Promise.all([
        client.api.allLicenses(locale),
        client.api.customers(),
      ]);
      if (asked !== this.#asked) return;
      this.#rows = rows;
      this.#customers = customers;
      this.#failed = false;
    } catch {
      if (asked === this.#asked) this.#failed = true;
    }
  }
}
