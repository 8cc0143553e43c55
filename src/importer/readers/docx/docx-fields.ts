import { equation } from './docx-eq.ts';
import { symbolOf } from './docx-symbols.ts';

interface Field {
  state: 'code' | 'result';
  code: string;
  /** Whether its result has shown something. */
  hasShown: boolean;
  /** Whether the box of a form is ticked. */
  isTicked: boolean;
}

/** Where the text stands among fields: what a field asks for is not text, what it came to is. */
export class DocxFields {
  readonly #open: Field[] = [];

  /** Takes a mark of a field. Gives what the field shows by its code alone, where no result says it. */
  mark(type: string | undefined): string {
    const field = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ state: 'code', code: '', hasShown: false, isTicked: false });
    else if (type === 'separate' && field) field.state = 'result';
    else if (type === 'end') {
      this.#open.pop();
      if (field === undefined || field.hasShown || !this.shown) return '';
      return /^\s*formcheckbox/i.test(field.code) ? (field.isTicked ? '☒' : '☐') : shownByCode(field.code);
    }
    return '';
  }

  /** Says whether the box of the innermost field is ticked. */
  check(isTicked: boolean): void {
    const field = this.#open.at(-1);
    if (field) field.isTicked = isTicked;
  }

  /** Text of the code of the innermost field. */
  code(text: string): void {
    const field = this.#open.at(-1);
    if (field?.state === 'code') field.code += text;
  }

  /** Says that something is shown. */
  show(): void {
    for (const field of this.#open) field.hasShown = true;
  }

  get shown(): boolean {
    return this.#open.every(({ state }) => state === 'result');
  }

  /** A field that asks for something does so within a paragraph; one without an end would hide the rest of the document. */
  endParagraph(): void {
    while (!this.shown) this.#open.pop();
  }
}

/** What a field shows that has no result: equations and circled signs, signs of fonts, the text of a button. */
export function shownByCode(code: string): string {
  const [name = '', ...others] = code.trim().split(/(?<=\s)/);
  const rest = others.join('');
  if (/^eq\s*$/i.test(name)) return equation(rest);
  if (/^symbol\s*$/i.test(name)) {
    const [, number = ''] = /^\s*(0x[\da-f]{1,6}|\d{1,7})/i.exec(rest) ?? [];
    const font = /\\f\s*"?([^"\\]*)/i.exec(rest)?.[1] ?? '';
    return number === '' ? '' : symbolOf(font.trim(), Number(number).toString(16));
  }
  return /^macrobutton\s*$/i.test(name) ? others.slice(1).join('').trim() : '';
}
