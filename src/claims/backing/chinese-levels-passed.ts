import Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { parseQuantity } from '../../quantity/scan/scan.ts';
import { exactly } from '../../quantity/value/interval.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from './backing.ts';
import { isClaimedCount, clauseUpTo, notYetDone } from './chinese-claim-words.ts';

const level =
  /(?:超过|突破|超出|越过|超|过|占|跨[越过])(?:了|全市|全省|全区|全县|进出口|总[数量额]|的|[\p{Script=Han}]{0,8}的)*(半数?|一半|([一二三四五六七八九])成|三分之二|四分之三|三分之一)(?:以上|大关)?/gu;

/** 占比为48.6%，首次超过五成; 480份，满意226份，超过半数. */
export function* levelsPassed(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: words, 1: what = '', 2: tenths, index } of sentence.text.matchAll(level)) {
    const at = sentence.start + index;
    if (!/超|突破|过|越|以上/u.test(words) || !leavesSubject(sentence, at)) continue;
    const before = sentence.figures.filter(({ span }) => span[1] <= at + 1);
    const part = before.at(-1);
    if (!part || between(sentence, part.span[1], at).length > 16) continue;
    const common = {
      kind: 'over',
      span: [at, at + words.length],
      part,
      level: levelOf(what, tenths),
    } as const;
    if (isPercent(part) && part.movement?.to !== false && part.kind === 'figure') {
      yield { ...common, whole: undefined, figures: [part] };
      continue;
    }
    const whole = before.slice(0, -1).findLast(({ family }) => family === part.family);
    if (whole && isPartOf(sentence, part, whole)) yield { ...common, whole, figures: [part, whole] };
  }
}

/** Whether a clause leaves its subject to what stands before it, or names it again. */
function leavesSubject(sentence: Sentence, at: number): boolean {
  const lead = clauseUpTo(sentence, at);
  if (notYetDone.test(lead)) return false;
  const subject = lead.replace(/(?:的|首次|[已均也都]|历史性|从而){1,4}$/u, '');
  return subject === '' || between(sentence, sentence.start, at - lead.length).includes(subject);
}

function levelOf(what: string, tenths: string | undefined): Fraction {
  if (tenths !== undefined) return new Fraction('零一二三四五六七八九'.indexOf(tenths), 10);
  return fractions[what] ?? new Fraction(1, 2);
}

const fractions: Readonly<Record<string, Fraction>> = {
  三分之二: new Fraction(2, 3),
  三分之一: new Fraction(1, 3),
  四分之三: new Fraction(3, 4),
};

const isPartOf = (sentence: Sentence, part: Quantity, whole: Quantity): boolean =>
  isClaimedCount(part) &&
  isClaimedCount(whole) &&
  part.number.compare(whole.number) <= 0 &&
  /其中|有|中/.test(between(sentence, whole.span[1], part.span[0]));

/** A level with its unit that is said to be passed, or to be kept below: 突破百亿元大关, 低于1%的控制目标. */
const mark =
  /(突破|超过?|跨[越过上]|越过|[迈站跃登]上|冲破|高于|不低于|低于|不高于|控制在(?:年初|年度)?(?:预算|计划|限额|指标|目标)?)了?(\d[\d.]*)?([十百千])?(万亿|[万亿])?(%|[\p{Script=Han}]{1,3}?)(?:以[内上下])?(?=(?:大关|台阶|关口|以[内上下]|的?(?:[控考预规省市县国年全既][\p{Script=Han}]{1,5})?(?:目标|标准|要求|预期|限值|任务|底线|警戒线))|[，。；、]|$)/gu;
const aim =
  /^(?:以[内上下])?的?(?:[控考预规省市县国年全既]\p{Script=Han}{1,5})?(?:目标|标准|要求|预期|限值|任务|底线|警戒线)/u;
