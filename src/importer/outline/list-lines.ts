import type { Paragraph } from '../block.ts';
import { Traced } from '../text/traced.ts';

/** A list that is open: how deep its source has it, where its items and their texts begin, and the number that comes next. */
interface OpenList {
  depth: number;
  readonly indent: number;
  textAt: number;
  /** Undefined in a list of bullets, and before the first item. */
  next: number | undefined;
}

/**
 * Items of lists as lines of Markdown. A list counts its items by itself: one whose number does not follow from those above,
 * or is none that Markdown counts, is a paragraph with its number.
 */
export class ListLines {
  readonly #open: OpenList[] = [];

  /** Ends every list. */
  end(): void {
    this.#open.length = 0;
  }

  /** An item with its text in Markdown, with the line ends that part it from the item before; undefined where it must be a paragraph. */
  item(
    { item: depth, number }: Paragraph,
    text: Traced,
  ): { readonly text: Traced; readonly goesOn: boolean } | undefined {
    const value = number === undefined ? undefined : countable(number);
    if (depth === undefined || text.text === '' || (number !== undefined && value === undefined))
      return undefined;
    const goesOn = this.#open.length > 0;
    const { list, isNew } = this.#listAt(depth);
    if (list.next !== undefined && value !== undefined && list.next !== value) return undefined;
    const parts = isNew ? (value ?? 1) !== 1 : (list.next === undefined) !== (value === undefined);
    list.next = value === undefined ? undefined : value + 1;
    // right below a text a list must begin with 1
    const before = parts ? '\n\n' : '\n';
    return { text: lineOf(list, number ?? '-', text, goesOn ? before : ''), goesOn };
  }

  /** The list that stands so deep; between two depths that are open, the deeper one goes on. */
  #listAt(depth: number): { readonly list: OpenList; readonly isNew: boolean } {
    let deeper: OpenList | undefined;
    while ((this.#open.at(-1)?.depth ?? -1) > depth) deeper = this.#open.pop();
    const last = this.#open.at(-1);
    if (last?.depth === depth) return { list: last, isNew: false };
    const list = deeper ?? { depth, indent: last?.textAt ?? 0, textAt: 0, next: undefined };
    list.depth = depth;
    this.#open.push(list);
    return { list, isNew: deeper === undefined };
  }
}

/** An item of a list with its sign; the lines of its text stand below each other. */
function lineOf(list: OpenList, sign: string, text: Traced, before: string): Traced {
  list.textAt = list.indent + Math.max(3, sign.length + 1);
  const indent = ' '.repeat(list.textAt);
  const head = new Traced(`${before}${' '.repeat(list.indent)}${sign} `);
  return Traced.join([head, text.replaceAll(/\n/g, () => `\n${indent}`)]);
}

/** The value of a number that Markdown would print again as it is: 7. but neither 07. nor 7) */
const countable = (number: string): number | undefined =>
  /^(?:0|[1-9]\d{0,8})\.$/.test(number) ? Number.parseInt(number, 10) : undefined;
