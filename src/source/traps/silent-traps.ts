import { quoteTrap, scanFlow } from './flow-traps.ts';
import { allKeys, isUnder, keyKind, keyName, shapeOf, type Is, type Shape } from '../grammar.ts';
import { lineStart } from '../depths.ts';
import { misplaced } from './indents.ts';
import { blankCount, widthOf } from '../line-starts.ts';
import { namesIn, propertyTraps } from './property-traps.ts';
import { wideMark } from './block-marks.ts';
import type { Trap } from './repair.ts';
import { isEmpty, type ListNode, type MapNode, type ScalarNode, type TreeNode } from '../tree.ts';

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

/** The number of columns of a table, and those of its rows that are lists; none where the table names no columns. */
function rowsOf({ entries }: MapNode): { readonly columns: number; readonly rows: readonly ListNode[] } {
  const [columns, rows] = ['columns', 'rows'].map(
    (name) => entries.find(({ key }) => key.value === name || key.value === keyName(name, 'zh'))?.value,
  );
  if (columns?.kind !== 'list' || rows?.kind !== 'map') return { columns: 0, rows: [] };
  return {
    columns: columns.items.length,
    rows: rows.entries.flatMap(({ value }) => (value.kind === 'list' ? [value] : [])),
  };
}

/**
 * Figures of a row that YAML parts at the commas between their thousands: `[1,200, 800]` has three cells. They are told
 * where the row, with them in one piece, has exactly a cell for each column.
 */
function splitThousands(text: string, { items }: ListNode, columns: number): Trap[] {
  const figures: { readonly start: number; end: number; readonly comma: number }[] = [];
  let whole = 0;
  for (const [index, { start, end }] of items.entries()) {
    const before = items[index - 1]?.end ?? start;
    const parted = text.slice(before, start) === ',' && /^\d{3}(?!\d)/.test(text.slice(start, start + 4));
    const last = figures.at(-1);
    if (parted && last?.end === before && text.slice(before - 3, before).search(/^\d{3}$/) === 0)
      last.end = end;
    else if (parted && /(?<![\d.])\d{1,3}$/.test(text.slice(Math.max(0, before - 4), before))) {
      figures.push({ start: items[index - 1]?.start ?? start, end, comma: before });
    } else whole++;
  }
  return whole === columns
    ? figures.map(({ start, end, comma }) => quoteTrap(text, start, end, comma, 'comma-in-cell'))
    : [];
}

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

/** Lines that were meant as items of a list of names and became one name. */
const itemTraps = (text: string, start: number, end: number): Trap[] =>
  [...text.slice(start, end).matchAll(/^([ \t\u3000]*)([—–－‒―−•●▪]+[ \t\u3000]*|-(?=[^\s-]))/gm)].flatMap(
    ({ 1: white = '', 2: dash = '', index }) => dashTraps(dash, start + index + white.length),
  );

/** A dash that begins no item: one of another kind, or one without its space. */
function dashTraps(dash: string, at: number): Trap[] {
  if (dash === '-')
    return [
      {
        start: at,
        end: at + 1,
        message: 'dash-space',
        fix: { edits: [{ start: at + 1, end: at + 1, insert: ' ' }], safe: true },
      },
    ];
  if (dash === '' || dash.startsWith('-')) return [];
  const edits = [{ start: at, end: at + dash.length, insert: '- ' }];
  return [
    {
      start: at,
      end: at + 1,
      message: 'dash-wrong',
      data: { dash: dash[0] ?? '' },
      fix: { edits, safe: true },
    },
  ];
}

