import type { Span } from '../../quantity/value/formula.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, BRACKET, endOf, type Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { thingEn, wordsEn } from '../counts/english-things.ts';
import { thingZh } from '../counts/chinese-things.ts';
import { toldTimeEn, toldTimeZh, type ToldTime } from './told-times.ts';

/** A figure of a sentence as its clause tells it. */
export interface ToldLevel {
  readonly figure: Quantity;
  readonly sentence: Sentence;
  /** Its place among the figures of the sentence. */
  readonly index: number;
  /** The words of its clause before it, as far as the figure before. */
  readonly lead: string;
  /** The words of its clause behind it. */
  readonly behind: string;
  /** When it is told of: said in its clause, else in one before it that says nothing else. */
  readonly time: ToldTime;
  /** What it is told of, without time, verb and particles; empty where the clause goes on with what was told before. */
  readonly thing: string;
}

const isChinese = /\p{Script=Han}/u;

/** The levels of a sentence. */
export type ToldLevelsOf = (sentence: Sentence) => readonly ToldLevel[];

/** The levels of each sentence of a text, read where they are first asked for. */
export function toldLevelsIn(_: TextAlone): ToldLevelsOf {
  const known = new Map<Sentence, readonly ToldLevel[]>();
  return (sentence) => {
    const read = known.get(sentence) ?? levelsOf(sentence);
    known.set(sentence, read);
    return read;
  };
}

/** The figures of a sentence as their clauses tell them, in order. Brackets are passed over. */
function levelsOf(sentence: Sentence): readonly ToldLevel[] {
  const read = isChinese.test(sentence.text) ? chineseLevel : englishLevel;
  const found: ToldLevel[] = [];
  for (const index of sentence.figures.keys()) found.push(read(sentence, index, found.at(-1)));
  return found;
}

/** As many characters before and behind a figure are its clause. */
const FARTHEST = 120;

const plain = (words: string): string => words.replaceAll(BRACKET, '');

/** Whether a figure is part of a time: the months of 1—8月 and 前10个月. */
const isTime = (sentence: Sentence, { span: [start, end], family, qualifier }: Quantity): boolean =>
  (qualifier === 'range' && between(sentence, end, end + 1) === '月') ||
  (family === '月' && between(sentence, start - 1, start) === '前');

/** From the figure before to this one, and from this one to the next. */
function stretches(sentence: Sentence, index: number): readonly [Span, Span] {
  const { figures } = sentence;
  const { span } = figures[index] as Quantity;
  let [last, next] = [index - 1, index + 1];
  while (last >= 0 && isTime(sentence, figures[last] as Quantity)) last--;
  while (next < figures.length && isTime(sentence, figures[next] as Quantity)) next++;
  return [
    [figures[last]?.span[1] ?? sentence.start, span[0]],
    [span[1], figures[next]?.span[0] ?? endOf(sentence)],
  ];
}

/** The label before a colon that a clause stands behind: 历年毕业生人数：2015年. */
function labelOf(stretch: string, lead: string): string {
  const before = stretch.slice(0, stretch.length - lead.length);
  return /[：:]$/.test(before) ? (/(?<![^，。；;])[^，。；;]*$/.exec(before)?.[0] ?? '') : '';
}

function chineseLevel(sentence: Sentence, index: number): ToldLevel {
  const figure = sentence.figures[index] as Quantity;
  const [before, after] = stretches(sentence, index);
  const stretch = plain(between(sentence, Math.max(before[0], before[1] - FARTHEST), before[1]));
  // what goes on directly behind the figure before is its noun: 3200名、2018年3500名
  const own = index === 0 ? stretch : stretch.replace(/^[^，,；;、：:。]*(?=[，,；;、：:])/, '');
  const lead = /(?<![^，,；;：:。！？\n])[^，,；;：:。！？\n]*$/.exec(own.replace(/^、/, ''))?.[0] ?? '';
  const behind =
    /^[^，,；;、：:。！？\n]*/.exec(
      plain(between(sentence, after[0], Math.min(after[1], after[0] + FARTHEST))),
    )?.[0] ?? '';
  return {
    figure,
    sentence,
    index,
    lead,
    behind,
    time: toldTimeZh(own),
    thing: thingZh(lead) || thingZh(labelOf(stretch, lead)),
  };
}

