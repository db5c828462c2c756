import * as v from 'valibot';
import { fail, ok, type Result } from '#base/result.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { inGraphNames, isPowerShellObject } from './power-shell-json.ts';

/** What takes problems that do not stop an import. */
export type Warn = (problem: ImportProblem) => void;

/** Where a value stands: in which file, and at which path (`value[3]`). */
export interface Place {
  readonly file: string;
  readonly path: string;
}

type Issue = v.BaseIssue<unknown>;

/** `received` is shown to a person, and a file may hold anything. */
const SHOWN = 120;

function pathOf(base: string, issue: Issue, capital: boolean): string {
  let path = base;
  for (const { key } of issue.path ?? []) {
    if (typeof key === 'number') path += `[${key}]`;
    else {
      const name = String(key);
      const shown = capital ? name.charAt(0).toUpperCase() + name.slice(1) : name;
      path += path === '' ? shown : `.${shown}`;
    }
  }
  return path;
}

const expectedOf = (issue: Issue): string =>
  issue.type === 'check' || issue.type === 'union' ? issue.message : (issue.expected ?? issue.type);

/**
 * Reads `value` as the given shape. Names may be Graph's or PowerShell's. What does not fit is a
 * `wrongShape` that names the place, what was expected and what was found.
 */
export function readShape<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: Place,
): Result<v.InferOutput<Schema>, ImportProblem> {
  const capital = isPowerShellObject(value);
  const read = v.safeParse(schema, capital ? inGraphNames(value) : value, { abortEarly: true });
  if (read.success) return ok(read.output);
  const [issue] = read.issues;
  return fail({
    kind: 'wrongShape',
    file: place.file,
    path: pathOf(place.path, issue, capital),
    expected: expectedOf(issue),
    received: issue.received.slice(0, SHOWN),
  });
}
