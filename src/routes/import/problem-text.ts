import { unreachable } from '#base/unreachable.ts';
import type { Messages } from '#messages/messages.ts';
import type { ImportProblem } from '#users/import-problem.ts';

/** A problem in plain words, naming file, row and column; `bytes` writes a size. */
export function problemText(
  problem: ImportProblem,
  { importing, assignmentLists, words }: Pick<Messages, 'importing' | 'assignmentLists' | 'words'>,
  bytes: (count: number) => string,
): string {
  const m = importing.problem;
  const { file } = problem;
  switch (problem.kind) {
    case 'notRecognised':
      return m.notRecognised(file);
    case 'tooLarge':
      return m.tooLarge(file, bytes(problem.bytes), bytes(problem.limit));
    case 'unreadable':
      return m.unreadable[problem.why](file);
    case 'tooManyRows':
      return m.tooManyRows(file, problem.limit);
    case 'notUtf8':
      return m.notUtf8(file, problem.row);
    case 'notInEncoding':
      return m.notInEncoding(file, problem.row, problem.encoding);
    case 'brokenJson':
      return m.brokenJson(file, problem.line, problem.column, problem.detail);
    case 'wrongShape':
      return m.wrongShape(file, problem.path, problem.expected, problem.received);
    case 'missingColumn':
      return m.missingColumn(file, problem.column);
    case 'missingListColumn':
      return assignmentLists.missing[problem.role](file);
    case 'raggedRow':
      return m.raggedRow(file, problem.row, problem.expected, problem.received);
    case 'aboveHeader':
      return m.aboveHeader(file, problem.row);
    case 'cutOff':
      return m.cutOff(file, problem.row);
    case 'tooDeep':
      return m.tooDeep(file);
    case 'brokenQuotes':
      return m.brokenQuotes(file, problem.row);
    case 'badValue':
      return m.badValue(file, problem.row, problem.column, problem.value);
    case 'typeNames': {
      const { row, column, value, rows } = problem;
      return m.typeNames(file, row, column, value, rows);
    }
    case 'cutDepth':
      return m.cutDepth(file, problem.path, problem.value, problem.users);
    case 'licensesUntold': {
      const columns = problem.columns.map((column) => `“${column}”`);
      return m.licensesUntold(file, problem.users, columns.join(words.listSeparator));
    }
    case 'duplicateUser':
      return m.duplicateUser(file, problem.row, problem.userPrincipalName);
    case 'unknownProduct': {
      const { row, column, value, rows, isListed } = problem;
      return m.unknownProduct(file, row, column, value, rows, isListed);
    }
    case 'ambiguousProduct': {
      const parts = problem.skuPartNumbers.join(words.listSeparator);
      const { row, column, value, rows, isListed } = problem;
      return m.ambiguousProduct(file, row, column, value, rows, parts, isListed);
    }
    case 'morePages':
      return m.morePages(file);
    case 'mixedTenants':
      return m.mixedTenants(file);
    case 'badWorkbook':
      return m.badWorkbook[problem.fault](file);
    case 'otherSheets':
      return m.otherSheets(file, problem.sheet, problem.others.join(words.listSeparator));
    case 'computedCells':
      return m.computedCells(file, problem.row, problem.cells);
    default:
      return unreachable(problem);
  }
}
