import { detectForm, HEAD_SIZE } from '#csv/detect-file.ts';
import type { NamedProduct } from '#csv/product-index.ts';
import { encodingOfHead, tellList, type ToldList } from '#csv/tell-list.ts';
import type { FileChoice } from '#worker/imports/import-types.ts';

/** What is said of a file that a person calls a list, but whose header is none: reading it says why. */
async function saidOf(file: File): Promise<ToldList> {
  const { encoding, confidence } = await encodingOfHead(file).catch(() => NONE);
  return { shape: 'long', encoding, confidence, userHeading: '', productHeadings: [] };
}

/** Of a file that cannot be read. */
const NONE = { encoding: 'utf-8', confidence: 'unsure' } as const;

async function isText(file: File): Promise<boolean> {
  const head = await file
    .slice(0, HEAD_SIZE)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return detectForm(new Uint8Array(head)) === 'csv';
}

/**
 * Which of the files are assignment lists, told by their headings or because a person said so
 * (`choices`, by the place of the file), with what they were known by.
 */
export async function listsAmong(
  files: readonly File[],
  choices: readonly FileChoice[],
  named: readonly NamedProduct[],
): Promise<ReadonlyMap<File, ToldList>> {
  const lists = new Map<File, ToldList>();
  for (const [index, file] of files.entries()) {
    const said = choices[index]?.as ?? null;
    if (said === 'customerData' || !(await isText(file))) continue;
    const told = await tellList(file, named);
    if (told.ok) lists.set(file, told.value);
    else if (said === 'assignmentList') lists.set(file, await saidOf(file));
  }
  return lists;
}
