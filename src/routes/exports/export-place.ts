import type { ExportFormat } from '#worker/exports/export-types.ts';

/** Where an exported file goes: into a file that the person chose, or to the downloads. */
export type ExportPlace =
  | { readonly kind: 'file'; readonly file: FileSystemFileHandle }
  | { readonly kind: 'download' }
  /** The person closed the question. */
  | { readonly kind: 'nowhere' };

/** What Chromium has and other browsers have not: https://wicg.github.io/file-system-access/ */
interface FilePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<FileSystemFileHandle>;
}

const accepted = {
  csv: { 'text/csv': ['.csv'] },
  xlsx: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'] },
} as const;

/**
 * Asks where the file is to be written, in browsers that can write into it while it is made; in
 * others it will be a download. Must be called while the person presses something.
 */
export async function askPlace(name: string, format: ExportFormat): Promise<ExportPlace> {
  const { showSaveFilePicker } = globalThis as FilePicker;
  if (showSaveFilePicker === undefined) return { kind: 'download' };
  try {
    const types = [{ accept: accepted[format] }];
    const file = await showSaveFilePicker.call(globalThis, { suggestedName: name, types });
    return { kind: 'file', file };
  } catch (error) {
    const isClosed = error instanceof DOMException && error.name === 'AbortError';
    // a browser or policy that refuses to ask can still download
    return { kind: isClosed ? 'nowhere' : 'download' };
  }
}

/** Removes a file that was made for an export that wrote nothing; one that holds something stays. */
export async function dropEmpty(file: FileSystemFileHandle): Promise<void> {
  const { remove } = file as { remove?: () => Promise<void> };
  try {
    if ((await file.getFile()).size === 0) await remove?.call(file);
  } catch {
    // gone already, or not ours to remove: an empty file does no harm
  }
}
