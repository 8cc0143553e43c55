import type { Paragraph, Table } from 'docx';
import type { Bookmarks } from './bookmarks.ts';
import type { House, Type } from './house.ts';
import type { Lists } from './lists.ts';
import type { Text } from './text.ts';
import type { TitleNumbers } from './titles.ts';

/** What blocks are printed with. */
export interface DocxPrinting {
  readonly house: House;
  readonly text: Text;
  readonly bookmarks: Bookmarks;
  readonly titles: TitleNumbers;
  readonly lists: Lists;
  readonly types: ReadonlyMap<number, Type>;
  readonly draft: boolean;
}

/** What stands on a page of Word, one below the other. */
export type DocxBlock = Paragraph | Table;

/** What stands on pages of its own that are turned, so that a wide table can be read. */
export class TurnedPages {
  readonly children: readonly DocxBlock[];

  constructor(children: readonly DocxBlock[]) {
    this.children = children;
  }
}

/** What stands in a document of Word, one below the other. */
export type DocxPiece = DocxBlock | TurnedPages;

/** Pieces without the pages that they are turned on. */
export const unturned = (pieces: readonly DocxPiece[]): DocxBlock[] =>
  pieces.flatMap((piece) => (piece instanceof TurnedPages ? piece.children : [piece]));
