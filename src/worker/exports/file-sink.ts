import type { Result } from '#base/result.ts';
import type { ByteSink } from '#csv/write-csv.ts';
import type { JobFailed, JobFailure } from '#worker/jobs/job-types.ts';
import type { WrittenValue } from './export-types.ts';

/**
 * Writes into a file as bytes are made, so that none of it stays in memory. The file gets its new
 * content only when all is written: where writing ends early (cancelled, refused, no space), one that was
 * there stays as it was, and one that was made for this is empty.
 */
export async function writeInto(
  file: FileSystemFileHandle,
  write: (sink: ByteSink) => Promise<Result<null, JobFailure['kind']>>,
): Promise<WrittenValue | JobFailed> {
  let stream: FileSystemWritableFileStream;
  try {
    stream = await file.createWritable();
  } catch (error) {
    return { failure: { kind: 'notWritable', detail: String(error) } };
  }
  try {
    const end = await write((bytes) => stream.write(bytes));
    if (!end.ok) {
      await stream.abort();
      return { failure: { kind: end.error, detail: '' } };
    }
    await stream.close();
  } catch (error) {
    // it may have ended by itself: what matters is the first error
    await stream.abort().catch(() => undefined);
    throw error;
  }
  return { kind: 'written', name: file.name };
}
