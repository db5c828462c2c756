import { expect, it } from 'vitest';
import { ok } from '#base/result.ts';
import type { ListRole } from '#csv/list-roles.ts';
import type { ToldList } from '#csv/tell-list.ts';
import { ListRun } from '#routes/import/list-run.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';

const HEADINGS = ['Anmeldename', 'Was', 'Tun'];

/** A list of which nobody finds users and products; the worker keeps what is said when told to. */
async function opened() {
  const kept: (readonly (ListRole | null)[])[] = [];
  const answers: (() => void)[] = [];
  const columns = HEADINGS.map((heading) => ({ heading, use: 'aside', values: [] }));
  const refused = { kind: 'listRefused', problem: { kind: 'noRows', file: 'client.csv' } };
  const client = {
    api: {
      customers: () => Promise.resolve([]),
      lookAtFile: () => Promise.resolve(ok({ columns })),
      keepListColumns: (_: readonly string[], roles: readonly (ListRole | null)[]) =>
        new Promise<void>((resolve) => {
          kept.push(roles);
          answers.push(resolve);
        }),
    },
    run: () => ({
      end: Promise.resolve({ kind: 'done', value: refused }),
      cancel: () => undefined,
    }),
    listen: () => () => undefined,
  };
  const told = { encoding: 'utf-8', productHeadings: [] } as unknown as ToldList;
  const session = { client, locale: 'en' } as unknown as Session;
  const run = new ListRun(session, new File([], 'client.csv'), told, null);
  run.follow();
  await expect.poll(() => run.columns.length).toBe(HEADINGS.length);
  return { run, kept, answers };
}

it('keeps what was said of one column when another is said before that was kept', async () => {
  const { run, kept, answers } = await opened();
  const said = [
    run.chooseColumn(0, 'user'),
    run.chooseColumn(1, 'product'),
    run.chooseColumn(2, 'action'),
  ];
  answers.splice(0).forEach((answer) => answer());
  await Promise.all(said);
  expect(run.columns.map(({ role }) => role)).toEqual(['user', 'product', 'action']);
  expect(kept.at(-1)).toEqual(['user', 'product', 'action']);
});
