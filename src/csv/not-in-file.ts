import { words as en } from '#messages/en/words.ts';
import { words as hans } from '#messages/zh-Hans/words.ts';
import { words as hant } from '#messages/zh-Hant/words.ts';
import { looseText } from './loose-text.ts';

const said = [en, hans, hant].map(({ notInFile }) => looseText(notInFile));

/** True for what exports write where no source told a value, or not all of a list of names. */
export const isNotInFile = (text: string): boolean =>
  text.split(';').some((part) => said.includes(looseText(part)));
