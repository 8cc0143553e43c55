import { add, meet, subtract, type Interval } from '../../quantity/value/interval.ts';
import type Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import { signOf } from '../../reading/signs.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { isPlain } from '../changes/change-claims.ts';
import { behindSign, type Claim } from '../claim.ts';
import { addsUp } from './part-lists.ts';

/** What is left of what was there, with what came in and went out: 年初结存1260万元，收入3800万元，支出3460万元，年末结存1600万元. */
export interface FlowClaim extends Claim {
  readonly closing: Quantity;
  readonly steps: readonly FlowStep[];
}

/** A figure that a flow adds or takes away, with its words. */
export interface FlowStep {
  readonly figure: Quantity;
  readonly sign: 1 | -1;
  readonly words: string;
}

const stock = '(?:结存|结转|结余|库存|余额|存粮|未结|未办结|在押|旧存)';
const opening = new RegExp(`(?:年初|期初|月初|上年末?|上期|原有)\\p{Script=Han}{0,6}${stock}|^旧存`, 'u');
const closing = new RegExp(
  `(?:年末|期末|年底|月末|年终|滚存)\\p{Script=Han}{0,6}${stock}|^(?:现存|结存|结余|未结|剩余)|结转下年`,
  'u',
);
/** What comes in, and what goes out. */
const inward = /收入|拨入|入库|收购|购进|新收|收案|受理|转入|调入|流入|接收|新增|募集|收到|筹集|补充|增加/u;
const outward =
  /支出|出库|销售|审结|办结|结案|转出|调出|流出|拨付|拨出|使用|发放|核销|消耗|注销|执结|收回|减少|偿还/u;

/** A net figure with what it is the difference of, by the words that end the labels of the three. */
const nets: readonly (readonly [plus: RegExp, minus: RegExp, net: RegExp])[] = [
  [/出口(?:总?[额值])?$/u, /进口(?:总?[额值])?$/u, /顺差$/u],
  [/迁入(?:人[口数]|人员)?$/u, /迁出(?:人[口数]|人员)?$/u, /净迁入\p{Script=Han}{0,2}$/u],
  [/流入(?:人[口数]|资金)?$/u, /流出(?:人[口数]|资金)?$/u, /净流入\p{Script=Han}{0,2}$/u],
  [
    /(?:新登记|新设|新开业|登记)\p{Script=Han}{0,6}$/u,
    /(?:注销|吊销|退出)\p{Script=Han}{0,4}$/u,
    /^净增\p{Script=Han}{0,4}$/u,
  ],
  [
    /(?:收到|募集|接收)\p{Script=Han}{0,6}(?:款|资金|物资)$/u,
    /(?:拨付|支出|发放|使用|拨出)\p{Script=Han}{0,4}$/u,
    /^(?:尚?结余|剩余|余)$/u,
  ],
  [
    /收入\p{Script=Han}{0,2}$/u,
    /支出\p{Script=Han}{0,2}$/u,
    /(?:收支相抵|收支结余|(?:本年|当年|本期)\p{Script=Han}{0,2}(?:结余|盈余))\p{Script=Han}{0,2}$/u,
  ],
];

/** One of these stands in every text with such a figure. */
const flowSign = signOf(
  '结存',
  '结转',
  '结余',
  '库存',
  '余额',
  '未结',
  '未办结',
  '顺差',
  '净',
  '剩余',
  '盈余',
);

/** The flows of a text. */
export const flowClaims = behindSign(flowSign, ({ sentences }: TextAlone): readonly FlowClaim[] =>
  sentences.flatMap((sentence) => (sentence.figures.length < 3 ? [] : [...flowsIn(sentence)])),
);

/** As many steps a flow has at most. */
const MOST = 8;

function* flowsIn(sentence: Sentence): Generator<FlowClaim> {
  const steps = sentence.figures.map((figure, index) => ({ figure, words: labelOf(sentence, index) }));
  for (const [index, { figure, words }] of steps.entries()) {
    if (!isPlain(figure) || !addsUp(figure)) continue;
    const before = steps.slice(Math.max(0, index - MOST), index);
    const found = closing.test(words) && canFlow(figure) ? balanceOf(before, figure) : undefined;
    const flow = found ?? netOf(before, figure, words);
    if (flow) yield { closing: figure, steps: flow, figures: [...flow.map((step) => step.figure), figure] };
  }
}

const canFlow = (figure: Quantity): boolean =>
  isPlain(figure) &&
  addsUp(figure) &&
  figure.qualifier === 'exact' &&
  (figure.movement === undefined || figure.movement.to);

/** The words before a figure in its clause. */
function labelOf(sentence: Sentence, index: number): string {
  const { span } = sentence.figures[index] as Quantity;
  const from = Math.max(sentence.figures[index - 1]?.span[1] ?? sentence.start, span[0] - 24);
  const words = between(sentence, from, span[0]).replaceAll(BRACKET, '');
  return (/(?<![^，,；;：:、。])[^，,；;：:、。]*$/.exec(words)?.[0] ?? '').replace(
    /^(?:全年|[已共])+|[为达到共计]{1,3}$/gu,
    '',
  );
}

type Labelled = { readonly figure: Quantity; readonly words: string };

/** Of figures before a closing one the opening one, and all that came in or went out since; undefined where something else stands between. */
function balanceOf(before: readonly Labelled[], last: Quantity): readonly FlowStep[] | undefined {
  const first = before.findLastIndex(({ words }) => opening.test(words));
  const run = before.slice(first);
  if (
    first < 0 ||
    run.length < 3 ||
    run.some(
      ({ figure }, index) =>
        figure.family !== last.family || !(index > 0 ? isPlain(figure) : canFlow(figure)),
    )
  )
    return undefined;
  const signs = run.map(({ words }, index) =>
    index === 0 || inward.test(words) ? 1 : outward.test(words) ? -1 : 0,
  );
  if (signs.includes(0) || !signs.includes(-1) || !signs.includes(1, 1)) return undefined;
  return run.map((each, index) => ({ ...each, sign: signs[index] === 1 ? 1 : -1 }));
}

/** The two figures before a net one, where their words say that it is their difference. */
function netOf(before: readonly Labelled[], last: Quantity, words: string): readonly FlowStep[] | undefined {
  const [plus, minus] = before.slice(-2);
  if (!plus || !minus || plus.figure.family !== last.family || minus.figure.family !== last.family)
    return undefined;
  if (!canFlow(plus.figure) || !canFlow(minus.figure)) return undefined;
  const isNet = nets.some(([a, b, net]) => a.test(plus.words) && b.test(minus.words) && net.test(words));
  return isNet && !/余额|上年|年初/.test(plus.words)
    ? [
        { ...plus, sign: 1 },
        { ...minus, sign: -1 },
      ]
    : undefined;
}

/** What a flow comes to. */
export const resultOf = ({ steps }: FlowClaim): { readonly number: Fraction; readonly interval: Interval } =>
  steps
    .slice(1)
    .reduce(
      ({ number, interval }, { figure, sign }) =>
        sign === 1
          ? { number: number.add(figure.number), interval: add(interval, figure.interval) }
          : { number: number.sub(figure.number), interval: subtract(interval, figure.interval) },
      { number: (steps[0] as FlowStep).figure.number, interval: (steps[0] as FlowStep).figure.interval },
    );

/** Whether a flow comes to what the text says is left. */
export const flowHolds = (flow: FlowClaim): boolean => meet(resultOf(flow).interval, flow.closing.interval);
