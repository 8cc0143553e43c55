import type { TakenNames } from '../../reading/names/figure-name.ts';
import { text, type DraftEntry, type DraftScalar, type DraftValue } from '../../scaffold/emit.ts';
import { reserved } from '../../source/grammar.ts';
import type { SourceBlock } from '../block.ts';
import { tracedLiteral } from '../body.ts';
import type { Origin } from '../text/origin.ts';
import { withoutTitle } from './table-groups.ts';
import { tableShape, type TableShape } from './table-shape.ts';
import { totalsOf } from './table-totals.ts';
import { tracedText } from '../text/traced-blocks.ts';
import { Traced } from '../text/traced.ts';

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
  readonly unit: string | undefined;
  readonly shape: TableShape;
}

export function partTables(blocks: readonly SourceBlock[]): Parted {
  let end = blocks.length;
  const tables: Named[] = [];
  for (let found = tableAt(blocks, end); found !== undefined; found = tableAt(blocks, end)) {
    tables.unshift(found.named);
    end = found.start;
  }
  return { body: blocks.slice(0, end), tables };
}

/** Whether a block may be the caption of a table below it. */
export const isCaptionLine = (block: SourceBlock): boolean =>
  block.kind === 'paragraph' && block.number === undefined && isCaption(block.text);

/** The table that some blocks end with, with the line above that is its caption. */
function tableAt(
  blocks: readonly SourceBlock[],
  end: number,
): { readonly named: Named; readonly start: number } | undefined {
  const [above, block] = [blocks[end - 2], blocks[end - 1]];
  if (block?.kind !== 'table') return undefined;
  const line = captionAbove(above);
  const titled = line === undefined ? withoutTitle(block) : undefined;
  const shape = tableShape(titled?.table ?? block);
  if (shape === undefined) return undefined;
  const own = block.caption === undefined ? titled?.title : new Traced(block.caption);
  const isAbove = own === undefined && line !== undefined;
  const caption = own ?? line;
  return {
    named: { caption: caption?.text, captionOrigin: caption?.origin, unit: block.unit, shape },
    start: end - (isAbove ? 2 : 1),
  };
}

/** The words of a line above a table that is its caption. */
const captionAbove = (above: SourceBlock | undefined): Traced | undefined =>
  above?.kind === 'paragraph' && isCaptionLine(above) ? tracedText(above).trim() : undefined;

const isCaption = (words: string): boolean =>
  words.trim().length <= 30 && !/[。；：:，]|[a-z]\.$/.test(words.trim()) && !/^（.*）$/.test(words.trim());

/** Tables as drafts hold them; a table without a caption gets an id, but prints none. */
export function tableEntries(
  tables: readonly Named[],
  taken: TakenNames,
  prefix: string,
  write: WriteTraced,
): DraftEntry[] {
  return tables.map(({ caption, captionOrigin, unit, shape }) => {
    const id = taken.take(
      caption === undefined || caption === '' || caption.includes('{{') || reserved.has(caption)
        ? `${prefix}1`
        : caption,
    );
    const { stub, columns, rows } = shape;
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
    if (unit !== undefined) entries.push({ key: 'unit', value: text(unit) });
    if (stub.text !== '') entries.push({ key: 'stub', value: write(tracedLiteral(stub), 'text') });
    entries.push({ key: 'columns', value: list(columns) });
    entries.push({
      key: 'rows',
      value: {
        kind: 'map',
        entries: rows.map(([name, ...cells]) => ({ key: name.text, value: list(cells) })),
      },
    });
    const totals = totalsOf(shape);
    if (totals !== undefined) entries.push({ key: 'totals', value: text(totals) });
    return { key: id, value: { kind: 'map', entries } };
  });
}
