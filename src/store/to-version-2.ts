import type { Transaction } from 'dexie';
import type { Draft } from '#plan/draft.ts';
import type { WindowRow } from './rows.ts';

/** A draft as version 1 kept it. */
type FirstDraft = Omit<Draft, 'swaps'>;

const withSwaps = (draft: FirstDraft): Draft => ({ ...draft, swaps: [] });

/** What version 1 stored, as version 2 reads it: drafts of windows and of changes have no swaps yet. */
export async function toVersion2(transaction: Transaction): Promise<void> {
  await transaction
    .table<WindowRow<FirstDraft>>('drafts')
    .toCollection()
    .modify((row, ref) => {
      ref.value = { ...row, value: withSwaps(row.value) };
    });
  await transaction
    .table<{ readonly draft: FirstDraft }>('changes')
    .toCollection()
    .modify((row, ref) => {
      ref.value = { ...row, draft: withSwaps(row.draft) };
    });
}
