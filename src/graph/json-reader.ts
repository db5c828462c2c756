import { findJsonFault } from './json-fault.ts';
import { parseItems } from './json-items.ts';
import { JsonPiece } from './json-piece.ts';

/** Why a text is no JSON, or none that can be read; `index`: of the first place that breaks the grammar. */
export type JsonRefusal =
  | { readonly kind: 'broken'; readonly index: number }
  /** It is JSON, and the engine gave up: it follows brackets by calling itself. */
  | { readonly kind: 'tooDeep' };

/** Between values, or in one that is parsed as a whole: a member's key or value, an item of a list, a `scalar` alone. */
type Where = 'start' | 'afterList' | 'end' | 'scalar' | 'key' | 'member' | 'item';

/** Where an item of a list stands. */
export interface ItemPlace {
  /** The list as it stands in the value in the end, with the items that nobody took. */
  readonly list: readonly unknown[];
  /** Of which member of the object it is the value; null: there is no object, the list is all. */
  readonly key: string | null;
  readonly index: number;
}

/** Gets each item of a list when it was read. What it takes (true) does not stay in the value. */
export type TakeItem = (item: unknown, place: ItemPlace) => boolean;

const keepAll: TakeItem = () => false;

const [QUOTE, COMMA, COLON, BACKSLASH] = [34, 44, 58, 92];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [91, 93, 123, 125];

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Reads JSON out of texts as they come, so that the whole text is never in memory, and others get their
 * turn in between: items of a list, which stands alone or as a member of an object (as in answers of
 * Graph), are parsed many at once, or one by one. Gives what `JSON.parse` gives of all the texts together,
 * without what `takeItem` took.
 */
export class JsonReader {
  #where: Where = 'start';
  #value: unknown;
  #object: object | null = null;
  #list: unknown[] = [];
  /** How many items of the list were read. */
  #items = 0;
  #key = '';
  /** True right after a bracket that opens: only there nothing may come before the one that closes. */
  #isFirst = true;
  readonly #piece = new JsonPiece();
  #inString = false;
  #isEscaped = false;
  /** How long all earlier texts were. */
  #before = 0;
  #refusal: JsonRefusal | null = null;
  #kept = 0;
  readonly #takeItem: TakeItem;

  constructor(takeItem = keepAll) {
    this.#takeItem = takeItem;
  }

  /** How long the texts are, in UTF-16 units, of all that is in memory by now. */
  get kept(): number {
    return this.#kept + this.#piece.length;
  }

  /** Takes the next text. */
  push(text: string): JsonRefusal | null {
    let start = 0;
    let at = 0;
    let isGuessed = false;
    while (at < text.length && this.#refusal === null) {
      if (this.#inString) {
        at = this.#afterString(text, at);
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === OBJECT && !isGuessed && this.#where === 'item' && !this.#piece.isBegun) {
        isGuessed = true;
        const end = this.#takeItems(text, at);
        if (end !== null) start = at = end + 1;
      } else if (this.#opens(code, at)) {
        start = ++at;
      } else if (this.#closes(code)) {
        this.#piece.add(text.slice(start, at));
        this.#take(code, this.#before + at);
        start = ++at;
      } else {
        this.#piece.isBegun ||= !isBlank(code);
        at++;
      }
    }
    if (start < text.length) this.#piece.add(text.slice(start));
    this.#before += text.length;
    return this.#refusal;
  }

