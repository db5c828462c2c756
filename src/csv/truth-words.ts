/** How exports and spreadsheets write true and false; a spreadsheet translates them when it saves. */
const TRUE =
  'true wahr vrai vero verdadero verdadeiro waar sant sandt sann tosi prawda igaz да истина 1 yes';
const FALSE = 'false falsch faux falso onwaar falskt falsk usann epätosi fałsz hamis нет ложь 0 no';

const words = new Map<string, boolean>([
  ...TRUE.split(' ').map((word) => [word, true] as const),
  ...FALSE.split(' ').map((word) => [word, false] as const),
]);

/** What the text says, in any case and any of the common languages of spreadsheets; null when neither. */
export const readTruth = (text: string): boolean | null =>
  words.get(text.trim().toLowerCase()) ?? null;
