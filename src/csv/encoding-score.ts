import { SIGNS, type Writing } from './writings.ts';

/** How likely the bytes are a text of a writing. */
export interface WritingScore {
  /** Natural logarithm of the likelihood, up to a constant that all writings share. */
  readonly score: number;
  /** The same for each character that is not ASCII, on average; 0 without any. */
  readonly mean: number;
}

const ASCII = Math.log(1 / 40);

/** How often a character that is not ASCII follows one that is, and another such. */
const CHAIN = {
  latin: { starts: 0.1, runs: 0.08 },
  apart: { starts: 0.1, runs: 0.8 },
  han: { starts: 0.1, runs: 0.75 },
} as const;

/** What hardly happens within words, and how much rarer it makes a text. */
const ODD = {
  /** A capital after a small letter. */
  capital: Math.log(0.02),
  /** A sign where a letter should be. */
  sign: Math.log(0.02),
  /** A control character, as which some encodings read what is a letter in others. */
  control: Math.log(0.001),
  /** A Latin letter beside one of another alphabet, or beside a Chinese character. */
  mixed: { latin: 0, apart: Math.log(0.01), han: Math.log(0.3) },
  /** Three consonants or three vowels. */
  cluster: Math.log(0.25),
  /** ñ without a vowel after it, or ń with one. */
  nasal: Math.log(0.05),
} as const;

/** What a character is within words. */
export interface Role {
  readonly isLetter: boolean;
  readonly isAscii: boolean;
  readonly isSmall: boolean;
  readonly isCapital: boolean;
  readonly isVowel: boolean;
}

function roleOf(character: string): Role {
  const isLetter = /[\p{L}\p{M}]/u.test(character);
  const base = character.normalize('NFD').slice(0, 1).toLowerCase();
  return {
    isLetter,
    isAscii: character < '\u0080',
    isSmall: /\p{Ll}/u.test(character),
    isCapital: /\p{Lu}/u.test(character),
    isVowel: 'aeiouyæøœı'.includes(base),
  };
}

const NONE = roleOf(' ');

const isMark = (character: string): boolean => /\p{M}/u.test(character);

/** A sign that is none of writing beside a letter, or any between two. */
function isOddSign(character: string, [before = NONE, role = NONE, after = NONE]: readonly Role[]) {
  if (role.isLetter || '’·'.includes(character)) return false;
  const beside = [before, after].filter(({ isLetter }) => isLetter).length;
  return beside > (SIGNS.includes(character) ? 1 : 0);
}

function oddness(script: Writing['script'], character: string, around: readonly Role[]): number {
  const [before = NONE, role = NONE, after = NONE] = around;
  let odd = 0;
  const isMixed = (side: Role): boolean => side.isLetter && side.isAscii;
  if (role.isLetter) odd += ODD.mixed[script] * [before, after].filter(isMixed).length;
  if (script === 'han') return odd;
  if (role.isCapital && before.isSmall) odd += ODD.capital;
  if (role.isSmall && after.isCapital) odd += ODD.capital;
  if (isMark(character) ? !before.isLetter : isOddSign(character, around)) odd += ODD.sign;
  if (character < '\u00a0') odd += ODD.control;
  if (script !== 'latin') return odd;
  if ([before, role, after].every(({ isLetter }) => isLetter)) {
    const vowels = [before, role, after].filter(({ isVowel }) => isVowel).length;
    if (vowels === 0 || vowels === 3) odd += ODD.cluster;
  }
  if (character === 'ñ' && !after.isVowel) odd += ODD.nasal;
  if (character === 'ń' && after.isVowel) odd += ODD.nasal;
  return odd;
}

/** How likely it is that a file says this text, which its bytes are in the encoding of the writing. */
export function scoreText(
  text: string,
  { script, shares, rest }: Writing,
  roles: Map<string, Role>,
): WritingScore {
  const known = (character: string | undefined): Role => {
    if (character === undefined) return NONE;
    let role = roles.get(character);
    if (role === undefined) roles.set(character, (role = roleOf(character)));
    return role;
  };
  const { starts, runs } = CHAIN[script];
  const [enter, stay] = [Math.log(starts), Math.log(runs)];
  const [outside, leave] = [Math.log(1 - starts), Math.log(1 - runs)];
  const characters = Array.from(text);
  let score = 0;
  let sum = 0;
  let count = 0;
  let inRun = false;
  for (const [index, character] of characters.entries()) {
    const isAscii = character < '\u0080';
    if (isAscii) score += ASCII + (inRun ? leave : outside);
    else {
      const around = [characters[index - 1], character, characters[index + 1]].map(known);
      const own = (shares.get(character) ?? rest) + oddness(script, character, around);
      score += inRun ? stay : enter;
      sum += own;
      count++;
    }
    inRun = !isAscii;
  }
  return { score: score + sum, mean: count === 0 ? 0 : sum / count };
}
