import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Consequences } from '#plan/consequences.ts';
import { UndoQuestion } from '#routes/customers/[id]/undo/undo-question.svelte.ts';
import type { StepView } from '#worker/undo/step-types.ts';
import { HeldAnswers, onPage, PageSession } from '../../../page-session.svelte.ts';

const ID = 'c1' as CustomerId;
const item = { kind: 'location', location: 'SE' } as const;
const view = (consequences: string, version: number, users = 3): StepView => {
  const sheet = { lines: [{ item, users }] };
  return { consequences: consequences as Consequences, version, sheet } as unknown as StepView;
};

/** A question on its page, whose answers the test gives. */
function asked() {
  const answers = new HeldAnswers<StepView>();
  const session = new PageSession({ stepView: () => answers.ask() });
  const step = { changeId: 'h1' as ChangeId, kind: 'takenOut' } as const;
  const question = new UndoQuestion(session.whole, ID, step);
  onPage(question.reading);
  const move = (version: number): void =>
    session.tell({ kind: 'changed', customerId: ID, version });
  return { answers, question, move };
}

describe('the question of an undo', () => {
  it('is worked out once for each answer to a shortage', async () => {
    const { answers, question } = asked();
    await answers.answer(0, view('a', 1));
    question.choose({ kind: 'planAll' });
    flushSync();
    expect(answers.asked).toBe(2);
    expect(question.fresh).toBe(false);
    await answers.answer(1, view('b', 1));
    expect([question.fresh, question.trouble]).toEqual([true, null]);
  });

  it('tells the person when what is shown has moved, and only then', async () => {
    const { answers, question, move } = asked();
    await answers.answer(0, view('a', 1));
    move(1);
    expect(answers.asked).toBe(1);
    move(2);
    await answers.answer(1, view('a', 2));
    expect(question.trouble).toBeNull();
    move(3);
    await answers.answer(2, view('b', 3, 2));
    expect(question.trouble).toBe('stale');
    expect(question.moved).toEqual([{ item, before: 3, after: 2 }]);
  });
});
