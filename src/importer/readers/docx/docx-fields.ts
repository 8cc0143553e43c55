/** Where the text stands among fields: what a field asks for is not text, what it came to is. */
export class DocxFields {
  readonly #open: ('code' | 'result')[] = [];

  mark(type: string | undefined): void {
    if (type === 'begin') this.#open.push('code');
    else if (type === 'separate') this.#open.splice(-1, 1, 'result');
    else if (type === 'end') this.#open.pop();
  }

  get shown(): boolean {
    return !this.#open.includes('code');
  }

  /** A field that asks for something does so within a paragraph; one without an end would hide the rest of the document. */
  endParagraph(): void {
    while (this.#open.includes('code')) this.#open.pop();
  }
}
