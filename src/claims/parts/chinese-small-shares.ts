import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import { isThings } from '../counts/counted-things.ts';

/** What makes of a percentage more than a share of the things before it. */
const weighted = /加权|平均|人次|投票|选票|得票|票数|得分|分数|计分|每人|样本|项次/u;
/** What stands between 占 and its figure where the whole is all of the things before it. */
const share = /占(?:比|总数的?|全部的?|总量的?)?(?:为|达到?|了|到)?$/u;
/** Rates that each thing passes or not. */
const rate =
  /^(?:其中[，,]?)?(.{0,12}?)(?:合格|优秀|优良|良好|达标|满意|通过|及格|录取|获奖|就业|升学|中签|签约|参与|出勤|到课|入选|淘汰|发病|感染|阳性)率(?:为|达到?|是|仅)?$/u;
/** Traits of people, which need no noun of their own. */
const traits =
  /党员|团员|女|男|学历|学位|职称|岁以[上下]|博士|硕士|研究生|本科|大专|[医技]师|骨干|专家|干部$|少数民族/u;
const others = /上年|去年|前年|同期|比上|同比|计划|\d{4}年|力争|预计|所教|所属|下辖|所在/u;

/** 40人中，满意的占92.5%; 16个单位参评，优秀率25%; 有干部45人，党员占73.3%. */
export function* shareOfThings(
  sentence: Sentence,
): Generator<{ readonly share: Quantity; readonly whole: Quantity }> {
  const { figures } = sentence;
  for (const [index, figure] of figures.entries()) {
    const whole = figures[index - 1];
    if (!whole || !isShare(figure) || !isThings(whole)) continue;
    const gap = between(sentence, whole.span[1], figure.span[0]);
    const parts = /^([^，,；;：:。]*)([，,；;：:])(.*)$/su.exec(gap);
    if (!parts || gap.length > 40 || others.test(gap) || weighted.test(gap)) continue;
    const [, noun = '', , rest = ''] = parts;
    const clause = /(?<![^，,；;：:。])[^，,；;：:。]*$/u.exec(rest)?.[0] ?? '';
    const before = between(sentence, whole.span[0] - 16, whole.span[0]);
    if (isOf(clause, rest, noun, before, whole)) yield { share: figure, whole };
  }
}

const isShare = (figure: Quantity): boolean =>
  isPercent(figure) &&
  figure.kind === 'figure' &&
  figure.movement === undefined &&
  figure.qualifier === 'exact';

/** Whether the words before a percentage make it a share of the things that were counted before them. */
function isOf(clause: string, rest: string, noun: string, before: string, whole: Quantity): boolean {
  const [, rated] = rate.exec(clause) ?? [];
  if (rated !== undefined) return rated === '' || isNounOf(rated, noun, before);
  const found = share.exec(clause);
  if (!found) return false;
  const label = clause.slice(0, found.index).trim();
  if (/金额|面积|产值|收入|投资|数量|用量|人口|[额量值]$/u.test(label)) return false;
  if (
    label.startsWith('其中') ||
    /(?:^|[，,；;])其中[，,]?$/u.test(rest.slice(0, rest.length - clause.length))
  )
    return true;
  if (label.endsWith('的')) return true;
  return isNounOf(label, noun, before, whole.unit) || (/[人名位]$/u.test(whole.unit) && traits.test(label));
}

/** Whether a label names the things that were counted: 合格学校 of 20所学校, 女委员 of 委员共55名. */
function isNounOf(label: string, noun: string, before: string, unit = ''): boolean {
  const named =
    /^\p{Script=Han}{1,10}/u.exec(noun.split(/中|里|参[加评赛]|接受|开展|完成/u)[0] ?? '')?.[0] ?? '';
  if (named.length === 1 && unit === '个' && label.endsWith(named)) return true;
  if (
    named.length > 1 &&
    (label.endsWith(named.slice(-2)) ||
      (named.length > 2 && label.endsWith(named.slice(-1)) && /[车船校村镇站]$/u.test(named)))
  )
    return true;
  const lead = before.replace(/(?<![共有已计达为合])[共有已计达为合]+$/u, '').slice(-2);
  return /^\p{Script=Han}{2}$/u.test(lead) && label.endsWith(lead);
}
