import { SvelteMap } from 'svelte/reactivity';
import type { FoundDomain, ImportSummary } from '#worker/imports/import-types.ts';
import { type DomainTarget, isOfSeveral, partsOf } from './domain-targets.ts';

/** Files of several customers: where the users of each domain go. */
export class ImportSplit {
  #domains = $state.raw<readonly FoundDomain[]>([]);
  readonly #targets = new SvelteMap<string, DomainTarget>();

  /** The domains, most users first; empty where the files are of one customer. */
  get domains(): readonly FoundDomain[] {
    return this.#domains;
  }

  /** True when the files have users of more than one customer on this device. */
  get isLikely(): boolean {
    return isOfSeveral(this.#domains);
  }

  /** What the person chose, else the only customer with such users, a new one where there is none, and nowhere where there are several. */
  targetOf({ domain, customers }: FoundDomain): DomainTarget {
    const [only, ...others] = customers;
    const proposed = only === undefined ? 'new' : others.length === 0 ? only : 'nowhere';
    return this.#targets.get(domain) ?? proposed;
  }

  choose(domain: string, target: DomainTarget): void {
    this.#targets.set(domain, target);
  }

  /** What is written, by customer; new customers are named like their domain. */
  readonly parts = $derived(partsOf(this.#domains, (found) => this.targetOf(found)));

  /** How many users are in the files of these domains. */
  usersOf(domains: readonly string[]): number {
    return this.#domains.reduce(
      (sum, { domain, users }) => sum + (domains.includes(domain) ? users : 0),
      0,
    );
  }

  /** Takes what was read. */
  show({ domains }: ImportSummary): void {
    this.#domains = domains;
    this.#targets.clear();
  }
}
