import type { Paragraph, SourceBlock } from '../block.ts';
import { letters, roman } from './letters.ts';
import { numberAt, typedNumber, type TypedNumber } from './numbers.ts';

/** What a paragraph may begin with: a kind of number, and which one of it. */
interface Candidate {
  readonly pattern: string;
  readonly value: number;
  readonly written: string;
  /** UTF-16 units of the paragraph up to the text behind it, 0 where the source counts it. */
  readonly length: number;
}

interface Member {
  readonly at: number;
  readonly found: Candidate;
}

/** Numbers of one kind, each one more than that before. */
type Run = Member[];

const numeral = '[A-Za-z]|[IVXL]{2,6}|[ivxl]{2,6}|[Ⅰ-Ⅻ]|[ⅰ-ⅻ]';
/** A., A、, (a), （A）, I., Ⅱ．; behind a dot or a bracket of half width an English word stands apart. */
const typed = new RegExp(
  `^(?:[（(](${numeral})[)）]|(${numeral})(?:[、．]|[.)](?=[ \\t\\u3000]|\\p{Script=Han})))`,
  'u',
);
/** Chapter 1:, Part II, Section A. */
const worded =
  /^((?:Chapter|Part|Section|Article|CHAPTER|PART|SECTION|ARTICLE) )(\d{1,2}|[IVXL]{1,6}|[A-Z])([.:：]?)(?=[ \t\u3000])/;
/** 01 About us, 02、概况. */
const padded = /^(0[1-9]|[1-9]\d)([.．、]?)(?=[ \t\u3000]*[\p{Script=Han}A-Z“《（])/u;
const counted = new RegExp(
  `^((?:(?:Chapter|Part|Section|Article|CHAPTER|PART|SECTION|ARTICLE) )?[（(]?)(${numeral})([)）.:：、．]?)$`,
  'u',
);

const LONGEST = { zh: 45, en: 80 } as const;

