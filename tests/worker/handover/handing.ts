import { steady } from '#base/pace.ts';
import type { Desk } from '#worker/desk.ts';
import { handoverCommands } from '#worker/handover/handover-commands.ts';
import type { ExportedUsers } from '#worker/exports/export-types.ts';
import type { HandoverView } from '#worker/handover/handover-types.ts';
import { handOver } from '#worker/handover/hand-over.ts';
import { scriptOutcomes } from '#worker/handover/script-outcomes.ts';
import { assign, C1, imported, loaded, sampleBatch, saved } from '../../store/open-store.ts';
import { E5, objectId } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';

/** A customer with twenty users, E5 planned for 1, 2 and 3. */
export async function planned(): Promise<Desk> {
  const desk = openDesk();
  await imported(desk.db, C1, sampleBatch(20));
  await saved(desk.db, C1, [1, 2, 3], assign(E5));
  return desk;
}

export async function handed(
  desk: Desk,
  as: HandoverView['kind'] = 'script',
  whom: ExportedUsers = { kind: 'all' },
) {
  const { version } = (await loaded(desk.db, C1)).customer;
  const request = { customerId: C1, as, to: 'Bo', operator: 'Ada', whom, version } as const;
  const value = await handOver(desk, request, steady);
  if (value.kind !== 'handedOver') throw new Error(JSON.stringify(value));
  const [row] = await handoverCommands(desk).handovers(C1);
  const bytes = await value.blob.arrayBuffer();
  return { file: new File([bytes], value.name), bytes, text: await value.blob.text(), row: row! };
}

export const skusOf = async ({ db }: Desk, position: number) => {
  const { table, sets } = await loaded(db, C1);
  const skus = (number: number) => sets.at(number).map(({ skuId }) => skuId);
  return {
    known: skus(table.licenses.baseline[position]!),
    planned: skus(table.licenses.planned[position]!),
  };
};

export const outcomesFile = (
  id: string,
  rows: readonly (readonly [number, string, string?])[],
): File =>
  new File(
    [
      'PlanId,UserId,UserPrincipalName,Outcome,Detail,At\r\n',
      ...rows.map(
        ([n, outcome, detail = '']) => `${id},${objectId(n)},u,${outcome},${detail},\r\n`,
      ),
    ],
    'outcomes.csv',
  );

export const readOutcomes = async (desk: Desk, file: File) => {
  const value = await scriptOutcomes(desk, file, steady);
  if (value.kind !== 'scriptOutcomes') throw new Error(value.kind);
  return value;
};
