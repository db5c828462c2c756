import { isOutcomesHeader } from '#csv/script-outcomes.ts';
import { isPlanFile } from '#handover/plan-file.ts';
import { looksLikeBackup } from '#store/backup-format.ts';
import type { FileKind } from './import-types.ts';

/** What Seatwise, or a script that it made, wrote. */
export type SeatwiseFile = Extract<FileKind, 'backup' | 'planFile' | 'scriptOutcomes'>;

/** How much of a file is looked at, in bytes: each names itself at once. */
const START = 400;

function kindOf(start: string): SeatwiseFile | null {
  if (looksLikeBackup(start)) return 'backup';
  if (isPlanFile(start)) return 'planFile';
  const [header = ''] = start.replace('\uFEFF', '').split(/\r?\n/);
  // a spreadsheet saves it with the delimiter of its country
  const headings = header.split(/[,;\t]/).map((cell) => cell.replaceAll('"', '').trim());
  return isOutcomesHeader(headings) ? 'scriptOutcomes' : null;
}

/** Which of the files are Seatwise's own. One that cannot be read is left for the reader to say so. */
export async function seatwiseFiles(
  files: readonly File[],
): Promise<ReadonlyMap<File, SeatwiseFile>> {
  const found = new Map<File, SeatwiseFile>();
  for (const file of files) {
    const start = await file
      .slice(0, START)
      .text()
      .catch(() => '');
    const kind = kindOf(start);
    if (kind !== null) found.set(file, kind);
  }
  return found;
}
