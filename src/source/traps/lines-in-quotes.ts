import type { Edit, Problem } from '../../diagnostic.ts';
import { lineStart } from '../depths.ts';
import { isUnder, shapeOf, type Is } from '../grammar.ts';
import type { TextLine, Opener } from './outline.ts';
import type { Trap } from './repair.ts';
import { scalarsIn, type ScalarNode, type TreeNode } from '../tree.ts';

/** How far a text stands in behind its key. */
const STEP = 2;

/**
 * A quoted text that breaks over lines which stand no deeper than its key, where YAML reads no further; undefined where they
 * do, or where something follows the text in its line. `lines` are those behind the first.
 */
export function quoteOverLines(
  text: string,
  lines: readonly TextLine[],
  { key, column, value, end }: Opener & { readonly end: number },
): Trap | undefined {
  const lost = lines.find(({ content, indent }) => content !== '' && indent <= column);
  const edit = asBlock(text, { start: value, end, column });
  if (lost === undefined || edit === undefined) return undefined;
  const first = text.slice(value, text.indexOf('\n', value)).trimEnd();
  return {
    start: value,
    end: value + first.length,
    message: 'quote-lines',
    data: { key, have: lost.indent, want: column + STEP },
    fix: { edits: [edit], safe: false },
  };
}

/**
 * Texts that break over lines although no `|` stands before them, where that changes what is read: YAML makes one line of
 * them, so that paragraphs, items of lists and lines of Han come out joined or with a blank in between.
 */
export function joinedLines(text: string, root: TreeNode, is: Is): readonly Problem[] {
  if (!scalarsIn(root).some((scalar) => isOverLines(text, scalar))) return [];
  const problems: Problem[] = [];
  const seen = new Set<TreeNode>();
  const visit = (node: TreeNode, expected: Is | undefined, key: ScalarNode | undefined): void => {
    if (node.kind === 'scalar') {
      const problem = expected === ':text' && key !== undefined ? joined(text, node, key) : undefined;
      if (problem) problems.push(problem);
      return;
    }
    if (seen.has(node)) return;
    seen.add(node);
    const shape = expected === undefined ? undefined : shapeOf(expected);
    if (node.kind === 'list') for (const item of node.items) visit(item, shape?.items, undefined);
    else
      for (const entry of node.entries)
        visit(entry.value, shape && (isUnder(shape, entry.key.value) ?? shape.entries), entry.key);
  };
  visit(root, is, undefined);
  return problems;
}

/** Whether a text breaks over lines without a mark that it does. Only the text is looked through: its line may hold thousands. */
const isOverLines = (text: string, { start, end, style }: ScalarNode): boolean =>
  style !== 'literal' && style !== 'folded' && text.slice(start, end).includes('\n');

/** What tells that a line break was meant: an empty line, an item, and in quotes one between Han. */
const brokenPlain = /\n[ \t]*\r?\n|\n[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]/;
const brokenQuoted =
  /\n[ \t]*\r?\n|\n[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]|[\p{Script=Han}，。；：、！？）”》][ \t]*\r?\n[ \t]*[\p{Script=Han}（“《]/u;

function joined(text: string, { start, end, style }: ScalarNode, key: ScalarNode): Problem | undefined {
  if (style === 'literal' || style === 'folded') return undefined;
  const written = text.slice(start, end);
  if (!written.includes('\n') || !(style === 'plain' ? brokenPlain : brokenQuoted).test(written))
    return undefined;
  const column = key.start - lineStart(text, key.start);
  const edit =
    lineStart(text, start) === lineStart(text, key.start) &&
    !/[{[]/.test(text.slice(lineStart(text, key.start), key.start))
      ? asBlock(text, { start, end, column })
      : undefined;
  return {
    start,
    end: start + (/^[^\r\n]*/.exec(written)?.[0].trimEnd().length ?? 0),
    message: 'lines-joined',
    data: { key: key.value },
    ...(edit && { fix: { edits: [edit], safe: false } }),
  };
}

/** The change that writes a text below `|`, line by line; undefined where it has escapes of its own or something behind it. */
function asBlock(
  text: string,
  { start, end, column }: { readonly start: number; readonly end: number; readonly column: number },
): Edit | undefined {
  const quote = /["']/.exec(text[start] ?? '')?.[0] ?? '';
  const inner = text.slice(start + quote.length, end - quote.length);
  if (
    !/^[ \t]*(?:\r?\n|$)/.test(
      text.slice(end, text.indexOf('\n', end) === -1 ? undefined : text.indexOf('\n', end) + 1),
    )
  )
    return undefined;
  if (quote === '"' && /\\(?!["\\])/.test(inner)) return undefined;
  const said =
    quote === '"'
      ? inner.replaceAll(/\\(["\\])/g, '$1')
      : quote === "'"
        ? inner.replaceAll("''", "'")
        : inner;
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = said.split(/\r?\n/).map((line) => line.trim());
  if (lines[0] === '') lines.shift();
  if (lines.at(-1) === '') lines.pop();
  const block = lines.map((line) => (line === '' ? '' : ' '.repeat(column + STEP) + line)).join(feed);
  return { start, end, insert: `|${feed}${block}` };
}
