import type { Span } from '../quantity/value/formula.ts';

/** Stands for a character that is no markup: of code, of a reference, or behind a backslash. */
const HIDDEN = '\uFFFC';
const hidden = (text: string): string => text.replace(/[^\n]/g, HIDDEN);

/** A line of a body, without its end. */
export interface SourceLine {
  readonly start: number;
  readonly text: string;
}

/** The lines of a body with where each begins. */
export const sourceLines = (text: string): SourceLine[] => {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return { start: from, text: line };
  });
};

/** A body in which code, references and escaped characters are hidden, each by as many stand-ins: what is left may be markup. */
export function maskCode(text: string): string {
  if (!/[\\`]|\{\{|~~~/.test(text)) return text;
  const unreferred = text.replace(/\\.|\{\{[^{}\n]*\}\}/g, (found) =>
    found.startsWith('\\') && found !== '\\`' ? HIDDEN.repeat(2) : hidden(found),
  );
  return withoutSpans(withoutFences(unreferred));
}

function withoutFences(text: string): string {
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const mark = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      const inside = fence !== '';
      if (
        !inside &&
        mark !== '' &&
        !(mark.startsWith('`') && line.slice(line.indexOf(mark) + mark.length).includes('`'))
      )
        fence = mark;
      else if (inside && mark.startsWith(fence) && line.trim() === mark) fence = '';
      else if (!inside) return line;
      return hidden(line);
    })
    .join('\n');
}

