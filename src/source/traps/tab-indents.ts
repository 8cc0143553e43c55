import type { Edit } from '../../diagnostic.ts';
import { canonicalize } from '../canonical.ts';
import type { Is } from '../grammar.ts';
import { parse } from '../parse.ts';
import type { BlockwiseCheck } from './blockwise.ts';
import { misfits } from './misfits.ts';
import { applyEdits, repair, type Trap } from './repair.ts';
import { findTraps } from './traps.ts';
import type { ScalarNode, TreeNode } from '../tree.ts';

/** How wide a tab is shown, in columns. */
const WIDTHS = [2, 4, 8] as const;
/** Lines that are not empty. U+2028, at which expressions see one begin, breaks none in YAML. */
const LINES = /(?<![^\n])(?!\r?\n)[^\n]+/g;
/** A larger text is not read again and again. */
const LIMIT = 300_000;
/** How far a line usually stands behind the one it stands under. */
const STEP = 2;

/** A line that begins with blanks and list marks, a tab among them. */
interface TabbedLine {
  readonly start: number;
  /** Its blanks and list marks. */
  readonly lead: string;
  /** Columns in which the line above it that says something begins, with those behind its list marks. */
  readonly above: readonly number[];
  /** Columns of the lines that it may stand beside further out, the innermost first. */
  readonly outer: readonly number[];
  /** The column of the line below the whole run, without tabs. */
  below: number;
  /** Whether the line above has tabs too. */
  readonly follows: boolean;
}

/**
 * Tabs as indentation, where YAML fails: one mistake, whichever lines have them. What they are worth is tried on the whole:
 * the usual widths of a tab, and for lines among others the columns around them. The reading that the format understands
 * best is taken, and is certain where no other one as good says anything else.
 */
export function tabTrap(text: string, is: Is, check: BlockwiseCheck): Trap | undefined {
  if (text.length > LIMIT || !/(?<![^\n])[ -]*\t/.test(text)) return undefined;
  const lines = tabbedLines(text);
  const readings = new Map<string, Reading>();
  const read = (ways: readonly (readonly Edit[])[]): void => {
    for (const edits of ways) {
      const mended = applyEdits(text, edits);
      if (readings.has(mended)) continue;
      const meaning = meaningOf(mended, is, check);
      if (meaning) readings.set(mended, { ...meaning, edits, length: mended.length });
    }
  };
  const written = WIDTHS.map((width) => lines.map(({ lead }) => expanded(lead, width)));
  read(written.map((leads) => editsOf(lines, leads)));
  const least = (): number => Math.min(...[...readings.values()].map(({ wrong }) => wrong));
  const asShown = least();
  read(movedAlong(lines, written.slice(0, 2), NEAR));
  // a line that stands where it is shown is not sought elsewhere
  if (asShown === Infinity || least() < asShown) read(movedAlong(lines, written.slice(0, 1), OUTER));
  const [best, ...others] = [...readings.values()].sort((a, b) => a.wrong - b.wrong || a.length - b.length);
  const [first, edit] = [lines[0], best?.edits[0]];
  if (best === undefined || first === undefined || edit === undefined) return undefined;
  const safe =
    others.every(({ wrong, said }) => wrong > best.wrong || said === best.said) &&
    !entersTexts(text, lines, best);
  return trapOf(first, edit, best.edits, safe);
}

/**
 * Whether a text of several lines would be moved in some of its lines only: a tab that begins one of them may be a character of
 * the text. It is none where it stands before the
 * column of the other lines.
 */
function entersTexts(text: string, lines: readonly TabbedLine[], { edits, root }: Reading): boolean {
  const mended = applyEdits(text, edits);
  const tree = root ?? parse(mended).root;
  if (tree === undefined) return true;
  let shift = 0;
  const moved = new Map(
    edits.map(({ start, end, insert }, index): [at: number, tab: number] => {
      const at = start + shift;
      shift += insert.length - (end - start);
      return [at, lines[index]?.lead.indexOf('\t') ?? 0];
    }),
  );
  return scalarsIn(tree).some(({ start, end }) => {
    const begins = [...mended.slice(start, end).matchAll(/\n(?=[^\n]*[^\s])/g)].map(
      ({ index }) => start + index + 1,
    );
    const others = begins.filter((at) => !moved.has(at));
    // a tab before the column of the other lines, or of the key, is no character of the text
    const column =
      others.length === 0
        ? mended.slice(mended.lastIndexOf('\n', start - 1) + 1).search(/[^ ]/) + 1
        : Math.min(...others.map((at) => mended.slice(at).search(/[^ ]/)));
    return begins.some((at) => (moved.get(at) ?? -1) >= column);
  });
}

/** Every scalar of a tree. */
function scalarsIn(root: TreeNode): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'scalar') found.push(node);
    else if (node.kind === 'list') open.push(...node.items);
    else for (const { key, value } of node.entries) open.push(key, value);
  }
  return found;
}

