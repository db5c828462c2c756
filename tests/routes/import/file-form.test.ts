import { expect, it } from 'vitest';
import { ok } from '#base/result.ts';
import { noChoice, type CsvChoice } from '#csv/csv-choice.ts';
import type { FileLook } from '#csv/look-at-file.ts';
import { FileForm } from '#routes/import/file-form.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';

const HEADINGS = ['login', 'who', 'mail'];

const lookAt = (choice: CsvChoice): FileLook => ({
  detected: { encoding: 'utf-8', confidence: 'sure', candidates: [] },
  ...{ encoding: 'utf-8', delimiter: ';' },
  ...{ headerRow: 3, undecodable: 0, isKnown: choice.columns !== null },
  columns: HEADINGS.map((heading, at) => ({
    ...{ heading, use: choice.columns?.[at] ?? 'aside', values: [] },
  })),
});

/** A form whose worker answers when told to. */
async function opened() {
  const answers: (() => void)[] = [];
  let fail: () => void = () => undefined;
  const lookAtFile = (_: File, choice: CsvChoice) =>
    new Promise((resolve, reject) => {
      answers.push(() => resolve(ok(lookAt(choice))));
      fail = () => reject(new Error('the file is gone'));
    });
  const session = { client: { api: { lookAtFile } }, locale: 'en' } as unknown as Session;
  const form = new FileForm(session, new File([], 'first.csv'), noChoice);
  const shown = form.reading.load();
  answers.shift()?.();
  await shown;
  return { form, answers, fail: () => fail() };
}

it('keeps what was said of one column when another is chosen before that is shown', async () => {
  const { form, answers } = await opened();
  const both = [form.chooseColumn(0, 'userPrincipalName'), form.chooseColumn(1, 'displayName')];
  answers.splice(0).forEach((answer) => answer());
  await Promise.all(both);
  expect(form.look?.columns.map(({ use }) => use)).toEqual([
    'userPrincipalName',
    'displayName',
    'aside',
  ]);
});

it('reads no two columns as the same', async () => {
  const { form, answers } = await opened();
  const both = [
    form.chooseColumn(0, 'userPrincipalName'),
    form.chooseColumn(2, 'userPrincipalName'),
  ];
  answers.splice(0).forEach((answer) => answer());
  await Promise.all(both);
  expect(form.choice.columns).toEqual(['aside', 'aside', 'userPrincipalName']);
});

it('says that the file could not be looked at, and goes on showing how it read', async () => {
  const { form, answers, fail } = await opened();
  const shown = form.choose({ delimiter: ';' });
  fail();
  await shown;
  answers.splice(0);
  expect(form.reading.failed).toBe(true);
  expect(form.look?.columns).toHaveLength(3);
  const again = form.reading.load();
  answers.splice(0).forEach((answer) => answer());
  await again;
  expect(form.reading.failed).toBe(false);
});
