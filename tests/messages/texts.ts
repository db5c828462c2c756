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

/** A part of an argument: a number that also answers as a list of itself would. */
const partOf = (mark: number): unknown =>
  Object.assign(new Number(mark), {
    length: 1,
    map: (write: (text: string) => string) => [write(String(mark))],
    join: () => String(mark),
  });

/** The parts that were asked for, by name, each with its own number. */
const partMarks = new Map<string, number>();

function partMark(name: string): number {
  const mark = partMarks.get(name) ?? 1001 + partMarks.size;
  partMarks.set(name, mark);
  return mark;
}

/**
 * Arguments that can be told apart in a text: 101, 102, … pass for numbers and, written out, for
 * names. A function that wants lists gets lists of them; one that wants the parts of an object gets
 * 1001, 1002, …, the same number for the same name.
 */
const kinds: readonly ((mark: number) => unknown)[] = [
  (mark) => mark,
  (mark) => String(mark),
  (mark) => [String(mark)],
  () =>
    new Proxy({}, { get: (_, name) => (typeof name === 'string' ? partOf(partMark(name)) : name) }),
  (mark) => () => String(mark),
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
  const all = [...marks, ...partMarks.values()];
  return { path, text, mentions: all.filter((mark) => text.includes(String(mark))) };
}

function firstText(message: Speaking, marks: readonly number[]): string | undefined {
  for (let choice = 0; choice < kinds.length ** marks.length; choice++) {
    const args = marks.map((mark, index) => {
      const kind = Math.floor(choice / kinds.length ** index) % kinds.length;
      return kinds[kind]?.(mark);
    });
    try {
      const text = message(...args);
      if (typeof text === 'string' && !text.includes('undefined')) return text;
    } catch {
      // wants another kind of argument
    }
  }
  return undefined;
}