/** What leads to a level and says nothing of what passed it. */
const adverbs =
  /(?:首次|历史性|一举|成功|再次|再|[已均也都双仍并远]|连续[\p{Script=Han}\d]{1,3}年|实现|持续|保持|稳定|大幅|明显|率先|顺利|总量|规模|总额){0,4}$/u;
/** What may stand between a figure and the level beside it: how much it grew. */
const growth = /[，,](?:同比|较?比?上年)?(?:实际)?[增下][长降加]\d[\d.]*%/u;
/** What may stand between a level and the figure behind it. */
const reaches = /^(?:大关|台阶|关口)?[，,](?:[全合]年)?(?:完成|实现|累计)?(?:达到?了?|为|至)?$/u;
const digitOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 出口98.6亿元，首次突破百亿元; 突破50亿元大关，达49.2亿元; 降至1.2%，低于1%的目标. */
export function* levelsBeside(sentence: Sentence): Generator<BackedClaim> {
  for (const found of sentence.text.matchAll(mark)) {
    const [words, verb = ''] = found;
    const [start, end] = [sentence.start + found.index, sentence.start + found.index + words.length];
    const isAim =
      aim.test(between(sentence, end, end + 12)) || /^控制在./u.test(verb) || /^控制在.*内$/u.test(words);
    // 高于 and 低于 hold a figure against another place or year but for an aim
    const level = isAim || !/[高低]于|控制/u.test(verb) ? markedLevel(found) : undefined;
    const part = level && (partBefore(sentence, start, level, isAim) ?? partBehind(sentence, end, level));
    if (part)
      yield {
        kind: 'over',
        span: [start, end],
        part,
        whole: undefined,
        level: level.number,
        isBelow: /^(?:低于|不高于|控制)/u.test(verb),
        figures: [part],
      };
  }
}

/** The level of 突破百亿元, 超过3%; undefined where the words tell none. */
function markedLevel([, , digits, tens = '', scale = '', unit = '']: RegExpExecArray): Quantity | undefined {
  if (digits === undefined && tens === '' && scale === '') return undefined;
  const one = parseQuantity('1', { unit: `${scale}${unit}` });
  const number = one?.number.mul(new Fraction(digits ?? '1')).mul(digitOf[tens] ?? 1);
  return one && number && withChanges(one, { number, interval: exactly(number) });
}

/** Whether a figure can be what passed a level: told for sure, of its kind, and no change. */
const isMeasured = (part: Quantity, level: Quantity, isChange = false): boolean =>
  part.family === level.family &&
  part.kind === 'figure' &&
  part.qualifier === 'exact' &&
  (isChange || part.movement?.to !== false) &&
  part.per.join() === level.per.join();

/** The figure directly before a level, whose subject the words of the level leave out. */
function partBefore(sentence: Sentence, at: number, level: Quantity, isAim: boolean): Quantity | undefined {
  const lead = clauseUpTo(sentence, at);
  if (notYetDone.test(lead) || lead.replace(adverbs, '') !== '') return undefined;
  const before = sentence.figures.filter(({ span }) => span[1] <= at - lead.length);
  const last = before.at(-1);
  const isGrown = last?.movement?.to === false && !(isAim && last.family === level.family);
  const part = isGrown ? before.at(-2) : last;
  if (!part || !isMeasured(part, level, isAim)) return undefined;
  const gap = between(sentence, part.span[1], at - lead.length);
  return (isGrown ? gap.replace(growth, '') : gap).replace(/^\p{Script=Han}{0,3}/u, '').length <= 1
    ? part
    : undefined;
}

/** The figure directly behind a level. */
function partBehind(sentence: Sentence, end: number, level: Quantity): Quantity | undefined {
  const part = sentence.figures.find(({ span }) => span[0] >= end);
  if (!part || !isMeasured(part, level) || notYetDone.test(clauseUpTo(sentence, end))) return undefined;
  return reaches.test(between(sentence, end, part.digits[0])) ? part : undefined;
}
