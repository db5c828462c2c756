import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Session } from '#routes/session.svelte.ts';
import { anyChange, Reading } from '#routes/reading.svelte.ts';
import { Paging } from '#routes/tables/paging.svelte.ts';
import { Sorting, type SortChoice } from '#routes/tables/sorting.svelte.ts';
import type { FactId, Relation, RuleFact } from '#rules/rule-fact.ts';
import type { RuleView } from '#worker/rules/rule-types.ts';
import { ruleKeys, ruleRow, type RuleColumn, type RuleRow } from './rule-row.ts';

/** Which rules the person wants to see; null: all. */
export interface RuleFilter {
  readonly text: string;
  readonly kind: Relation['kind'] | null;
  readonly origin: RuleFact['origin'] | null;
  readonly offOnly: boolean;
}

/** How the person looks at the table. */
export interface RuleLook {
  readonly filter: RuleFilter;
  readonly sort: SortChoice<RuleColumn>;
  readonly page: number;
}

const EVERYTHING: RuleFilter = { text: '', kind: null, origin: null, offOnly: false };

/** The facts behind the rules, searched and sorted here, and what the person decides about them. */
export class RuleList {
  readonly sorting = new Sorting<RuleColumn>('effect');
  readonly #session: Session;
  readonly reading: Reading<readonly RuleView[]>;
  #filter = $state.raw(EVERYTHING);
  #focusing = $state<FactId | null>(null);
  /** Decisions under way. */
  #deciding = 0;
  #notDone = $state(false);
  /** What was pressed and is on its way: the switch answers at once. */
  readonly #pressed = new SvelteMap<FactId, boolean>();
  /** Switched since the filter was chosen: such a row stays, under the hand that pressed it. */
  readonly #touched = new SvelteSet<FactId>();

  readonly #rows = $derived.by(() => {
    const { m, locale } = this.#session;
    return (this.reading.answer ?? [])
      .map((view) => ruleRow(view, m, locale))
      .sort((a, b) => this.#session.compare(a.text, b.text));
  });

  readonly #found = $derived.by(() => {
    const { text, kind, origin, offOnly } = this.#filter;
    const words = text.toLocaleLowerCase().split(/\s+/);
    return this.#rows.filter(
      ({ fact, haystack }) =>
        words.every((word) => haystack.includes(word)) &&
        (kind === null || fact.relation.kind === kind) &&
        (origin === null || fact.origin === origin) &&
        (!offOnly || !this.isOn(fact) || this.#touched.has(fact.id)),
    );
  });

  readonly matching = $derived(
    this.sorting.apply(this.#found, ruleKeys, (a, b) => this.#session.compare(a, b)),
  );

  readonly paging = new Paging<RuleRow>(() => this.matching);

  /** How many rules there are, and how many are switched off. */
  readonly counts = $derived({
    all: this.#rows.length,
    off: this.#rows.filter(({ fact }) => !this.isOn(fact)).length,
  });

  constructor(session: Session) {
    this.#session = session;
    this.reading = new Reading<readonly RuleView[]>(session, {
      query: {},
      ask: (api) => api.rules(),
      concerns: (event) => event.kind === 'rulesChanged' || anyChange(event),
      onshown: () => (this.#notDone = false),
    });
  }

  /** True when the last decision could not be kept. */
  get notDone(): boolean {
    return this.#notDone;
  }

  get filter(): RuleFilter {
    return this.#filter;
  }

  get filtered(): boolean {
    return this.matching.length < this.counts.all;
  }

  get look(): RuleLook {
    return { filter: this.#filter, sort: this.sorting.choice, page: this.paging.page };
  }

  set look({ filter, sort, page }: RuleLook) {
    this.#filter = filter;
    this.sorting.choice = sort;
    this.paging.turn(page);
  }

  isOn({ id, enabled }: RuleFact): boolean {
    return this.#pressed.get(id) ?? enabled;
  }

  narrowTo(part: Partial<RuleFilter>): void {
    this.#filter = { ...this.#filter, ...part };
    this.#touched.clear();
    this.paging.turn(0);
  }

  showAll(): void {
    this.narrowTo(EVERYTHING);
  }

  /** The fact whose row takes the focus as soon as it stands there, and then says `focused`. */
  get focusing(): FactId | null {
    return this.#focusing;
  }

  focused(): void {
    this.#focusing = null;
  }

  /** Goes to a fact, whatever was filtered; false: there is no such fact. */
  show(id: FactId): boolean {
    if (!this.#rows.some(({ fact }) => fact.id === id)) return false;
    this.showAll();
    this.paging.turnTo(this.matching.findIndex(({ fact }) => fact.id === id));
    this.#focusing = id;
    return true;
  }

  async switch(fact: RuleFact, on: boolean): Promise<void> {
    this.#pressed.set(fact.id, on);
    this.#touched.add(fact.id);
    await this.#decide(this.#session.client.api.switchRule(fact.id, on));
  }

  /** Makes what was learned at one customer block everywhere, in this person's name. */
  async widen(fact: RuleFact, by: string): Promise<void> {
    if (by !== this.#session.settings.operator)
      await this.#session.changeSettings({ operator: by });
    if (await this.#decide(this.#session.client.api.widenRule(fact.id, by)))
      this.#session.announce(this.#session.m.rules.widened);
  }

  /** Takes that back. */
  async narrow(fact: RuleFact): Promise<void> {
    if (await this.#decide(this.#session.client.api.narrowRule(fact.id)))
      this.#session.announce(this.#session.m.rules.narrowed);
  }

  /** Takes the list as it is after a decision; true when it was kept. */
  async #decide(decision: Promise<readonly RuleView[]>): Promise<boolean> {
    this.#deciding++;
    const views = await decision.catch(() => null);
    this.#deciding--;
    // the answer to the last decision holds those before it too
    if (this.#deciding === 0) {
      this.#pressed.clear();
      if (views !== null) this.reading.take(views);
    }
    if (views === null) this.#notDone = true;
    return views !== null;
  }
}
