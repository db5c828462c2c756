/** A .NET type in the place of a list, as `Export-Csv` writes it: `System.String[]`, `Some.Type`1[Other]`. */
const TYPE_NAME = /^[A-Za-z_][\w.]*\.[\w.`]+\[.*\]$/;
/** What MSOnline puts before a part number: `contoso:ENTERPRISEPACK`. */
const TENANT = /^[a-z0-9-]+:(?=[A-Z0-9_]+$)/i;

/** True where PowerShell wrote what a value is in place of the value. */
export const isTypeName = (text: string): boolean => TYPE_NAME.test(text.trim());

/**
 * Names joined by `;` `,` or blanks, as scripts do, as the admin center joins them: by `+`. Only where
 * each of them is known; any other text stays as it is.
 */
export function joinedByPlus(text: string, isKnown: (name: string) => boolean): string {
  if (text.includes('+') || isKnown(text)) return text;
  for (const separator of [';', ',', ' ']) {
    const names = text
      .split(separator)
      .map((name) => name.trim().replace(TENANT, ''))
      .filter((name) => name !== '');
    if (names.length > 0 && names.every(isKnown)) return names.join('+');
  }
  return text;
}
