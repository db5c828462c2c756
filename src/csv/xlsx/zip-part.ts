import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { BadWorkbook } from './workbook-fault.ts';
import { isSwollen, type ZipPart } from './zip-directory.ts';

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** Packed bytes at a time: what they can swell to is looked at before the next ones. */
const PIECE = 16 * 1024;

/**
 * The bytes of a part, piece by piece. What its directory entry promised is checked while it is
 * inflated, because a size can lie. Throws `BadWorkbook`: damaged, bomb.
 */
export async function* bytesOf(file: Blob, part: ZipPart): AsyncGenerator<Uint8Array> {
  const from = await startOf(file, part);
  const packed = file.slice(from, from + part.packedSize);
  if (packed.size !== part.packedSize) throw new BadWorkbook('damaged');
  const seen = { packed: 0, size: 0, crc: 0 };
  const inflate = part.isDeflated ? new Inflater() : null;
  for await (const piece of piecesOf(packed)) {
    seen.packed += piece.length;
    const isLast = seen.packed === part.packedSize;
    for (const bytes of inflate?.push(piece, isLast) ?? [piece]) {
      seen.size += bytes.length;
      if (isSwollen(seen.size, seen.packed)) throw new BadWorkbook('bomb');
      if (seen.size > part.size) throw new BadWorkbook('damaged');
      seen.crc = crc32(bytes, seen.crc);
      yield bytes;
    }
  }
  if (seen.size !== part.size || seen.crc !== part.crc) throw new BadWorkbook('damaged');
}

async function startOf(file: Blob, part: ZipPart): Promise<number> {
  const header = await file.slice(part.at, part.at + LOCAL_SIZE).arrayBuffer();
  if (header.byteLength < LOCAL_SIZE) throw new BadWorkbook('damaged');
  const view = new DataView(header);
  if (view.getUint32(0, true) !== LOCAL) throw new BadWorkbook('damaged');
  return part.at + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
}

async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (let at = 0; at < value.length; at += PIECE) yield value.subarray(at, at + PIECE);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Takes deflated bytes in pieces and gives what each of them inflates to. */
class Inflater {
  #out: Uint8Array[] = [];
  readonly #inflate = new Inflate((bytes) => void this.#out.push(bytes));

  push(piece: Uint8Array, isLast: boolean): readonly Uint8Array[] {
    this.#out = [];
    try {
      this.#inflate.push(piece, isLast);
    } catch {
      throw new BadWorkbook('damaged');
    }
    return this.#out;
  }
}
