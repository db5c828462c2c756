import * as v from 'valibot';
import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { BACKUP_FORMAT } from './backup-format.ts';

const FORMAT = `${BACKUP_FORMAT}-sealed`;
const START = `{"format":"${FORMAT}",`;

/** OWASP Password Storage Cheat Sheet: at least 600,000 rounds of PBKDF2 with HMAC-SHA-256. */
const ITERATIONS = 600_000;
const FEWEST = 100_000;
/** A file must not keep this device busy for minutes. */
const MOST = 10_000_000;

/** Plain bytes that are sealed together. */
const CHUNK = 1_048_576;
const TAG = 16;
const HEADER_AT_MOST = 1_000;

const head = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  kdf: v.literal('PBKDF2-HMAC-SHA-256'),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(FEWEST), v.maxValue(MOST)),
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  cipher: v.literal('AES-256-GCM'),
  /** Of each chunk's number used once; the rest is the chunk's place. */
  nonce: v.pipe(v.string(), v.regex(/^[0-9a-f]{14}$/)),
});
type Head = v.InferOutput<typeof head>;

/** Why a sealed file cannot be opened. */
export type SealProblem =
  /** Not with this passphrase; or its first bytes were altered, which looks the same. */
  { readonly kind: 'wrongPassphrase' } | { readonly kind: 'altered' };

const fromHex = (digits: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));

const randomHex = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** True when a file that begins so has to be opened with a passphrase. */
export const isSealed = (start: string): boolean => start.startsWith(START);

async function keyOf(passphrase: string, { salt, iterations }: Head): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** The chunk's place stands in its nonce, the header and whether it is the last beside it: none can be left out, moved or added. */
function sealOf(header: string, { nonce }: Head, place: number, isLast: boolean): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(fromHex(nonce));
  new DataView(iv.buffer).setUint32(7, place);
  iv[11] = isLast ? 1 : 0;
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(header) };
}

/** The file, to be opened only with this passphrase: a line that names the parameters, then the sealed chunks. `pace` counts bytes. */
export async function seal(file: Blob, passphrase: string, pace: Pace): Promise<Blob> {
  const said: Head = {
    format: FORMAT,
    version: 1,
    kdf: 'PBKDF2-HMAC-SHA-256',
    iterations: ITERATIONS,
    salt: randomHex(16),
    cipher: 'AES-256-GCM',
    nonce: randomHex(7),
  };
  const header = `${JSON.stringify(said)}\n`;
  const key = await keyOf(passphrase, said);
  const parts: BlobPart[] = [header];
  for (let place = 0; ; place++) {
    const start = place * CHUNK;
    const isLast = start + CHUNK >= file.size;
    const plain = await file.slice(start, start + CHUNK).arrayBuffer();
    parts.push(await crypto.subtle.encrypt(sealOf(header, said, place, isLast), key, plain));
    if (pace.due()) await pace.rest(start, file.size);
    if (isLast) return new Blob(parts);
  }
}

/** The file in a sealed one; `isSealed` holds for its start. `pace` counts bytes. */
export async function unseal(
  sealed: Blob,
  passphrase: string,
  pace: Pace,
): Promise<Result<Blob, SealProblem>> {
  const [line = ''] = (await sealed.slice(0, HEADER_AT_MOST).text()).split('\n', 1);
  const header = `${line}\n`;
  const said = readHead(line);
  if (said === null) return fail({ kind: 'altered' });
  const key = await keyOf(passphrase, said);
  const body = sealed.slice(header.length);
  const parts: BlobPart[] = [];
  for (let place = 0; ; place++) {
    const start = place * (CHUNK + TAG);
    const isLast = start + CHUNK + TAG >= body.size;
    const chunk = await body.slice(start, start + CHUNK + TAG).arrayBuffer();
    try {
      parts.push(await crypto.subtle.decrypt(sealOf(header, said, place, isLast), key, chunk));
    } catch {
      return fail({ kind: place === 0 ? 'wrongPassphrase' : 'altered' });
    }
    if (pace.due()) await pace.rest(start, body.size);
    if (isLast) return ok(new Blob(parts));
  }
}

function readHead(line: string): Head | null {
  try {
    return v.parse(head, JSON.parse(line));
  } catch {
    return null;
  }
}
