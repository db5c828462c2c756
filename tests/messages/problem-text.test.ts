import { describe, expect, it } from 'vitest';
import { locales } from '#messages/locale.ts';
import { loadMessages } from '#messages/messages.ts';
import { problemText } from '#messages/problem-text.ts';
import type { ImportProblem } from '#users/import-problem.ts';

const file = 'users.csv';
const row = 1234;
const column = 'Licenses';
const value = 'Visio+';

/** One problem of every kind: a new kind does not compile until it stands here. */
const problems: {
  readonly [Kind in ImportProblem['kind']]: Extract<ImportProblem, { kind: Kind }>;
} = {
  notRecognised: { kind: 'notRecognised', file },
  tooLarge: { kind: 'tooLarge', file, bytes: 400, limit: 300 },
  unreadable: { kind: 'unreadable', file, why: 'changed', detail: 'NotReadableError' },
  tooManyRows: { kind: 'tooManyRows', file, limit: 2_000_000 },
  notUtf8: { kind: 'notUtf8', file, row },
  notInEncoding: { kind: 'notInEncoding', file, row, encoding: 'big5' },
  brokenJson: { kind: 'brokenJson', file, line: 1234, column: 7, detail: 'oops' },
  wrongShape: { kind: 'wrongShape', file, path: 'value[3].id', expected: 'GUID', received: '"x"' },
  missingColumn: { kind: 'missingColumn', file, column },
  missingListColumn: { kind: 'missingListColumn', file, role: 'product' },
  raggedRow: { kind: 'raggedRow', file, row, expected: 3, received: 2 },
  aboveHeader: { kind: 'aboveHeader', file, row },
  cutOff: { kind: 'cutOff', file, row },
  tooDeep: { kind: 'tooDeep', file },
  brokenQuotes: { kind: 'brokenQuotes', file, row },
  badValue: { kind: 'badValue', file, row, column, value },
  typeNames: { kind: 'typeNames', file, row, column, value, rows: 9 },
  licensesUntold: { kind: 'licensesUntold', file, users: 1234, columns: ['Licenses;;', 'SKU'] },
  duplicateUser: { kind: 'duplicateUser', file, row, userPrincipalName: 'a@b.example' },
  cutDepth: { kind: 'cutDepth', file, path: '[0].AssignedLicenses', value, users: 9 },
  unknownProduct: { kind: 'unknownProduct', file, row, column, value, rows: 9, isListed: true },
  ambiguousProduct: {
    ...{ kind: 'ambiguousProduct', file, row, column, value, rows: 9 },
    skuPartNumbers: ['VISIOCLIENT', 'VISIO_PLAN2_DEPT'],
    isListed: false,
  },
  morePages: { kind: 'morePages', file },
  mixedTenants: { kind: 'mixedTenants', file },
  badWorkbook: { kind: 'badWorkbook', file, fault: 'protected' },
  otherSheets: { kind: 'otherSheets', file, sheet: 'Users', others: ['Old', 'Notes'] },
  computedCells: { kind: 'computedCells', file, row: 1234, cells: 2 },
};

describe.each(locales)('in %s', (locale) => {
  it.each(Object.values(problems))(
    '$kind names the file, and row, column and value',
    async (one) => {
      const text = problemText(one, await loadMessages(locale), (bytes) => `${bytes} B`);
      expect(text).toContain(file);
      if ('row' in one) expect(text).toContain('1,234');
      if (one.kind !== 'brokenJson' && 'column' in one) expect(text).toContain(column);
      if ('value' in one) expect(text).toContain(value);
      if (one.kind === 'brokenJson') expect(text).toMatch(/1,234.*7.*oops/);
      if (one.kind === 'ambiguousProduct') expect(text).toContain('VISIO_PLAN2_DEPT');
      if (one.kind === 'licensesUntold')
        expect(text).toMatch(/1,234.*[“「]Licenses;;[”」].*[“「]SKU[”」]/);
      if (one.kind === 'tooLarge') expect(text).toMatch(/400 B.*300 B/);
    },
  );

  it('advises subscribedSkus only where it is not among the files', async () => {
    const m = await loadMessages(locale);
    for (const one of [problems.unknownProduct, problems.ambiguousProduct]) {
      const [here, missing] = [true, false].map((isListed) =>
        problemText({ ...one, isListed }, m, String),
      );
      expect(missing).not.toBe(here);
      expect(here).not.toMatch(/Import subscribedSkus|请.*导入|請.*匯入/);
      expect(missing).toMatch(/Import subscribedSkus|请.*导入|請.*匯入/);
    }
  });

  it('says that JSON ends too early instead of showing nothing', async () => {
    const m = await loadMessages(locale);
    const cutOff = problemText({ ...problems.brokenJson, detail: '' }, m, String);
    expect(cutOff).not.toMatch(/“”|「」/);
  });
});
