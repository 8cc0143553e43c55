import { scanFlow } from './flow-traps.ts';
import { quoteTrap } from './quotes.ts';
import { isUnder, keyKind, shapeOf, type Is, type Shape } from '../grammar.ts';
import { wideMark } from './block-marks.ts';
import { keyTraps } from './key-traps.ts';
import { brokenLineTraps, itemTraps, lineTraps } from './line-traps.ts';
import { propertyNames, propertyTraps, type NamesIn } from './property-traps.ts';
import type { Trap } from './repair.ts';
import { swallowedTraps } from './swallowed-lines.ts';
import { rowsOf, splitThousands } from './table-traps.ts';
import { isEmpty, type ListNode, type MapNode, type ScalarNode, type TreeNode } from '../tree.ts';

/**
 * Traps that YAML reads without an error as something else than was meant: text cut at a comma or ` #`, lines with
 * full-width colons that became one text, a dash that became part of a key. They are told by what the format expects
 * at their place, so that text which is meant as text is never one.
 */
export function silentTraps(text: string, root: TreeNode, is: Is): readonly Trap[] {
  const scan = new SilentScan(text);
  scan.visit(root, is, false);
  return scan.lost();
}

class SilentScan {
  readonly #text: string;
  readonly #traps: Trap[] = [];
  readonly #seen = new Set<TreeNode>();
  readonly #cells: ListNode[] = [];
  readonly #short = new Set<ListNode>();
  /** Keys without a colon: what is left of a text that was cut. */
  readonly #colonless: number[] = [];
  readonly #names: NamesIn;
  /** The text as a whole tells whether a sign can be lost anywhere. */
  readonly #hasSigns: boolean;

  constructor(text: string) {
    this.#text = text;
    this.#names = propertyNames(text);
    this.#hasSigns = SIGN.test(text);
  }

  visit(node: TreeNode, expected: Is | undefined, inFlow: boolean): void {
    if (this.#seen.has(node)) return;
    this.#seen.add(node);
    const shape = expected === undefined ? undefined : shapeOf(expected);
    if (node.kind === 'scalar') return this.#scalar(node, expected, shape, inFlow);
    const flow = isFlow(this.#text, node);
    if (flow && !inFlow) this.#traps.push(...flowTraps(this.#text, node));
    // a cell may hold a full-width comma, a list of names does not
    if (node.kind === 'list' && shape?.items !== ':word') this.#cells.push(node);
    if (node.kind === 'map' && expected === 'table') this.#table(node);
    if (node.kind === 'list')
      return node.items.forEach((item) => this.visit(item, shape?.items, inFlow || flow));
    this.#keys(node, shape, flow);
    for (const { key, value } of node.entries)
      this.visit(value, shape && under(shape, key.value), inFlow || flow);
  }

  #scalar(node: ScalarNode, expected: Is | undefined, shape: Shape | undefined, inFlow: boolean): void {
    if (this.#hasSigns) this.#add(propertyTraps(this.#text, node, this.#names));
    // what is in quotes or in a block is read as it stands
    if (node.style !== 'plain') return;
    this.#add(quotationTraps(node, expected, shape));
    this.#add(wideMark(this.#text, node, expected));
    this.#add(scalarTraps(this.#text, node, shape, inFlow));
  }

  #add(traps: readonly Trap[]): void {
    for (const trap of traps) this.#traps.push(trap);
  }

  /** Rows that have too many cells, or too few. */
  #table(node: MapNode): void {
    const { columns, rows } = rowsOf(node);
    for (const row of rows) {
      if (row.items.length < columns) this.#short.add(row);
      if (row.items.length > columns) this.#traps.push(...splitThousands(this.#text, row, columns));
    }
  }

  #keys(node: MapNode, shape: Shape | undefined, flow: boolean): void {
    const text = this.#text;
    if (!flow) {
      this.#add(keyTraps(text, node, shape));
      this.#add(swallowedTraps(text, node, shape));
    }
    for (const { key, value } of node.entries)
      if (isEmpty(value) && !/^\s*:/.test(text.slice(key.end, key.end + 200)))
        this.#colonless.push(key.start);
    if (this.#hasSigns)
      for (const { key } of node.entries)
        for (const trap of propertyTraps(text, key, this.#names)) this.#traps.push(trap);
  }

  /** The traps by which something is lost. */
  lost(): readonly Trap[] {
    return this.#traps.filter(({ message, start, fix }) => {
      const end = fix.edits[0]?.end ?? start;
      // what YAML reads as text all the same loses nothing
      if (message === 'start-special') return false;
      if (message === 'comma-in-text') return this.#colonless.some((at) => start < at && at < end);
      return message !== 'comma-wide' || !this.#isInCell(start);
    });
  }

