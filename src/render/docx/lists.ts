import type { INumberingOptions, IParagraphOptions } from 'docx';
import type { House } from './house.ts';

/** Lists of a document: bullets share one, each numbered list is one of its own, which starts where it says. */
export class Lists {
  readonly #house: House;
  readonly config: INumberingOptions['config'][number][] = [];

  constructor(house: House) {
    this.#house = house;
  }

  /** A list that begins, at a depth from 0. @param start its first number; undefined for bullets */
  open(start: number | undefined, depth: number): NonNullable<IParagraphOptions['numbering']> {
    const level = Math.min(depth, 8);
    const reference = start === undefined ? '\uFFFFbullets' : `\uFFFFlist${this.config.length}`;
    if (!this.config.some((known) => known.reference === reference))
      this.config.push(this.#list(reference, start));
    return { reference, level, instance: 0 };
  }

  #list(reference: string, start: number | undefined): INumberingOptions['config'][number] {
    const step = this.#house.indent || 360;
    const face = {
      ascii: this.#house.body.west,
      hAnsi: this.#house.body.west,
      eastAsia: this.#house.body.east,
    };
    return {
      reference,
      levels: Array.from({ length: 9 }, (_, level) => ({
        level,
        format: start === undefined ? ('bullet' as const) : ('decimal' as const),
        text: start === undefined ? '•' : `%${level + 1}.`,
        start: start ?? 1,
        alignment: 'left' as const,
        style: {
          run: { font: face },
          paragraph: { indent: { left: step * (level + 2), hanging: step } },
        },
      })),
    };
  }
}
