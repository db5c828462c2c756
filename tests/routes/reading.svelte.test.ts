import fc from 'fast-check';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ClientEvent } from '#client/client.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Locale } from '#messages/locale.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import { onPage, PageSession } from './page-session.svelte.ts';

const ID = 'c1' as CustomerId;
const changed: ClientEvent = { kind: 'changed', customerId: ID, version: 2 };

interface Query {
  readonly text: string;
  readonly page: number;
}

/** A question that is held until the test answers it. */
interface Question {
  readonly query: Query;
  readonly locale: Locale;
  answer(words: string): Promise<void>;
  fail(): Promise<void>;
}

/** A reading whose questions wait for the test. */
function held() {
  const questions: Question[] = [];
  const session = new PageSession();
  const settle = async (deed: () => void): Promise<void> => {
    deed();
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  const shown: (readonly [string, string | undefined])[] = [];
  const reading = new Reading<string, Query>(session, {
    query: { text: '', page: 0 },
    ask: (_api, query, locale) =>
      new Promise((resolve, reject) => {
        questions.push({
          query,
          locale,
          answer: (words) => settle(() => resolve(words)),
          fail: () => settle(() => reject(new Error('not read'))),
        });
      }),
    concerns: changesOf(ID),
    onshown: (answer, before) => shown.push([answer, before]),
  });
  return { reading, questions, session, shown };
}

describe('a reading', () => {
  it('asks when it is followed, and shows what comes', async () => {
    const { reading, questions } = held();
    onPage(reading);
    expect([reading.answer, reading.busy, reading.failed]).toEqual([undefined, true, false]);
    await questions[0]!.answer('a');
    expect([reading.answer, reading.busy, reading.failed]).toEqual(['a', false, false]);
  });

  it('says that an answer is late after 15 seconds, until one comes or nobody waits', async () => {
    vi.useFakeTimers();
    try {
      const { reading, questions } = held();
      const leave = onPage(reading);
      vi.advanceTimersByTime(10_000);
      void reading.show({ page: 1 });
      vi.advanceTimersByTime(4_999);
      expect(reading.late).toBe(false);
      vi.advanceTimersByTime(1);
      expect(reading.late).toBe(true);
      await questions[0]!.answer('a');
      expect(reading.late).toBe(true);
      await questions[1]!.answer('b');
      expect(reading.late).toBe(false);
      vi.advanceTimersByTime(60_000);
      expect(reading.late).toBe(false);
      void reading.load();
      leave();
      vi.advanceTimersByTime(60_000);
      expect(reading.late).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps the last good answer and its question where a later one fails', async () => {
    const { reading, questions } = held();
    onPage(reading);
    await questions[0]!.answer('a');
    void reading.show({ page: 3 });
    await questions[1]!.fail();
    expect([reading.answer, reading.failed, reading.busy]).toEqual(['a', true, false]);
    expect([reading.query.page, reading.answered?.page]).toEqual([3, 0]);
    void reading.load();
    expect(reading.failed).toBe(true);
    await questions[2]!.answer('b');
    expect([reading.answer, reading.failed, reading.answered?.page]).toEqual(['b', false, 3]);
  });

  it('changes only the part of the question that is said', async () => {
    const { reading, questions } = held();
    void reading.show({ text: 'ada' });
    void reading.show({ page: 2 });
    expect(questions[1]!.query).toEqual({ text: 'ada', page: 2 });
  });

  it('says of each question whether its answer is shown', async () => {
    const { reading, questions } = held();
    const [overtaken, shown] = [reading.load(), reading.load()];
    await questions[1]!.answer('b');
    await questions[0]!.answer('a');
    const failed = reading.load();
    await questions[2]!.fail();
    expect(await Promise.all([overtaken, shown, failed])).toEqual([false, true, false]);
  });

  it('shows only what the newest question brought, in whatever order answers and failures come', async () => {
    const ending = fc.record({ at: fc.nat(), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(ending, { minLength: 1, maxLength: 8 }), async (endings) => {
        const { reading, questions } = held();
        for (let page = 0; page < endings.length; page++) void reading.show({ page });
        const newest = endings.length - 1;
        const waiting = [...questions.entries()];
        let isOver = false;
        for (const { at } of endings) {
          const [[page, question]] = waiting.splice(at % waiting.length, 1) as [[number, Question]];
          const { fails } = endings[page]!;
          await (fails ? question.fail() : question.answer(String(page)));
          isOver ||= page === newest;
          const { fails: newestFails } = endings[newest]!;
          expect(reading.busy).toBe(!isOver);
          expect(reading.failed).toBe(isOver && newestFails);
          expect(reading.answer).toBe(isOver && !newestFails ? String(newest) : undefined);
        }
      }),
    );
  });

  it('asks again after what concerns it, and after nothing else', async () => {
    const { reading, questions, session } = held();
    onPage(reading);
    await questions[0]!.answer('a');
    session.tell({ ...changed, customerId: 'c2' as CustomerId });
    session.tell({ kind: 'rulesChanged' });
    expect(questions).toHaveLength(1);
    session.tell(changed);
    expect(questions).toHaveLength(2);
  });

  it('reads once what is told while a question is under way', async () => {
    const { reading, questions, session } = held();
    onPage(reading);
    session.tell(changed);
    session.tell(changed);
    session.tell(changed);
    expect(questions).toHaveLength(1);
    await questions[0]!.answer('a');
    expect(questions).toHaveLength(2);
    expect([reading.answer, reading.busy]).toEqual(['a', true]);
    await questions[1]!.answer('b');
    expect(questions).toHaveLength(2);
    expect(reading.answer).toBe('b');
  });

  it('reads nothing again for what was told before its newest question', async () => {
    const { reading, questions, session } = held();
    onPage(reading);
    session.tell(changed);
    void reading.show({ page: 1 });
    await questions[1]!.answer('b');
    expect(questions).toHaveLength(2);
  });

  it('asks a worker that was started anew at once: the old one will not answer', async () => {
    const { reading, questions, session } = held();
    onPage(reading);
    session.tell({ kind: 'restarted' });
    expect(questions).toHaveLength(2);
    await questions[1]!.answer('b');
    expect([reading.answer, reading.busy]).toEqual(['b', false]);
  });

  it('asks again in another language, and only then', async () => {
    const { reading, questions, session } = held();
    onPage(reading);
    await questions[0]!.answer('a');
    void reading.show({ page: 1 });
    await questions[1]!.answer('b');
    flushSync();
    expect(questions).toHaveLength(2);
    session.locale = 'zh-Hans';
    flushSync();
    expect(questions.map(({ locale }) => locale)).toEqual(['en', 'en', 'zh-Hans']);
    expect(questions[2]!.query.page).toBe(1);
  });

  it('asks about something else when the page does, on top of what it asked', () => {
    const asked: Query[] = [];
    let text = $state('ada');
    const reading = new Reading<string, Query>(new PageSession(), {
      query: { text: '', page: 0 },
      about: () => ({ text }),
      ask: (_api, query) => {
        asked.push(query);
        return Promise.resolve('');
      },
    });
    onPage(reading);
    void reading.show({ page: 2 });
    flushSync();
    text = 'grace';
    flushSync();
    expect(asked).toEqual([
      { text: 'ada', page: 0 },
      { text: 'ada', page: 2 },
      { text: 'grace', page: 2 },
    ]);
  });

  it('is deaf after its page is gone', async () => {
    const { reading, questions, session } = held();
    const leave = onPage(reading);
    session.tell(changed);
    leave();
    session.tell(changed);
    await questions[0]!.answer('a');
    expect(questions).toHaveLength(1);
  });

  it('takes an answer that a command gave, over what it was asking', async () => {
    const { reading, questions } = held();
    onPage(reading);
    reading.take('done');
    await questions[0]!.answer('before it was done');
    expect([reading.answer, reading.busy, reading.failed]).toEqual(['done', false, false]);
  });

  it('amends what is shown until the next answer, and goes on asking', async () => {
    const { reading, questions } = held();
    reading.amend((words) => `${words}!`);
    expect(reading.answer).toBeUndefined();
    onPage(reading);
    await questions[0]!.answer('a');
    void reading.load();
    reading.amend((words) => `${words}!`);
    expect([reading.answer, reading.busy]).toEqual(['a!', true]);
    await questions[1]!.answer('b');
    expect([reading.answer, reading.busy]).toEqual(['b', false]);
  });

  it('reads what was told while it was asking, also where a command gave an answer', async () => {
    const { reading, questions, session } = held();
    onPage(reading);
    session.tell(changed);
    reading.take('done');
    expect(questions).toHaveLength(2);
    await questions[1]!.answer('after it');
    expect([reading.answer, reading.busy]).toEqual(['after it', false]);
  });

  it('tells of each answer that is shown, and of the one before, but of none that was overtaken', async () => {
    const { reading, questions, shown } = held();
    void reading.load();
    void reading.load();
    await questions[1]!.answer('b');
    await questions[0]!.answer('a');
    void reading.load();
    await questions[2]!.fail();
    reading.take('done');
    expect(shown).toEqual([
      ['b', undefined],
      ['done', 'b'],
    ]);
  });
});
