import type { Edit } from '../../diagnostic.ts';
import { keyKind, type Is } from '../grammar.ts';
import { quoteOverLines } from './lines-in-quotes.ts';
import { KeyOutline, type TextLine, type Opener } from './outline.ts';
import type { Trap } from './repair.ts';

/** How far a text stands in behind its key, where none of its lines tells. */
const STEP = 2;

/**
 * Lines of a text that lost their indentation, as pasted paragraphs do: those below `正文: |` that stand no deeper than
 * the key and are neither the next key nor the next item. Each text is one finding, and is moved in as a whole, so that a
 * colon in it never becomes that of a key. Linear in the length of the text.
 */
export function lostIndents(text: string, is: Is): readonly Trap[] {
  if (!/[:：][ \t\u3000]*(?:[|>]|\r?\n|[^\s"'{[])/.test(text)) return [];
  const lines = linesOf(text);
  const outline = new KeyOutline(text, is);
  const traps: Trap[] = [];
  for (let at = 0; at < lines.length; at++) {
    const opener = outline.read(lines[at] as TextLine);
    if (opener === undefined) continue;
    if (opener.end !== undefined) {
      const last = endOfText(lines, at + 1, ({ start }) => start < (opener.end ?? 0));
      const trap = quoted(text, lines.slice(at + 1, last), outline, { ...opener, end: opener.end });
      if (trap) traps.push(trap);
      continue;
    }
    const inner = endOfText(lines, at + 1, ({ indent, content }) => content === '' || indent > opener.column);
    const end = endOfLost(lines, inner, outline, opener);
    const trap = trapOf(text, lines.slice(at + 1, inner), lines.slice(inner, end), opener);
    if (trap) traps.push(trap);
    // without anything lost the lines of a text without a mark may be keys for all that is known
    if (opener.style === 'block' || end > inner) at = end - 1;
  }
  return traps;
}

/** A quoted text over lines one of which is a key or item lacks its closing quotation mark, which is another mistake. */
function quoted(
  text: string,
  lines: readonly TextLine[],
  outline: KeyOutline,
  opener: Opener & { readonly end: number },
): Trap | undefined {
  const isKept = lines.some(
    (line, index) =>
      line.content !== '' &&
      line.indent <= opener.column &&
      outline.continues(line, lines[index + 1], opener, true),
  );
  return isKept ? undefined : quoteOverLines(text, lines, opener);
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const stop = feed === -1 ? text.length : feed;
    const end = text[stop - 1] === '\r' && stop > start ? stop - 1 : stop;
    const whole = text.slice(start, end);
    const content = whole.replace(/^[ \t\u00A0\u2000-\u200B\u3000]+/, '');
    const white = whole.slice(0, whole.length - content.length);
    lines.push({ start, end, white, content, indent: /^ */.exec(white)?.[0].length ?? 0 });
    start = stop + 1;
  }
  return lines;
}

/** The line behind the last that belongs to a text and says something. */
function endOfText(lines: readonly TextLine[], from: number, belongs: (line: TextLine) => boolean): number {
  let end = from;
  for (let at = from; at < lines.length && belongs(lines[at] as TextLine); at++)
    if (lines[at]?.content !== '') end = at + 1;
  return end;
}

/** The line behind the last that was lost; comments count where lost text follows them. */
function endOfLost(lines: readonly TextLine[], from: number, outline: KeyOutline, opener: Opener): number {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as TextLine;
    if (line.content === '' || line.content.startsWith('#')) continue;
    if (outline.continues(line, lines[nextSaid(lines, at + 1)], opener, end > from)) break;
    // a text without a mark is only told from an unknown key by what can be none
    if (end === from && opener.style !== 'block' && /^[^:：]{1,40}:(?:\s|$)/.test(line.content)) break;
    end = at + 1;
  }
  return end;
}

function nextSaid(lines: readonly TextLine[], from: number): number {
  let at = from;
  while (lines[at]?.content === '') at++;
  return at;
}

function trapOf(
  text: string,
  inner: readonly TextLine[],
  lost: readonly TextLine[],
  opener: Opener,
): Trap | undefined {
  const said = inner.filter(({ content }) => content !== '');
  const ahead = opener.style === 'block' && opener.said === undefined ? aheadOf(said) : [];
  const told = lost.filter(({ content }) => content !== '');
  const lesser = opener.said === undefined ? leastIndent(said) : opener.column + opener.said;
  const want = Number.isFinite(lesser) ? lesser : opener.column + STEP;
  // lines of wide blanks only are another mistake, which is told as that
  const isWide = told.every(({ white, indent }) => /[^ ]/.test(white) || indent >= want);
  const [first] = ahead.length > 0 ? ahead : isWide ? [] : told;
  if (first === undefined) return undefined;
  const edits = [
    ...opening(text, opener, want),
    ...ahead.map((line) => moved(line, want)),
    ...movedAll(told, want),
  ].filter(({ start, end, insert }) => text.slice(start, end) !== insert);
  return {
    start: first.start + first.white.length,
    end: first.start + first.white.length + first.content.trimEnd().length,
    message: 'text-unindented',
    data: { key: opener.key, column: want + 1, want, have: first.indent, count: edits.length },
    fix: { edits, safe: isCertain(text, lost, opener) },
  };
}

/** The first lines of a block, where they stand deeper than one below them: YAML would take their depth for that of all. */
function aheadOf(said: readonly TextLine[]): readonly TextLine[] {
  const depth = said[0]?.indent ?? 0;
  const least = leastIndent(said);
  const upTo = said.findIndex(({ indent }) => indent < depth);
  // below a key that moved out stand its neighbours
  const isKey = ({ content, indent }: TextLine): boolean =>
    indent < depth && keyKind(/^(?:-[ \t]+)?([^\s:：]+):(?:\s|$)/.exec(content)?.[1] ?? '') !== undefined;
  return upTo === -1 || said.some(isKey) ? [] : said.slice(0, upTo).filter(({ indent }) => indent > least);
}

const leastIndent = (lines: readonly TextLine[]): number =>
  lines.reduce((least, { indent }) => Math.min(least, indent), Infinity);

const moved = ({ start, white }: TextLine, indent: number): Edit => ({
  start,
  end: start + white.length,
  insert: ' '.repeat(indent),
});

const isMark = (content: string): boolean => /^(?:[-*+][ \t]|\d{1,9}[.)][ \t])/.test(content);

