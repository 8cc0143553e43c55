import { emptyGroup, type BlockGroup, isGroup, type LooseBlock } from '../block-tree.ts';
import { cellLines } from '../cell-text.ts';
import { Traced } from '../../text/traced.ts';
import { type GridCell, gridOf } from '../table-grid.ts';

interface Cell {
  readonly content: BlockGroup;
  readonly across: number;
  readonly down: number;
  readonly head: boolean;
}

const span = (text: string | undefined): number =>
  Math.max(1, Math.min(65534, Number.parseInt(text ?? '1', 10) || 1));

/** A cell with more paragraphs than this is a column of a page. */
const MANY = 10;

/** A `<table>` as its tags come. */
export class HtmlTable {
  readonly #rows: { readonly cells: Cell[]; readonly head: boolean }[] = [];
  readonly #captions: BlockGroup[] = [];
  #layout: boolean;
  #head = false;
  #rowOpen = false;

  constructor(attributes: ReadonlyMap<string, string>) {
    this.#layout = attributes.get('role') === 'presentation';
  }

  /** Begins a part of it by its name; any other name ends one. */
  section(name: string): void {
    this.#head = name === 'thead';
    this.#rowOpen = false;
  }

  row(): void {
    this.#rows.push({ cells: [], head: this.#head });
    this.#rowOpen = true;
  }

  endRow(): void {
    this.#rowOpen = false;
  }

  /** Begins a cell, and a row where none is begun; gives the group that its blocks go to. */
  cell(name: string, attributes: ReadonlyMap<string, string>): BlockGroup {
    if (!this.#rowOpen) this.row();
    const content = emptyGroup();
    // 0 rows means all that are left
    const down = attributes.get('rowspan') === '0' ? 65534 : span(attributes.get('rowspan'));
    this.#rows
      .at(-1)
      ?.cells.push({ content, across: span(attributes.get('colspan')), down, head: name === 'th' });
    return content;
  }

  caption(): BlockGroup {
    const content = emptyGroup();
    this.#captions.push(content);
    return content;
  }

  /** What the table says, in order: itself, or its blocks one after another where it only lays out a page. */
  end(): LooseBlock | BlockGroup {
    const contents = [
      ...this.#captions,
      ...this.#rows.flatMap(({ cells }) => cells.map(({ content }) => content)),
    ].filter(({ items }) => items.length > 0);
    if (this.#layout || contents.some(isPage) || this.#rows.every(({ cells }) => cells.length < 2))
      return { items: contents };
    const caption = this.#captions
      .flatMap(cellLines)
      .map(({ text }) => text)
      .join('');
    const grid = gridOf(
      this.#rows.filter(({ cells }) => cells.length > 0).map(({ cells }) => cells.map(asGridCell)),
    );
    const first = this.#rows.find(({ cells }) => cells.length > 0);
    const header = first !== undefined && (first.head || first.cells.every(({ head }) => head));
    return grid.rows.some((cells) => cells.some((cell) => cell !== ''))
      ? { kind: 'table', ...grid, header, ...(caption !== '' && { caption }) }
      : { items: contents };
  }
}

/** Tables within tables, headings and long texts make a page of it. */
const isPage = ({ items }: BlockGroup): boolean =>
  items.filter((item) => isGroup(item) || item.kind !== 'unread').length > MANY ||
  items.some(
    (item) =>
      isGroup(item) ||
      item.kind === 'table' ||
      (item.kind === 'paragraph' && item.heading !== undefined && item.text !== ''),
  );

const asGridCell = ({ content, across, down }: Cell): GridCell => ({
  text: Traced.join(cellLines(content), '\n'),
  across,
  down,
});
