import type { TakenNames } from '../reading/figure-name.ts';
import { text, type DraftEntry, type DraftScalar, type DraftValue } from '../scaffold/emit.ts';
import { reserved } from '../source/grammar.ts';
import type { SourceBlock, DocumentTable } from './block.ts';
import { tracedLiteral } from './body.ts';
import type { Origin } from './origin.ts';
import { tracedRows, tracedText } from './traced-blocks.ts';
import { Traced } from './traced.ts';

/** Makes the scalar of a draft that holds a text of the document. */
export type WriteTraced = (text: Traced, kind: 'text' | 'figure' | 'quoted') => DraftScalar;

/** The blocks of a section as its body and the tables that stand behind it; a table that text follows stays in the body. */
export interface Parted {
  readonly body: readonly SourceBlock[];
  readonly tables: readonly Named[];
}

interface Named {
  readonly caption: string | undefined;
  readonly captionOrigin: Origin | undefined;
  readonly table: DocumentTable;
}

export function partTables(blocks: readonly SourceBlock[]): Parted {
  let end = blocks.length;
  const tables: Named[] = [];
  while (end > 0) {
    const block = blocks[end - 1];
    if (block?.kind !== 'table' || !isRegular(block)) break;
    const above = blocks[end - 2];
    const traced =
      above?.kind === 'paragraph' && above.number === undefined && isCaption(above.text)
        ? tracedText(above).trim()
        : undefined;
    const caption = block.caption ?? traced?.text;
    const captionOrigin = block.caption === undefined ? traced?.origin : undefined;
    tables.unshift({ caption, captionOrigin, table: block });
    end -= caption !== undefined && block.caption === undefined ? 2 : 1;
  }
  return { body: blocks.slice(0, end), tables };
}

const isCaption = (words: string): boolean =>
  words.trim().length <= 30 && !/[。；：:，]/.test(words) && !/^（.*）$/.test(words.trim());

/** Whether a table has a header, rows of one width, and a name of its own for each row and column; a name is no reference. */
function isRegular({ rows, header }: DocumentTable): boolean {
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

const none = new Traced('');

/** Tables as drafts hold them; a table without a caption gets an id, but prints none. */
export function tableEntries(
  tables: readonly Named[],
  taken: TakenNames,
  prefix: string,
  write: WriteTraced,
): DraftEntry[] {
  return tables.map(({ caption, captionOrigin, table }) => {
    const id = taken.take(
      caption === undefined || caption === '' || caption.includes('{{') || reserved.has(caption)
        ? `${prefix}1`
        : caption,
    );
    const [[stub = none, ...columns] = [], ...body] = tracedRows(table);
    const list = (cells: readonly Traced[]): DraftValue => ({
      kind: 'list',
      short: true,
      items: cells.map((cell) =>
        write(tracedLiteral(cell), /^\d+(?:\.\d+)?$/.test(cell.text) ? 'figure' : 'text'),
      ),
    });
    const entries: DraftEntry[] = [];
    if (id !== caption)
      entries.push({
        key: 'name',
        value: write(tracedLiteral(new Traced(caption ?? '', captionOrigin)), 'quoted'),
      });
    if (stub.text !== '') entries.push({ key: 'stub', value: write(tracedLiteral(stub), 'text') });
    entries.push({ key: 'columns', value: list(columns) });
    entries.push({
      key: 'rows',
      value: {
        kind: 'map',
        entries: body.map(([name = none, ...cells]) => ({ key: name.text, value: list(cells) })),
      },
    });
    if (addsUp(table.rows)) entries.push({ key: 'totals', value: text('rows') });
    return { key: id, value: { kind: 'map', entries } };
  });
}

/** Whether the last column says that it is the total, and is, of most rows: the others are for lint to find. */
function addsUp([head = [], ...body]: DocumentTable['rows']): boolean {
  const columns = head.slice(1);
  if (columns.length < 3 || !/^(?:总计|合计|总数|Total)$/i.test(columns.at(-1) ?? '')) return false;
  const rows = body
    .map(([, ...cells]) => cells.map((cell) => Number(cell.replaceAll(',', ''))))
    .filter((cells) => cells.every((cell) => !Number.isNaN(cell)));
  const right = rows.filter(
    (cells) => cells.slice(0, -1).reduce((sum, cell) => sum + cell, 0) === cells.at(-1),
  );
  return rows.length > 0 && right.length >= rows.length * 0.8;
}
