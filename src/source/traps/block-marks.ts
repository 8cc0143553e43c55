import type { Is } from '../grammar.ts';
import type { Trap } from './repair.ts';
import type { ScalarNode } from '../tree.ts';

/** A “|” in full width that begins a block text for its author, and is part of the text for YAML. */
export function wideMark(text: string, { style, start }: ScalarNode, expected: Is | undefined): Trap[] {
  if (style !== 'plain' || expected !== ':text' || !/[|｜丨︱]/.test(text[start] ?? '')) return [];
  const feed = text.indexOf('\n', start);
  const mark = blockMark(text, start, feed === -1 ? text.length : feed, true);
  return mark?.message === 'block-wide' ? [mark] : [];
}

/**
 * The “|” of a block text that YAML does not take for one: in full width, or with the text in its line. A line that ends in
 * one as well is the first of a table, and keeps it. The text then stands in the next line, as far in as what follows.
 */
export function blockMark(text: string, at: number, end: number, isText: boolean): Trap | undefined {
  const value = text.slice(at, end).trimEnd();
  if (!isText || !/^[|｜丨︱]/.test(value)) return undefined;
  const wide = value[0] !== '|';
  if (value.length === 1)
    return wide
      ? {
          start: at,
          end: at + 1,
          message: 'block-wide',
          fix: { edits: [{ start: at, end: at + 1, insert: '|' }], safe: true },
        }
      : undefined;
  if (wide) return undefined;
  const isRow = value.endsWith('|');
  const behind = isRow ? at : at + 1 + (/^[ \t\u3000]*/.exec(value.slice(1))?.[0].length ?? 0);
  const insert = `${isRow ? '|' : ''}${text.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(indentBelow(text, at, end))}`;
  return {
    start: at,
    end: at + 1,
    message: 'block-line',
    fix: { edits: [{ start: isRow ? at : at + 1, end: behind, insert }], safe: true },
  };
}

/** How far the text of a block is indented: as the next line, if that stands below the key, else two columns behind the key. */
function indentBelow(text: string, at: number, end: number): number {
  const key = /^[ \t]*(?:- +)*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0].length ?? 0;
  const next =
    /^(?:[ \t]*\r?\n)*( *)[^\s]/.exec(text.slice(end, end + 2000).replace(/^\r?\n/, ''))?.[1]?.length ?? 0;
  return next > key ? next : key + 2;
}
