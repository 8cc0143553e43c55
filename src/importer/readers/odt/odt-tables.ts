import { Traced } from '../../text/traced.ts';
import { type BlockGroup, emptyGroup, type LooseBlock } from '../block-tree.ts';
import { cellLines } from '../cell-text.ts';
import type { XmlAttributes } from '../docx/xml.ts';
import { gridOf, type GridCell } from '../table-grid.ts';

/** No table is wider; a column may be repeated a thousand times to the edge of a sheet. */
const WIDEST = 100;

interface OpenTable {
  readonly rows: GridCell[][];
  readonly isHead: boolean[];
  inHead: boolean;
}

interface OpenCell {
  readonly content: BlockGroup;
  readonly across: number;
  readonly down: number;
  readonly times: number;
}

/** The tables of an OpenDocument text that are open, one in another. */
export class OdtTables {
  readonly #tables: OpenTable[] = [];
  readonly #cells: OpenCell[] = [];

  get isOpen(): boolean {
    return this.#tables.length > 0;
  }

  /** Takes the start of an element of a table; of a cell it returns where its text goes. */
  open(name: string, attributes: XmlAttributes): BlockGroup | undefined {
    const table = this.#tables.at(-1);
    if (name === 'table') this.#tables.push({ rows: [], isHead: [], inHead: false });
    else if (name === 'table-header-rows' && table) table.inHead = true;
    else if (name === 'table-row' && table) {
      table.rows.push([]);
      table.isHead.push(table.inHead);
    } else if (name === 'table-cell' && table) return this.#openCell(attributes);
    return undefined;
  }

  #openCell(attributes: XmlAttributes): BlockGroup {
    const count = (key: string): number => Math.max(1, Number(attributes[key] ?? 1) || 1);
    const content = emptyGroup();
    this.#cells.push({
      content,
      across: count('number-columns-spanned'),
      down: count('number-rows-spanned'),
      times: count('number-columns-repeated'),
    });
    return content;
  }

  /** Takes the end of an element of a table; of a table that has cells it returns the table. */
  end(name: string): LooseBlock | undefined {
    const table = this.#tables.at(-1);
    if (!table) return undefined;
    if (name === 'table-header-rows') table.inHead = false;
    else if (name === 'table-cell') this.#endCell(table);
    else if (name === 'table') {
      this.#tables.pop();
      const rows = table.rows.filter((row) => row.length > 0);
      if (rows.length > 0) return { kind: 'table', ...gridOf(rows), header: table.isHead[0] === true };
    }
    return undefined;
  }

  #endCell(table: OpenTable): void {
    const cell = this.#cells.pop();
    if (!cell) return;
    const { content, across, down, times } = cell;
    const text = Traced.join(cellLines(content), '\n');
    const row = table.rows.at(-1);
    for (let time = 0; time < times && (row?.length ?? 0) < WIDEST; time += 1)
      row?.push({ text, across, down });
  }
}
