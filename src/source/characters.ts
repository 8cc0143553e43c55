import type { ScalarNode } from './tree.ts';

/**
 * Where each character of a scalar stands in the file: element i is the offset of character i of `node.value`, and the
 * last element is the offset after the last character. YAML 1.2.2 §6.5 (folding), §7.3 (flow), §8.1 (block).
 */
export function characterOffsets(text: string, node: ScalarNode): readonly number[] {
  const offsets =
    node.style === 'literal' || node.style === 'folded' ? blockOffsets(text, node) : flowOffsets(text, node);
  offsets.length = Math.min(offsets.length, node.value.length);
  const last = offsets.at(-1);
  const opening = node.style === 'single' || node.style === 'double' ? 1 : 0;
  const end = last === undefined ? node.start + opening : last + characterLength(text, node, last);
  while (offsets.length <= node.value.length) offsets.push(end);
  return offsets;
}

/** Length in the file of the character that begins there: an escape, a doubled quote and a Windows line break are longer than one unit. */
export function characterLength(text: string, { style }: ScalarNode, at: number): number {
  if (style === 'double' && text[at] === '\\') return 2 + (hexDigits[text[at + 1] ?? ''] ?? 0);
  if (style === 'single' && text[at] === "'") return 2;
  if (text[at] === '\r' && text[at + 1] === '\n') return 2;
  return at < text.length ? 1 : 0;
}

/** Pushes one by one: the breaks of a text may be more than a call takes arguments. */
function append(offsets: number[], more: readonly number[]): void {
  for (const offset of more) offsets.push(offset);
}

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** Plain and quoted scalars: breaks fold, white space around them vanishes, `''` and `\x` are one character. */
function flowOffsets(text: string, { style, start, end }: ScalarNode): number[] {
  const offsets: number[] = [];
  const quoted = style !== 'plain';
  const last = quoted ? end - 1 : end;
  let at = quoted ? start + 1 : start;
  while (at < last) {
    const run = blankRun(text, at, last);
    if (run.breaks.length > 0) {
      // one break is a space, n + 1 breaks are n line feeds
      append(offsets, run.breaks.length === 1 ? run.breaks : run.breaks.slice(1));
      at = run.end;
    } else if (style === 'single' && text[at] === "'") {
      offsets.push(at);
      at += 2;
    } else if (style === 'double' && text[at] === '\\') at = escapeOffsets(text, at, last, offsets);
    else offsets.push(at++);
  }
  return offsets;
}

/** White space from `at` on, where it holds a line break: the offsets of its breaks and its end. */
function blankRun(text: string, at: number, last: number): { breaks: number[]; end: number } {
  const breaks: number[] = [];
  let end = at;
  for (; end < last; end++) {
    if (text[end] === '\n') breaks.push(end);
    else if (text[end] === '\r' && text[end + 1] === '\n') breaks.push(end++);
    else if (!isSpace(text[end])) break;
  }
  return { breaks, end };
}

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** One `\` escape of a double-quoted scalar; returns the offset after it. */
function escapeOffsets(text: string, at: number, last: number, offsets: number[]): number {
  const next = text[at + 1] ?? '';
  if (next === '\n' || next === '\r') {
    // the break and the indentation after it say nothing; empty lines that follow fold as anywhere
    let end = at + (next === '\r' ? 3 : 2);
    while (end < last && isSpace(text[end])) end++;
    return end;
  }
  const length = 2 + (hexDigits[next] ?? 0);
  offsets.push(at);
  if (next === 'U' && Number.parseInt(text.slice(at + 2, at + length), 16) > 0xffff) offsets.push(at);
  return at + length;
}

/** `|` and `>`: the indentation is stripped; `>` folds single breaks between lines that are not indented further. */
function blockOffsets(text: string, { style, value, start, end }: ScalarNode): number[] {
  const offsets: number[] = [];
  let line = text.indexOf('\n', start) + 1;
  if (line === 0) return offsets;
  const indent = blockIndent(text, line, value);
  let breaks: number[] = [];
  while (line < end) {
    const feed = text.indexOf('\n', line);
    const stop = feed === -1 ? text.length : feed;
    const content = text[stop - 1] === '\r' ? stop - 1 : stop;
    let at = line;
    while (at < line + indent && text[at] === ' ') at++;
    if (at < content) {
      append(offsets, foldedBreaks(style === 'folded', breaks, value, offsets.length));
      breaks = [];
      for (; at < content; at++) offsets.push(at);
    }
    breaks.push(content);
    if (feed === -1) break;
    line = feed + 1;
  }
  append(offsets, breaks);
  return offsets;
}

/** The breaks before a line of content that the value keeps: all of them, or, folded, what the value shows. */
function foldedBreaks(
  folded: boolean,
  breaks: readonly number[],
  value: string,
  at: number,
): readonly number[] {
  if (!folded || breaks.length === 0 || at === 0) return breaks;
  let kept = 0;
  while (kept < breaks.length && value[at + kept] === '\n') kept++;
  return kept === 0 ? breaks.slice(0, 1) : breaks.slice(breaks.length - kept);
}

/** Indentation of a block scalar: what stands before its first visible character, more in the file than in the value. */
function blockIndent(text: string, line: number, value: string): number {
  const shown = value.search(/[^ \r\n]/);
  // a value of line breaks only has no indentation of its own
  if (shown === -1) return Infinity;
  const visible = /[^ \r\n]/g;
  visible.lastIndex = line;
  const written = visible.exec(text)?.index ?? line;
  return columnOf(text, written) - columnOf(value, shown);
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** The offsets of the characters of a text’s scalars, each read once. */
export class Characters {
  readonly #text: string;
  readonly #kept = new Map<ScalarNode, readonly number[]>();

  constructor(text: string) {
    this.#text = text;
  }

  /** As `characterOffsets`. */
  of(node: ScalarNode): readonly number[] {
    const offsets = this.#kept.get(node) ?? characterOffsets(this.#text, node);
    this.#kept.set(node, offsets);
    return offsets;
  }
}
