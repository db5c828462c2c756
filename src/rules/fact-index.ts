import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import { readLocation, type LocationCode } from '#users/usage-location.ts';
import { addBit, type Bits } from './bits.ts';
import type { MaskLayout } from './plan-mask.ts';
import type { Severity } from './severity.ts';
import type { FactId, RuleFact } from './rule-fact.ts';

interface IndexedFact {
  readonly factId: FactId;
  readonly severity: Severity;
}

export interface DependencyFact extends IndexedFact {
  readonly subject: ServicePlanId;
  readonly requiresAnyOf: readonly ServicePlanId[];
  /** One of these bits is set where the need is met, or where no source says that it is not. */
  readonly metBy: Bits;
}

export interface ConflictFact extends IndexedFact {
  /** In the fact's own order, as are their bits. */
  readonly pair: readonly [ServicePlanId, ServicePlanId];
  readonly bits: readonly [number, number];
}

export interface ProhibitedFact extends IndexedFact {
  readonly location: string;
  /** The one is a bit or a product number, the other null. */
  readonly plan: { readonly id: ServicePlanId; readonly bit: number } | null;
  readonly sku: SkuId | null;
}

/** Where the bits of a customer's service plans are looked up. */
interface BitNumbers {
  readonly layout: MaskLayout;
  bitOf(plan: ServicePlanId): number;
}

const push = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

/** Facts found by the service plan or place they are about. Facts about what the customer does not own are left out. */
export class FactIndex {
  /** Service plans that need others. */
  readonly dependents: Bits;

  readonly #conflicts: ConflictFact[] = [];
  readonly #dependencies = new Map<number, DependencyFact[]>();
  readonly #prohibited = new Map<LocationCode, ProhibitedFact[]>();

  constructor(facts: readonly RuleFact[], numbers: BitNumbers) {
    this.dependents = new Uint32Array(numbers.layout.words);
    for (const fact of facts) this.#add(fact, numbers);
  }

  /** What the service plan with this bit needs. */
  dependenciesOf(bit: number): readonly DependencyFact[] {
    return this.#dependencies.get(bit) ?? [];
  }

  /** Service plans that exclude each other. */
  get conflicts(): readonly ConflictFact[] {
    return this.#conflicts;
  }

  /** What is prohibited at the location. */
  prohibitedIn(location: LocationCode): readonly ProhibitedFact[] {
    return this.#prohibited.get(location) ?? [];
  }

  #add({ id: factId, severity, relation }: RuleFact, numbers: BitNumbers): void {
    switch (relation.kind) {
      case 'requiresAnyOf': {
        const bit = numbers.bitOf(relation.subject);
        if (bit < 0) return;
        const { words, openBit, possibly } = numbers.layout;
        const metBy = new Uint32Array(words);
        addBit(metBy, openBit);
        for (const plan of relation.anyOf) {
          const needed = numbers.bitOf(plan);
          if (needed >= 0) addBit(metBy, possibly(needed));
        }
        const { subject, anyOf: requiresAnyOf } = relation;
        push(this.#dependencies, bit, { factId, severity, subject, requiresAnyOf, metBy });
        addBit(this.dependents, bit);
        return;
      }
      case 'excludes': {
        const { pair } = relation;
        const [first, second] = [numbers.bitOf(pair[0]), numbers.bitOf(pair[1])];
        if (first < 0 || second < 0 || first === second) return;
        this.#conflicts.push({ factId, severity, pair, bits: [first, second] });
        return;
      }
      case 'prohibitedIn': {
        const code = readLocation(relation.location);
        if (code === null) return;
        const { subject, location } = relation;
        const plan =
          subject.kind === 'servicePlan'
            ? { id: subject.id, bit: numbers.bitOf(subject.id) }
            : null;
        if (plan !== null && plan.bit < 0) return;
        const sku = subject.kind === 'product' ? subject.id : null;
        push(this.#prohibited, code, { factId, severity, location, plan, sku });
        return;
      }
    }
  }
}
