/** Where lines end, the latest kept: a collection of thousands of entries stands in one. */
export class LineEnds {
  readonly #text: string;
  #start = 0;
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of the line of an offset. */
  after(at: number): number {
    if (this.#start <= at && at <= this.#end) return this.#end;
    const end = this.#text.indexOf('\n', at);
    this.#start = at;
    return (this.#end = end === -1 ? this.#text.length : end);
  }
}
