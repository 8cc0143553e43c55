import { hasSign, signOf } from '../../reading/signs.ts';
import type { Span } from '../../quantity/value/formula.ts';
import { chineseNumber } from '../../quantity/scan/number.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { endsList, isNumbered } from '../names/regions.ts';
import { between, BRACKET, endOf, type Sentence } from '../../reading/sentences.ts';

/** Names in a list that are said to be so many, or to have so many figures. */
export interface NameList {
  readonly span: Span;
  /** As the text says it: 三地, 3所、4所. */
  readonly words: string;
  /** The names as the text lists them. */
  readonly names: string;
  readonly said: number;
  readonly listed: number;
  readonly kind: 'numeral' | 'respective';
}

/** Lists of names whose number is not what the text says. */
export function* wrongListsIn(sentences: readonly Sentence[]): Generator<NameList> {
  for (const sentence of sentences) {
    if (sentence.brackets.length > 0) yield* inBrackets(sentence);
    if (!hasSign(sentence.signs, listSign)) continue;
    if (hasSign(sentence.signs, numeralSign)) yield* beforeNumeral(sentence);
    if (hasSign(sentence.signs, respectiveSign)) yield* respective(sentence);
  }
}

const listSign = signOf('、');
const respectiveSign = signOf('分别');
const numeralSign = signOf(
  ...[...'两二三四五六七八九十'].flatMap((digit) => [...'地市县区省州校'].map((noun) => digit + noun)),
);
const numeral =
  /([两二三四五六七八九十]{1,2})(地|市|县|区|省|州|校)(?![市县区镇乡村街域间块段位场级直委政长民园道校方点两一二三四五六七八九十])/g;
const provinces =
  /^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|[粤桂琼闽湘赣鄂川渝黔滇京津冀沪苏浙皖鲁豫晋陕甘宁青藏新蒙吉黑辽港澳台])$/;

/** What each noun counts, by its names: 五县 can lie in two places that are no counties. */
const named: Readonly<Record<string, (name: string) => boolean>> = {
  地: (name) => /^\p{Script=Han}{2,4}$/u.test(name),
  市: (name) => /^\p{Script=Han}{2,4}$/u.test(name) && !provinces.test(name) && !/[省县区镇校]$/.test(name),
  县: (name) => name.endsWith('县'),
  区: (name) => name.endsWith('区'),
  省: (name) => provinces.test(name) || name.endsWith('省'),
  州: (name) => name.endsWith('州'),
  校: (name) => /(?:学校|学院|大学|中学|小学|幼儿园)$/.test(name),
};

/** 台山、开平、恩平三地: the list stands directly before the numeral. */
function* beforeNumeral(sentence: Sentence): Generator<NameList> {
  for (const { 0: words, 1: digits = '', 2: noun = '', index } of sentence.text.matchAll(numeral)) {
    const said = chineseNumber(digits.replace('两', '二'));
    const before =
      /[\p{Script=Han}“”、]{2,80}$/u.exec(sentence.text.slice(Math.max(0, index - 80), index))?.[0] ?? '';
    if (said === undefined || !before.includes('、') || /[第等每各余近]$/.test(before)) continue;
    const names = namesBefore(before, noun);
    if (names === undefined || names.counts.includes(said)) continue;
    const listed = names.counts[0] as number;
    if (said > listed && !names.items.slice(1).every((name) => named[noun]?.(name))) continue;
    yield listOf(sentence, index, words, names.items.join('、'), said, listed, 'numeral');
  }
}

/** The names that a text ends with, and how many there may be: 和 can part names, or part the list from another. */
function namesBefore(
  text: string,
  noun: string,
): { readonly items: readonly string[]; readonly counts: readonly number[] } | undefined {
  const longest = noun === '校' ? 20 : 6;
  const last = text.split(/(?<=[两二三四五六七八九十][地市县区省州校]|[^、]{7})[和与及]/).at(-1) ?? '';
  const parts = last.split('、');
  if (
    parts.length < 2 ||
    isNumbered(
      parts
        .at(-1)
        ?.split(/[和与及]/)
        .at(-1) ?? '',
    )
  )
    return undefined;
  const items: string[] = [];
  let joined = 0;
  for (const part of parts.reverse()) {
    if (endsList(part)) break;
    const inner = part.split(/[和与及]/);
    if (inner.length > 1) joined += inner.length - 1;
    items.unshift(part);
    if (part.length > longest) break;
  }
  if (items.length < 2 || items.slice(1).some((item) => item === '' || /[的了在对把向从]/.test(item)))
    return undefined;
  const counts = Array.from({ length: joined + 1 }, (_, more) => items.length + more);
  // 抓好甲、乙工作和丙、丁两地: with 和 in the middle the list may begin behind it
  const start = items.findLastIndex((item) => /[和与及]/.test(item));
  if (start !== -1 && start < items.length - 1) counts.push(items.length - start);
  return { items: items.map(bare), counts };
}

/** The first name of a list without the words that lead to it. */
const bare = (item: string, index: number): string =>
  index === 0 && item.length > 6 ? item.slice(-2) : item;

