import { hasBit, type Bits } from './bits.ts';
import type { ConflictFact } from './fact-index.ts';
import type { Issue } from './issue.ts';

/** A service plan of one product and one of another that exclude each other, and what to say then. */
export interface Rivalry {
  readonly bit: number;
  readonly otherBit: number;
  readonly issue: Issue;
}

/** What a product of `bits` excludes of one of `otherBits`; `say` makes the issue, the first product of the pair first. */
export function rivalries(
  facts: readonly ConflictFact[],
  bits: Bits,
  otherBits: Bits,
  say: (fact: ConflictFact, isOtherFirst: boolean) => Issue,
): Rivalry[] {
  return facts.flatMap((fact) => {
    const [first, second] = fact.bits;
    const found: Rivalry[] = [];
    if (hasBit(bits, first) && hasBit(otherBits, second)) {
      found.push({ bit: first, otherBit: second, issue: say(fact, false) });
    }
    if (hasBit(bits, second) && hasBit(otherBits, first)) {
      found.push({ bit: second, otherBit: first, issue: say(fact, true) });
    }
    return found;
  });
}
