import type { Block, Note } from './block.ts';

/** A note that a body defines, until the document has a number for it. */
interface Defined {
  readonly print: () => Block[];
  number: number;
  marks: number;
  blocks: readonly Block[];
}

/**
 * The notes of one document, numbered in the order in which the text first refers to them, whatever the draft calls them. A label
 * belongs to its body: `[^1]` of two sections are two notes.
 */
export class Notes {
  readonly #numbered: Defined[] = [];

  /** The notes of one body, by label; `print` reads what one says. */
  body(labels: ReadonlyMap<string, () => Block[]>): BodyNotes {
    const own = new Map(
      [...labels].map(([label, print]) => [
        label,
        { print, number: 0, marks: 0, blocks: [] as readonly Block[] },
      ]),
    );
    return {
      has: (label) => own.has(label),
      mark: (label) => {
        const note = own.get(label);
        if (note === undefined) return undefined;
        this.#number(note);
        return { number: note.number, mark: ++note.marks };
      },
      // what nothing refers to is printed all the same
      close: () => own.forEach((note) => this.#number(note)),
    };
  }

  #number(note: Defined): void {
    if (note.number > 0) return;
    note.number = this.#numbered.push(note);
    note.blocks = note.print();
  }

  /** Every note, as it stands at the end of the document. */
  all(): readonly Note[] {
    return this.#numbered.map(({ number, marks, blocks }) => ({ number, marks, blocks }));
  }
}

/** The notes of a body while it is read. */
export interface BodyNotes {
  readonly has: (label: string) => boolean;
  /** The number for a mark, and which of the note’s marks it is. */
  readonly mark: (label: string) => { readonly number: number; readonly mark: number } | undefined;
  /** Numbers the notes that nothing refers to. */
  readonly close: () => void;
}
