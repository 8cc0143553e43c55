import type { Edit } from '../diagnostic.ts';
import { quoted, staysPlain } from './edit.ts';
import type { Entry, MapNode, TreeNode } from './tree.ts';

/** A new entry: its key and the text of its value. */
export type NewEntry = readonly [key: string, value: string];

/**
 * The change that puts entries into the mapping `name` of a mapping, after those that stand there; where there is none it is
 * made behind the entry `after`, else behind the last. Undefined where the text has no line of its own for them.
 */
export function insertEntries(
  text: string,
  parent: MapNode,
  name: string,
  existing: TreeNode | undefined,
  after: Entry | undefined,
  entries: readonly NewEntry[],
): Edit | undefined {
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  if (existing?.kind === 'map') {
    if (text[existing.start] === '{') return intoFlow(existing, entries);
    const [first, last] = [existing.entries[0], existing.entries.at(-1)];
    return first && last && lines(text, last, columnOf(text, first.key.start), entries.map(pair), feed);
  }
  const anchor = after ?? parent.entries.at(-1);
  if (existing !== undefined || anchor === undefined || /[{[]/.test(text[parent.start] ?? ''))
    return undefined;
  const column = columnOf(text, (parent.entries[0] as Entry).key.start);
  return lines(text, anchor, column, [`${name}:`, ...entries.map((entry) => `  ${pair(entry)}`)], feed);
}

const pair = ([key, value]: NewEntry): string => `${inBlock(key)}: ${inBlock(value)}`;
const inBlock = (value: string): string => (staysPlain(value, false) ? value : quoted(value));
const inFlow = (value: string): string => (staysPlain(value, true) ? value : quoted(value));

const columnOf = (text: string, at: number): number =>
  at -
  text.lastIndexOf('\n', at - 1) -
  1 -
  (text.startsWith('\uFEFF') && !text.slice(0, at).includes('\n') ? 1 : 0);

/** Whole lines behind an entry. Trailing blank lines of a text stay with it only where it keeps them. */
function lines(text: string, entry: Entry, column: number, added: readonly string[], feed: string): Edit {
  let end = Math.max(lastOffset(entry.value), entry.key.end + 1);
  if (!keepsBreaks(text, entry.value)) while (/\s/.test(text[end - 1] ?? '')) end--;
  const lineEnd = text.indexOf('\n', end);
  const block = added.map((line) => `${' '.repeat(column)}${line}${feed}`).join('');
  if (text[end - 1] === '\n') return { start: end, end, insert: block };
  return lineEnd === -1
    ? { start: text.length, end: text.length, insert: feed + block.slice(0, -feed.length) }
    : { start: lineEnd + 1, end: lineEnd + 1, insert: block };
}

function lastOffset(node: TreeNode): number {
  if (node.kind === 'scalar') return node.end;
  const last = node.kind === 'map' ? node.entries.at(-1)?.value : node.items.at(-1);
  return last === undefined ? node.end : Math.max(lastOffset(last), node.end);
}

const keepsBreaks = (text: string, node: TreeNode): boolean =>
  node.kind === 'scalar' &&
  (node.style === 'literal' || node.style === 'folded') &&
  /^[|>]\d?\+/.test(text.slice(node.start, node.start + 3));

function intoFlow(map: MapNode, entries: readonly NewEntry[]): Edit | undefined {
  const last = map.entries.at(-1);
  if (last === undefined) return undefined;
  const end = Math.max(lastOffset(last.value), last.key.end);
  return {
    start: end,
    end,
    insert: entries.map(([key, value]) => `, ${inFlow(key)}: ${inFlow(value)}`).join(''),
  };
}
