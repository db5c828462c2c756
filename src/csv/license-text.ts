/** A .NET type in the place of a list, as `Export-Csv` writes it: `System.String[]`, `Some.Type`1[Other]`. */
const TYPE_NAME = /^[A-Za-z_][\w.]*\.[\w.`]+\[.*\]$/;

/** True where PowerShell wrote what a value is in place of the value. */
export const isTypeName = (text: string): boolean => TYPE_NAME.test(text.trim());

/** The words of a text, where each of them is known; else the text as it is. */
export function wordsIfKnown(text: string, isKnown: (name: string) => boolean): readonly string[] {
  const words = text.split(/\s+/);
  return !isKnown(text) && words.every(isKnown) ? words : [text];
}
