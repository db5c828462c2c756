import { PairNumbers } from '#base/pair-numbers.ts';
import { addBits, hasBit, noBits, type Bits } from '#rules/bits.ts';
import type { Issue } from '#rules/issue.ts';
import type { Rows } from '#rules/rows.ts';
import type { Said } from '#rules/said.ts';
import type { JudgedCase } from './judged.ts';
import type { LineRows } from './line-rows.ts';
import type { SwapRows } from './swap-rows.ts';
import type { JudgedSwap } from './swap.ts';
import { effectKinds, effectsOfTouches, type TouchEffect } from './touch-effects.ts';

/**
 * What a draft does to all selected users to whom it does the same, whatever else they hold and
 * whatever the rules say of it: license sets and what is said may be many, cases are few.
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
  /** What of theirs is kept by nothing any more; `data`: mail or files, `chats`: no more than Teams. */
  readonly atRisk: (typeof risks)[number];
}

const risks = ['nothing', 'chats', 'data'] as const;
const kinds = ['planned', 'already', 'unchanged', 'notChanged'] as const;

/** What says that something stays as it is, though it is not as asked. */
const LEAVES: readonly Issue['code'][] = ['inherited', 'licensesUntold'];

/** What a draft does to rows. */
export interface Findings {
  readonly part: number;
  readonly rows: Rows;
  readonly lines: readonly LineRows[];
  readonly swaps: readonly SwapRows[];
  readonly said: readonly Said[];
}

/** Rows of which such an issue is said. */
function rowsWith({ said, rows }: Findings, which: (issue: Issue) => boolean): Bits {
  const found = noBits(rows.before.size);
  for (const one of said) if (which(one.issue)) addBits(found, one.rows);
  return found;
}

/** By row, a number that says of which kind it is, whether its location is set and what is at risk. */
function standings(findings: Findings): Uint32Array {
  const { changed, users } = findings.rows;
  const blocked = rowsWith(findings, ({ severity }) => severity === 'blocking');
  const left = rowsWith(findings, ({ code }) => LEAVES.includes(code));
  const chats = rowsWith(findings, ({ code }) => code === 'dataAtRisk');
  const data = rowsWith(findings, (one) => one.code === 'dataAtRisk' && one.service !== 'teams');
  const kindOf = (row: number, isSet: boolean): (typeof kinds)[number] => {
    if (hasBit(blocked, row)) return 'notChanged';
    if (isSet || hasBit(changed, row)) return 'planned';
    return hasBit(left, row) ? 'unchanged' : 'already';
  };
  return Uint32Array.from(users.after, (location, row) => {
    const isSet = location !== users.before[row];
    const risk = hasBit(data, row) ? 2 : hasBit(chats, row) ? 1 : 0;
    return (kinds.indexOf(kindOf(row, isSet)) * 2 + (isSet ? 1 : 0)) * risks.length + risk;
  });
}

/** Numbers from which rows cannot be told that have the same ones in all columns. */
function pairUp(first: Uint32Array, columns: readonly ArrayLike<number>[]): Uint32Array {
  const pairs = new PairNumbers();
  for (const column of columns) {
    for (let row = 0; row < first.length; row++) {
      first[row] = pairs.number(first[row] ?? 0, column[row] ?? 0);
    }
  }
  return first;
}

const WAYS = effectKinds.length + 1;
/** So many effects fit into one number. */
const TOGETHER = Math.floor(32 / Math.log2(WAYS));

/** What the lines do to each row, as many of them in a number as fit. */
function packed(lines: readonly LineRows[], rows: number): Uint32Array[] {
  const columns: Uint32Array[] = [];
  lines.forEach(({ effects }, i) => {
    if (i % TOGETHER === 0) columns.push(new Uint32Array(rows));
    const column = columns[columns.length - 1] ?? new Uint32Array();
    for (let row = 0; row < rows; row++) {
      column[row] = (column[row] ?? 0) * WAYS + (effects[row] ?? 0);
    }
  });
  return columns;
}

function caseAt(row: number, standing: number, { part, lines, swaps }: Findings): DraftCase {
  const lineEffects = lines.flatMap(({ effects, touched: { skuId, product } }): TouchEffect[] => {
    const kind = effectKinds[(effects[row] ?? 0) - 1];
    return kind === undefined ? [] : [{ skuId, product, kind }];
  });
  const judged = swaps.map((swap) => swap.judged[(swap.judgedOf[row] ?? 0) - 1] ?? null);
  const swapEffects = judged.flatMap((one) => effectsOfTouches(one?.touches ?? []));
  const effects = [...lineEffects, ...swapEffects];
  const [risk, rest] = [standing % risks.length, Math.floor(standing / risks.length)];
  return {
    part,
    effects,
    lineEffects,
    swaps: judged,
    changesLicenses: effects.some(({ kind }) => kind !== 'keptByGroup'),
    setsLocation: rest % 2 === 1,
    atRisk: risks[risk] ?? 'nothing',
    kind: kinds[rest >>> 1] ?? 'already',
  };
}

/** Which rows are the same case; nothing is made for one that is like another. */
export function casesOf(findings: Findings): {
  readonly caseOf: Uint32Array;
  readonly cases: readonly DraftCase[];
} {
  const { rows, lines, swaps } = findings;
  const { size } = rows.before;
  const standing = standings(findings);
  const columns = [...packed(lines, size), ...swaps.map(({ judgedOf }) => judgedOf)];
  const caseOf = pairUp(standing.slice(), columns);
  const cases: DraftCase[] = [];
  const known: (number | undefined)[] = [];
  for (let row = 0; row < size; row++) {
    const number = caseOf[row] ?? 0;
    caseOf[row] = known[number] ??= cases.push(caseAt(row, standing[row] ?? 0, findings)) - 1;
  }
  return { caseOf, cases };
}
