import type { ImportProblem } from '#users/import-problem.ts';

type Kind = ImportProblem['kind'];
type Of<K extends Kind> = Extract<ImportProblem, { kind: K }>;
/** Writes a number of bytes as a size. */
type Size = (bytes: number) => string;
type Say<K extends Kind> = (problem: Of<K>, size: Size) => string;

/** A text for each problem; where the problem says what exactly is wrong, one for each of that. */
export type ProblemTexts = { readonly [K in Exclude<Kind, keyof Divided>]: Say<K> } & Divided;

interface Divided {
  readonly badWorkbook: Readonly<Record<Of<'badWorkbook'>['fault'], Say<'badWorkbook'>>>;
  readonly unreadable: Readonly<Record<Of<'unreadable'>['why'], Say<'unreadable'>>>;
  readonly missingListColumn: Readonly<
    Record<Of<'missingListColumn'>['role'], Say<'missingListColumn'>>
  >;
}

const say = <K extends Kind>(
  texts: { readonly [P in K]: (problem: Of<P>, size: Size) => string },
  problem: Of<K>,
  size: Size,
): string => texts[problem.kind](problem, size);

/** A problem in plain words, naming file, row and column; `size` writes so many bytes. */
export function problemText(
  problem: ImportProblem,
  { problems }: { readonly problems: ProblemTexts },
  size: Size,
): string {
  switch (problem.kind) {
    case 'badWorkbook':
      return problems.badWorkbook[problem.fault](problem, size);
    case 'unreadable':
      return problems.unreadable[problem.why](problem, size);
    case 'missingListColumn':
      return problems.missingListColumn[problem.role](problem, size);
    default:
      return say(problems, problem, size);
  }
}
