import type { Edit } from '../../diagnostic.ts';
import { canonicalize } from '../canonical.ts';
import type { Is } from '../grammar.ts';
import { parse } from '../parse.ts';
import type { BlockwiseCheck } from './blockwise.ts';
import { misfits } from './misfits.ts';
import { applyEdits, repair, type Trap } from './repair.ts';
import { findTraps } from './traps.ts';

/** How wide a tab is shown, in columns. */
const WIDTHS = [2, 4, 8] as const;
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
  if (text.length > LIMIT || !/^[ -]*\t/m.test(text)) return undefined;
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
  const safe = others.every(({ wrong, said }) => wrong > best.wrong || said === best.said);
  return trapOf(first, edit, best.edits, safe);
}

interface Meaning {
  /** What the format does not understand. */
  readonly wrong: number;
  /** What is read, to tell two readings apart. */
  readonly said: string;
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
  return { wrong: misfits(root, is) + problems.length, said: JSON.stringify(data) };
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
  for (const { 0: whole, index } of text.matchAll(/^(?!\r?$).*$/gm)) {
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
