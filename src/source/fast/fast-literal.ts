import { RETURN, SPACE, UNSURE } from './fast-scalars.ts';
import type { ScalarNode } from '../tree.ts';

/** What stands behind `|`: without one, a text ends with one line feed; with `-` with none, with `+` with all that it has. */
type Chomp = '' | '-' | '+';

/** The lines of a block text while they are read. */
interface Lines {
  /** Where the line that comes next begins. */
  at: number;
  /** How far the lines are indented; 0 until the first that says something. */
  indent: number;
  value: string;
  /** Empty lines behind the last that says something. */
  blank: number;
  /** Behind the last line that says something. */
  end: number;
  /** Behind the empty ones that follow it. */
  kept: number;
}

/** The lines of a block text from the one that begins at `at`: those that are indented further than `column`. @throws UNSURE */
export function literalLines(text: string, at: number, column: number, chomp: Chomp): Readonly<Lines> {
  const lines: Lines = { at, indent: 0, value: '', blank: 0, end: at, kept: at };
  while (lines.at < text.length) {
    const from = lines.at;
    let content = from;
    while (text.charCodeAt(content) === SPACE) content++;
    const feed = text.indexOf('\n', content);
    const next = feed === -1 ? text.length : feed + 1;
    const stop = feed === -1 ? text.length : feed;
    const last = text.charCodeAt(stop - 1) === RETURN && stop > content ? stop - 1 : stop;
    if (content === last) takeBlank(lines, content - from, feed, chomp);
    else {
      if (lines.indent === 0 && content - from > column) lines.indent = content - from;
      if (lines.indent === 0 || content - from < lines.indent) break;
      takeLine(lines, text.slice(from + lines.indent, last), next);
    }
    lines.at = next;
  }
  return lines;
}

/** An empty line of so many blanks; `feed` is where it ends, -1 at the end of the file. */
function takeBlank(lines: Lines, blanks: number, feed: number, chomp: Chomp): void {
  // blanks that reach beyond the indentation are text
  if (lines.indent === 0 ? blanks > 0 : blanks > lines.indent) throw UNSURE;
  if (feed !== -1) {
    lines.blank++;
    lines.kept = feed + 1;
  } else if (blanks > 0 && chomp === '+') throw UNSURE;
}

function takeLine(lines: Lines, line: string, next: number): void {
  if (/^\s*$/.test(line)) throw UNSURE;
  lines.value += `${'\n'.repeat(lines.blank)}${line}\n`;
  lines.blank = 0;
  lines.end = lines.kept = next;
}

/** The scalar that some lines make behind a header at `start`. @throws UNSURE */
export function literalScalar(
  text: string,
  start: number,
  chomp: Chomp,
  { value, blank, end, kept }: Readonly<Lines>,
): ScalarNode {
  if (chomp === '+') {
    if (value === '' && blank > 0) throw UNSURE;
    return { kind: 'scalar', value: value + '\n'.repeat(blank), style: 'literal', start, end: kept };
  }
  return {
    kind: 'scalar',
    value: chomp === '-' ? value.slice(0, -1) : value,
    style: 'literal',
    start,
    // a text of empty lines only ends behind the first of them
    end: value === '' && blank > 0 ? lineAfter(text, end) : end,
  };
}

const lineAfter = (text: string, at: number): number => text.indexOf('\n', at) + 1 || text.length;
