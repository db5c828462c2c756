/** Where Alt+Page Down and Alt+Page Up lead: one page on or back; 0 for every other key. */
export function pageStep({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): -1 | 0 | 1 {
  if (!altKey || ctrlKey || metaKey) return 0;
  if (key === 'PageDown') return 1;
  return key === 'PageUp' ? -1 : 0;
}