const generic =
  /^.$|^(?:街道|乡镇|社区|园区|开发区|农场|林场|市区|县区|幼儿园|学校|小学|初中|高中|中学|单位|部门|州市|自治县|特区|城区)$/;
const behindNumeral = /(?:([两二三四五六七八九十]{1,2})|(\d{1,2}))个?(?:地|市|县|区|省|州)$/;

/** 四市（台山、开平、恩平、鹤山）: the list stands in brackets directly behind. */
function* inBrackets(sentence: Sentence): Generator<NameList> {
  for (const { span, sentences } of sentence.brackets) {
    const [inside] = sentences;
    const found = behindNumeral.exec(between(sentence, span[0] - 6, span[0]));
    if (
      !found ||
      sentences.length !== 1 ||
      inside === undefined ||
      inside.figures.length > 0 ||
      /[，,；;：:“”\d]|等$|如|[不内]?含|以下|简称|其中|除|主要|为例/.test(inside.text)
    )
      continue;
    const said = found[1] === undefined ? Number(found[2]) : chineseNumber(found[1].replace('两', '二'));
    const items = inside.text.split('、');
    const joined = items.reduce((count, item) => count + item.split(/[和与及]/).length - 1, 0);
    if (
      said === undefined ||
      items.length < 2 ||
      items.some((item) => generic.test(item.replaceAll(BRACKET, '').trim()))
    )
      continue;
    if (said >= items.length && said <= items.length + joined) continue;
    yield listOf(
      sentence,
      span[0] - sentence.start - found[0].length,
      found[0],
      inside.text,
      said,
      items.length,
      'numeral',
    );
  }
}

const adverbs = /(?:，)?(?:同比|比上年|较上年|也|均|共|已|将|各|则|依次)*$/;

/** The clause that ends in front of 分别, without 也, 均 and their like. */
function clauseBefore(before: string): string {
  const lead = before.slice(0, adverbs.exec(before)?.index);
  return /(?<![^，。；：,;:！？\n])[^，。；：,;:！？\n]*$/.exec(lead)?.[0] ?? '';
}

/** Whether a clause gives one list of names to its end: nothing is left to 等, and nothing stands in brackets. */
const isWholeList = (clause: string): boolean =>
  !/等$|等[\p{Script=Han}\d]{1,6}$|[“”]|[个等]$/u.test(clause) &&
  !clause.includes(BRACKET) &&
  // 甲、乙两类的入学率、巩固率: two lists at once
  !(clause.indexOf('的') < clause.lastIndexOf('、') && clause.includes('的', clause.indexOf('、')));

/** 台山、开平、恩平分别为3所、4所: as many figures as names. */
function* respective(sentence: Sentence): Generator<NameList> {
  for (const { index } of sentence.text.matchAll(/分别/g)) {
    const clause = clauseBefore(sentence.text.slice(Math.max(0, index - 160), index));
    const names = clause.split('、');
    // 分别 that goes on from another one: its names stand before that
    if (names.length < 2 || clause.includes('分别') || !isWholeList(clause)) continue;
    const figures = figuresAfter(sentence, sentence.start + index + 2);
    if (figures === undefined || figures.length < 2) continue;
    const ties = names.reduce((count, name) => count + name.split(/[和与及]|以及/).length - 1, 0);
    if (
      (figures.length >= names.length && figures.length <= names.length + ties) ||
      figures.length % names.length === 0
    )
      continue;
    const [start, end] = [figures[0]?.span[0] ?? 0, figures.at(-1)?.span[1] ?? 0];
    const words = between(sentence, start, end);
    yield listOf(
      sentence,
      start - sentence.start,
      words,
      clause.slice(-40),
      figures.length,
      names.length + ties,
      'respective',
    );
  }
}

/** The figures of a list that begins behind a place; undefined where it is not only figures of one family. */
function figuresAfter(sentence: Sentence, from: number): readonly Quantity[] | undefined {
  const figures: Quantity[] = [];
  let at = from;
  for (const figure of sentence.figures) {
    if (figure.span[0] < from) continue;
    const gap = between(sentence, at, figure.span[0]);
    const fits =
      figures.length === 0
        ? gap.length < 14 && !/[，。；：、,;:]|各/.test(gap)
        : /^(?:[、，]?(?:和|及|与|以及)?|、)\p{Script=Han}{0,2}$/u.test(gap) && /[、和及与]/.test(gap);
    if (!fits) break;
    if (figures[0] !== undefined && figures[0].family !== figure.family) return undefined;
    figures.push(figure);
    at = figure.span[1];
  }
  // a list that goes on with what is no figure
  return /^(?:[、和及与]|\p{Script=Han}{0,4}[、和及与])/u.test(
    between(sentence, at, Math.min(endOf(sentence), at + 8)),
  )
    ? undefined
    : figures;
}

function listOf(
  sentence: Sentence,
  index: number,
  words: string,
  names: string,
  said: number,
  listed: number,
  kind: NameList['kind'],
): NameList {
  const start = sentence.start + index;
  return { span: [start, start + words.length], words, names, said, listed, kind };
}
