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
  const lookAtFile = (_: File, choice: CsvChoice) =>
    new Promise((resolve) => answers.push(() => resolve(ok(lookAt(choice)))));
  const session = { client: { api: { lookAtFile } }, locale: 'en' } as unknown as Session;
  const form = new FileForm(session, new File([], 'first.csv'), noChoice);
  const shown = form.show();
  answers.shift()?.();
  await shown;
  return { form, answers };
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