function englishLevel(sentence: Sentence, index: number, last: ToldLevel | undefined): ToldLevel {
  const { figures } = sentence;
  const figure = figures[index] as Quantity;
  const [before, after] = stretches(sentence, index);
  const from = Math.max(before[0] + (last?.behind.length ?? 0), before[1] - FARTHEST);
  const stretch = plain(between(sentence, from, before[1]));
  const lead = /(?<![^,;:.()–—\n])[^,;:.()–—\n]*$/.exec(stretch)?.[0] ?? '';
  const clause =
    /^.*?(?=[,;:()–—\n]|\.(?:\s|$)|\s(?:and|but|while|whereas|compared|against|versus|up|down|from|to|with|than|which|who|that|as)\s|$)/.exec(
      plain(between(sentence, after[0], Math.min(after[1], after[0] + FARTHEST))),
    )?.[0] ?? '';
  const behind = clause + nounBehindWhole(sentence, clause, figures[index + 1]);
  // £2.6 billion (2016)
  const aside =
    sentence.brackets.find(({ span }) => span[0] - figure.span[1] === 1)?.sentences[0]?.text ?? '';
  const own = toldTimeEn(`${behind} ${/^(?:in )?(?:19|20)\d\d$/.test(aside) ? aside : ''}`);
  return {
    figure,
    sentence,
    index,
    lead,
    behind,
    time: Object.keys(own).length > 0 ? own : toldTimeEn(stretch),
    thing: thingEn(lead, behind) || thingEn(labelOf(stretch, lead), ''),
  };
}

/** Of “64 of the ” the noun behind the next figure: flats had been finished, of 64 of the 120 flats. */
function nounBehindWhole(sentence: Sentence, clause: string, next: Quantity | undefined): string {
  if (next === undefined || !/^ (?:out )?of (?:the |its |our |their |these )?$/.test(clause)) return '';
  const rest = plain(between(sentence, next.span[1], next.span[1] + FARTHEST));
  return /^[^,;:().–—\n\d]*?(?=[,;:().–—\n\d]| and | but |$)/.exec(rest)?.[0].trimStart() ?? '';
}

/** Whether two levels, one told before the other, are of one thing: the second may leave out what the first has said. */
export function isOneThing(first: ToldLevel, second: ToldLevel): boolean {
  const isNear = first.sentence === second.sentence;
  if (second.thing === '') return isNear && first.thing !== '';
  // 与2017年的412起相比，2018年火灾356起
  if (first.thing === '') return isNear && /^[，,；;]?[与比较同]/.test(first.lead);
  if (first.thing === second.thing) return isSameNoun(first, second);
  return isChinese.test(first.sentence.text)
    ? isSameNoun(first, second) && isOneThingZh(first.thing, second.thing, isNear)
    : isOneThingEn(first.thing, second.thing, isNear);
}

/** What is counted behind two Chinese figures: 1240起案件, 1092起. */
const isSameNoun = ({ behind: a, sentence }: ToldLevel, { behind: b }: ToldLevel): boolean =>
  !isChinese.test(sentence.text) || a === '' || b === '' || a === b;

const scope = /^(?:全[国省市县区镇乡校局院州旗盟]|我[国省市县区镇乡校局院州旗盟]|本[省市县区镇乡校局院州])/;

function isOneThingZh(first: string, second: string, isNear: boolean): boolean {
  const [a, b] = [first.replace(scope, ''), second.replace(scope, '')];
  const isScoped = a.length < first.length && b.length < second.length;
  if (a === b) return !isScoped || first.slice(0, 2).slice(1) === second.slice(0, 2).slice(1);
  return isNear && b.length >= 2 && (a.endsWith(b) || a.startsWith(b));
}

function isOneThingEn(first: string, second: string, isNear: boolean): boolean {
  const [a, b] = [wordsEn(first), wordsEn(second)];
  const isWithin = (few: ReadonlySet<string>, many: ReadonlySet<string>): boolean =>
    [...few].every((word) => many.has(word));
  return isWithin(b, a) ? isNear || b.size > 1 : a.size > 0 && isWithin(a, b) && (isNear || a.size > 1);
}
