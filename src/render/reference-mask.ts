import type { Inline } from './block.ts';
import type { Leaf } from './resolve.ts';

/** The first stand-in; planes 15 and 16 have no characters of their own. */
const first = 0xf0000;
const standIns = /[\u{F0000}-\u{10FFFF}]/gu;

/**
 * A text in which each reference is one stand-in character while Markdown is read, so that a value such as `*5*` or `| ` is never markup.
 * A character of the draft that looks like a stand-in is stood in for as well.
 */
export class Veil {
  readonly source: string;
  readonly #leaves: Leaf[] = [];

  constructor(leaves: readonly Leaf[]) {
    this.source = leaves
      .map((leaf) =>
        leaf.kind === 'text'
          ? leaf.text.replace(standIns, (text) => this.#hide({ kind: 'text', text }))
          : this.#hide(leaf),
      )
      .join('');
  }

  #hide(leaf: Leaf): string {
    this.#leaves.push(leaf);
    return String.fromCodePoint(first + this.#leaves.length - 1);
  }

  /** A stretch of the source with its references. */
  lift(text: string): Leaf[] {
    const parts = text.split(/([\u{F0000}-\u{10FFFF}])/u);
    return parts.flatMap((part, index) =>
      part === '' ? [] : [index % 2 === 0 ? { kind: 'text' as const, text: part } : this.#leafOf(part)],
    );
  }

  /** A stretch of the source as the text it prints, for code and addresses. */
  liftText(text: string): string {
    return text.replace(standIns, (standIn) => this.#leafOf(standIn).text);
  }

  #leafOf(standIn: string): Extract<Inline, { readonly kind: 'text' | 'reference' }> {
    return this.#leaves[(standIn.codePointAt(0) ?? first) - first] ?? { kind: 'text', text: standIn };
  }
}
