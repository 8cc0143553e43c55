import type { Span } from '../quantity/value/formula.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { Prose } from './prose.ts';

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
/** How many of those words are looked through. */
const MOST_JOINS = 6;

/** What names stand for, with the lengths that occur, so that a look-up costs the same however many there are. */
export class NameIndex<Thing> {
  readonly #things: ReadonlyMap<string, Thing>;
  readonly #lengths: readonly number[];
  /** The last characters of all names: most places can be passed by them. */
  readonly #last: ReadonlySet<string>;

  constructor(entries: Iterable<readonly [name: string, thing: Thing]>) {
    this.#things = new Map(entries);
    this.#lengths = [...new Set([...this.#things.keys()].map(({ length }) => length))].sort((a, b) => b - a);
    this.#last = new Set([...this.#things.keys()].map((name) => name.at(-1) ?? ''));
  }

  /** The longest name that a text ends with. */
  endingAt(text: string, end: number): { readonly name: Span; readonly thing: Thing } | undefined {
    if (!this.#last.has(text[end - 1] ?? '')) return undefined;
    for (const length of this.#lengths) {
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
    const between = join.exec(prose.text.slice(Math.max(0, end - 10), end))?.[0];
    if (between === undefined) return undefined;
    end -= between.length;
  }
  return undefined;
}
