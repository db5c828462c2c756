import { columnOf, rowOf } from './cell-place.ts';
import { unescapedText } from './escaped-text.ts';
import { LONGEST_TEXT, MOST_COLUMNS } from './limits.ts';
import { dateText } from './number-format.ts';
import { RichText } from './shared-texts.ts';
import { BadWorkbook } from './workbook-fault.ts';
import { isTrue } from './workbook-parts.ts';
import type { XmlAttributes, XmlTaker } from './xml-reader.ts';

/** What cells of a sheet refer to. */
export interface SheetContext {
  readonly sharedTexts: readonly string[];
  /** By the number of a style. */
  readonly showsDate: readonly boolean[];
  readonly from1904: boolean;
}

/** The cells of a row that hold anything, by column (from 0). */
export interface SheetRow {
  /** From 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<number, string>;
  /** How many of the cells are the last result of a formula. */
  readonly formulas: number;
}

/** Rows of a sheet, in order; what a cell holds is given as the text that a person sees in it, nearly. */
export class SheetRows implements XmlTaker {
  readonly #context: SheetContext;
  readonly #take: (row: SheetRow) => void;
  readonly #inline = new RichText();
  #inRow = false;
  #row = 0;
  #cells = new Map<number, string>();
  #formulas = 0;
  #column = -1;
  #cell: { readonly kind: string; readonly style: number } | null = null;
  #isFormula = false;
  #inValue = false;
  #value = '';

  constructor(context: SheetContext, take: (row: SheetRow) => void) {
    this.#context = context;
    this.#take = take;
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (this.#cell !== null) {
      if (name === 'v') this.#inValue = true;
      else if (name === 'f') this.#isFormula = true;
      else this.#inline.open(name);
    } else if (name === 'c' && this.#inRow) this.#openCell(attributes);
    else if (name === 'row') this.#openRow(attributes);
  };

  readonly text = (text: string): void => {
    if (this.#inValue) {
      this.#value += text;
      if (this.#value.length > LONGEST_TEXT) throw new BadWorkbook('damaged');
    } else if (this.#cell !== null) this.#inline.text(text);
  };

  readonly close = (name: string): void => {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c' && this.#cell !== null) this.#closeCell(this.#cell);
    else if (name === 'row') this.#closeRow();
    else if (this.#cell !== null) this.#inline.close(name);
  };

  #openRow(attributes: XmlAttributes): void {
    const written = attributes.get('r');
    const row = written === undefined ? this.#row + 1 : rowOf(written);
    if (this.#inRow || row <= this.#row) throw new BadWorkbook('damaged');
    this.#inRow = true;
    this.#row = row;
    this.#column = -1;
    this.#formulas = 0;
    this.#cells = new Map();
  }

  #closeRow(): void {
    this.#inRow = false;
    if (this.#cells.size === 0) return;
    this.#take({ number: this.#row, cells: this.#cells, formulas: this.#formulas });
  }

  #openCell(attributes: XmlAttributes): void {
    const written = attributes.get('r');
    const column = written === undefined ? this.#column + 1 : columnOf(written);
    if (column <= this.#column || column >= MOST_COLUMNS) throw new BadWorkbook('damaged');
    this.#column = column;
    this.#cell = { kind: attributes.get('t') ?? 'n', style: Number(attributes.get('s') ?? 0) };
    this.#isFormula = false;
    this.#value = '';
  }

  #closeCell({ kind, style }: { readonly kind: string; readonly style: number }): void {
    const inline = this.#inline.take();
    this.#cell = null;
    const text = kind === 'inlineStr' ? inline : this.#textOf(kind, style);
    if (text === '') return;
    this.#cells.set(this.#column, text);
    if (this.#isFormula) this.#formulas++;
  }

  #textOf(kind: string, style: number): string {
    const value = this.#value;
    switch (kind) {
      case 's': {
        const shared = this.#context.sharedTexts[value === '' ? -1 : Number(value)];
        if (shared === undefined && value !== '') throw new BadWorkbook('damaged');
        return shared ?? '';
      }
      case 'b':
        return value === '' ? '' : isTrue(value) ? 'TRUE' : 'FALSE';
      case 'n':
        return this.#numberText(value, style);
      default:
        // texts of formulas, errors such as #N/A, and days as ISO 8601
        return unescapedText(value);
    }
  }

  #numberText(value: string, style: number): string {
    if (value.trim() === '') return '';
    const number = Number(value);
    if (Number.isNaN(number)) throw new BadWorkbook('damaged');
    const { showsDate, from1904 } = this.#context;
    const day = showsDate[style] === true ? dateText(number, from1904) : null;
    return day ?? (/^-?\d+$/.test(value) ? value : String(number));
  }
}
