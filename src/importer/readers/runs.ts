import type { Paragraph } from '../block.ts';
import { textAndOrigin } from '../text/traced-blocks.ts';
import { Traced } from '../text/traced.ts';

/** The text of a paragraph as it is put together from pieces, with how much of its start is bold. */
export interface PlainText extends Pick<Paragraph, 'text' | 'origin'> {
  readonly bold?: number;
}

/** Collects the pieces of one paragraph after another. */
export class Runs {
  readonly #tidy: (text: Traced) => Traced;
  #parts: Traced[] = [];
  /** How many of the parts stand in the bold start; blanks are neither bold nor not. */
  #bold = 0;
  #leading = true;

  /** @param tidy removes the blanks that are no part of the text, the same ones from a start of it as from the whole */
  constructor(tidy: (text: Traced) => Traced) {
    this.#tidy = tidy;
  }

  add(piece: string | Traced, bold: boolean): void {
    const part = typeof piece === 'string' ? new Traced(piece) : piece;
    const { text } = part;
    if (text === '') return;
    this.#parts.push(part);
    if (!this.#leading || !/\S/.test(text)) return;
    if (bold) this.#bold = this.#parts.length;
    else this.#leading = false;
  }

  /** The paragraph so far, undefined where it is blank; the next one begins. */
  take(): PlainText | undefined {
    const whole = this.#tidy(Traced.join(this.#parts));
    const bold = this.#bold === 0 ? 0 : this.#tidy(Traced.join(this.#parts.slice(0, this.#bold))).text.length;
    this.#parts = [];
    this.#bold = 0;
    this.#leading = true;
    return whole.text === '' ? undefined : { ...textAndOrigin(whole), ...(bold > 0 && { bold }) };
  }
}
