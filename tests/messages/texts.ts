import { en } from '../../src/messages/en.ts';
import { help as helpEn } from '../../src/messages/en/help.ts';
import type { Help } from '../../src/messages/help.ts';
import type { Messages } from '../../src/messages/messages.ts';
import { help as helpHans } from '../../src/messages/zh-Hans/help.ts';
import { help as helpHant } from '../../src/messages/zh-Hant/help.ts';
import { zhHans } from '../../src/messages/zh-Hans.ts';
import { zhHant } from '../../src/messages/zh-Hant.ts';

export const languages: Readonly<Record<string, Messages>> = {
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};

/** What is loaded apart from the texts of all pages. */
const help: ReadonlyMap<Messages, Help> = new Map([
  [en, helpEn],
  [zhHans, helpHans],
  [zhHant, helpHant],
]);

/** Everything that is said in a language. */
export const everythingIn = (messages: Messages): Message[] => [
  ...messagesOf(messages),
  ...messagesOf(help.get(messages) ?? {}, 'help'),
];

type Speaking = (...args: unknown[]) => unknown;

/** A message where it stands (`words.pager.first`): a text, or a function that makes one. */
export interface Message {
  readonly path: string;
  readonly value: string | Speaking;
}

/** Every message of a language, in the order in which they are written. */
function messagesOf(tree: object, above = ''): Message[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): Message[] => {
    const path = above === '' ? key : `${above}.${key}`;
    if (typeof value === 'string') return [{ path, value }];
    if (typeof value === 'function') return [{ path, value: value as Speaking }];
    if (typeof value === 'object' && value !== null) return messagesOf(value, path);
    throw new Error(`${path} is neither a text nor a function`);
  });
}

/**
 * Arguments that can be told apart in a text: 101, 102, … pass for numbers and, written out, for
 * names. A function that wants lists gets lists of them.
 */
const kinds: readonly ((mark: number) => unknown)[] = [
  (mark) => mark,
  (mark) => String(mark),
  (mark) => [String(mark)],
];

export interface Spoken {
  readonly path: string;
  readonly text: string;
  /** The numbers of the arguments that the text mentions. */
  readonly mentions: readonly number[];
}

/** What a message says when its arguments are 101, 102, … */
export function speak({ path, value }: Message): Spoken {
  if (typeof value === 'string') return { path, text: value, mentions: [] };
  const marks = Array.from({ length: value.length }, (_, index) => 101 + index);
  const text = firstText(value, marks);
  if (text === undefined) throw new Error(`${path} does not answer with a text`);
  return { path, text, mentions: marks.filter((mark) => text.includes(String(mark))) };
}

function firstText(message: Speaking, marks: readonly number[]): string | undefined {
  for (let choice = 0; choice < kinds.length ** marks.length; choice++) {
    const args = marks.map((mark, index) => {
      const kind = Math.floor(choice / kinds.length ** index) % kinds.length;
      return kinds[kind]?.(mark);
    });
    try {
      const text = message(...args);
      if (typeof text === 'string') return text;
    } catch {
      // wants another kind of argument
    }
  }
  return undefined;
}
