import type { Span } from '../quantity/value/formula.ts';
import { mayStandInBody } from '../reading/names/body-characters.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { punctuationOf } from './punctuation.ts';

/** How the forms of a name differ: in quotes or not, by the 市 of a place, by 与 and 和, by words left out, by a bracket, by one character, by a plural. */
export type FormKind = 'quotes' | 'place' | 'joint' | 'shorter' | 'bracket' | 'letter' | 'plural';

/** A name as a text writes it, with what all its forms have in common. */
export interface NameForm {
  readonly kind: FormKind;
  readonly key: string;
  readonly form: string;
  readonly span: Span;
}

const HAN = '[\\u3400-\\u9fff]';
const isHan = (text: string): boolean => /^[\u3400-\u9fff]+$/.test(text);

/** What a thing with a name of its own is: behind it, words are a name. */
const heads =
  '工程|行动|计划|项目|模式|机制|制度|活动|平台|试点|工作室|改革|战略|体系|品牌|基地|示范|课程|政策|专项|建设|创建|服务|方案|规划|小镇|中心|系统|联盟|标准';
const behindName = new RegExp(`^${HAN}{0,4}?(?:${heads})`);
/** Before words in quotes that are a title of honour, which the bare words are not. */
const honour = /[获评授予列选为称]$/;

/** Names in quotes, 4 to 12 characters; by `quotes` those of what a word behind them calls a project, a campaign, a place. */
export function quotedNames({ text }: TextAlone): readonly NameForm[] {
  const found: NameForm[] = [];
  for (const { 0: all, 1: name = '', index } of text.matchAll(/“([\u3400-\u9fff]{4,12})”/g)) {
    const end = index + all.length;
    const isProject = !honour.test(text.slice(Math.max(0, index - 3), index)) && isNamed(text, end);
    found.push({ kind: isProject ? 'quotes' : 'letter', key: name, form: all, span: [index, end] });
  }
  return found;
}

/** Whether a word behind a place says what is named there. */
export const isNamed = (text: string, end: number): boolean => behindName.test(text.slice(end, end + 9));

/** 强镇（街）复评: names with a word in brackets within, by what they are without it: three characters before and two behind. */
export function bracketedNames({ text }: TextAlone): readonly NameForm[] {
  const found: NameForm[] = [];
  for (const { 0: all, 1: before = '', 2: inner = '', 3: behind = '', index } of text.matchAll(
    /([\u3400-\u9fff]{3})[（(]([\u3400-\u9fff]{1,2})[）)]([\u3400-\u9fff]{2})/g,
  ))
    if (!/[试暂含不级类人名元个]/.test(inner))
      found.push({ kind: 'bracket', key: before + behind, form: all, span: [index, index + all.length] });
  return found;
}

const bodies =
  /平台|中心|系统|学校|中学|小学|学院|医院|幼儿园|公司|协会|基金会|基地|研究院|研究所|图书馆|博物馆|示范区|开发区|联盟|公园|广场|大桥|水库|车站/g;
const [SHORTEST, LONGEST] = [6, 16];
/** Names of bodies: the characters before a word such as 中心, with that; where they begin, the text does not say. */
export function bodyNames({ text }: TextAlone): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: head, index } of text.matchAll(bodies)) {
    const end = index + head.length;
    let start = index;
    while (start > 0 && end - start < LONGEST && mayStandInBody(text, start - 1)) start--;
    if (end - start >= SHORTEST) found.push([start, end]);
  }
  return found;
}

/** The endings of a name that begin with a place and 市, 县, 区 or 省, each with what it is without that. */
export function* withoutPlaceWord(name: string): Generator<readonly [short: string, full: string]> {
  for (let start = 0; name.length - start > SHORTEST; start++)
    for (const at of [2, 3]) {
      const full = name.slice(start);
      if ('省市县区州'.includes(full.charAt(at)) && !/[省市县区州镇乡全各本我]/.test(full.slice(0, at)))
        yield [full.slice(0, at) + full.slice(at + 1), full];
    }
}

