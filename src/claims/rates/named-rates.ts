import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, BRACKET, endOf, type Bracket, type Sentence } from '../../reading/sentences.ts';
import { isPlainCount, isRate, type RateClaim } from './rate-figures.ts';

/** What counts more than the whole in a bracket: 办结91件（含上年结转5件）. */
const carried = /含|上年|往年|结转|跨年|积案|存量/;

/** Whether a bracket says that more is counted than the whole. */
export const isCarried = ({ sentences }: Bracket): boolean =>
  sentences.some(({ text }) => carried.test(text));

/** Words for all that a rate is counted of. */
const bases =
  /(?:发现|排查|查出|检查出|受理|收到|接到|交办|承办|应[\p{Script=Han}]{1,4}|抽检|抽查|抽测|检测|检验|送检|参加|参考|报考|报名|立案|申请|计划|任务|登记)/u;

/** Whether two figures count the same thing, with its unit. */
const canBeNamed = (part: Quantity, whole: Quantity): boolean =>
  part.family !== '' &&
  part.family === whole.family &&
  isPlainCount(part) &&
  isPlainCount(whole) &&
  !whole.number.equals(0);

/** What the name of a rate says was done, at the end of the words before it: ，隐患整改率 says 整改. */
function verbOf(words: string): string | undefined {
  const stem = /[，,、；;]([\p{Script=Han}]{2,6})率(?:均?为|达到?|是)?$/u.exec(words)?.[1];
  if (stem === undefined || /同比|比上/.test(stem)) return undefined;
  return stem.replace(/^(?:隐患|问题|案件|总体|全部)/, '');
}

/** Whether only the words of the part say what was done, and those of the whole what it is counted of: 应整改 is no 整改. */
const isOfVerb = (verb: string, partWords: string, wholeWords: string, isOfWhole: boolean): boolean =>
  partWords.includes(verb) &&
  !/[不未]$/.test(partWords.slice(0, partWords.indexOf(verb))) &&
  !wholeWords.includes(verb) === !wholeWords.includes(`应${verb}`) &&
  (isOfWhole || bases.test(wholeWords));

/** 26个重点项目开工24个: the whole is the subject of the clause that counts the part. */
const isSubject = (gap: string): boolean =>
  /^\p{Script=Han}{3,14}$/u.test(gap) && !/其中|[比较]|增|减|共|余/.test(gap);

/** 发现隐患695处、整改695处、整改率100%: the stem of the rate names one count, the other is what it is counted of. */
export function* namedRate(sentence: Sentence): Generator<RateClaim> {
  for (const [index, rate] of sentence.figures.entries()) {
    const [whole, part] = [sentence.figures[index - 2], sentence.figures[index - 1]];
    if (!isRate(rate) || !whole || !part || !canBeNamed(part, whole)) continue;
    if (
      between(sentence, part.span[1], rate.span[0]).includes(BRACKET) &&
      sentence.brackets.some(
        (each) => each.span[0] >= part.span[1] && each.span[1] <= rate.span[0] && isCarried(each),
      )
    )
      continue;
    const verb = verbOf(between(sentence, part.span[1], rate.span[0]));
    if (verb === undefined) continue;
    const partWords = labelOf(sentence, whole.span[1], part);
    const start = sentence.figures[index - 3]?.span[1] ?? sentence.start;
    const wholeWords = labelOf(sentence, Math.max(start, whole.span[0] - 24), whole);
    const others = sentence.figures.filter(
      (figure, at) => at < index && figure.family === part.family && isPlainCount(figure),
    );
    const isOfWhole = isSubject(between(sentence, whole.span[1], part.span[0]));
    if (others.length === 2 && isOfVerb(verb, partWords, wholeWords, isOfWhole)) yield { rate, part, whole };
  }
}

/** 整改率达100%，62个问题已整改58个: the rate stands before its two counts. */
export function* rateAhead(sentence: Sentence): Generator<RateClaim> {
  for (const [index, rate] of sentence.figures.entries()) {
    const [whole, part] = [sentence.figures[index + 1], sentence.figures[index + 2]];
    if (!isRate(rate) || !whole || !part || !canBeNamed(part, whole)) continue;
    const gap = between(sentence, rate.span[1], whole.span[0]);
    if (!/^[，,：:]\p{Script=Han}{0,10}$/u.test(gap) || /其中|另|[增减升降较比]/u.test(gap)) continue;
    const start = sentence.figures[index - 1]?.span[1] ?? sentence.start;
    const verb = verbOf(`，${between(sentence, Math.max(start, rate.span[0] - 24), rate.span[0])}`);
    const isAlone = !sentence.figures.some(({ family }, at) => at > index + 2 && family === part.family);
    if (isAlone && verb !== undefined && didOf(sentence, whole, part).includes(verb))
      yield { rate, part, whole };
  }
}

/** What the part of a whole did, by the words before or behind it: of 62个问题已整改58个 整改; none where they say more. */
function didOf(sentence: Sentence, whole: Quantity, part: Quantity): readonly string[] {
  const middle = between(sentence, whole.span[1], part.span[0]);
  if (!/^\p{Script=Han}{0,10}[中里，]?\p{Script=Han}{0,8}$/u.test(middle)) return [];
  const behind = /^\p{Script=Han}{0,8}/u.exec(between(sentence, part.span[1], part.span[1] + 8))?.[0] ?? '';
  const own = middle.replace(/^\p{Script=Han}*[中里，]|^\p{Script=Han}*?(?=[已均])/u, '');
  return [own.replace(/^[已均共有]{1,2}/u, ''), behind];
}

/** The words between a place and a figure, of the same clause. */
const labelOf = (sentence: Sentence, from: number, figure: Quantity): string =>
  /(?<![^，。；,;、])[^，。；,;、]*$/.exec(
    between(sentence, from, Math.min(figure.span[0], endOf(sentence))),
  )?.[0] ?? '';