const line =
  /^([ \t\u3000]*)((?:[—–－‒―−•●▪]+[ \t\u3000]*|-(?=[^\s-])|-[ \t]+)?)([^：:\n"'{[#]{1,40}?)[ \t]*([：:])([ \t\u3000]*)(?!\/\/)/;

/** Lines that were meant as entries or items and became one text. */
function lineTraps(text: string, start: number, end: number): Trap[] {
  const traps: Trap[] = [];
  for (let at = start; at < end; at = text.indexOf('\n', at) + 1 || end) {
    const found = line.exec(
      text.slice(at, Math.min(end, text.indexOf('\n', at) === -1 ? end : text.indexOf('\n', at))),
    );
    if (found === null) continue;
    traps.push(...entryTraps(found, at));
    // the lines of a block text below it are its own
    if (/^[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?\r?(?:\n|$)/.test(text.slice(at + found[0].length, end)))
      return traps;
  }
  return traps;
}

function entryTraps(
  [whole, white = '', dash = '', key = '', colon = '', space = '']: RegExpExecArray,
  at: number,
): Trap[] {
  const traps = dashTraps(dash, at + white.length);
  const place = at + whole.length - space.length - 1;
  if (colon === '：')
    traps.push({
      start: place,
      end: place + 1,
      message: 'colon-wide',
      data: { key },
      fix: { edits: [{ start: place, end: place + 1 + space.length, insert: ': ' }], safe: true },
    });
  else if (space === '')
    traps.push({
      start: place,
      end: place + 1,
      message: 'colon-space',
      data: { key },
      fix: { edits: [{ start: place + 1, end: place + 1, insert: ' ' }], safe: true },
    });
  return traps;
}

/** A text of several lines one of which begins with a key of the format: that line was meant as an entry. */
function brokenLineTraps(text: string, node: ScalarNode): Trap[] {
  // no further than its own end: thousands may stand in one line
  const feed = text.slice(node.start, node.end).indexOf('\n');
  if (feed === -1) return [];
  return lineTraps(text, node.start + feed + 1, node.end).filter(
    ({ data }) => allKeys.zh.has(String(data?.['key'])) || allKeys.en.has(String(data?.['key'])),
  );
}

/**
 * Lines of a block text that hold one of the keys that the mapping may have and has not, with entries or items below:
 * indented a step too far, `指标:` and all its metrics become part of the text above.
 */
function swallowedTraps(text: string, { entries }: MapNode, shape: Shape | undefined): Trap[] {
  const written = new Set(entries.map(({ key }) => key.value));
  return entries.flatMap(({ key, value }) => {
    if (value.kind !== 'scalar' || (value.style !== 'literal' && value.style !== 'folded')) return [];
    if (!value.value.includes(':')) return [];
    const lines = text
      .slice(value.start, value.end)
      .matchAll(
        /^( +)([^\s:#-][^\n:]*):[ \t]*\r?\n(?:[ \t]*\r?\n)*(?= +(?:- +)?[^\s:：#-][^\n:：]*:(?:\s|$))/gm,
      );
    const found = [...lines].find(
      ([, , name = '']) => !written.has(name) && shape !== undefined && isContainer(shape, name),
    );
    if (found === undefined) return [];
    const line = value.start + found.index;
    const indent = found[1]?.length ?? 0;
    const column = key.start - (text.lastIndexOf('\n', key.start - 1) + 1);
    return [misplaced(text, line + indent, { start: line, end: line + indent, insert: ' '.repeat(column) })];
  });
}

/** Whether a key of a shape holds other keys or a list of them. */
function isContainer(shape: Shape, name: string): boolean {
  const under = shape.keys && shapeOf(isUnder(shape, name) ?? ':');
  return (
    under !== undefined &&
    under.values === undefined &&
    under.shorthand === undefined &&
    !under.items?.startsWith(':')
  );
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

/** A key that holds another colon, behind a key of the format or before a quotation mark: `标题："重点: 安全"`. */
function lateColon(shape: Shape, { value, start }: ScalarNode): Trap | undefined {
  const [whole = '', name = '', colon = ''] = /^([^：:"']+)([：:])[ \t\u3000]*/.exec(value) ?? [];
  if (colon === '' || (isUnder(shape, name) === undefined && !/["']/.test(value[whole.length] ?? '')))
    return undefined;
  const at = start + name.length;
  const edits = [{ start: at, end: start + whole.length, insert: ': ' }];
  return {
    start: at,
    end: at + 1,
    message: colon === '：' ? 'colon-wide' : 'colon-space',
    data: { key: name },
    fix: { edits, safe: true },
  };
}

/** What a key may begin with that begins none, and what stands behind one. */
const KEY_SIGN = /^[\u3000\u00A0—–－‒―−•●▪-]|[:：]/;

/** Keys that begin with a dash or a blank that is no space. */
function keyTraps(text: string, node: MapNode, shape: Shape | undefined): Trap[] {
  return node.entries.flatMap(({ key }, index): Trap[] => {
    if (key.style !== 'plain' || !KEY_SIGN.test(key.value)) return [];
    const { start } = key;
    const blank = /^[\u3000\u00A0]+/.exec(key.value)?.[0];
    if (blank !== undefined) {
      const insert = blank.replaceAll('\u3000', '  ').replaceAll('\u00A0', ' ');
      return [
        {
          start,
          end: start + 1,
          message: 'indent-character',
          data: {
            name: blank.includes('\u3000') ? 'wide' : 'no-break',
            have: blankCount(blank),
            want: widthOf(blank) + start - lineStart(text, start),
          },
          fix: { edits: [{ start, end: start + blank.length, insert }], safe: true },
        },
      ];
    }
    const colon = shape && lateColon(shape, key);
    if (colon) return [colon];
    const dash = /^(?:[—–－‒―−•●▪]+[ \t\u3000]*|-(?=[^\s\d-]))/.exec(key.value)?.[0];
    // a list may stand right below its key, where an item without its mark is the next key
    const before = node.entries[index - 1];
    const isList =
      shape?.items ??
      (shape && before && (isEmpty(before.value) || before.value.kind === 'list')
        ? shapeOf(isUnder(shape, before.key.value) ?? ':')?.items
        : undefined);
    if (dash === undefined || isList === undefined) return [];
    const data = { dash: dash[0] ?? '' };
    return dash === '-'
      ? [
          {
            start,
            end: start + 1,
            message: 'dash-space',
            data,
            fix: { edits: [{ start: start + 1, end: start + 1, insert: ' ' }], safe: true },
          },
        ]
      : [
          {
            start,
            end: start + 1,
            message: 'dash-wrong',
            data,
            fix: { edits: [{ start, end: start + dash.length, insert: '- ' }], safe: true },
          },
        ];
  });
}
