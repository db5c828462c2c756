import { unescapedText } from './escaped-text.ts';
import { LONGEST_TEXT, MOST_SHARED_TEXT } from './limits.ts';
import { BadWorkbook } from './workbook-fault.ts';
import type { XmlAttributes, XmlTaker } from './xml-reader.ts';

/** The text of a cell whose runs may be formatted; readings of Chinese and Japanese signs (`rPh`) are no part of it. */
export class RichText {
  #text = '';
  #inText = false;
  #inReading = false;

  open(name: string): void {
    if (name === 'rPh') this.#inReading = true;
    if (name === 't') this.#inText = !this.#inReading;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inReading = false;
    if (name === 't') this.#inText = false;
  }

  text(text: string): void {
    if (!this.#inText) return;
    this.#text += text;
    if (this.#text.length > LONGEST_TEXT) throw new BadWorkbook('damaged');
  }

  /** The text so far; the next one begins empty. */
  take(): string {
    const text = unescapedText(this.#text);
    this.#text = '';
    return text;
  }
}

/** What an empty text takes as well. */
const ENTRY_COST = 16;

/** The texts that cells name by number (`xl/sharedStrings.xml`). */
export class SharedTexts implements XmlTaker {
  readonly texts: string[] = [];
  readonly #rich = new RichText();
  #length = 0;

  readonly open = (name: string, _attributes: XmlAttributes): void => this.#rich.open(name);
  readonly text = (text: string): void => this.#rich.text(text);
  readonly close = (name: string): void => {
    this.#rich.close(name);
    if (name !== 'si') return;
    const text = this.#rich.take();
    this.#length += text.length + ENTRY_COST;
    if (this.#length > MOST_SHARED_TEXT) throw new BadWorkbook('tooLarge');
    this.texts.push(text);
  };
}
