/** How many bytes are read and decoded at once. */
const PIECE = 65_536;

/**
 * The text of an answer's body, '' where it has none; rejects where it breaks off. Read and decoded piece
 * by piece in one buffer: `text()` asks the system for new memory for every answer, which takes longer
 * than parsing it does where answers are a megabyte each.
 */
export async function bodyText(response: Response): Promise<string> {
  const reader = byteReader(response);
  if (reader === null) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  for (let room = new ArrayBuffer(PIECE); ;) {
    const { done, value } = await reader.read(new Uint8Array(room));
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    room = value.buffer;
  }
}

/** Null where there is no body, or the browser cannot read it into a buffer of ours (older Safari). */
function byteReader({ body }: Response): ReadableStreamBYOBReader | null {
  try {
    return body?.getReader({ mode: 'byob' }) ?? null;
  } catch {
    return null;
  }
}
