import type { Paragraph, SourceBlock } from '../block.ts';
import { withMarkedNumbers } from './marked-numbers.ts';
import { numberAt, typedNumber, type TypedNumber } from './numbers.ts';

/** What may be a number before a text that follows it without a blank, or with a figure: whether it is one, its neighbours tell. */
interface Reading {
  readonly kind: 'item' | 'chapter' | 'decimal';
  readonly number: TypedNumber;
  /** The numbers of a decimal, outermost first; else the one. */
  readonly path: readonly number[];
}

const LONGEST_TITLE = 45;
/** Behind a figure these make a quantity or a date of it, wherever it stands: 2.1万人, 3月. */
const measured = /^(?:[年月日号万亿千百%％‰～~至到—-]|个(?![人性体别案])|(?:GHz|MW|TEU|km|kg)\b|[a-z])/;
/** The same where no markup makes a heading of it: 5次会议, 10件实事. */
const counted =
  /^(?:[季次元件期届条座种批]|项(?!目)|家(?![校庭长风])|户(?![外籍])|名(?![师校优])|人(?![员才民大口事力们社文居防])|所(?!有)|场(?![馆地所]))/;
/** In a sentence a decimal before these is a length, a sum or a share, whatever stands before it: 1.2公里, 2.1元. */
const measuredAlso =
  /^(?:[元角米倍度吨亩斤克升天岁秒台辆艘套头株棵季次项户名件届条座所种批毫微厘纳兆千万亿百瓦伏]|公(?:里|斤|顷|亩|升|分|吨|引)|人(?![员才民大口事力们社文居防])|分(?:钟|贝|米|的|[，。；])|平[方米]|立方|海里|英[里尺亩寸]|小时|[美欧港日]元|个)/;

const isTitle = (text: string): boolean =>
  text.trim().length <= LONGEST_TITLE && !/[。！？；]|[.!?;](?: |$)|[，,：:]$/.test(text.trim());

function readingsOf({ text, heading }: Paragraph): Reading[] {
  const lead = text.length - text.trimStart().length;
  const bare = text.slice(lead);
  const found = /^(\d{1,2}(?:\.\d{1,2}){0,3})([.．]?)/.exec(bare);
  if (found === null) return [];
  const [whole, digits = '', dot = ''] = found;
  const readings: Reading[] = [];
  const add = (kind: Reading['kind'], length: number, written: string, path: readonly number[]): void => {
    const pattern = kind === 'decimal' ? written.replaceAll(/\d+/g, '1') : written.replace(/\d+/, '1');
    const number = numberAt(text, lead + length, written, pattern, path.at(-1) ?? 0);
    if (number) readings.push({ kind, number, path });
  };
  const item = /^(\d{1,2})([.．])(?=\d)/.exec(bare);
  if (item) add('item', item[0].length, item[0], [Number(item[1])]);
  const behind = bare.slice(whole.length);
  const path = digits.split('.').map(Number);
  const isWord = /^[ \t\u3000]*[\p{Script=Han}A-Z“《（]/u.test(behind) && !measured.test(behind.trimStart());
  if (!isWord) return readings;
  const isDecimal = path.length > 1 && (isTitle(bare) || !measuredAlso.test(behind.trimStart()));
  if (isDecimal) add('decimal', whole.length, whole, path);
  const isCount = heading === undefined && counted.test(behind.trimStart());
  if (/^[1-9]\d?$/.test(digits + dot) && isTitle(bare) && !isCount)
    add('chapter', whole.length, digits, path);
  return readings;
}

/**
 * Finds the numbers that only their neighbours tell from figures: item 2 of “2.2026年…” follows item 1, chapter 1 of “1引言”
 * stands before a chapter 2, and 1.1 without a blank stands in chapter 1. Linear in the number of blocks.
 */
export function withToldNumbers(given: readonly SourceBlock[]): readonly SourceBlock[] {
  const blocks = withMarkedNumbers(given);
  if (!blocks.some((block) => block.kind === 'paragraph' && mayTell(block))) return blocks;
  const chapters = chaptersIn(blocks);
  const ahead = headsAhead(blocks);
  const state = new Neighbours();
  return blocks.map((block, index) => {
    if (block.kind !== 'paragraph' || block.apart === true || block.isNote === true) return block;
    const strict = block.number === undefined ? typedNumber(block.text) : typedNumber(`${block.number} T`);
    if (strict !== undefined || block.number !== undefined) {
      if (strict) state.met(strict, block);
      return block;
    }
    if (!/^\s*\d/.test(block.text)) return block;
    const told = readingsOf(block).find(
      (reading) =>
        (reading.kind === 'chapter' && chapters.has(block)) ||
        (reading.kind === 'decimal' && state.hasBefore(reading.path, block)) ||
        (reading.kind === 'item' && state.goesOn(reading.path[0] ?? 0, ahead[index])),
    );
    if (told === undefined) return block;
    state.met(told.number, block);
    return { ...block, typed: told.number };
  });
}

