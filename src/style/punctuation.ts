import { maskCode } from '../model/markdown-source.ts';
import type { Span } from '../quantity/value/formula.ts';
import { isSentenceEnd } from '../reading/sentence-ends.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { isHanCode } from './amiss.ts';

/** What a stretch of lines is: text to be read on, an item of a list, or a row of a table. */
export type ParagraphKind = 'text' | 'item' | 'row';

/** Lines that are read as one. */
export interface Passage {
  readonly span: Span;
  readonly kind: ParagraphKind;
}

/** A mark, a blank or a wide letter at its place. */
export interface Point {
  readonly at: number;
  readonly char: string;
  /** Whether its sentence is Chinese. */
  readonly chinese: boolean;
  readonly paragraph: Passage;
}

/** The marks of a text, with the paragraphs that they stand in. */
export interface Punctuation {
  readonly marks: readonly Point[];
  readonly paragraphs: readonly Passage[];
  /** Where Chinese sentences begin, without the blanks before them. */
  readonly starts: readonly Point[];
  /** What stands in it at all. */
  readonly has: { han: boolean; latin: boolean; digit: boolean; wide: boolean };
}

/** Stretches that are no prose: addresses, mailboxes, the targets of links, tags, notes. */
const foreign =
  /https?:\/\/[^\s，。；、）》]+|www\.[^\s，。；、）》]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|\]\([^()[\]\n]{0,300}\)|<[^<>\n]{1,300}>|\[\^[^[\]\n]{1,60}\]:?/g;
const mayBeForeign = /:\/\/|www\.|@|\]\(|<|\[\^/;

/** The text with what is left alone (code, addresses, targets of links) filled with as many characters that are no marks. */
export const proseOf = (words: TextAlone): string => words.once(withoutForeign);

function withoutForeign({ text }: TextAlone): string {
  const masked = maskCode(text);
  return mayBeForeign.test(masked)
    ? masked.replace(foreign, (found) => '\uFFFC'.repeat(found.length))
    : masked;
}

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Where marks, blanks and wide forms of letters and digits stand in Unicode: from, to. */
const markRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
  [0xb7, 0xb7],
  [0x2010, 0x2027],
  [0x3000, 0x3004],
  [0x3008, 0x303f],
  [0xff01, 0xff65],
];

/** Whether a character is a mark, a blank or a wide form of a letter or digit, as opposed to what is written with. */
const isMark = (code: number): boolean => {
  if (code >= 0x3400 && code <= 0x9fff) return false;
  for (const [from, to] of markRanges) if (code <= to) return code >= from;
  return false;
};

/** Whether a digit or a letter is as wide as a Han character. */
const isWide = (code: number): boolean =>
  (code >= 0xff10 && code <= 0xff19) ||
  (code >= 0xff21 && code <= 0xff3a) ||
  (code >= 0xff41 && code <= 0xff5a);

type Growing = { -readonly [Key in keyof Point]: Point[Key] };

/** The marks of a text, in one pass. A sentence is Chinese where Han characters are at least twice its Latin words. */
export function punctuationOf(words: TextAlone): Punctuation {
  const prose = proseOf(words);
  const marks: Growing[] = [];
  const starts: Growing[] = [];
  const has = { han: false, latin: false, digit: false, wide: false };
  const paragraphs = paragraphsOf(prose);
  const read = { marks, starts, paragraphs, has };
  for (const paragraph of paragraphs) readParagraph(prose, paragraph, read);
  return read;
}

interface Read extends Punctuation {
  readonly marks: Growing[];
  readonly starts: Growing[];
}

function readParagraph(prose: string, paragraph: Passage, { marks, starts, has }: Read): void {
  const [, end] = paragraph.span;
  let [han, words, first, start] = [0, 0, marks.length, -1];
  let inWord = false;
  const close = (): void => {
    const chinese = han > 0 && han >= 2 * words;
    for (let index = first; index < marks.length; index++) (marks[index] as Growing).chinese = chinese;
    if (chinese && start !== -1) starts.push({ at: start, char: prose[start] as string, chinese, paragraph });
    if (han > 0) has.han = true;
    if (words > 0) has.latin = true;
    [han, words, first, start, inWord] = [0, 0, marks.length, -1, false];
  };
  for (let at = paragraph.span[0]; at < end; at++) {
    const code = prose.charCodeAt(at);
    if (start === -1 && code > 0x20 && code !== 0x3000) start = at;
    if (isHanCode(code)) han++;
    else if (isLatin(code)) {
      if (!inWord) words++;
      inWord = true;
      continue;
    } else if (code >= 0x30 && code <= 0x39) has.digit = true;
    else if (isMark(code)) {
      if (isWide(code)) has.wide = true;
      marks.push({ at, char: prose[at] as string, chinese: false, paragraph });
      if (code !== 0x0a && isSentenceEnd(prose, at)) close();
    }
    inWord = false;
  }
  close();
}

const list = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+/;
function kindOf(line: string): ParagraphKind {
  const [first] = line.trimStart();
  if (first === '|') return 'row';
  return first !== undefined && '-*+0123456789'.includes(first) && list.test(line) ? 'item' : 'text';
}

/** The paragraphs of a text: parted by blank lines, and where an item of a list or a row of a table begins. */
function paragraphsOf(prose: string): readonly Passage[] {
  const found: { span: [number, number]; kind: ParagraphKind }[] = [];
  let open: { span: [number, number]; kind: ParagraphKind } | undefined;
  let start = 0;
  for (const line of prose.split('\n')) {
    const end = start + line.length;
    if (line.trim() === '') open = undefined;
    else {
      const kind = kindOf(line);
      if (open === undefined || kind !== 'text' || open.kind === 'row')
        found.push((open = { span: [start, end], kind }));
      else open.span[1] = end;
    }
    start = end + 1;
  }
  return found;
}