/** Lines moved in: all to one column, but for what stands below an item of a list, which keeps its depth there. */
function movedAll(lines: readonly TextLine[], want: number): Edit[] {
  const edits: Edit[] = [];
  let item: TextLine | undefined;
  for (const line of lines) {
    if (line.indent >= want && line.white.length === line.indent) continue;
    if (item !== undefined && line.indent <= item.indent) item = undefined;
    edits.push(
      moved(
        line,
        item !== undefined && line.white.length === line.indent ? want + line.indent - item.indent : want,
      ),
    );
    if (item === undefined && isMark(line.content)) item = line;
  }
  return edits;
}

/** The change that makes a block of a text that has no mark of one. */
function opening(text: string, { style, value }: Opener, want: number): Edit[] {
  if (style === 'block') return [];
  if (style === 'empty') return [{ start: value, end: value, insert: ' |' }];
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  return [
    { start: value, end: value, insert: `${text[value - 1] === ' ' ? '' : ' '}|${feed}${' '.repeat(want)}` },
  ];
}

/** A line that stands where an entry could, or holds what no text does behind a colon. */
const isLikeEntry = ({ content, indent }: TextLine): boolean =>
  /^[^:：]{1,40}[:：]/.test(content) && (indent > 0 || /^[^:：]{1,40}[:：]\s*[{["'|>]/.test(content));

/**
 * Whether moving lines in can only be what was meant: a line that begins with `#` may be a note, and behind a text that is no
 * body or introduction, a line like `甲：{ … }` may be the next term or metric, with a colon of the wrong kind.
 */
function isCertain(text: string, lost: readonly TextLine[], { key, style, value }: Opener): boolean {
  if (style === 'plain' && /\s#/.test(text.slice(value, text.indexOf('\n', value)))) return false;
  const told = lost.filter(({ content }) => content !== '');
  if (!/^(?:body|intro|正文|导语)$/.test(key) && told.some(isLikeEntry)) return false;
  return told.every(({ content, indent }, index) => {
    if (!/^#(?:\s|$)/.test(content)) return true;
    const beside = [told[index - 1], told[index + 1]].filter((line) => line !== undefined);
    return beside.length > 0 && beside.every((line) => line.indent === indent) && index > 0;
  });
}
