import type { TakenNames } from '../reading/figure-name.ts';
import { text, type Entry, type Value } from '../scaffold/emit.ts';
import { reserved } from '../source/grammar.ts';
import type { SourceBlock, Table } from './block.ts';
import { literal } from './body.ts';

/** The blocks of a section as its body and the tables that stand behind it; a table that text follows stays in the body. */
export interface Parted {
  readonly body: readonly SourceBlock[];
  readonly tables: readonly Named[];
}

interface Named {
  readonly caption: string | undefined;
  readonly table: Table;
}

export function partTables(blocks: readonly SourceBlock[]): Parted {
  let end = blocks.length;
  const tables: Named[] = [];
  while (end > 0) {
    const block = blocks[end - 1];
    if (block?.kind !== 'table' || !isRegular(block)) break;
    const above = blocks[end - 2];
    const caption =
      block.caption ??
      (above?.kind === 'paragraph' && above.number === undefined && isCaption(above.text)
        ? above.text.trim()
        : undefined);
    tables.unshift({ caption, table: block });
    end -= caption !== undefined && block.caption === undefined ? 2 : 1;
  }
  return { body: blocks.slice(0, end), tables };
}

const isCaption = (words: string): boolean =>
  words.trim().length <= 30 && !/[。；：:，]/.test(words) && !/^（.*）$/.test(words.trim());

/** Whether a table has a header, rows of one width, and a name of its own for each row and column; a name is no reference. */
function isRegular({ rows, header }: Table): boolean {
  const [head = [], ...body] = rows;
  const names = body.map(([name = '']) => name);
  const isOwn = (all: readonly string[]): boolean => !all.includes('') && new Set(all).size === all.length;
  return (
    header &&
    body.length > 0 &&
    head.length > 1 &&
    rows.every((row) => row.length === head.length) &&
    isOwn(names) &&
    !names.some((name) => name.includes('{{')) &&
    isOwn(head.slice(1))
  );
}

/** Tables as drafts hold them; a table without a caption gets an id, but prints none. */
export function tableEntries(tables: readonly Named[], taken: TakenNames, prefix: string): Entry[] {
  return tables.map(({ caption, table }) => {
    const id = taken.take(
      caption === undefined || caption === '' || caption.includes('{{') || reserved.has(caption)
        ? `${prefix}1`
        : caption,
    );
    const [[stub = '', ...columns] = [], ...body] = table.rows;
    const list = (cells: readonly string[]): Value => ({
      kind: 'list',
      short: true,
      items: cells.map((cell) =>
        /^\d+(?:\.\d+)?$/.test(cell) ? { kind: 'figure', text: cell } : text(literal(cell)),
      ),
    });
    const entries: Entry[] = [];
    if (id !== caption)
      entries.push({ key: 'name', value: { kind: 'quoted', text: literal(caption ?? '') } });
    if (stub !== '') entries.push({ key: 'stub', value: text(literal(stub)) });
    entries.push({ key: 'columns', value: list(columns) });
    entries.push({
      key: 'rows',
      value: {
        kind: 'map',
        entries: body.map(([name = '', ...cells]) => ({ key: name, value: list(cells) })),
      },
    });
    if (addsUp(columns, body)) entries.push({ key: 'totals', value: text('rows') });
    return { key: id, value: { kind: 'map', entries } };
  });
}

/** Whether the last column says that it is the total, and is, of most rows: the others are for lint to find. */
function addsUp(columns: readonly string[], body: readonly (readonly string[])[]): boolean {
  if (columns.length < 3 || !/^(?:总计|合计|总数|Total)$/i.test(columns.at(-1) ?? '')) return false;
  const rows = body
    .map(([, ...cells]) => cells.map((cell) => Number(cell.replaceAll(',', ''))))
    .filter((cells) => cells.every((cell) => !Number.isNaN(cell)));
  const right = rows.filter(
    (cells) => cells.slice(0, -1).reduce((sum, cell) => sum + cell, 0) === cells.at(-1),
  );
  return rows.length > 0 && right.length >= rows.length * 0.8;
}
