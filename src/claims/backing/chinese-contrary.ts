import Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from './backing.ts';
import { clauseUpTo, isClaimedCount, notYetDone } from './chinese-claim-words.ts';

const ZERO = new Fraction(0);
const holdsOne = ({ text }: Sentence, words: readonly string[]): boolean =>
  words.some((word) => text.includes(word));
/** What is said not to have been: 零死亡, 未发生重大火灾. */
const none =
  /无一(?:人|例|家|个|起)?(?=停运|停产|伤亡|死亡|逾期|投诉|辍学|返贫|掉队|退出|落榜)(..)|零(死亡|伤亡|事故|投诉|火灾|上访|感染|违规|欠费|逾期|差错)|(?:未|没有|无)(?:再)?发生(?:过)?([\p{Script=Han}]{2,8})/gu;
/** What may lead to it and limits it to nothing. */
const plainly = /^(?:全[市县区年校院局省]|[全我本][市县区局]|实现|保持|继续|连续|了)*$/u;

/** 未发生重大火灾，重大火灾1起: what is said not to have been, with a figure that counts it. */
export function* deniedDeeds(sentence: Sentence): Generator<BackedClaim> {
  if (!holdsOne(sentence, ['零', '发生', '无一'])) return;
  for (const { 0: words, 1: single, 2: zero, 3: deed, index } of sentence.text.matchAll(none)) {
    const at = sentence.start + index;
    const what = single ?? zero ?? deed ?? '';
    if (single === undefined && !plainly.test(clauseUpTo(sentence, at))) continue;
    const part = sentence.figures.find(
      (figure) =>
        figure.span[0] >= at + words.length &&
        figure.span[0] - at < NEAR &&
        isClaimedCount(figure) &&
        figure.number.compare(0) > 0 &&
        (clauseUpTo(sentence, figure.span[0]).split('、').at(-1) ?? '').replace(
          /^(?:全年)?共?(?:发生)?/u,
          '',
        ) === what,
    );
    if (part)
      yield {
        kind: 'over',
        span: [at, at + words.length],
        part,
        whole: undefined,
        level: ZERO,
        isBelow: true,
        figures: [part],
      };
  }
}

/** As many characters behind a claim its figures may begin. */
const NEAR = 60;

/** 半数以上的乡镇, 超过三分之二的企业: a level at the head of what tells it. */
const most =
  /(?:(?:超过|逾)(半数|一半|三分之[一二]|四分之三|[一二三四五六七八九]成)|(半数|一半|三分之[一二]|四分之三|[一二三四五六七八九]成)以上)的([\p{Script=Han}]{2,6})/gu;
const fractions: Readonly<Record<string, Fraction>> = {
  三分之二: new Fraction(2, 3),
  三分之一: new Fraction(1, 3),
  四分之三: new Fraction(3, 4),
};

const fractionOf = (words: string): Fraction =>
  words.endsWith('成')
    ? new Fraction('零一二三四五六七八九'.indexOf(words.charAt(0)), 10)
    : (fractions[words] ?? new Fraction(1, 2));

/** 半数以上的乡镇建成卫生院，18个乡镇中建成8个: the share that the figures behind make. */
export function* sharesAhead(sentence: Sentence): Generator<BackedClaim> {
  if (!holdsOne(sentence, ['以上的', '超过', '逾'])) return;
  for (const { 0: words, 1: over, 2: least = over ?? '', 3: noun = '', index } of sentence.text.matchAll(
    most,
  )) {
    const at = sentence.start + index;
    if (notYetDone.test(clauseUpTo(sentence, at))) continue;
    const pair = partOfNoun(sentence, at + words.length - noun.length, noun);
    if (!pair) continue;
    const [whole, part] = pair;
    const span = [at, at + words.length - noun.length - 1] as const;
    yield { kind: 'over', span, part, whole, level: fractionOf(least), figures: [part, whole] };
  }
}

/** Behind a place a count of what a noun names, and how many of them did what the words from there say: 18个乡镇中建成8个. */
function partOfNoun(
  sentence: Sentence,
  from: number,
  noun: string,
): readonly [Quantity, Quantity] | undefined {
  const claim = /^[^，。；]*/.exec(between(sentence, from, from + NEAR))?.[0] ?? '';
  for (const [index, whole] of sentence.figures.entries()) {
    const part = sentence.figures[index + 1];
    if (whole.span[0] < from || whole.span[0] - from > NEAR || !part || part.family !== whole.family)
      continue;
    if (![whole, part].every(isClaimedCount)) continue;
    const found = /^([\p{Script=Han}]{0,10})[中里]，?(?:已有|[已有])?([\p{Script=Han}]{0,6})$/u.exec(
      between(sentence, whole.span[1], part.span[0]),
    );
    if (found && namesOne(String(found[1]), noun) && claim.includes(String(found[2]))) return [whole, part];
  }
  return undefined;
}

/** Whether the words behind a count end in what a noun begins with: 规上企业 are 企业. */
function namesOne(words: string, noun: string): boolean {
  for (let length = Math.min(4, noun.length); length > 1; length--)
    if (words.endsWith(noun.slice(0, length))) return true;
  return false;
}

/** 下降2.1%，完成年度下降3%的目标: an aim that is told behind what was reached. */
const reachedAim =
  /(?:完成|实现|达到|达成)了?(?:年度|全年|年初|省定|市定|预期|既定|确定的){0,2}(增长|增加|提高|下降|降低|减少)?(?:以上|不低于)?$/u;
const aimBehind = /^(?:以上|左右)?的(?:[\p{Script=Han}]{1,6})?(?:目标|任务|要求|预期)/u;

/** What was reached beside the aim that the words behind it say was met. */
export function* aimsMet(sentence: Sentence): Generator<BackedClaim> {
  if (!holdsOne(sentence, ['目标', '任务', '要求', '预期'])) return;
  for (const [index, aim] of sentence.figures.entries()) {
    const part = sentence.figures[index - 1];
    const start = part && isReached(part, aim) ? claimOfAim(sentence, part, aim) : undefined;
    if (part && start !== undefined)
      yield {
        kind: 'over',
        span: [start, aim.span[1]],
        part,
        whole: undefined,
        level: aim.number,
        isBelow: /^[未没]/.test(between(sentence, start, start + 1)),
        figures: [part, aim],
      };
  }
}

/** Whether a figure can be what was reached of an aim. */
const isReached = (part: Quantity, aim: Quantity): boolean =>
  part.family === aim.family && part.per.length === 0 && part.kind === 'figure' && part.qualifier === 'exact';

/** Where the words begin that say that an aim was met by the figure before it; undefined where none do. */
function claimOfAim(sentence: Sentence, part: Quantity, aim: Quantity): number | undefined {
  if (!aimBehind.test(between(sentence, aim.span[1], aim.span[1] + 16))) return undefined;
  const gap = between(sentence, part.span[1], aim.digits[0]);
  const words = /^[\p{Script=Han}]{0,3}[，,]([\p{Script=Han}]{2,16})$/u.exec(gap)?.[1] ?? '';
  const met = reachedAim.exec(words);
  if (!met || met.index > 2) return undefined;
  // 下降3% is an aim of what fell by so much
  const way = met[1] === undefined ? undefined : directionOf(met[1]);
  const went = part.movement?.to === false ? part.movement.direction : undefined;
  if (way !== went || (way === undefined && /控制|以内|不超过|降/.test(sentence.text))) return undefined;
  return aim.digits[0] - words.length;
}

const directionOf = (word: string): 'up' | 'down' => (/[下降减]/.test(word) ? 'down' : 'up');
