/** How a language writes what is not ASCII, in a text encoding of one byte a character. */
export interface Alphabet {
  /** Its small letters, the commonest first. */
  readonly letters: string;
  readonly encodings: readonly (
    `windows-125${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}` | 'windows-874' | 'iso-8859-2' | 'koi8-r'
  )[];
  /** True when ASCII letters and these make words together. */
  readonly isLatin: boolean;
}

const latin = (letters: string, ...encodings: Alphabet['encodings']): Alphabet => ({
  letters,
  encodings,
  isLatin: true,
});
const apart = (letters: string, ...encodings: Alphabet['encodings']): Alphabet => ({
  letters,
  encodings,
  isLatin: false,
});

/** The alphabets of the languages that old encodings were made for, by our own judgement of how common letters are. */
export const alphabets: readonly Alphabet[] = [
  latin('éüöäóáíñßåøèçãæêâôàëúïõîìòù', 'windows-1252'),
  latin('üöäß', 'windows-1252'),
  latin('éèçêàâîôëïûùœ', 'windows-1252'),
  latin('àòìèùé', 'windows-1252'),
  latin('áíóéñãçúõêâüàôºª', 'windows-1252'),
  latin('öäåøæéü', 'windows-1252'),
  latin('óáíðúöéæþý', 'windows-1252'),
  latin('łóąęśćżńź', 'windows-1250', 'iso-8859-2'),
  latin('áíéýěščřžůúóťňďôľäĺŕ', 'windows-1250', 'iso-8859-2'),
  latin('áéóöőíüúű', 'windows-1250', 'iso-8859-2'),
  latin('ćščžđ', 'windows-1250', 'iso-8859-2'),
  latin('ăşţâîșț', 'windows-1250', 'iso-8859-2'),
  latin('ışüöçğâ', 'windows-1254'),
  latin('āšīēūņļžģčķ', 'windows-1257'),
  latin('ėšūįžčųęą', 'windows-1257'),
  latin('äõüöšž', 'windows-1257'),
  latin('đ\u0323\u0300\u0301ơưâêôă\u0309\u0303àáéèíìóòúùý', 'windows-1258'),
  apart('аоиенртсвлкмдуйпяыьгзбчшюхжщцфэёъ', 'windows-1251', 'koi8-r'),
  apart('аоиненвртсклйдмупгіябзцьчхїшєюжщфґ', 'windows-1251'),
  apart('аиоенјрстквдлмупгбзљцћчшђжњхфџ', 'windows-1251'),
  apart('αοιςνρετσηκμλυπάίόύγέδθώχβωήφζξψϊ', 'windows-1253'),
  apart('יולהארמבתשנדקפעחכגטסצזםןךףץ', 'windows-1255'),
  apart('الميندرتبعوحسفةهصقشكخطجزضغظذثءأإىئآؤ', 'windows-1256'),
  apart('ารนกอมยงวลสทดตบคพปหชจขผธณศฝภฉญถซฟฐฤษฎแเไโใ่้ิีัุืูะำ็์ึๆ', 'windows-874'),
];
