/** An ISO day as its first moment here, in ms since 1970; null where the text is none. */
export function dayOf(iso: string): number | null {
  // with a time and without a zone it is read as local: a day never becomes the day before
  const ms = Date.parse(`${iso}T00:00`);
  return Number.isNaN(ms) ? null : ms;
}
