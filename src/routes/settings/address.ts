/** Where "Buy more" may lead: a full https address, tidied; '' stays empty; null: not an address we open. */
export function shopAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return '';
  const url = URL.parse(text);
  return url?.protocol === 'https:' ? url.href : null;
}
