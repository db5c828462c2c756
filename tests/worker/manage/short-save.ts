import { expect } from 'vitest';
import type { Position } from '#users/ids.ts';
import { readLocation } from '#users/usage-location.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';
import type { OnShortage } from '#worker/manage/save-types.ts';
import { selectionCommands } from '#worker/selection/selection-commands.ts';
import { assign, C1, imported, sampleBatch } from '../../store/open-store.ts';
import { E3, E5, owned } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';

export const SCOPE = { kind: 'selection', window: 'w1' } as const;
export const DRAFT = assign(E5);
export const PICKED = [8, 3] as Position[];
export const ASKED = { customerId: C1, scope: SCOPE, draft: DRAFT, locale: 'en' } as const;

/** Users 1 to 9 are selected to get E5, of which four are left; 8 and 3 go first, 1 last. */
export async function short() {
  const desk = openDesk();
  const users = sampleBatch(20).users!.map((user) => ({
    ...user,
    usageLocation: readLocation('NL')!,
  }));
  const products = [owned(E3), owned(E5, 5)];
  await imported(desk.db, C1, sampleBatch(20, { users, products }));
  const positions = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const { editSelection } = selectionCommands(desk);
  await editSelection(C1, 'w1', { kind: 'set', positions, selected: true });
  const onShortage: OnShortage = { kind: 'wait', first: PICKED, waiting: [1] };
  const save = async () => {
    const { save: press, savePreview } = saveCommands(desk);
    const { preview, consequences } = await savePreview({ ...ASKED, onShortage });
    expect(preview).toMatchObject({ changed: 4, waits: 5 });
    const said = { operator: 'Ada', reference: null, note: null };
    const request = { ...said, draft: DRAFT, consequences, onShortage };
    const saved = await press({ customerId: C1, scope: SCOPE, request, locale: 'en' });
    if (!saved.ok) throw new Error(saved.error.kind);
    return saved.value;
  };
  return { desk, save };
}
