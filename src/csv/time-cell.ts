/** `2026-11-12 14:03:05`, UTC: spreadsheets read it as a time, and it sorts as a text. `ms`: since 1970. */
export const timeCell = (ms: number): string =>
  new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
