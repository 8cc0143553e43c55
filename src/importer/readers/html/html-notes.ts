import type { Paragraph, SourceBlock, SourceDocument, UnreadPiece } from '../../block.ts';
import { noteSign } from '../../notes/note-signs.ts';

/** A short link within a page, such as [1] or ↩, which may lead to a note or back from one. */
export interface PageMark {
  readonly target: string;
  /** As the page shows it. */
  readonly text: string;
}

/** The first of the private signs that stand for such links while a page is read. */
const FIRST = 0x100000;
const MOST = 0xfffd;
const signs = /[\u{100000}-\u{10FFFD}]/gu;
const markWords = /^[[(（［【]?(?:\d{1,3}|[*†‡§¶#^]|[①-⑳]|[a-z]|注\d{0,3})[\])）］】]?$/u;
const backWords = /^(?:[\s↩↵⤴↑]{1,4}\u{FE0E}?|back|return|top|返回|jump up)$/iu;

/** Whether the words of a link may be the mark of a note, or lead back from one. */
export const isMark = (words: string): boolean =>
  markWords.test(words.trim()) || backWords.test(words.trim());

/** What stands for a link in the text; undefined where there are too many. */
export const markSign = (index: number): string | undefined =>
  index < MOST ? String.fromCodePoint(FIRST + index) : undefined;

/** Whether a page writes such signs itself: then none may stand for anything else. */
export const hasMarkSigns = (html: string): boolean =>
  /[\u{100000}-\u{10FFFD}]|&#(?:x0{0,4}10[0-9a-f]{4}|0{0,4}1(?:0[4-9]|1[01])\d{4})/iu.test(html);

const indexOf = (sign: string): number => (sign.codePointAt(0) ?? FIRST) - FIRST;

/** No note is longer. */
const LONGEST = 1000;
const noteName = /note|(?:^|[-_])e?(?:dn|ft?n)(?=[-_.:]?\d)|foot|cite|ref|注/i;
const bare = (mark: string): string => mark.normalize('NFKC').replaceAll(/[[\]()【】\s]/g, '');

/** A page whose notes are footnotes: what short links lead to further down, by its name, by a link back or by the same mark before it. */
export function withPageNotes(
  blocks: readonly SourceBlock[],
  marks: readonly PageMark[],
): Pick<SourceDocument, 'notes'> & {
  readonly blocks: SourceBlock[];
  readonly unread: readonly UnreadPiece[];
} {
  const { noted, signOf } = notesOf(blocks, marks);
  const unread: UnreadPiece[] = [];
  const notes = new Map(
    [...noted].map(([note, sign]) => [sign, { text: noteText(note as Paragraph, marks, unread) }]),
  );
  const shown = (text: string): string =>
    text.replaceAll(signs, (sign) => signOf.get(indexOf(sign)) ?? marks[indexOf(sign)]?.text ?? sign);
  return {
    blocks: blocks.filter((block) => !noted.has(block)).map((block) => withTexts(block, shown)),
    ...(notes.size > 0 && { notes }),
    unread,
  };
}

/** The notes among the blocks, each with its sign, and the sign of each link that leads to one. */
function notesOf(
  blocks: readonly SourceBlock[],
  marks: readonly PageMark[],
): { readonly noted: ReadonlyMap<SourceBlock, string>; readonly signOf: ReadonlyMap<number, string> } {
  const anchored = new Map<string, { readonly note: Paragraph; readonly place: number }>();
  const stands = new Map<number, number>();
  for (const [place, block] of blocks.entries()) {
    const names = block.kind === 'paragraph' ? (block.anchors ?? []) : [];
    for (const name of names) anchored.set(name, { note: block as Paragraph, place });
    for (const sign of textsOf(block).join('').match(signs) ?? []) stands.set(indexOf(sign), place);
  }
  const noted = new Map<SourceBlock, string>();
  const signOf = new Map<number, string>();
  for (const [index, mark] of marks.entries()) {
    const { note, place = -1 } = anchored.get(mark.target) ?? {};
    if (note === undefined || place <= (stands.get(index) ?? place) || !isNote(note, mark)) continue;
    const sign = noted.get(note) ?? noteSign(noted.size + 1);
    noted.set(note, sign);
    signOf.set(index, sign);
  }
  return { noted, signOf };
}

const textsOf = (block: SourceBlock): readonly string[] =>
  block.kind === 'table' ? [block.caption ?? '', ...block.rows.flat()] : [block.text];

function isNote(block: Paragraph, mark: PageMark): boolean {
  if (
    block.heading !== undefined ||
    block.text.length > LONGEST ||
    !markWords.test(mark.text.trim().normalize('NFKC'))
  )
    return false;
  const text = block.text.trimStart();
  return noteName.test(mark.target) || bare(text.slice(0, 5)).startsWith(bare(mark.text));
}

/** What a note says, without its mark and the links back. */
function noteText(note: Paragraph, marks: readonly PageMark[], unread: UnreadPiece[]): string {
  const text = note.text.replaceAll(signs, (sign) => {
    if (marks[indexOf(sign)] === undefined) return sign;
    const back = marks[indexOf(sign)]?.text.trim() ?? '';
    // its own number is printed again
    if (!/^\d+$/.test(bare(back))) unread.push({ at: note.at, text: back, why: 'markup' });
    return '';
  });
  return text.trim().replace(/^(?:[①-⑳]|[[【［(（]\d{1,3}[\]】］)）])\s*/, '');
}

function withTexts(block: SourceBlock, shown: (text: string) => string): SourceBlock {
  if (block.kind === 'table')
    return {
      ...block,
      rows: block.rows.map((row) => row.map(shown)),
      ...(block.caption !== undefined && { caption: shown(block.caption) }),
    };
  const { anchors: _, ...rest } = block;
  return { ...rest, text: shown(block.text) };
}
