import { countIn } from '../counter.ts';
import { listFormat } from './html-marks.ts';

type Attributes = ReadonlyMap<string, string>;

const integer = (text: string | undefined): number | undefined =>
  /^\s*[-+]?\d{1,9}/.test(text ?? '') ? Number.parseInt(text as string, 10) : undefined;

/** A list of a page, with what its items are counted by. */
export class HtmlList {
  /** How many elements were open when its open item began. */
  item: number | undefined;
  readonly #format: string | undefined;
  readonly #step: number;
  #next: number | undefined;

  constructor(name: string, attributes: Attributes) {
    this.#format = name === 'ol' ? listFormat(attributes) : undefined;
    this.#step = attributes.has('reversed') ? -1 : 1;
    // counting down begins at how many there are, which is not known yet
    this.#next = integer(attributes.get('start')) ?? (this.#step === 1 ? 1 : undefined);
  }

  /** The number of its next item, undefined where it shows none. */
  count(attributes: Attributes): string | undefined {
    const value = integer(attributes.get('value')) ?? this.#next;
    if (value === undefined || this.#format === undefined || this.#format === 'none') return undefined;
    this.#next = value + this.#step;
    return countIn(this.#format, value) + (this.#format === 'chineseCounting' ? '、' : '.');
  }
}