interface Meaning {
  /** What the format does not understand. */
  readonly wrong: number;
  /** What is read, to tell two readings apart. */
  readonly said: string;
  /** The tree of it; undefined where other traps had to be mended first. */
  readonly root: TreeNode | undefined;
}

interface Reading extends Meaning {
  readonly edits: readonly Edit[];
  readonly length: number;
}

/** What a text says once other traps in it are mended as well; undefined where it cannot be read. */
function meaningOf(text: string, is: Is, check: BlockwiseCheck): Meaning | undefined {
  const mended = check.reads(text) ? text : repair(text, findTraps(text)).text;
  if (!check.reads(mended)) return undefined;
  const { root } = parse(mended);
  if (root === undefined) return undefined;
  const { data, problems } = canonicalize(root, is);
  return {
    wrong: misfits(root, is) + problems.length,
    said: JSON.stringify(data),
    root: mended === text ? root : undefined,
  };
}

function trapOf({ start, lead }: TabbedLine, { insert }: Edit, edits: readonly Edit[], safe: boolean): Trap {
  const at = lead.indexOf('\t');
  const isBehind = lead.lastIndexOf('-', at) !== -1;
  return {
    start: start + at,
    end: start + at + 1,
    message: isBehind ? 'dash-tab' : 'indent-character',
    data: {
      name: 'tab',
      have: /^[^-]*/.exec(lead)?.[0].replaceAll(' ', '').length ?? 0,
      want: insert.search(/[^ ]|$/),
      lines: edits.length,
    },
    fix: { edits, safe },
  };
}

/** Lines that begin with tabs. Those of a block text that YAML sees below its key have tabs of their own. */
function tabbedLines(text: string): TabbedLine[] {
  const lines: TabbedLine[] = [];
  let above: readonly number[] = [0];
  let outer: number[] = [];
  let follows = false;
  let block = -1;
  for (const { 0: whole, index } of text.matchAll(LINES)) {
    const start = index === 0 && whole.startsWith('\uFEFF') ? 1 : index;
    const lead = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(start, index + whole.length))?.[0] ?? '';
    const said = text.slice(start + lead.length, index + whole.length).trim();
    const spaces = lead.search(/[^ ]|$/);
    if (said === '' || (block !== -1 && spaces > block)) continue;
    block = -1;
    if (lead.includes('\t')) {
      lines.push({ start, lead, above, outer, below: 0, follows });
      follows = true;
      continue;
    }
    outer = [...outer, ...above].filter((column) => column < spaces);
    above = [...lead.matchAll(/^ *|(?<=-) +/g)].map(({ 0: blank, index: at }) => at + blank.length);
    if (follows) standAbove(lines, above[0] ?? 0);
    follows = false;
    if (/(?::|^)[ \t]*[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/.test(said)) block = above.at(-1) ?? 0;
  }
  return lines;
}

/** Notes the column of the line below the latest run of lines. */
function standAbove(lines: readonly TabbedLine[], column: number): void {
  const first = lines.findLastIndex((each) => !each.follows);
  for (const line of lines.slice(first)) line.below = column;
}

type Target = (line: TabbedLine) => number;

/** Where lines may have been meant to stand: beside the line above or below, or under it. */
const NEAR: readonly Target[] = [
  ({ above }) => above.at(-1) ?? 0,
  ({ above }) => above[0] ?? 0,
  ({ above }) => (above.at(-1) ?? 0) + STEP,
  ({ below }) => below,
];
/** Beside a line further out. */
const OUTER: readonly Target[] = [1, 2, 3, 4].map(
  (steps): Target =>
    ({ outer }) =>
      outer.at(-steps) ?? 0,
);

/** The lines with the first of each run moved to a column, and those that follow as far. */
const movedAlong = (
  lines: readonly TabbedLine[],
  written: readonly (readonly string[])[],
  targets: readonly Target[],
): readonly (readonly Edit[])[] =>
  targets.flatMap((target) =>
    written.map((leads) => {
      let shift = 0;
      const moved = leads.map((lead, index) => {
        const line = lines[index] as TabbedLine;
        const column = lead.search(/[^ ]|$/);
        if (!line.follows) shift = target(line) - column;
        return ' '.repeat(Math.max(0, column + shift)) + lead.slice(column);
      });
      return editsOf(lines, moved);
    }),
  );

const editsOf = (lines: readonly TabbedLine[], leads: readonly string[]): readonly Edit[] =>
  lines.map(({ start, lead }, index) => ({ start, end: start + lead.length, insert: leads[index] ?? '' }));

/** Blanks and list marks with spaces up to the next stop in place of each tab. */
function expanded(lead: string, width: number): string {
  let out = '';
  for (const sign of lead) out += sign === '\t' ? ' '.repeat(width - (out.length % width)) : sign;
  return out;
}
