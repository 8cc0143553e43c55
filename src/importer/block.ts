import type { TypedNumber } from './outline/numbers.ts';
import type { Origin } from './text/origin.ts';

/** Where a block stands in its source: the line of a text, from 1, or the number of the paragraph in a Word or HTML file. */
export interface At {
  readonly at: number;
}

/** A piece of a document as every reader hands it on, in the order of the source. Texts are plain, their runs of blanks as in the source. */
export type SourceBlock = Paragraph | DocumentTable;

export interface Paragraph extends At {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Where its characters stand, in a document that has runs. */
  readonly origin?: Origin | undefined;
  /** Level of a heading that the source marks as one: 1 is the highest; undefined where it marks none. */
  readonly heading?: number;
  /** How much of the text, from its start, is set in bold; a bold first sentence is a run-in heading. */
  readonly bold?: number;
  /** The number that the source counts for itself and does not hold as text: Word’s own numbering, an ordered list. */
  readonly number?: string;
  /** The number that it begins with, where only its neighbours tell that it is one: 2. of “2.2026年…”. */
  readonly typed?: TypedNumber;
  /** Whether it is an item of a note or of a list of attachments, whose number is none of the outline. */
  readonly isNote?: boolean;
  /** Depth of a list item, from 0; undefined outside lists. */
  readonly item?: number;
  /** Whether blanks of half width stand before it: an item rather than a heading, whatever number it begins with. */
  readonly indented?: boolean;
  /** Whether it stands in what is no text of the document: a header, a footer, navigation. */
  readonly apart?: boolean;
  /** Whether it stands apart as an entry of a list of contents. */
  readonly isContents?: boolean;
  /** Names by which links lead to it, while a page is read. */
  readonly anchors?: readonly string[];
}

export interface DocumentTable extends At {
  readonly kind: 'table';
  /** Cells row by row; merged cells are given once, empty where they reach. The paragraphs of a cell are its lines. */
  readonly rows: readonly (readonly string[])[];
  /** Where the characters of each cell stand. */
  readonly origins?: readonly (readonly (Origin | undefined)[])[] | undefined;
  /** For each row, the columns in which a cell from above or from the left reaches; absent where none does. */
  readonly covered?: readonly (readonly number[])[] | undefined;
  /** The rows that are one cell over all columns; absent where there are none. */
  readonly wide?: ReadonlySet<number> | undefined;
  /** The unit of its cells, where a line beside it says one. */
  readonly unit?: string;
  /** Whether its first row names the columns. */
  readonly header: boolean;
  readonly caption?: string;
}

/** Why a reader did not take over what a file holds. */
export type UnreadReason =
  | 'hidden'
  | 'front-matter'
  | 'address'
  | 'picture'
  | 'diagram'
  | 'chart'
  | 'embedded'
  | 'note'
  | 'markup'
  | 'page-number';

/** What a file holds besides its text, or what no reader of it sees: not taken over, and said to be. */
export interface UnreadPiece extends At {
  readonly text: string;
  readonly why: UnreadReason;
}

/** What a file says: its blocks, and what its format knows about it. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  /** What is not among the blocks. */
  readonly unread?: readonly UnreadPiece[];
  /** Its notes, by the sign that stands in its texts for each (`noteSign`). */
  readonly notes?: ReadonlyMap<string, Pick<Paragraph, 'text' | 'origin'>>;
  /** Whether it is the file of a word processor: nothing of its text surrounds it as on a page. */
  readonly isWhole?: boolean;
  /** What its author says of it before its text: the day, as YYYY-MM-DD, and the language. */
  readonly told?: { readonly dated?: string; readonly language?: 'zh' | 'en' };
  /** The parts that origins speak of, by their names in the file. */
  readonly parts?: readonly string[];
  /** The title and language that the file gives itself outside its text. */
  readonly title?: string;
  readonly language?: string;
}
