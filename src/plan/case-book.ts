import { type TouchEffect, effectKindOf, effectKinds, effectsOfTouches } from './touch-effects.ts';
import type { JudgedCase } from './judged.ts';
import { PairNumbers } from '#base/pair-numbers.ts';
import type { Touch } from '#rules/case.ts';
import type { Issue } from '#rules/issue.ts';
import type { JudgedSwap } from './swap.ts';

/**
 * What a draft does to all selected users to whom it does the same and of whom the rules say the
 * same, whatever else they hold: license sets may be many, cases are few.
 */
export interface DraftCase extends JudgedCase {
  /** Index in the expansion's `parts`. */
  readonly part: number;
  /** Of the effects, those of the draft's lines; the others are of its swaps. */
  readonly lineEffects: readonly TouchEffect[];
  /** Index i: the i-th swap as it was judged; null where it does not concern the users. */
  readonly swaps: readonly (JudgedSwap | null)[];
  readonly changesLicenses: boolean;
  readonly setsLocation: boolean;
}

/** Keys of issues and swaps begin here, so that none is that of an effect: products are fewer. */
const FIRST_OBJECT = 2 ** 24;
const NO_SWAP = FIRST_OBJECT - 1;

/** What a draft does to the users of one slot. */
export interface Finding {
  readonly touches: readonly Touch[];
  /** How many of the touches, the first ones, are of the draft's lines; the others are of its swaps. */
  readonly lines: number;
  readonly swaps: readonly (JudgedSwap | null)[];
  readonly issues: readonly Issue[];
  readonly setsLocation: boolean;
}

/** What says that something stays as it is, though it is not as asked. */
const LEAVES: readonly Issue['code'][] = ['inherited', 'licensesUntold'];

function kindOf(issues: readonly Issue[], isChanged: boolean): DraftCase['kind'] {
  for (const { severity } of issues) if (severity === 'blocking') return 'notChanged';
  if (isChanged) return 'planned';
  return issues.some(({ code }) => LEAVES.includes(code)) ? 'unchanged' : 'already';
}

function caseOf({ touches, lines, swaps, issues, setsLocation }: Finding, part: number): DraftCase {
  const effects = effectsOfTouches(touches);
  const isAllLines = lines === touches.length;
  const lineEffects = isAllLines ? effects : effectsOfTouches(touches.slice(0, lines));
  const changesLicenses = effects.some(({ kind }) => kind !== 'keptByGroup');
  const kind = kindOf(issues, changesLicenses || setsLocation);
  return { part, effects, lineEffects, swaps, changesLicenses, setsLocation, issues, kind };
}

/** Finds which slots are the same case, without making anything for those that are. */
export class CaseBook {
  readonly cases: DraftCase[] = [];
  readonly #part: number;
  readonly #sequences = new PairNumbers();
  /** Of issues and of judged swaps: equal ones are the same object. */
  readonly #objectNumbers = new Map<object, number>();
  /** By number of the sequence of effects and issues. */
  readonly #caseNumbers: (number | undefined)[] = [];

  /** `part`: of the expansion, to which all cases belong. */
  constructor(part: number) {
    this.#part = part;
  }

  /** The number of the case; a new one if nothing like it was found before. */
  number(finding: Finding): number {
    const { touches, swaps, issues, setsLocation } = finding;
    let sequence = this.#sequences.number(0, setsLocation ? 1 : 0);
    for (const touch of touches) {
      const kind = effectKindOf(touch);
      if (kind === null) continue;
      const key = (touch.product + 1) * effectKinds.length + effectKinds.indexOf(kind);
      sequence = this.#sequences.number(sequence, key);
    }
    for (const judged of swaps) {
      const key = judged === null ? NO_SWAP : this.#keyOf(judged);
      sequence = this.#sequences.number(sequence, key);
    }
    for (const issue of issues) {
      sequence = this.#sequences.number(sequence, this.#keyOf(issue));
    }
    return (this.#caseNumbers[sequence] ??= this.cases.push(caseOf(finding, this.#part)) - 1);
  }

  #keyOf(object: Issue | JudgedSwap): number {
    let number = this.#objectNumbers.get(object);
    if (number === undefined) {
      number = FIRST_OBJECT + this.#objectNumbers.size;
      this.#objectNumbers.set(object, number);
    }
    return number;
  }
}
