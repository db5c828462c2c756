import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { HandedOver } from '#routes/customers/[id]/handed-over/handed-over.svelte.ts';
import type { CanBeHandedOver, HandoverView } from '#worker/handover/handover-types.ts';
import { HeldAnswers, onPage, PageSession } from '../../../page-session.svelte.ts';

const ID = 'c1' as CustomerId;
const ready = (all: number): CanBeHandedOver => ({ all, selected: 0, matching: null });

describe('what is handed over', () => {
  it('never shows an older answer over a newer', async () => {
    const rows: HandoverView[] = [];
    const answers = new HeldAnswers<CanBeHandedOver>();
    const session = new PageSession({
      handovers: () => Promise.resolve(rows),
      canBeHandedOver: () => answers.ask(),
    });
    const handed = new HandedOver(session.whole, ID);
    onPage(handed.reading);
    const newer = handed.reading.load();
    await answers.answer(1, ready(2));
    await newer;
    await answers.answer(0, ready(1));
    expect(handed.ready.all).toBe(2);
  });

  it('says when nobody could be taken back, also when the list is read again', async () => {
    const session = new PageSession({
      handovers: () => Promise.resolve([]),
      canBeHandedOver: () => Promise.resolve(ready(0)),
      takeBack: () => Promise.reject(new Error('the disk is full')),
    });
    const handed = new HandedOver(session.whole, ID);
    await handed.takeBack({ id: 'h1' } as unknown as HandoverView);
    expect([handed.tookBack, handed.reading.failed]).toEqual(['failed', false]);
  });
});
