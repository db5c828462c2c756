import type { Draft } from '#plan/draft.ts';
import type { ChangeColumnsRow, ChangeRow } from './rows.ts';

/** A draft as version 1 kept it. */
export type FirstDraft = Omit<Draft, 'swaps'>;

/** A change's head as version 1 kept it: one draft, and all of it open. */
export interface FirstChangeRow extends Omit<ChangeRow, 'events' | 'standings'> {
  readonly draft: FirstDraft;
  readonly state: 'open' | 'ended' | 'takenOut';
}

export type FirstChangeColumnsRow = Omit<
  ChangeColumnsRow,
  'parts' | 'partOf' | 'standing' | 'eventOf'
>;

export const draftFromFirst = (draft: FirstDraft): Draft => ({ swaps: [], ...draft });

/** The head of today. Version 1 had no undo and no sync: every change is open. */
export function changeFromFirst({ draft: _, state: __, ...head }: FirstChangeRow): ChangeRow {
  const standings = { open: head.counts.planned, takenOut: 0, ended: 0 };
  return { ...head, events: [], standings };
}

/** The columns of today; `draft` is that of the change's head. */
export function columnsFromFirst(row: FirstChangeColumnsRow, draft: FirstDraft): ChangeColumnsRow {
  const { length } = row.users;
  return {
    ...row,
    parts: [draftFromFirst(draft)],
    partOf: new Uint32Array(length),
    standing: new Uint8Array(length),
    eventOf: new Uint16Array(length),
  };
}