  /** Whether a comma at an offset belongs to the text of a cell; in a row that lacks some it may part numbers. */
  #isInCell(comma: number): boolean {
    return this.#cells.some((list) =>
      list.items.some(
        (item) =>
          item.kind === 'scalar' &&
          item.start <= comma &&
          comma < item.end &&
          !(this.#short.has(list) && /^\d[^，]{0,9}(?:，\s?\d[^，]{0,9})+$/.test(item.value)),
      ),
    );
  }
}

const isFlow = (text: string, { start }: TreeNode): boolean => text[start] === '{' || text[start] === '[';

/** A sign that YAML may take for an anchor or a tag. */
const SIGN = /(?<![^\s,:[{])[&!]/;

/** What stands under a key, whichever language it is written in. */
const under = (shape: Shape, key: string): Is | undefined => isUnder(shape, key) ?? shape.entries;

/** Chinese quotation marks around a value that is no text: a quantity, date, number, choice, formula or path. */
function quotationTraps(
  { style, value, start, end }: ScalarNode,
  expected: Is | undefined,
  shape: Shape | undefined,
): Trap[] {
  if (style !== 'plain' || (value[0] !== '“' && value[0] !== '”')) return [];
  const quotable = shape
    ? shape.values !== undefined ||
      shape.shorthand === 'value' ||
      shape.shorthand === 'level' ||
      shape.shorthand === 'outcome'
    : [':quantity', ':date', ':integer', ':boolean', ':formula', ':path'].includes(expected ?? '');
  if (!quotable || !/^[“”][^“”]*[“”]$/.test(value)) return [];
  const bare = expected === ':integer' || expected === ':boolean';
  const edits = [
    { start, end: start + 1, insert: bare ? '' : '"' },
    { start: end - 1, end, insert: bare ? '' : '"' },
  ];
  return [{ start, end: start + 1, message: 'quote-wide', fix: { edits, safe: true } }];
}

function scalarTraps(text: string, node: ScalarNode, shape: Shape | undefined, inFlow: boolean): Trap[] {
  if (isEmpty(node)) return shape === undefined && !inFlow ? numberTraps(text, node.end) : [];
  if (node.style !== 'plain') return [];
  const container = isContainer(shape);
  const lines = container && shape.items === undefined ? lineTraps(text, node.start, node.end) : [];
  if (lines.length > 0) return lines;
  const cut = inFlow ? undefined : cutTrap(text, node);
  if (cut) return [cut];
  if (!container) return brokenLineTraps(text, node);
  if (/^[｛［]/.test(node.value)) return [...scanFlow(text, node.start).traps];
  return shape.items?.startsWith(':')
    ? itemTraps(text, node.start, node.end)
    : lineTraps(text, node.start, node.end);
}

/** Whether only a mapping or list may stand there. */
const isContainer = (shape: Shape | undefined): shape is Shape =>
  shape !== undefined && shape.values === undefined && shape.shorthand === undefined;

/** A text that goes on behind a number sign, which YAML takes for a comment. */
function cutTrap(text: string, { start, end }: ScalarNode): Trap | undefined {
  if (text[end] !== ' ' && text[end] !== '\t') return undefined;
  const cut = /^[ \t]+#(?=[^\s!])/.exec(text.slice(end, end + 40));
  return cut ? quoteTrap(text, start, textEnd(text, end), end + cut[0].length - 1, 'comment-cut') : undefined;
}

/** Where a text that goes on from there ends with its line; a note behind it stays one. */
function textEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const rest = text.slice(from, feed === -1 ? undefined : feed);
  const note = rest.search(/\s#(?:\s|$)/);
  return from + (note === -1 ? rest : rest.slice(0, note)).trimEnd().length;
}

/** A text that begins with a number sign, as `#3 office` and `#1机组` do, behind its key: all of it is lost. */
function numberTraps(text: string, from: number): Trap[] {
  const blank = /^[ \t]*(?=#\d)/.exec(text.slice(from, from + 40))?.[0].length;
  if (blank === undefined) return [];
  const start = from + blank;
  return [quoteTrap(text, start, textEnd(text, start), start, 'comment-cut')];
}

/** What a trap in `{ }` or `[ ]` holds, but for a text that was cut at a comma. */
const FLOW_SIGN = /[，：｛｝［］#"'(]|\{\{|:[^\s]/;
/** What stands between two commas without a colon. */
const CUT = /,[^:,]*[,}]/;

/** Collections in `{ }` or `[ ]`: entries without a colon are text that was cut at a comma. */
function flowTraps(text: string, node: TreeNode): Trap[] {
  const written = text.slice(node.start, node.end);
  if (!FLOW_SIGN.test(written) && !(written.includes('{') && CUT.test(written))) return [];
  const { traps, end } = scanFlow(text, node.start);
  return traps.filter(({ message, data, start }) => {
    // what can be read begins with no special sign
    if (message !== 'colon-space') return message !== 'start-special';
    return (
      keyKind(String(data?.['key'])) !== undefined ||
      node.kind === 'map' ||
      (end === node.end && /["']/.test(text[start + 1] ?? ''))
    );
  });
}
