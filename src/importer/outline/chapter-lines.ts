import type { Paragraph, SourceBlock } from '../block.ts';
import { isCoverLine } from './cover-lines.ts';
import { outlineNumber } from './sections.ts';
import { isAnnexTitle, isPartTitle, partOfTitle } from './titles.ts';

/** A level below those that titles of parts may have. */
const CHAPTER = 3;
const LONGEST = { zh: 30, en: 70 } as const;
/** Names of people with their office, and forms of address. */
const person =
  /^.{0,20}(?:长|主任|书记|主席|局长|经理|院长|代表)[\s\u3000]+[\p{Script=Han}·\s\u3000]{2,8}$|^(?:各位|同志们|尊敬的)/u;

/** A short line of words without an end: a title, where a text stands below it. */
function isTitleLine(block: SourceBlock | undefined): block is Paragraph {
  if (block?.kind !== 'paragraph' || !isPlain(block)) return false;
  const text = block.text.trim();
  const isHan = /\p{Script=Han}/u.test(text);
  if (
    text.length > (isHan ? LONGEST.zh : LONGEST.en) ||
    /[。！？；，：、.!?;,:|\t]$|[；|\t]|^[-—–•·*]/.test(text)
  )
    return false;
  if (
    isHan
      ? /[，。]|^\d+$/.test(text) || !/\p{Script=Han}{2}/u.test(text)
      : !/^[A-Z][\p{L}\d ’'“”&,/–—:()-]+$/u.test(text)
  )
    return false;
  return (
    !isCoverLine(text) &&
    !person.test(text) &&
    !isAnnexTitle(text) &&
    !/^(?:表|图|Table|Figure)[ \d]/.test(text)
  );
}

const isPlain = ({ apart, heading, number, item, indented, isNote }: Paragraph): boolean =>
  apart !== true &&
  heading === undefined &&
  number === undefined &&
  item === undefined &&
  indented !== true &&
  isNote !== true;

const isText = (block: SourceBlock | undefined): boolean =>
  block?.kind === 'table' ||
  (block?.kind === 'paragraph' &&
    (block.text.length > 60 ||
      /[。！？；：:.!?;]["”’）)]*$/.test(block.text.trim()) ||
      outlineNumber(block) !== undefined ||
      block.item !== undefined));

/** Whether it opens a chapter as Chinese reports number them, or a chapter in figures. */
const isTopNumber = (pattern: string): boolean =>
  /^第?一(?:[、．.]|部分|[章节篇编])/.test(pattern) || /^1$|^1\.0$/.test(pattern);

/**
 * Makes headings of the first level of chapters that stand on lines of their own without a number: those that speak of parts of a
 * report, where none are numbered 一、; in a text without numbers and headings, all short lines that a text follows.
 */
export function withChapterLines(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  let [hasNumbers, hasTop] = [false, false];
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    if (block.heading !== undefined) return blocks;
    const number = block.isNote === true ? undefined : outlineNumber(block);
    if (number !== undefined && block.item === undefined)
      [hasNumbers, hasTop] = [true, hasTop || isTopNumber(number.pattern)];
  }
  if (hasTop) return blocks;
  const lines = blocks.filter(
    (block, at): block is Paragraph =>
      isTitleLine(block) && outlineNumber(block) === undefined && isText(blocks[at + 1]),
  );
  const parts = lines.filter(({ text }) => partOfTitle(text) !== undefined);
  const kinds = new Set(parts.map(({ text }) => partOfTitle(text)));
  const others = lines.filter(({ text }) => !isPartTitle(text));
  const speaks = kinds.size > 1 && parts.some(({ text }) => !isPartTitle(text));
  const chapters = !hasNumbers ? others : speaks ? parts : [];
  if (chapters.length < 2 && !isOnlyReview(chapters, blocks)) return blocks;
  return withHeadings(blocks, new Set<SourceBlock>(chapters), hasNumbers);
}

/** Whether the one chapter is what was done, and other parts have titles of their own. */
const isOnlyReview = ([only]: readonly Paragraph[], blocks: readonly SourceBlock[]): boolean =>
  only !== undefined &&
  partOfTitle(only.text) === 'summary' &&
  blocks.some((block) => block !== only && block.kind === 'paragraph' && isPartTitle(block.text));

/** Some lines as headings; one right above another, of which several follow up to the next title of a part, is a chapter over them. */
function withHeadings(
  blocks: readonly SourceBlock[],
  found: ReadonlySet<SourceBlock>,
  hasNumbers: boolean,
): readonly SourceBlock[] {
  let over: SourceBlock | undefined;
  return blocks.map((block, at) => {
    if (block.kind !== 'paragraph') return block;
    if (!hasNumbers && isOver(blocks, at, found)) over = block;
    else if (isPartTitle(block.text)) over = undefined;
    if (block !== over && !found.has(block)) return block;
    return { ...block, heading: over === undefined || block === over ? CHAPTER : CHAPTER + 1 };
  });
}

/** Whether a title line with nothing below it stands above several that have a text. */
function isOver(blocks: readonly SourceBlock[], at: number, found: ReadonlySet<SourceBlock>): boolean {
  const block = blocks[at];
  if (found.has(block as SourceBlock) || !isTitleLine(block) || isPartTitle(block.text)) return false;
  if (!found.has(blocks[at + 1] as SourceBlock)) return false;
  let below = 0;
  for (const next of blocks.slice(at + 1)) {
    if (next.kind === 'paragraph' && isPartTitle(next.text)) break;
    if (found.has(next) && ++below > 1) return true;
  }
  return false;
}