/** Code spans: a run of backticks to the next run as long, in the same paragraph. */
function withoutSpans(text: string): string {
  let masked = '';
  let at = 0;
  const runs = [...text.matchAll(/`+/g)];
  for (let index = 0; index < runs.length; index++) {
    const [{ 0: mark, index: start }] = [runs[index] as RegExpExecArray];
    if (start < at) continue;
    const blank = text.indexOf('\n\n', start);
    const close = runs.slice(index + 1, index + 50).find((run) => run[0].length === mark.length);
    if (close === undefined || (blank !== -1 && close.index > blank)) continue;
    masked += text.slice(at, start) + hidden(text.slice(start, close.index + mark.length));
    at = close.index + mark.length;
  }
  return masked + text.slice(at);
}

/** A note below the text: `[^1]: what it says`, with the lines that go on with it. */
export interface NoteSource {
  readonly label: string;
  /** Where `[^1]` stands. */
  readonly mark: Span;
  /** The whole of it. */
  readonly span: Span;
  /** What it says, without the indentation of further lines. */
  readonly text: string;
}

const noteStart = /^ {0,3}\[\^([^\]\s^]+)\]:[ \t]*/;

/** The notes that a body defines, in order; a note ends at a blank line after which nothing is indented, or where the next begins. */
export function notesIn(text: string): readonly NoteSource[] {
  if (!text.includes('[^')) return [];
  const masked = sourceLines(maskCode(text));
  const lines = sourceLines(text);
  const notes: NoteSource[] = [];
  for (let index = 0; index < lines.length; index++) {
    const begin = noteStart.exec(masked[index]?.text ?? '');
    const { start, text: first } = lines[index] as SourceLine;
    if (!begin) continue;
    let end = index + 1;
    while (end < lines.length && goesOn(lines, end)) end++;
    const said = [
      first.slice(begin[0].length),
      ...lines.slice(index + 1, end).map((line) => line.text.replace(/^(?: {1,4}|\t)/, '')),
    ];
    const last = lines[end - 1] as SourceLine;
    const from = start + begin[0].indexOf('[');
    notes.push({
      label: begin[1] ?? '',
      mark: [from, start + begin[0].lastIndexOf(']') + 1],
      span: [start, last.start + last.text.length],
      text: said.join('\n').trim(),
    });
    index = end - 1;
  }
  return notes;
}

function goesOn(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at]?.text ?? '';
  if (noteStart.test(line)) return false;
  const blankBefore = (lines[at - 1]?.text ?? '').trim() === '';
  if (line.trim() !== '') return !blankBefore || /^(?: {2,}|\t)/.test(line);
  return /^(?: {2,}|\t)\S/.test(lines[at + 1]?.text ?? '');
}

/** Marks of notes in running text: `[^1]`, not the beginning of a note. */
export const noteMarksIn = (masked: string): readonly { readonly label: string; readonly span: Span }[] =>
  [...masked.matchAll(/\[\^([^\]\s^]+)\](?!:)/g)].map(({ 0: mark, 1: label = '', index }) => ({
    label,
    span: [index, index + mark.length],
  }));

/** A link or picture as typed: `[text](address)`. */
export interface LinkSource {
  readonly picture: boolean;
  readonly text: string;
  readonly address: string;
  readonly span: Span;
  readonly addressSpan: Span;
  /** Whether a title in quotes stands behind the address. */
  readonly titled: boolean;
  /** Whether it can be read as one; blanks in an address, or full-width brackets, leave it as typed. */
  readonly sound: boolean;
}

const links = /(!?)\[([^[\]\n]*)\]([(（])([^()（）\n]*(?:\([^()（）\n]*\)[^()（）\n]*)*)([)）])/g;

/** Every link and picture of a body; `text` is the body, `masked` the same without code. */
export function linksIn(text: string, masked: string): readonly LinkSource[] {
  if (!masked.includes('[')) return [];
  return [...masked.matchAll(links)].flatMap((found) => {
    const [whole, mark = '', label = '', open, inner = '', close] = found;
    const start = found.index + mark.length + label.length + 3;
    const given = inner.trim();
    const address = /^(?:<[^<>]*>|\S*)/.exec(given)?.[0] ?? '';
    const title = given.slice(address.length).trim();
    const unread = title !== '' && !/^(?:".*"|'.*'|\(.*\))$/.test(title);
    const sound = open === '(' && close === ')' && !unread;
    if (mark === '' && !sound && !/\.[A-Za-z0-9]{2,5}["'\s]*$|:\/\//.test(inner)) return [];
    const from = start + inner.length - inner.trimStart().length;
    const addressSpan: Span = [from, from + (unread ? given : address).length];
    const span: Span = [found.index, found.index + whole.length];
    return [
      {
        picture: mark === '!',
        text: text.slice(found.index + mark.length + 1, start - 2),
        address: text.slice(...addressSpan),
        span,
        addressSpan,
        titled: !unread && title !== '',
        sound,
      },
    ];
  });
}

/** Lines with a tab inside that are no cells of a table. */
export const loneTabsIn = (masked: string): readonly Span[] => {
  if (!masked.includes('\t')) return [];
  const runs = tabbedIn(masked);
  return sourceLines(masked)
    .filter(
      ({ start, text }) =>
        text.trim().includes('\t') &&
        !listed.test(text) &&
        !runs.some(([from, to]) => from <= start && start < to),
    )
    .map(({ start, text }) => [start, start + text.length]);
};

/** Lines of `=` or `-` right under a text, which other dialects take for its underlining. */
export const underlinesIn = (masked: string): readonly Span[] => {
  if (!masked.includes('==') && !masked.includes('--')) return [];
  const lines = sourceLines(masked);
  return lines.flatMap(({ start, text }, index): Span[] => {
    const above = lines[index - 1]?.text ?? '';
    return /^ {0,3}(?:={2,}|-{2,})[ \t]*$/.test(text) && above.trim() !== '' && !above.includes('|')
      ? [[start, start + text.trimEnd().length]]
      : [];
  });
};

/** A tab behind a mark of a list or a number is no border of a cell. */
const listed = /^\s*(?:[-*+>|][ \t]|[（(]?[一二三四五六七八九十百\d]+[)）、.．]\s*\t)/;

/** Lines of cells parted by tabs, as a spreadsheet puts them on the clipboard: two or more in a row, each with a tab. */
export function tabbedIn(masked: string): readonly Span[] {
  if (!masked.includes('\t')) return [];
  const runs: [number, number][] = [];
  let open: [number, number, number] | undefined;
  const close = (): void => {
    if (open && open[2] > 1) runs.push([open[0], open[1]]);
    open = undefined;
  };
  for (const { start, text } of sourceLines(masked)) {
    if (!(open ? text.trimStart() : text.trim()).includes('\t') || listed.test(text)) close();
    else open = [open?.[0] ?? start, start + text.length, (open?.[2] ?? 0) + 1];
  }
  close();
  return runs;
}
