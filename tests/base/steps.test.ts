import { expect, it } from 'vitest';
import { atOnce, inTurns, type Steps } from '#base/steps.ts';

function* threeSteps(): Steps<string> {
  yield;
  yield;
  return 'done';
}

it('rests only where it is due, and gives what the steps give', async () => {
  const due = [false, true];
  let rests = 0;
  const pace = {
    due: () => due.shift() ?? false,
    rest: () => Promise.resolve(void rests++),
  };
  expect(await inTurns(threeSteps(), pace)).toBe('done');
  expect(rests).toBe(1);
  expect(atOnce(threeSteps())).toBe('done');
});

it('ends where the rest does not come back', async () => {
  let isOver = false;
  function* work(): Steps<void> {
    yield;
    isOver = true;
  }
  const cancelled = { due: () => true, rest: () => Promise.reject(new Error('cancelled')) };
  await expect(inTurns(work(), cancelled)).rejects.toThrow('cancelled');
  expect(isOver).toBe(false);
});
