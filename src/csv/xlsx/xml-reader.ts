import { DEEPEST, LONGEST_TAG, LONGEST_TEXT } from './limits.ts';
import { BadWorkbook } from './workbook-fault.ts';
import { textOfXml } from './xml-entities.ts';

/** Attributes by their names without prefix, except `xml:` and those of relationships (`r:id`), which keep it. */
export type XmlAttributes = ReadonlyMap<string, string>;

/** Takes what stands in an XML part, in order. Names are without prefix. */
export interface XmlTaker {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const NAME = /^[\p{L}_][\p{L}\p{N}._:-]*/u;
const ATTRIBUTE = /\s+([\p{L}_][\p{L}\p{N}._:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/uy;
const NONE: XmlAttributes = new Map();

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads the XML that workbooks are made of as its text comes in pieces. Strict where it matters: every
 * element is closed in order, a document type and entities of its own are refused, and nothing is ever
 * fetched. Throws `BadWorkbook`: damaged, unsafeXml.
 */
export class XmlReader {
  readonly #taker: XmlTaker;
  readonly #open: string[] = [];
  #rest = '';
  #hasRoot = false;

  constructor(taker: XmlTaker) {
    this.#taker = taker;
  }

  push(text: string): void {
    const all = this.#rest + text;
    let at = 0;
    while (at < all.length) {
      const next = all.charCodeAt(at) === 0x3c ? this.#markup(all, at) : this.#text(all, at);
      if (next === null) break;
      at = next;
    }
    this.#rest = all.slice(at);
    const isText = !this.#rest.startsWith('<') || this.#rest.startsWith('<![CDATA[');
    if (this.#rest.length > (isText ? LONGEST_TEXT : LONGEST_TAG)) throw new BadWorkbook('damaged');
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#open.length > 0 || !this.#hasRoot) {
      throw new BadWorkbook('damaged');
    }
  }

  /** Takes the text at `at`; gives where it ends, or null while its end has not come. */
  #text(all: string, at: number): number | null {
    const end = all.indexOf('<', at);
    if (end === -1) return null;
    const raw = all.slice(at, end);
    if (this.#open.length > 0) this.#taker.text(textOfXml(raw.replace(/\r\n?/g, '\n')));
    else if (raw.replace('\uFEFF', '').trim() !== '') throw new BadWorkbook('damaged');
    return end;
  }

  /** Takes the tag at `at`; gives where it ends, or null while its end has not come. */
  #markup(all: string, at: number): number | null {
    const second = all.charAt(at + 1);
    if (second === '') return null;
    if (second === '?') return endAfter(all, '?>', at);
    if (second === '!') return this.#declaration(all, at);
    const end = endOfTag(all, at);
    if (end === null) return null;
    if (second === '/') this.#close(all.slice(at + 2, end - 1).trimEnd());
    else this.#element(all.slice(at + 1, end - 1));
    return end;
  }

  #declaration(all: string, at: number): number | null {
    const start = all.slice(at, at + 9);
    if (start.startsWith('<!--')) return endAfter(all, '-->', at + 4);
    if (start === '<![CDATA[') {
      const end = endAfter(all, ']]>', at + 9);
      if (end !== null && this.#open.length > 0) this.#taker.text(all.slice(at + 9, end - 3));
      return end;
    }
    if ('<![CDATA['.startsWith(start) || '<!--'.startsWith(start)) return null;
    throw new BadWorkbook('unsafeXml');
  }

  #element(tag: string): void {
    const isEmpty = tag.endsWith('/');
    const inner = isEmpty ? tag.slice(0, -1) : tag;
    const qualified = NAME.exec(inner)?.[0];
    if (qualified === undefined || (this.#open.length === 0 && this.#hasRoot)) {
      throw new BadWorkbook('damaged');
    }
    this.#hasRoot = true;
    const name = withoutPrefix(qualified);
    this.#taker.open(name, attributesOf(inner, qualified.length));
    if (isEmpty) {
      this.#taker.close(name);
      return;
    }
    this.#open.push(qualified);
    if (this.#open.length > DEEPEST) throw new BadWorkbook('damaged');
  }

  #close(qualified: string): void {
    if (this.#open.pop() !== qualified) throw new BadWorkbook('damaged');
    this.#taker.close(withoutPrefix(qualified));
  }
}

const endAfter = (all: string, mark: string, from: number): number | null => {
  const end = all.indexOf(mark, from);
  return end === -1 ? null : end + mark.length;
};

/** Where the tag ends; a `>` inside quotes does not end it. */
function endOfTag(all: string, at: number): number | null {
  const close = all.indexOf('>', at);
  if (close === -1) return null;
  const quick = all.slice(at, close);
  if (!quick.includes('"') && !quick.includes("'")) return close + 1;
  let quote = '';
  for (let i = at; i < all.length; i++) {
    const char = all.charAt(i);
    if (quote === '' && char === '>') return i + 1;
    if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
  }
  return null;
}

function attributesOf(tag: string, from: number): XmlAttributes {
  if (tag.slice(from).trim() === '') return NONE;
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = from;
  let at = from;
  for (let match = ATTRIBUTE.exec(tag); match !== null; match = ATTRIBUTE.exec(tag)) {
    const [, name = '', quoted = ''] = match;
    at = ATTRIBUTE.lastIndex;
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    found.set(keyOf(name), textOfXml(quoted.slice(1, -1)));
  }
  if (tag.slice(at).trim() !== '') throw new BadWorkbook('damaged');
  return found;
}

/** `r:id` is not `id`; any other prefix says nothing here. */
const keyOf = (name: string): string =>
  name.startsWith('xml:') || name.endsWith(':id')
    ? name.replace(/^.*:id$/, 'r:id')
    : withoutPrefix(name);
