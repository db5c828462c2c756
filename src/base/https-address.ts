/** The tidied address that a text is, where it is a full one of https; else null. */
export function httpsAddress(text: string): string | null {
  // `URL.parse` would say the same; Safari has it from 18 on
  try {
    const { protocol, href } = new URL(text);
    return protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}
