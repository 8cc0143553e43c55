/** The text of a paragraph as it is put together from pieces, with how much of its start is bold. */
export interface PlainText {
  readonly text: string;
  readonly bold?: number;
}

/** Collects the pieces of one paragraph after another. */
export class Runs {
  readonly #tidy: (text: string) => string;
  #parts: string[] = [];
  /** How many of the parts stand in the bold start; blanks are neither bold nor not. */
  #bold = 0;
  #leading = true;

  /** @param tidy removes the blanks that are no part of the text, the same ones from a start of it as from the whole */
  constructor(tidy: (text: string) => string) {
    this.#tidy = tidy;
  }

  add(text: string, bold: boolean): void {
    if (text === '') return;
    this.#parts.push(text);
    if (!this.#leading || !/\S/.test(text)) return;
    if (bold) this.#bold = this.#parts.length;
    else this.#leading = false;
  }

  /** The paragraph so far, undefined where it is blank; the next one begins. */
  take(): PlainText | undefined {
    const text = this.#tidy(this.#parts.join(''));
    const bold = this.#bold === 0 ? 0 : this.#tidy(this.#parts.slice(0, this.#bold).join('')).length;
    this.#parts = [];
    this.#bold = 0;
    this.#leading = true;
    return text === '' ? undefined : { text, ...(bold > 0 && { bold }) };
  }
}
