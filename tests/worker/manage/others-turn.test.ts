import { expect, it, onTestFinished, vi } from 'vitest';
import { saveCommands } from '#worker/manage/save-commands.ts';
import { undoCommands } from '#worker/undo/undo-commands.ts';
import { C1 } from '../../store/open-store.ts';
import { ASKED, short } from './short-save.ts';

/** How often others had their turn during it. */
async function turnsIn(work: () => Promise<unknown>): Promise<number> {
  const posted = vi.spyOn(MessagePort.prototype, 'postMessage');
  onTestFinished(() => {
    posted.mockRestore();
  });
  await work();
  const turns = posted.mock.calls.filter(([message]) => message === 'asked').length;
  posted.mockClear();
  return turns;
}

it('a Save and its undo let others have their turn between what each of them works out', async () => {
  const { desk, save } = await short();
  const onShortage = { kind: 'wait', first: [], waiting: [1] } as const;
  const { saveReview } = saveCommands(desk);
  expect(await turnsIn(() => saveReview({ ...ASKED, onShortage }))).toBeGreaterThanOrEqual(3);
  expect(await turnsIn(save)).toBeGreaterThanOrEqual(4);
  const changeId = (await desk.db.changes.toArray())[0]!.id;
  const step = { changeId, kind: 'takenOut' } as const;
  const { stepView, moveChange } = undoCommands(desk);
  const asked = { customerId: C1, step, onShortage: { kind: 'ask' }, locale: 'en' } as const;
  expect(await turnsIn(() => stepView(asked))).toBeGreaterThanOrEqual(2);
  const { consequences } = await stepView(asked);
  const request = { consequences, operator: 'Ada', onShortage: { kind: 'ask' } } as const;
  expect(await turnsIn(() => moveChange(C1, step, request))).toBeGreaterThanOrEqual(3);
});