const mayTell = ({ text, number }: Paragraph): boolean => number === undefined && /^\s*\d/.test(text);

/** Chapters by a bare number: from 1 on one after another, with a second one, or headings by markup. */
function chaptersIn(blocks: readonly SourceBlock[]): ReadonlySet<SourceBlock> {
  const found = new Set<SourceBlock>();
  const runs = new Map<number | undefined, Paragraph[]>();
  const end = (heading: number | undefined): void => {
    const run = runs.get(heading) ?? [];
    if (run.length > 1 || heading !== undefined) for (const block of run) found.add(block);
    runs.delete(heading);
  };
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.apart === true || !mayTell(block)) continue;
    const value = chapterValue(block);
    if (value === undefined) continue;
    const run = runs.get(block.heading);
    if (value === (run?.length ?? 0) + 1 && run) run.push(block);
    else if (value === 1) {
      end(block.heading);
      runs.set(block.heading, [block]);
    }
  }
  for (const heading of [...runs.keys()]) end(heading);
  return found;
}

/** The value of a bare number that may be that of a chapter, one that English titles have included. */
function chapterValue(block: Paragraph): number | undefined {
  const strict = typedNumber(block.text);
  if (strict) return strict.pattern === '1' ? strict.value : undefined;
  return readingsOf(block).find(({ kind }) => kind === 'chapter')?.path[0];
}

/** For each block the first number after it, up to the next chapter, that counts in figures: [2] of “2.”, [1, 2] of “1.2”. */
function headsAhead(blocks: readonly SourceBlock[]): readonly (readonly number[] | undefined)[] {
  const ahead: (readonly number[] | undefined)[] = blocks.map(() => undefined);
  let next: readonly number[] | undefined;
  for (let index = blocks.length - 1; index >= 0; index--) {
    ahead[index] = next;
    const block = blocks[index] as SourceBlock;
    if (block.kind !== 'paragraph') continue;
    if (
      /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[部章节])/.test(
        block.text,
      )
    )
      next = undefined;
    else {
      const digits = /^\s*(\d{1,2})[.．](?:(\d{1,2})(?!\d|[年月日届万亿%％]))?/.exec(block.text);
      if (digits) next = digits.slice(1).flatMap((each) => (each === undefined ? [] : [Number(each)]));
    }
  }
  return ahead;
}

/** What was counted before a paragraph. */
class Neighbours {
  /** The last item 1., 2. … since the last title of another kind. */
  #item: number | undefined;
  #chapter: number | undefined;
  #decimal: readonly number[] = [];

  met({ pattern, value, written }: TypedNumber, { heading }: Paragraph): void {
    if (/^1[.．、]?$/.test(pattern)) {
      if (pattern !== '1') this.#item = value;
      this.#chapter = value;
      this.#decimal = [];
    } else if (/^1(?:\.\d+)+/.test(pattern)) {
      this.#decimal = written.split('.').flatMap((each) => (each === '' ? [] : [Number(each)]));
      if (this.#decimal.at(-1) === 0) this.#chapter = this.#decimal[0];
    } else if (/一/.test(pattern)) {
      this.#item = undefined;
      if (!/^[（(]/.test(pattern)) [this.#chapter, this.#decimal] = [value, []];
    } else if (heading !== undefined) this.#item = undefined;
  }

  /** Whether a decimal follows the last one, or is the first of its chapter. */
  hasBefore(path: readonly number[], { heading }: Paragraph): boolean {
    const last = path.at(-1) ?? 0;
    const above = path.slice(0, -1);
    const begins = (all: readonly number[], with_: readonly number[]): boolean =>
      with_.every((each, index) => all[index] === each);
    const before = this.#decimal;
    if (before.length >= path.length && begins(before, above) && before[path.length - 1] === last - 1)
      return true;
    const isInside =
      above.length === 1
        ? this.#chapter === above[0]
        : before.length >= above.length && begins(before, above);
    return heading !== undefined || (last <= 1 && isInside);
  }

  /** Whether an item may have this number, and not the next paragraph with a number. */
  goesOn(value: number, next: readonly number[] | undefined): boolean {
    if (next?.length === 1 && next[0] === value) return false;
    if (this.#item !== undefined) return value === this.#item + 1;
    return value === 1 && next?.length === 1 && next[0] === 2;
  }
}
