import { quoteTrap, scanFlow } from './flow-traps.ts';
import { isUnder, keyKind, shapeOf, type Is, type Shape } from '../grammar.ts';
import { wideMark } from './block-marks.ts';
import { keyTraps } from './key-traps.ts';
import { brokenLineTraps, itemTraps, lineTraps } from './line-traps.ts';
import { namesIn, propertyTraps } from './property-traps.ts';
import type { Trap } from './repair.ts';
import { swallowedTraps } from './swallowed-lines.ts';
import { rowsOf, splitThousands } from './table-traps.ts';
import { isEmpty, type ListNode, type ScalarNode, type TreeNode } from '../tree.ts';

/**
 * Traps that YAML reads without an error as something else than was meant: text cut at a comma or ` #`, lines with
 * full-width colons that became one text, a dash that became part of a key. They are told by what the format expects
 * at their place, so that text which is meant as text is never one.
 */
export function silentTraps(text: string, root: TreeNode, is: Is): readonly Trap[] {
  const traps: Trap[] = [];
  const seen = new Set<TreeNode>();
  const cells: ListNode[] = [];
  const short = new Set<ListNode>();
  // keys without a colon: what is left of a text that was cut
  const colonless: number[] = [];
  const names = namesIn(text);
  // the text as a whole tells whether a sign can be lost anywhere
  const hasSigns = SIGN.test(text);
  const visit = (node: TreeNode, expected: Is | undefined, inFlow: boolean): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const shape = expected === undefined ? undefined : shapeOf(expected);
    if (node.kind === 'scalar')
      return void traps.push(
        ...(hasSigns ? propertyTraps(text, node, names) : []),
        ...quotationTraps(node, expected, shape),
        ...wideMark(text, node, expected),
        ...scalarTraps(text, node, shape, inFlow),
      );
    const flow = text[node.start] === '{' || text[node.start] === '[';
    if (flow && !inFlow) traps.push(...flowTraps(text, node));
    // a cell may hold a full-width comma, a list of names does not
    if (node.kind === 'list' && shape?.items !== ':word') cells.push(node);
    if (node.kind === 'map' && expected === 'table') {
      const { columns, rows } = rowsOf(node);
      for (const row of rows) if (row.items.length < columns) short.add(row);
      traps.push(
        ...rows
          .filter(({ items }) => items.length > columns)
          .flatMap((row) => splitThousands(text, row, columns)),
      );
    }
    if (node.kind === 'list') return node.items.forEach((item) => visit(item, shape?.items, inFlow || flow));
    if (!flow) traps.push(...keyTraps(text, node, shape));
    if (!flow) traps.push(...swallowedTraps(text, node, shape));
    for (const { key, value } of node.entries)
      if (isEmpty(value) && !/^\s*:/.test(text.slice(key.end, key.end + 200))) colonless.push(key.start);
    if (hasSigns)
      for (const { key } of node.entries)
        for (const trap of propertyTraps(text, key, names)) traps.push(trap);
    for (const { key, value } of node.entries) visit(value, shape && under(shape, key.value), inFlow || flow);
  };
  visit(root, is, false);
  return traps.filter(({ message, start, fix }) => {
    const end = fix.edits[0]?.end ?? start;
    // what YAML reads as text all the same loses nothing
    if (message === 'start-special') return false;
    if (message === 'comma-in-text') return colonless.some((at) => start < at && at < end);
    if (message !== 'comma-wide') return true;
    return !cells.some((list) =>
      list.items.some(
        (item) =>
          item.kind === 'scalar' &&
          item.start <= start &&
          start < item.end &&
          !(short.has(list) && /^\d[^，]{0,9}(?:，\s?\d[^，]{0,9})+$/.test(item.value)),
      ),
    );
  });
}

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
  const quotable = shape
    ? shape.values !== undefined ||
      shape.shorthand === 'value' ||
      shape.shorthand === 'level' ||
      shape.shorthand === 'outcome'
    : [':quantity', ':date', ':integer', ':boolean', ':formula', ':path'].includes(expected ?? '');
  if (style !== 'plain' || !quotable || !/^[“”][^“”]*[“”]$/.test(value)) return [];
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
  const container = shape !== undefined && shape.values === undefined && shape.shorthand === undefined;
  const lines = container && shape.items === undefined ? lineTraps(text, node.start, node.end) : [];
  if (lines.length > 0) return lines;
  const cut =
    inFlow || !/[ \t]/.test(text[node.end] ?? '')
      ? null
      : /^[ \t]+#(?=[^\s!])/.exec(text.slice(node.end, node.end + 40));
  if (cut) {
    const feed = text.indexOf('\n', node.end);
    const rest = text.slice(node.end, feed === -1 ? undefined : feed);
    // a note behind it stays one
    const note = rest.search(/\s#(?:\s|$)/);
    const end = node.end + (note === -1 ? rest : rest.slice(0, note)).trimEnd().length;
    return [quoteTrap(text, node.start, end, node.end + cut[0].length - 1, 'comment-cut')];
  }
  if (container && /^[｛［]/.test(node.value)) return [...scanFlow(text, node.start).traps];
  if (container && shape.items?.startsWith(':')) return itemTraps(text, node.start, node.end);
  return container ? lineTraps(text, node.start, node.end) : brokenLineTraps(text, node);
}

/** A text that begins with a number sign, as `#3 office` and `#1机组` do, behind its key: all of it is lost. */
function numberTraps(text: string, from: number): Trap[] {
  const blank = /^[ \t]*(?=#\d)/.exec(text.slice(from, from + 40))?.[0].length;
  if (blank === undefined) return [];
  const start = from + blank;
  const feed = text.indexOf('\n', start);
  const rest = text.slice(start, feed === -1 ? undefined : feed);
  const note = rest.search(/\s#(?:\s|$)/);
  return [
    quoteTrap(
      text,
      start,
      start + (note === -1 ? rest : rest.slice(0, note)).trimEnd().length,
      start,
      'comment-cut',
    ),
  ];
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
