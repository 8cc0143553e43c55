import { canonicalize } from '../canonical.ts';
import type { Is } from '../grammar.ts';
import type { Edit } from '../../diagnostic.ts';
import type { BlockwiseCheck } from './blockwise.ts';
import { indentOf, lineStart, says } from '../depths.ts';
import { parse } from '../parse.ts';
import { applyEdits, type Trap } from './repair.ts';
import type { TreeNode } from '../tree.ts';
import { misfits } from './misfits.ts';

/** Lines around a place where YAML fails that may be the one with the wrong indentation. */
const AROUND = 3;
/** How far a line may be out of place, in spaces, the likeliest first. */
const SHIFTS = [-2, 2, -1, 1, -4, 4];
/** How far a line usually stands behind the one it stands under. */
const STEP = 2;
/** A larger text is not read again and again. */
const LIMIT = 300_000;

/**
 * Where YAML fails at a line break or a colon, one line is often a step too far in or out: the one line near the failure
 * with which, once moved, the text can be read and says most of what the format knows.
 */
export function indentTrap(text: string, at: number, is: Is, check: BlockwiseCheck): Trap | undefined {
  if (text.length > LIMIT) return undefined;
  let best: { readonly trap: Trap; readonly wrong: number } | undefined;
  for (const { line, indent, shift } of movesAround(text, at)) {
    const edit =
      shift > 0
        ? { start: line, end: line, insert: ' '.repeat(shift) }
        : { start: line, end: line - shift, insert: '' };
    const moved = applyEdits(text, [edit]);
    if (!check.reads(moved)) continue;
    const { root } = parse(moved);
    if (root === undefined) continue;
    const start = line + indent;
    // a line that vanishes in the text above it is not mended
    if (isEntry(text, start) && !beginsAt(root, start + shift)) continue;
    const wrong = misfits(root, is) + canonicalize(root, is).problems.length;
    if (best && best.wrong <= wrong) continue;
    best = { wrong, trap: misplaced(text, start, edit) };
    if (wrong === 0) break;
  }
  return best?.trap;
}

/** A line that begins with `start` and stands in the wrong column, and the change that moves it. */
export const misplaced = (text: string, start: number, edit: Edit): Trap => ({
  start,
  end: start + (/^[^\r\n]*/.exec(text.slice(start))?.[0].trimEnd().length ?? 0),
  message: 'syntax',
  data: {
    code: 'BAD_INDENT',
    have: start - lineStart(text, start),
    want: start - lineStart(text, start) + edit.insert.length - (edit.end - edit.start),
  },
  fix: { edits: [edit], safe: false },
});

interface Move {
  readonly line: number;
  readonly indent: number;
  readonly shift: number;
}

/** The moves to try, the likeliest first: those that put a line one step behind the one it stands under. */
function movesAround(text: string, at: number): readonly Move[] {
  const moves = linesAround(text, at).flatMap((line) => {
    const indent = indentOf(text, line);
    return SHIFTS.filter((shift) => indent + shift >= 0).map((shift) => ({ line, indent, shift }));
  });
  const isStep = ({ line, indent, shift }: Move): boolean =>
    indent + shift - outerIndent(text, line, indent + shift) === STEP;
  return [...moves.filter(isStep), ...moves.filter((move) => !isStep(move))];
}

/** The indentation of the line that one of `indent` spaces stands under. */
function outerIndent(text: string, line: number, indent: number): number {
  for (let above = line; above > 0;) {
    above = text.lastIndexOf('\n', above - 2) + 1;
    if (says(text, above) && indentOf(text, above) < indent) return indentOf(text, above);
  }
  return 0;
}

/** Whether a line reads as a key or an item. */
const isEntry = (text: string, at: number): boolean =>
  /^(?:-\s|[^\s"'#][^\n]*?:\s)/.test(text.slice(at, at + 400));

/** Whether a key or the item of a list begins at an offset. */
function beginsAt(node: TreeNode, at: number): boolean {
  if (node.kind === 'scalar' || at < node.start || at > node.end) return false;
  if (node.kind === 'list')
    return node.start === at || node.items.some((item) => beginsAt(item, at) || isMarked(item, at));
  return node.entries.some(({ key, value }) => key.start === at || beginsAt(value, at));
}

/** An item begins a few characters behind its dash. */
const isMarked = ({ start }: TreeNode, at: number): boolean => start > at && start - at <= 4;

/** The beginnings of the lines that say something around an offset, the nearest first, those above before those below. */
function linesAround(text: string, at: number): number[] {
  const own = text.lastIndexOf('\n', at - 1) + 1;
  const above: number[] = [];
  for (let line = own; line > 0 && above.length < AROUND;) {
    line = text.lastIndexOf('\n', line - 2) + 1;
    if (says(text, line)) above.push(line);
  }
  const below: number[] = [];
  for (
    let feed = text.indexOf('\n', own);
    feed !== -1 && below.length < AROUND;
    feed = text.indexOf('\n', feed + 1)
  )
    if (says(text, feed + 1)) below.push(feed + 1);
  const rest = above.flatMap((line, index) => [line, ...below.slice(index, index + 1)]);
  return [...(says(text, own) ? [own] : []), ...rest, ...below.slice(above.length)];
}
