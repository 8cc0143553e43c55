import type { Quantity } from '../../quantity/value/quantity.ts';
import { RATIO } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { inUnitOf, isPlain } from './change-claims.ts';
import type { Claim } from '../claim.ts';
import { isOneThing, toldLevelsIn, type ToldLevel } from './told-levels.ts';

/** The figures that a sentence gives one thing in several years, in the order of these. */
export interface SeriesClaim extends Claim {
  readonly sentence: Sentence;
  readonly values: readonly Quantity[];
}

/** What may be ten times as much as it was, and why: nothing is said of such. */
const reason =
  /因(?!素|此)|由于|影响|恢复|试点|扩[建容]|推开|首次|合并|划转|调整|口径|停|启动|启用|开通|并入|剥离|一次性|疫情|灾|迅猛|爆发|激增|骤|猛|消化|清零|[1-9一二三四五六七八九十]倍|\b(?:because|due to|owing|closed?|closing|pilot|new|merge[dr]|merger|first|one-off|pandemic|covid|reopened|restated|launched|remarkable|surge[d]?|soared|expanded|(?:two|three|four|five|ten|\d) times (?:as|more|the|what)|fold|full scheme|levy|bequests?|legac(?:y|ies)|windfall|exceptional(?:ly)?|acqui(?:red|sition)|absorbed|thanks to|with (?:one|a single) [a-z]+,)\b/i;

/** The series of a text: years with their figures, and figures that 分别 or “respectively” gives out to years. */
export function seriesClaims(text: TextAlone): readonly SeriesClaim[] {
  const found: SeriesClaim[] = [];
  for (const sentence of text.sentences) {
    if (sentence.figures.length < 2 || reason.test(sentence.text)) continue;
    const all = [...givenOut(sentence), ...byYear(text.once(toldLevelsIn)(sentence))];
    for (const values of all) if (isSeries(values)) found.push({ sentence, values, figures: values });
  }
  return found;
}

/** Below that, a count by itself may well be ten times another. */
const FEW = 10;

const isSeries = (values: readonly Quantity[]): boolean =>
  values.length > 1 &&
  values.every(
    (value) =>
      isPlain(value) &&
      value.family === values[0]?.family &&
      value.family !== RATIO &&
      value.movement?.to !== false &&
      value.number.compare(value.unit === '' || value.factor.equals(1) ? FEW : 0) > 0,
  );

const times =
  /(?:近|前|过去|最近|[这历])?[两二三四五六七八九十\d]{1,2}年(?:来|间|里)?|历年|各(?:个)?(?:年度?|季度)|(?:19|20)\d\d年?(?:[—–~～\-至到、，]+)(?:19|20)?\d\d|以来/;
const timesEn =
  /\b(?:19|20)\d\d(?: (?:to|through) | ?[–—-] ?)(?:19|20)\d\d|\bbetween (?:19|20)\d\d and (?:19|20)\d\d|\b(?:last|past|previous|over) (?:the )?(?:two|three|four|five|six) years|\b(?:19|20)\d\d(?:, (?:19|20)\d\d)*,? and (?:19|20)\d\d|\b(?:quarterly|annual|yearly)\b|\b(?:three|four|five) years\b/i;

/** 2015年至2018年，投资分别为4.1亿元、4.3亿元…; “over the last four years were 312,000, 328,000 … respectively”. */
function* givenOut(sentence: Sentence): Generator<readonly Quantity[]> {
  const { text, figures, start } = sentence;
  const isChinese = /\p{Script=Han}/u.test(text);
  const sign = isChinese ? /分别|依次/.exec(text) : /\brespectively\b/.exec(text);
  if (!sign) return;
  const at = start + sign.index;
  const first = isChinese ? figures.findIndex(({ span }) => span[0] > at) : firstOfRun(sentence, at);
  if (first < 0 || figures[first] === undefined) return;
  const lead = between(sentence, start, isChinese ? at : (figures[first] as Quantity).span[0]);
  if (
    !(isChinese
      ? isOfTimes(lead)
      : timesEn.test(lead + between(sentence, lastOf(sentence, at)?.span[1] ?? at, at)) &&
        !/\b(?:and|,) [a-z]+ (?:\w+ )?(?:were|was|had|have)\b/.test(lead.replaceAll(/\d/g, '')))
  )
    return;
  let last = first;
  while (figures[last + 1] && joined.test(gapAfter(sentence, last))) last++;
  const run = figures.slice(first, last + 1);
  const unit = run.at(-1) as Quantity;
  yield run.map((figure) => inUnitOf(unit, figure));
}

const joined = /^(?:[\p{Script=Han}]{0,3}(?:、|和|，|以及)|(?: [a-z]+){0,2},? (?:and )?|,(?: and)? )$/u;

const gapAfter = (sentence: Sentence, index: number): string =>
  between(sentence, sentence.figures[index]?.span[1] ?? 0, sentence.figures[index + 1]?.span[0] ?? 0);

/** The last figure before a place. */
const lastOf = ({ figures }: Sentence, at: number): Quantity | undefined =>
  figures.findLast(({ span }) => span[1] <= at);

/** The first of the figures that stand in a row before “respectively”. */
function firstOfRun(sentence: Sentence, at: number): number {
  let index = sentence.figures.findLastIndex(({ span }) => span[1] <= at);
  while (index > 0 && joined.test(gapAfter(sentence, index - 1))) index--;
  return index;
}

/** Whether figures are given out to times, and not to things: 近三年市级、县级 are both. */
function isOfTimes(lead: string): boolean {
  if (!times.test(lead)) return false;
  const words = lead.replaceAll(/(?:19|20)\d\d年?[、—–~～-]?/g, '');
  const last = words.slice(Math.max(words.lastIndexOf('，'), words.lastIndexOf('。')) + 1);
  return !/\p{Script=Han}、\p{Script=Han}/u.test(words) && !/[和与及](?!其)/.test(last);
}

/** 2015年1860人，2016年1920人，2017年19800人; 4,120 in 2016, 412 in 2017 and 3,980 in 2018. */
function* byYear(levels: readonly ToldLevel[]): Generator<readonly Quantity[]> {
  const done = new Set<ToldLevel>();
  for (const [at, first] of levels.entries()) {
    if (done.has(first) || first.time.year === undefined || first.time.months) continue;
    const series = [first];
    for (const next of levels.slice(at + 1)) {
      const last = series.at(-1) as ToldLevel;
      if (next.time.year === undefined || next.time.months || !isOneThing(first, next)) continue;
      if (next.thing === '' && next.index !== last.index + 1) continue;
      if (series.some(({ time }) => time.year === next.time.year)) break;
      series.push(next);
    }
    for (const each of series) done.add(each);
    if (series.length > 1)
      yield series
        .sort((a, b) => (a.time.year as number) - (b.time.year as number))
        .map(({ figure }) => figure);
  }
}
