/** How many bytes are read and decoded at once. */
const PIECE = 65_536;

/**
 * Gives the text of an answer's body piece by piece, none where it has no body; rejects where it breaks off. Read
 * and decoded in one buffer: `text()` asks the system for new memory for every answer, which takes longer
 * than parsing it does where answers are a megabyte each.
 */
export async function eachText(response: Response, take: (text: string) => void): Promise<void> {
  const reader = byteReader(response);
  if (reader === null) {
    take(await response.text());
    return;
  }
  const decoder = new TextDecoder();
  for (let room = new ArrayBuffer(PIECE); ;) {
    const { done, value } = await reader.read(new Uint8Array(room));
    if (done) break;
    take(decoder.decode(value, { stream: true }));
    room = value.buffer;
  }
  take(decoder.decode());
}

/** Null where there is no body, or the browser cannot read it into a buffer of ours (older Safari). */
function byteReader({ body }: Response): ReadableStreamBYOBReader | null {
  try {
    return body?.getReader({ mode: 'byob' }) ?? null;
  } catch {
    return null;
  }
}
