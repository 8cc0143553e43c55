import type { Edit } from '../diagnostic.ts';
import { characterLength, type Characters } from './characters.ts';
import type { Entry, ScalarNode } from './tree.ts';

/**
 * The change of a file that puts `insert` in place of some characters of a scalar, from `from` to `to`, end excluded:
 * escaped as the scalar’s style wants it; a plain scalar that could not stay plain is put in quotes whole.
 * Texts of several lines keep their lines, but for what is replaced. `inFlow` is whether the scalar stands in `{ }` or `[ ]`.
 */
export function editScalar(
  text: string,
  node: ScalarNode,
  [from, to]: readonly [number, number],
  insert: string,
  inFlow: boolean,
  characters: Characters,
): Edit {
  // the break that ends a block text is its line’s
  if (node.style === 'literal' || node.style === 'folded')
    for (; to > from && node.value[to - 1] === '\n' && !insert.endsWith('\n');) to--;
  const value = node.value.slice(0, from) + insert + node.value.slice(to);
  if (node.style === 'plain' && !staysPlain(value, inFlow))
    return { start: node.start, end: node.end, insert: quoted(value) };
  if (node.style === 'plain' && insert.includes('\n'))
    return { start: node.start, end: node.end, insert: quoted(value) };
  const offsets = characters.of(node);
  const start = offsets[from] ?? node.end;
  const last = to > from ? (offsets[to - 1] ?? start) : undefined;
  const end = last === undefined ? start : last + characterLength(text, node, last);
  return { start, end, insert: escaped(insert, node.style) };
}

function escaped(insert: string, style: ScalarNode['style']): string {
  if (style === 'single') return insert.replaceAll("'", "''");
  return style === 'double' ? quoted(insert).slice(1, -1) : insert;
}

/** A text in double quotes: the escapes of JSON are escapes of YAML 1.2. */
export const quoted = (value: string): string => JSON.stringify(value);

/** Whether a text can stand without quotes (YAML 1.2.2 §7.3.3). */
export function staysPlain(value: string, inFlow: boolean): boolean {
  if (
    value === '' ||
    /^[ \t\r\n]|[ \t\r\n]$/.test(value) ||
    /^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^(?:---|\.\.\.)(?:\s|$)/.test(value)
  )
    return false;
  if (/:(?:\s|$)|\s#|[\u0000-\u0008\u000B-\u001F\u007F\uFEFF]/.test(value)) return false;
  return !inFlow || !/[,[\]{}]|:[,[\]{}]/.test(value);
}

/**
 * The change that takes an entry out of a block mapping, with its line, or up to the comment in it; undefined where it shares
 * the line with others.
 */
export function removeEntry(text: string, entry: Pick<Entry, 'key' | 'value'>): Edit | undefined {
  const line = text.lastIndexOf('\n', entry.key.start - 1) + 1;
  const start = text[line] === '\uFEFF' ? line + 1 : line;
  const feed = text.indexOf('\n', entry.value.end);
  const behind = /^([ \t]*)(#.*)?\r?$/.exec(text.slice(entry.value.end, feed === -1 ? undefined : feed));
  if (behind === null || !/^ *$/.test(text.slice(start, entry.key.start))) return undefined;
  if (behind[2] !== undefined)
    return { start: entry.key.start, end: entry.value.end + (behind[1]?.length ?? 0), insert: '' };
  return { start, end: feed === -1 ? text.length : feed + 1, insert: '' };
}