/** Whether a paragraph may be a title: words of some length without the end of a sentence. */
const isTitle = (text: string): boolean =>
  text.length <= (/\p{Script=Han}/u.test(text) ? LONGEST.zh : LONGEST.en) &&
  /^[\p{Lu}\p{Script=Han}“‘"《（(\d]/u.test(text) &&
  !/[。！？；，：]|[.!?;,:]$|[.!?;] /.test(text);

const candidate = (
  [before, sign, behind]: readonly [string, string, string],
  written: string,
  length: number,
): Candidate[] =>
  [letters(sign), roman(sign)].flatMap((read) =>
    read === undefined
      ? []
      : [{ pattern: `${before}${read.first}${behind}`, value: read.value, written, length }],
  );

/** What a paragraph may begin with, by all that one sign may mean: I. is the first Roman number and the ninth letter. */
function candidatesOf({ text, number }: Paragraph): Candidate[] {
  if (number !== undefined) {
    const [whole, before = '', sign = '', behind = ''] = counted.exec(number.trim()) ?? [];
    return whole === undefined ? [] : candidate([before, sign, behind], whole, 0);
  }
  const lead = text.length - text.trimStart().length;
  const bare = text.slice(lead);
  const found = typed.exec(bare);
  if (found) {
    const [whole, inBrackets, plain = ''] = found;
    const sign = inBrackets ?? plain;
    const at = whole.indexOf(sign);
    return candidate([whole.slice(0, at), sign, whole.slice(at + sign.length)], whole, lead + whole.length);
  }
  return wordedIn(bare, lead) ?? paddedIn(bare, lead);
}

/** Chapter 1 and its like at the start of a text that stands so far into its paragraph. */
function wordedIn(bare: string, lead: number): Candidate[] | undefined {
  const [words, before = '', sign = '', behind = ''] = worded.exec(bare) ?? [];
  if (words === undefined) return undefined;
  const length = lead + words.length;
  return /\d/.test(sign)
    ? [{ pattern: `${before}1${behind}`, value: Number(sign), written: words, length }]
    : candidate([before, sign, behind], words, length);
}

function paddedIn(bare: string, lead: number): Candidate[] {
  const [written, digits = '', mark = ''] = padded.exec(bare) ?? [];
  return written === undefined
    ? []
    : [{ pattern: `01${mark}`, value: Number(digits), written, length: lead + written.length }];
}

/** A list number that the source counts for a paragraph of no style: a chapter where a text of its own stands below. */
function listNumber({ number, heading, item }: Paragraph): Candidate[] {
  if (number === undefined || heading !== undefined || item === undefined) return [];
  const found = typedNumber(`${number.trim()} Title`);
  return found?.written === number.trim() && /^1[.、．]?$/.test(found.pattern)
    ? [{ pattern: found.pattern, value: found.value, written: found.written, length: 0 }]
    : [];
}

/**
 * Finds the letters, Roman numbers and numbers with words that are numbers of headings: A., (a), I., Ⅱ．, Chapter 1, 01. One follows
 * another from the first on, and each is a heading by markup, or a title with a text below it: what stands close together is a
 * list, and initials and answers are no numbers. The same tells list numbers of no style from those of a list. Linear in the
 * number of blocks.
 */
export function withLetterNumbers(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const found = new Map<number, Candidate>();
  for (const run of runsOf(blocks))
    if (areHeadings(run, blocks)) for (const { at, found: each } of run) found.set(at, each);
  if (found.size === 0) return blocks;
  return blocks.map((block, at) => {
    const each = found.get(at);
    if (each === undefined || block.kind !== 'paragraph') return block;
    const { written, pattern, value, length } = each;
    const number: TypedNumber | undefined =
      block.number === undefined
        ? numberAt(block.text, length, written, pattern, value)
        : { written, pattern, value, length: 0 };
    if (number === undefined) return block;
    const { item: _, ...rest } = block;
    return { ...rest, typed: number };
  });
}

/** Runs of numbers that may be those of headings. */
function runsOf(blocks: readonly SourceBlock[]): readonly Run[] {
  const all: Run[] = [];
  /** The run that goes on, by kind and markup. */
  const open = new Map<string, Run>();
  blocks.forEach((block, at) => {
    if (block.kind === 'table' || block.apart === true || block.isNote === true || block.typed) return;
    const level = `${block.heading ?? ''} `;
    const candidates = [...candidatesOf(block), ...listNumber(block)];
    const next = candidates
      .flatMap((each) => {
        const run = open.get(level + each.pattern);
        return run?.at(-1)?.found.value === each.value - 1 ? [{ run, each }] : [];
      })
      .sort((a, b) => (b.run.at(-1) as Member).at - (a.run.at(-1) as Member).at)[0];
    if (next) {
      next.run.push({ at, found: next.each });
      return;
    }
    const first = candidates.find(({ value }) => value === 1);
    if (first === undefined) return;
    const run = [{ at, found: first }];
    open.set(level + first.pattern, run);
    all.push(run);
  });
  return all;
}

/** Whether the numbers of a run are those of headings. */
function areHeadings(run: Run, blocks: readonly SourceBlock[]): boolean {
  const members = run.map(({ at }) => blocks[at] as Paragraph);
  if (members[0]?.heading !== undefined) return true;
  const words = members.map(({ text }, index) => text.slice(run[index]?.found.length ?? 0).trim());
  // a small letter numbers an item of a list
  if (run.length < 2 || /[aiⅰ]/.test((run[0] as Member).found.pattern.replace(/[A-Za-z]{2,}/, '')))
    return false;
  return words.every(isTitle) && run.every(({ at }, index) => hasText(blocks, at + 1, run[index + 1]?.at));
}

/** Whether a text of its own stands right below a title, before the next one. */
function hasText(blocks: readonly SourceBlock[], at: number, end = blocks.length): boolean {
  const block = at < end ? blocks[at] : undefined;
  if (block === undefined) return false;
  return (
    block.kind === 'table' ||
    (block.apart !== true && block.item === undefined) ||
    candidatesOf(block).length > 0
  );
}
