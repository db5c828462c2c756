import { describe, expect, it } from 'vitest';
import { emptyDraft, type Draft } from '#plan/draft.ts';
import { KeptDraft } from '#routes/customers/[id]/licenses/kept-draft.ts';

const draft = (usageLocation: string): Draft => ({ ...emptyDraft, usageLocation });

/** A store whose writes end only when the test says so. */
class SlowStore {
  readonly written: Draft[] = [];
  readonly #ends: (() => void)[] = [];

  readonly write = (one: Draft): Promise<void> => {
    this.written.push(one);
    return new Promise((resolve) => this.#ends.push(resolve));
  };

  async end(): Promise<void> {
    this.#ends.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

describe('a kept draft', () => {
  it('is written at once, and once more for everything ticked meanwhile', async () => {
    const store = new SlowStore();
    const kept = new KeptDraft(store.write, () => expect.unreachable());
    kept.startsAs(emptyDraft);
    const [first, second, third] = [draft('DE'), draft('FR'), draft('IT')];
    kept.keep(first);
    kept.keep(second);
    kept.keep(third);
    expect(store.written).toEqual([first]);
    await store.end();
    expect(store.written).toEqual([first, third]);
    await store.end();
    expect(store.written).toHaveLength(2);
  });

  it('is settled only when the last write has ended', async () => {
    const store = new SlowStore();
    const kept = new KeptDraft(store.write, () => expect.unreachable());
    kept.keep(draft('DE'));
    kept.keep(draft('FR'));
    let settled = false;
    const done = kept.settled().then(() => (settled = true));
    await store.end();
    expect(settled).toBe(false);
    await store.end();
    await done;
    expect(settled).toBe(true);
  });

  it('says when it could not be kept, and tries again with the next tick', async () => {
    let failures = 0;
    const full = { yes: true };
    const written: Draft[] = [];
    const kept = new KeptDraft(
      async (one) => {
        if (full.yes) throw new Error('no space');
        written.push(one);
      },
      () => failures++,
    );
    kept.keep(draft('DE'));
    await kept.settled();
    expect(failures).toBe(1);
    full.yes = false;
    const next = draft('FR');
    kept.keep(next);
    await kept.settled();
    expect(written).toEqual([next]);
  });
});
