import type { Language } from '../diagnostic.ts';
import type { Reference } from '../model/references.ts';

/** A stretch of running text. `reference` is what stood between `{{` and `}}`, as printed: text, never Markdown. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'reference';
      readonly text: string;
      readonly to: Reference['kind'];
      /** Of the metric that it prints; else left out. */
      readonly name?: string;
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: Emphasis; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] }
  /** A picture: what it shows in words, where it is from where the rendering is written, and itself. */
  | {
      readonly kind: 'image';
      readonly alt: string;
      readonly address: string;
      readonly type: string;
      readonly bytes: Uint8Array;
    }
  /** The mark of a note, by its number in the document, and which of its marks this is, from 1. */
  | { readonly kind: 'note'; readonly number: number; readonly mark: number };

export type Emphasis = 'strong' | 'emphasis' | 'deleted';

/** A title with its number, which holds the space before the title where there is one. */
export interface NumberedTitle {
  /** Level for a screen reader: 1 is the title of the document, below it no level is left out. */
  readonly level: number;
  /** How far down the outline: 0 for parts and annexes, 1 for their sections … */
  readonly depth: number;
  /** Level of the numbering, from 1; 0 for titles of parts that are not numbered. GB/T 9704-2012 gives each its face. */
  readonly grade: number;
  /** Unique in the document, of letters, digits and hyphens. */
  readonly id: string;
  /** What an annex is called, apart from its title; else empty. */
  readonly label: string;
  readonly number: string;
  readonly title: readonly Inline[];
}

export interface TableRow {
  readonly name: readonly Inline[] | undefined;
  readonly cells: readonly (readonly Inline[])[];
}

/** One piece of a report, in the order of the text; formats print blocks and know nothing of drafts. */
export type Block =
  | ({ readonly kind: 'heading' } & NumberedTitle)
  /** A title as the first sentence of a paragraph; `stop` ends the sentence where the title does not. */
  | ({ readonly kind: 'run-in'; readonly stop: string; readonly text: readonly Inline[] } & NumberedTitle)
  /** A section without a title: its number before its first paragraph. */
  | { readonly kind: 'item'; readonly id: string; readonly number: string; readonly text: readonly Inline[] }
  /** Running text; `ofTable`, where it says something of the table right above it. */
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[]; readonly ofTable?: true }
  | {
      readonly kind: 'list';
      readonly start: number | undefined;
      readonly loose: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  | TableBlock
  | { readonly kind: 'signature'; readonly organization: string; readonly date: string }
  | { readonly kind: 'internal'; readonly label: string; readonly blocks: readonly Block[] }
  /** The notes of the whole document, at its end. */
  | { readonly kind: 'notes'; readonly notes: readonly Note[] }
  /** What could not be read stands open to the eye: what is missing, and the places of the draft that say why. */
  | { readonly kind: 'gap'; readonly label: string; readonly places: readonly string[] };

export interface TableBlock {
  readonly kind: 'table';
  /** Empty for a table written in Markdown. */
  readonly caption: readonly Inline[];
  /** Behind the caption: the unit of all cells, in brackets; else empty. */
  readonly unit: string;
  /** Empty where the columns have no names; else with an empty first one where the rows have. */
  readonly head: readonly (readonly Inline[])[];
  readonly rows: readonly TableRow[];
  /** Where the cells of each column stand; undefined as a reader expects. */
  readonly align?: readonly Alignment[];
}

export type Alignment = 'left' | 'center' | 'right' | undefined;

/** A note below the text: its number, how many marks lead to it, and what it says. */
export interface Note {
  readonly number: number;
  readonly marks: number;
  readonly blocks: readonly Block[];
}

/** A report ready to print. */
export interface Composition {
  readonly language: Language;
  /** BCP 47. */
  readonly tag: string;
  /** 草稿 / DRAFT, 内部资料 / INTERNAL. */
  readonly stamps: readonly string[];
  readonly title: readonly Inline[];
  /** 文号; else empty. */
  readonly documentNumber: string;
  readonly blocks: readonly Block[];
}

/** The words of running text without any markup. */
export const plainText = (content: readonly Inline[]): string =>
  content.map((item) => (item.kind === 'break' ? ' ' : inlineWords(item, plainText))).join('');

/** The words of an item, of what it holds by `inner`. */
export function inlineWords(
  item: Exclude<Inline, { readonly kind: 'break' }>,
  inner: (content: readonly Inline[]) => string,
): string {
  if (item.kind === 'image') return item.alt;
  if (item.kind === 'note') return `[${item.number}]`;
  return 'text' in item ? item.text : inner(item.content);
}
