import { MOST_BYTES, MOST_PARTS, MOST_RATIO, RATIO_FROM } from './limits.ts';
import { BadWorkbook } from './workbook-fault.ts';

/** A part of a zip archive as its central directory has it. Sizes in bytes. */
export interface ZipPart {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  /** Where its local header begins. */
  readonly at: number;
}

const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const ENCRYPTED = 0x0001;
/** In a field of four bytes: the number stands elsewhere (ZIP64). */
const ELSEWHERE = 0xffffffff;

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(from, to).arrayBuffer());

/**
 * The parts of a zip archive, by name, from its central directory alone: what stands between the parts
 * counts for nothing. APPNOTE.TXT 6.3.10 (PKWARE), sections 4.3.12 and 4.3.16; archives over 4 GB
 * (ZIP64) and in several volumes are refused. Throws `BadWorkbook`: notAWorkbook, damaged, protected,
 * tooManyParts, tooLarge, bomb.
 */
export async function readDirectory(file: Blob): Promise<ReadonlyMap<string, ZipPart>> {
  const start = Math.max(0, file.size - END_SIZE - LONGEST_COMMENT);
  const tail = await viewOf(file, start, file.size);
  const end = endIn(tail);
  const volume = tail.getUint16(end + 4, true);
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const from = tail.getUint32(end + 16, true);
  if (volume !== 0 || tail.getUint16(end + 8, true) !== count) throw new BadWorkbook('damaged');
  if (count > MOST_PARTS) throw new BadWorkbook('tooManyParts');
  if (from + size > start + end) throw new BadWorkbook('damaged');
  return partsIn(await viewOf(file, from, from + size), count, from);
}

/** Where the end record begins: the last one whose comment reaches exactly to the end of the file. */
function endIn(tail: DataView): number {
  for (let at = tail.byteLength - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    if (at + END_SIZE + tail.getUint16(at + 20, true) === tail.byteLength) return at;
  }
  throw new BadWorkbook('damaged');
}

function partsIn(view: DataView, count: number, end: number): Map<string, ZipPart> {
  const parts = new Map<string, ZipPart>();
  let at = 0;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) {
      throw new BadWorkbook('damaged');
    }
    const nameLength = view.getUint16(at + 28, true);
    const next = at + ENTRY_SIZE + nameLength + lengthOfRest(view, at);
    if (next > view.byteLength) throw new BadWorkbook('damaged');
    const part = partAt(view, at, nameLength);
    if (parts.has(part.name) || part.at >= end) throw new BadWorkbook('damaged');
    total += part.size;
    if (total > MOST_BYTES) throw new BadWorkbook('tooLarge');
    parts.set(part.name, part);
    at = next;
  }
  return parts;
}

const lengthOfRest = (view: DataView, at: number): number =>
  view.getUint16(at + 30, true) + view.getUint16(at + 32, true);

function partAt(view: DataView, at: number, nameLength: number): ZipPart {
  const method = view.getUint16(at + 10, true);
  const part: ZipPart = {
    name: new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_SIZE, nameLength),
    ),
    isDeflated: method === 8,
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new BadWorkbook('protected');
  if (method !== 0 && method !== 8) throw new BadWorkbook('damaged');
  if ([part.packedSize, part.size, part.at].includes(ELSEWHERE)) throw new BadWorkbook('tooLarge');
  if (isSwollen(part.size, part.packedSize)) throw new BadWorkbook('bomb');
  return part;
}

/** Whether so much out of so little is more than any honest part gives. */
export const isSwollen = (size: number, packedSize: number): boolean =>
  size > RATIO_FROM && size > packedSize * MOST_RATIO;
