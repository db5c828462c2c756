import type { ImportProblem } from './import-problem.ts';

/**
 * The problem that an error in reading a chosen file stands for. A browser refuses to read a file that
 * was written to after it was chosen (`NotReadableError`) or that is gone (`NotFoundError`). Source:
 * File API, "file read errors".
 */
export function unreadable(file: string, error: unknown): ImportProblem {
  const name = error instanceof Error ? error.name : '';
  const why = name === 'NotFoundError' ? 'gone' : name === 'NotReadableError' ? 'changed' : 'other';
  return { kind: 'unreadable', file, why, detail: String(error) };
}
