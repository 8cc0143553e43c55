import { isSmallAt, isSpaceAt } from '../../quantity/characters.ts';
import type { Span } from '../../quantity/value/formula.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Prose } from '../prose.ts';

/** A figure with the name that stands directly before it in a text. */
export interface Beside<Thing> {
  readonly prose: Prose;
  readonly name: Span;
  readonly thing: Thing;
  readonly figure: Quantity;
}

/** The last word of what may stand between a name and its figure: 重点入围人数为3460人, punctuality was 91.2%. */
const join =
  /(?:[为达到共有是仅计：:\s]|合计|累计|总计|共计|总数|总额|已经|已|分别|\b(?:was|were|is|are|of|at|to|stood|reached|came|rose|fell|totalled|only|just|has|have|been))$/;
/** What those words end with, but for small letters and white space. */
const joinEnds: ReadonlySet<string> = new Set('为达到共有是仅计：:数额经已别');
/** How many of those words are looked through. */
const MOST_JOINS = 6;

/** What names stand for, with the lengths that occur, so that a look-up costs the same however many there are. */
export class NameIndex<Thing> {
  readonly #things: ReadonlyMap<string, Thing>;
  /** The lengths of names by their last character, the longest first: most places can be passed by it. */
  readonly #lengths = new Map<string, number[]>();

  constructor(entries: Iterable<readonly [name: string, thing: Thing]>) {
    this.#things = new Map(entries);
    for (const name of this.#things.keys()) {
      const last = name.at(-1) ?? '';
      const lengths = this.#lengths.get(last);
      if (lengths === undefined) this.#lengths.set(last, [name.length]);
      else if (!lengths.includes(name.length)) lengths.push(name.length);
    }
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a);
  }

  /** The longest name that a text ends with. */
  endingAt(text: string, end: number): { readonly name: Span; readonly thing: Thing } | undefined {
    const lengths = this.#lengths.get(text[end - 1] ?? '');
    if (lengths === undefined) return undefined;
    for (const length of lengths) {
      const start = end - length;
      const thing = start < 0 ? undefined : this.#things.get(text.slice(start, end));
      if (
        thing !== undefined &&
        !(/[A-Za-z]/.test(text[start] ?? '') && /[A-Za-z]/.test(text[start - 1] ?? ''))
      )
        return { name: [start, end], thing };
    }
    return undefined;
  }
}

/** The name directly before a figure, with only a few words between. */
export function nameBefore<Thing>(
  prose: Prose,
  figure: Quantity,
  index: NameIndex<Thing>,
): Beside<Thing> | undefined {
  let end = figure.span[0];
  for (let count = 0; count <= MOST_JOINS; count++) {
    const found = index.endingAt(prose.text, end);
    if (found) return { prose, figure, ...found };
    const last = end - 1;
    if (!isSmallAt(prose.text, last) && !isSpaceAt(prose.text, last) && !joinEnds.has(prose.text[last] ?? ''))
      return undefined;
    const between = join.exec(prose.text.slice(Math.max(0, end - 10), end))?.[0];
    if (between === undefined) return undefined;
    end -= between.length;
  }
  return undefined;
}
