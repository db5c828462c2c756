import type { HandedPlan, Handover } from './handed-plan.ts';

type Named = Pick<HandedPlan, 'customer' | 'madeAt'>;

const LONGEST_NAME = 40;

/** The customer and the time (UTC), as file systems and PowerShell take them without quotation marks. */
function markOf({ customer, madeAt }: Named): string {
  const words = customer.name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  // by code points: half a character is no name
  const name = Array.from(words.join('-')).slice(0, LONGEST_NAME).join('');
  const time = new Date(madeAt).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  return name === '' ? time : `${name}-${time}`;
}

/** The name of the file that is handed over: by customer and second, so that people can tell them apart. */
export const handedFileName = (plan: Named, kind: Handover['kind']): string =>
  kind === 'script' ? `seatwise-script-${markOf(plan)}.ps1` : `seatwise-plan-${markOf(plan)}.json`;

/** The name of the file in which the script of a plan writes its outcomes. */
export const outcomeFileName = (plan: Named): string => `seatwise-outcomes-${markOf(plan)}.csv`;
