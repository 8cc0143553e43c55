import { exactly } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import { isCarried } from './named-rates.ts';
import { isPair, isRate, type RateClaim } from './rate-figures.ts';

/** What was planned, due or given out to be done. */
const planned =
  /计划|应(?![急用对邀答])|任务|目标|预算|下达|指标|核定|年初(?:确定|安排)|需(?![求要])|确定(?!不)|安排/;
/** What was reported, and then dealt with. */
const reported = /上报|发现|排查|交办|受理|收到|接到|反馈|征集|梳理|查出|登记|毕业|认定/;
/** Behind a count of which another is told: 320个行政村中, 20所学校有, 131人，其中. */
const ofWhole = /^[^，。；,;]{0,14}(?:中|有|里)[，,]?|^[^，。；,;]{0,6}[，,]其中/;
const isPlanOnly = /计划|目标|预算/;
const isDone = /实际|实|完成|已|建成|到位/;

const ofPlan =
  /[，,、；（](?:已|约|正好|共)?(?:占|为|达到?|相当于|完成了?|实现|是)(?:全年|年度|年初|既定|省定|市定|上级|下达|总)*(?:计划|任务|目标|预算|应[\p{Script=Han}]{1,4})(?:任务|数|总数|总量|投资|收入)?的?$/u;
const named =
  /[，,、；（(](?:[^，。；,;、]{0,10}?)([\p{Script=Han}]{2})(?:比?率|比例)(?:均?为|达到?|约?为|是|实现)?$/u;
const always = /^(?:完成|执行|实现|达成|兑现)$/;
const covering = /^(?:覆盖|普及|建成|通达)$/;
const attending = /^(?:参评|参会|参训|参考|参加|到会|出席|签到|到课|参与|到岗)$/;

/**
 * Rates of a Chinese sentence that stand behind what was planned or due and what was done of it: 计划20场，实际15场，完成率75%; 应缴1260万元，实缴
 * 1197万元，收缴率95%. A plan is exact: 2亿元 planned is 2亿元.
 */
export function* chinesePlanRates(sentence: Sentence): Generator<RateClaim> {
  if (!/率|[占为成到是]|比例/.test(sentence.text) || /分别/.test(sentence.text)) return;
  for (const [index, rate] of sentence.figures.entries()) {
    const [first, second] = [sentence.figures[index - 2], sentence.figures[index - 1]];
    if (first && second && isRate(rate)) {
      const gap = words(sentence, second.span[1], rate.span[0]);
      const claim = countsOf(sentence, first, second, gap);
      if (claim) yield { rate, ...claim };
    }
    yield* behindRate(sentence, rate, index);
  }
}

/** 完成率75%（计划20场，实际15场）. */
function* behindRate(sentence: Sentence, rate: Quantity, index: number): Generator<RateClaim> {
  const inside = sentence.brackets.find(({ span }) => span[0] === rate.span[1])?.sentences;
  const [only] = inside ?? [];
  const [first, second, third] = only?.figures ?? [];
  if (!only || inside?.length !== 1 || !first || !second || third || !isRate(rate)) return;
  const start = sentence.figures[index - 1]?.span[1] ?? sentence.start;
  const claim = countsOf(
    only,
    first,
    second,
    `，${words(sentence, start, rate.span[0]).replace(/^.*[，,、；]/, '')}`,
  );
  if (claim) yield { rate, ...claim };
}

const words = (sentence: Sentence, from: number, to: number): string =>
  between(sentence, Math.max(from, to - 60), to).replaceAll(BRACKET, '');

/** What was planned and what was done of two counts, where the words before a rate say that it is of these. */
function countsOf(
  sentence: Sentence,
  whole: Quantity,
  part: Quantity,
  gap: string,
): Omit<RateClaim, 'rate'> | undefined {
  if (!isPair(part, whole) || countsMore(sentence, part)) return undefined;
  const index = sentence.figures.indexOf(whole);
  const lead = words(sentence, sentence.figures[index - 1]?.span[1] ?? sentence.start, whole.span[0]);
  const middle = words(sentence, whole.span[1], part.span[0]);
  const isPlan = planned.test(lead);
  if (!(isPlan || reported.test(lead) || ofWhole.test(middle)) || isOtherPlan(lead, middle)) return undefined;
  const done = `${middle}${/^[^，。；,;]*/.exec(gap)?.[0] ?? ''}`;
  if (!(isPlan && ofPlan.test(gap)) && !isNamedAfter(gap, lead, done)) return undefined;
  return { part, whole: isPlan ? withChanges(whole, { interval: exactly(whole.number) }) : whole };
}

/** Whether a bracket behind a part says that it counts more than the whole: 办结91件（含上年结转5件）. */
const countsMore = (sentence: Sentence, { span }: Quantity): boolean =>
  sentence.brackets.some(
    (bracket) => bracket.span[0] - span[1] >= 0 && bracket.span[0] - span[1] < 4 && isCarried(bracket),
  );

/** Whether the second of two counts is another plan, or they are of different years. */
function isOtherPlan(lead: string, middle: string): boolean {
  const [year, other] = [yearIn(lead), yearIn(middle)];
  return (
    (isPlanOnly.test(middle) && !isDone.test(middle)) ||
    (year !== undefined && other !== undefined && year !== other)
  );
}

const yearIn = (text: string): string | undefined => /(?:19|20)\d\d(?=年)/.exec(text)?.[0];

/** Whether a rate is named after what was done: 到位率 behind 已到位, 收缴率 behind 实缴, 完成率 behind any deed. */
function isNamedAfter(gap: string, lead: string, done: string): boolean {
  const stem = named.exec(gap)?.[1];
  // 6家不合格，合格率: of those that the part leaves
  if (stem === undefined || /[不未]$/.test(done.slice(0, Math.max(0, done.indexOf(stem))))) return false;
  if (always.test(stem)) return true;
  if (covering.test(stem)) return /已|实|建成|开通|设立|覆盖|配备/.test(done);
  if (attending.test(stem)) return /实(?:际)?(?:参|到)|到会|参加/.test(done);
  if (done.includes(stem))
    return !lead.includes(stem) || lead.includes(`应${stem}`) || /应|计划|任务/.test(lead);
  return [...stem].some(
    (character) =>
      new RegExp(`[实已应升]${character}`).test(done) || (character === '升' && done.includes('升入')),
  );
}
