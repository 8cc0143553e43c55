import { emptyGroup, type BlockGroup, type LooseBlock } from '../block-tree.ts';
import { cellLines } from '../cell-text.ts';
import { Traced } from '../../text/traced.ts';
import { isOn } from './docx-styles.ts';
import { gridOf } from '../table-grid.ts';
import type { XmlAttributes } from './xml.ts';

interface Cell {
  readonly content: BlockGroup;
  across: number;
  /** Whether a cell above reaches into it. */
  covered: boolean;
}

interface Row {
  readonly cells: Cell[];
  before: number;
  header: boolean;
  deleted: boolean;
}

/** A table of Word as its elements come. */
export class DocxTable {
  readonly #rows: Row[] = [];

  row(): void {
    this.#rows.push({ cells: [], before: 0, header: false, deleted: false });
  }

  /** Begins a cell; gives the group that its blocks go to. */
  cell(): BlockGroup {
    const content = emptyGroup();
    if (this.#rows.length === 0) this.row();
    this.#rows.at(-1)?.cells.push({ content, across: 1, covered: false });
    return content;
  }

  /** Reads a property of the last row or its last cell. */
  describe(name: string, parent: string, attributes: XmlAttributes): void {
    const row = this.#rows.at(-1);
    const cell = row?.cells.at(-1);
    if (!row) return;
    if (parent === 'w:trPr') {
      if (name === 'w:gridBefore') row.before = Number(attributes['val']) || 0;
      if (name === 'w:tblHeader') row.header = isOn(attributes);
      if (name === 'w:del') row.deleted = true;
    } else if (parent === 'w:tcPr' && cell) {
      if (name === 'w:gridSpan') cell.across = Math.max(1, Number(attributes['val']) || 1);
      if (name === 'w:vMerge') cell.covered = (attributes['val'] ?? 'continue') === 'continue';
    }
  }

  /** The table, or its blocks one after another where it has but one column: a frame round a text. */
  end(): LooseBlock | BlockGroup {
    const rows = this.#rows.filter(({ deleted, cells }) => !deleted && cells.length > 0);
    if (rows.every(({ cells }) => cells.length === 1))
      return { items: rows.flatMap(({ cells }) => cells.map(({ content }) => content)) };
    const texts = rows.map(({ cells, before }) => [
      ...(before > 0 ? [{ text: new Traced(''), across: before, down: 1 }] : []),
      ...cells.map(({ content, across, covered }) => ({
        text: covered ? new Traced('') : Traced.join(cellLines(content), '\n'),
        covered,
        across,
        down: 1,
      })),
    ]);
    return { kind: 'table', ...gridOf(texts), header: rows[0]?.header === true };
  }
}
