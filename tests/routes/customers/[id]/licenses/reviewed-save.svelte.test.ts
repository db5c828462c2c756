import fc from 'fast-check';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import type { Consequences } from '#plan/consequences.ts';
import { emptyDraft, type Draft } from '#plan/draft.ts';
import { Manage } from '#routes/customers/[id]/licenses/manage.svelte.ts';
import { ReviewedSave } from '#routes/customers/[id]/licenses/reviewed-save.svelte.ts';
import type { ManageView } from '#worker/manage/manage-types.ts';
import type { SaveReview } from '#worker/manage/save-types.ts';
import type { Scope } from '#worker/scope-types.ts';
import { onPage, PageSession } from '../../../page-session.svelte.ts';

const ID = 'c1' as CustomerId;
const SCOPE = { kind: 'list', window: 'w1', listId: 'l1' } as Scope;
const LETTERS = ['SE', 'NO', 'DE'];

/** Stands for what a draft would do: here just where the draft says that users are. */
const consequencesOf = ({ usageLocation }: Draft): Consequences =>
  (usageLocation ?? 'none') as Consequences;

/** A question that waits until the test lets the worker answer it. */
interface Question {
  readonly draft: Draft;
  answer(): Promise<void>;
}

/** The review of a list on its page, every question of which waits for the test. */
async function reviewed() {
  const views: Question[] = [];
  const reviews: Question[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    flushSync();
  };
  const held =
    (waiting: Question[]) =>
    (ask?: unknown): Promise<unknown> =>
      new Promise((resolve) => {
        const { draft } = ask as { draft: Draft };
        const answer = (): Promise<void> => {
          resolve({ consequences: consequencesOf(draft) } satisfies Pick<
            ManageView & SaveReview,
            'consequences'
          >);
          return settle();
        };
        waiting.push({ draft, answer });
      });
  const session = new PageSession({
    draft: () => Promise.resolve(emptyDraft),
    keepDraft: () => Promise.resolve(),
    manage: held(views),
    saveReview: held(reviews),
  }).whole;
  const manage = new Manage(session, ID, SCOPE);
  const save = new ReviewedSave(session, manage, { kind: 'ask' });
  const leave = [onPage(manage), onPage(save.reading)];
  await settle();
  return { manage, save, views, reviews, settle, leave: () => leave.forEach((end) => end()) };
}

describe('the numbers of Manage', () => {
  it('are said to be late after 15 seconds, until those of what is ticked now are there', async () => {
    vi.useFakeTimers();
    try {
      const { manage, views } = await reviewed();
      vi.advanceTimersByTime(15_000);
      expect(manage.reading.late).toBe(true);
      manage.setLocation('SE');
      await views[0]?.answer();
      expect(manage.reading.late).toBe(true);
      await views[1]?.answer();
      vi.advanceTimersByTime(60_000);
      expect(manage.reading.late).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('what Save would do, beside the numbers of Manage', () => {
  it('is not the one of before while the new one is worked out', async () => {
    const { manage, save, views, reviews } = await reviewed();
    await views[0]?.answer();
    await reviews.at(-1)?.answer();
    expect(save.found?.consequences).toBe('none');
    manage.setLocation('SE');
    await views[1]?.answer();
    expect(manage.view?.consequences).toBe('SE');
    expect(save.found).toBeNull();
    await reviews.at(-1)?.answer();
    expect(save.found?.consequences).toBe('SE');
  });

  it('never differs from them, in whatever order the worker answers, and comes in the end', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('edit' as const), letters: fc.constantFrom(...LETTERS) }),
      fc.record({ do: fc.constantFrom('view' as const, 'review' as const), which: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
        const { manage, save, views, reviews, settle, leave } = await reviewed();
        const agrees = (): void => {
          const { found } = save;
          if (found === null) return;
          expect(found.consequences).toBe(manage.view?.consequences);
          expect(found.consequences).toBe(consequencesOf(manage.draft));
        };
        for (const one of steps) {
          if (one.do === 'edit') {
            manage.setLocation(one.letters);
            await settle();
          } else {
            const open = one.do === 'view' ? views : reviews;
            await open[one.which % Math.max(open.length, 1)]?.answer();
          }
          agrees();
        }
        // the answer of one question may ask another one
        for (let i = 0; i < views.length; i++) await views[i]?.answer();
        for (let i = 0; i < reviews.length; i++) await reviews[i]?.answer();
        expect(save.found?.consequences).toBe(consequencesOf(manage.draft));
        leave();
      }),
      { numRuns: 60 },
    );
  });
});