/** The endings of a name that are long enough to be names. */
export function* endingsOf(name: string): Generator<string> {
  for (let start = 0; name.length - start >= SHORTEST; start++) yield name.slice(start);
}

/** Left out of titles by those who write them from memory. */
const fillers = /关于|若干|实施|工作|进一步|全[省市县区]|[一二三四五六七八九十]年|[的和与及]/g;
const ordinals = /第[一二三四五六七八九十\d]{1,3}/g;

/** Names whose forms can be told from the text alone: titles, names with 与 or 和, names in quotes with what follows, English names. */
export function nameForms(words: TextAlone): readonly NameForm[] {
  const { text } = words;
  const { has } = words.once(punctuationOf);
  return [
    ...(has.han ? [...titles(text), ...joinedNames(text), ...tailedNames(text)] : []),
    ...(has.latin ? englishNames(text) : []),
  ];
}

function* titles(text: string): Generator<NameForm> {
  for (const { 1: title = '', index } of text.matchAll(/《([^《》\n]{8,60})》/g)) {
    const form = title.replaceAll(ordinals, '第几');
    yield {
      kind: 'shorter',
      key: form.replaceAll(fillers, ''),
      form,
      span: [index + 1, index + 1 + title.length],
    };
  }
}

/** As many characters before and behind 与 make a name that is none by chance. */
const [BEFORE, BEHIND] = [4, 6];

function* joinedNames(text: string): Generator<NameForm> {
  for (const { index } of text.matchAll(/[与和及]/g)) {
    const [start, end] = [index - BEFORE, index + 1 + BEHIND];
    const [before, behind] = [text.slice(Math.max(0, start), index), text.slice(index + 1, end)];
    if (before.length + behind.length === BEFORE + BEHIND && isHan(before + behind))
      yield { kind: 'joint', key: `${before} ${behind}`, form: text.slice(start, end), span: [start, end] };
  }
}

/** Words that say of what kind a project is, and not which. */
const kindly =
  /专项|系列|主题|重点|试点|示范|集中|整治|配套|综合|品牌|特色|创新|惠民|民生|志愿|宣传|教育|培训|服务/;

function* tailedNames(text: string): Generator<NameForm> {
  let places: ReadonlySet<string> | undefined;
  for (const { 0: all, 1: name = '', 2: tail = '', 3: head = '', index } of text.matchAll(
    /“([\u3400-\u9fff]{2,8})”([\u3400-\u9fff]{0,3}?)(工程|行动|计划|项目|模式|平台|战略|改革|工作室)/g,
  ))
    if (
      !/[一二三四五六七八九十]五$/.test(name) &&
      !kindly.test(tail) &&
      [...(tail || head)].every((_, at, chars) => mayStandInBody(chars.join(''), at)) &&
      !(places ??= placesIn(text)).has(tail)
    )
      yield { kind: 'shorter', key: `${name} ${head}`, form: all, span: [index, index + all.length] };
}

/** What a text speaks of as of places, two characters each: 甘肃 where it has 甘肃省. */
const placesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/[\u3400-\u9fff]{2}(?=[省市县区州镇])/g)].map(({ 0: place }) => place));

const notNames = /^(?:The|A|An|Our|This|That|In|On|At|For|Of|By|With|And|But|All|Both|Its|Their|Under|From) /;

function* englishNames(text: string): Generator<NameForm> {
  for (const { 0: all, index } of text.matchAll(
    /(?<![\p{L}\p{N}&’'-])[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ’'-]{1,30}(?: (?:(?:and|&|of|for|in) )?[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ’'-]{1,30}){2,7}/gu,
  )) {
    const form = all.replace(notNames, '');
    const words = form.replaceAll('&', 'and').replaceAll('-', '').toLowerCase().split(' ');
    if (words.length < 3) continue;
    const start = index + all.length - form.length;
    const key = words.map((word, at) => (at === words.length - 1 ? word : word.replace(/s$/, ''))).join(' ');
    yield { kind: 'plural', key, form, span: [start, start + form.length] };
  }
}