  /** The value, when no text follows. */
  end(): { readonly kind: 'value'; readonly value: unknown } | JsonRefusal {
    if (this.#refusal === null && this.#where !== 'end') {
      const { isBegun } = this.#piece;
      const text = this.#piece.take();
      const begin = this.#before - text.length;
      if (this.#where === 'scalar') this.#value = this.#parse(text, begin);
      else if (isBegun) this.#break(this.#faultIn(text, begin) ?? this.#before);
      else this.#break(this.#before);
    }
    return this.#refusal ?? { kind: 'value', value: this.#value };
  }

  /** True where the character stands between values; then it is taken, or refused. */
  #opens(code: number, at: number): boolean {
    const { isBegun } = this.#piece;
    if (this.#where === 'member' && code === LIST && !isBegun) {
      this.#piece.take();
      this.#openList();
      return true;
    }
    const isBetween =
      this.#where === 'start' || this.#where === 'afterList' || this.#where === 'end';
    if (!isBetween) return false;
    if (isBlank(code)) return true;
    if (this.#where === 'start' && code !== LIST && code !== OBJECT) {
      this.#where = 'scalar';
      return false;
    }
    if (this.#where === 'start' && code === LIST) this.#value = this.#openList();
    else if (this.#where === 'start') this.#value = this.#openObject();
    else if (this.#where === 'afterList' && code === COMMA) this.#where = 'key';
    else if (this.#where === 'afterList' && code === OBJECT_END) this.#where = 'end';
    else this.#break(this.#before + at);
    return true;
  }

  /** True where the character ends the value that is being read. */
  #closes(code: number): boolean {
    if (code === QUOTE) this.#inString = true;
    else if (code === LIST || code === OBJECT) this.#piece.depth++;
    else if (this.#piece.depth > 0) {
      if (code === LIST_END || code === OBJECT_END) this.#piece.depth--;
    } else if (this.#where !== 'scalar') {
      if (code === COLON) return this.#where === 'key';
      return code === COMMA || code === LIST_END || code === OBJECT_END;
    }
    return false;
  }

  /** Takes the value that `code`, at this index of all texts, ends. */
  #take(code: number, index: number): void {
    const { isBegun } = this.#piece;
    const text = this.#piece.take();
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    const [isList, end] = [this.#where === 'item', this.#where === 'item' ? LIST_END : OBJECT_END];
    if (!isBegun) {
      const isEmpty = isFirst && code === end && this.#where !== 'member';
      if (!isEmpty) this.#break(index);
      else if (isList) this.#closeList();
      else this.#where = 'end';
      return;
    }
    const value = this.#parse(text, index - text.length);
    if (this.#refusal !== null) return;
    if (this.#where === 'key') {
      this.#key = value as string;
      if (code === COLON) this.#where = 'member';
      else this.#break(index);
      return;
    }
    if (isList) this.#addItem(value, text.length);
    else {
      this.#kept += text.length;
      this.#set(value);
    }
    if (code === COMMA) this.#where = isList ? 'item' : 'key';
    else if (code !== end) this.#break(index);
    else if (isList) this.#closeList();
    else this.#where = 'end';
  }

  /** Takes all items from `at` on that are parsed at once; gives where the comma after them is. */
  #takeItems(text: string, at: number): number | null {
    const parsed = parseItems(text, at);
    if (parsed === null) return null;
    this.#piece.take();
    this.#isFirst = false;
    const { items, end } = parsed;
    for (const item of items) this.#addItem(item, (end - at) / items.length);
    return end;
  }

  #openList(): unknown[] {
    this.#where = 'item';
    this.#isFirst = true;
    this.#list = [];
    this.#items = 0;
    return this.#list;
  }

  #addItem(item: unknown, length: number): void {
    const key = this.#object === null ? null : this.#key;
    if (this.#takeItem(item, { list: this.#list, key, index: this.#items++ })) return;
    this.#kept += length;
    this.#list.push(item);
  }

  #openObject(): object {
    this.#where = 'key';
    this.#object = {};
    return this.#object;
  }

  #closeList(): void {
    this.#where = this.#object === null ? 'end' : 'afterList';
    if (this.#object !== null) this.#set(this.#list);
  }

  /** As a key of its own, whatever it is called. */
  #set(value: unknown): void {
    const how = { value, configurable: true, enumerable: true, writable: true };
    if (this.#object !== null) Object.defineProperty(this.#object, this.#key, how);
  }

  /** Where the text, which begins at this index of all texts, cannot be what it stands for. */
  #faultIn(text: string, begin: number): number | null {
    const first = text.search(/[^ \t\n\r]/);
    if (this.#where === 'key' && text[first] !== '"') return begin + first;
    const fault = findJsonFault(text);
    return fault === null ? null : begin + fault;
  }

  #parse(text: string, begin: number): unknown {
    try {
      const value: unknown = JSON.parse(text);
      if (this.#where !== 'key' || typeof value === 'string') return value;
    } catch (error) {
      const isDeep = !(error instanceof SyntaxError) && findJsonFault(text) === null;
      if (isDeep) {
        this.#refusal = { kind: 'tooDeep' };
        return undefined;
      }
    }
    const fault = this.#faultIn(text, begin);
    if (fault === null) throw new Error('a text is refused, and has no fault');
    this.#break(fault);
    return undefined;
  }

  #break(index: number): void {
    this.#refusal ??= { kind: 'broken', index };
  }

  /** The index after the string that is being read; the text's end where it goes on. */
  #afterString(text: string, from: number): number {
    let at = this.#isEscaped ? from + 1 : from;
    this.#isEscaped = false;
    for (;;) {
      const quote = text.indexOf('"', at);
      const end = quote < 0 ? text.length : quote;
      let slashes = 0;
      while (end - slashes > at && text.charCodeAt(end - slashes - 1) === BACKSLASH) slashes++;
      const isEscaped = slashes % 2 === 1;
      if (quote < 0) {
        this.#isEscaped = isEscaped;
        return text.length;
      }
      at = quote + 1;
      if (isEscaped) continue;
      this.#inString = false;
      return at;
    }
  }
}
