import { scale } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { RATIO, unitOf } from '../../quantity/value/unit.ts';
import { BRACKET, between, endOf, type Sentence } from '../../reading/sentences.ts';
import type { Average } from './average-claims.ts';
import { isPlain } from '../changes/change-claims.ts';
import { averageTimes, type AverageMark } from './average-times.ts';
import { sharedBy, type SharedBy } from '../parts/shared-by.ts';

/** A figure with the words of its clause on either side. */
interface Told {
  readonly figure: Quantity;
  readonly lead: string;
  readonly behind: string;
  /** Whether parts of it, or more than it, are told next: ，其中. */
  readonly hasParts: boolean;
}

const mean = /([^平不各\P{Script=Han}])均([\p{Script=Han}]{0,10})$/u;
const meanOfTime = /平均(日|月|年|班)([\p{Script=Han}]{0,8})$/u;
const each = /(平均)?每一?([\p{Script=Han}]{1,14})$/u;
/** 平均亩产, 平均户: the word 每 left out; 亩产 is so much for each 亩. */
const meanOf =
  /平均([个名所家位座条户场次村镇校人亩站支队馆企院县乡桌床车件例笔台单项批][\p{Script=Han}]{0,12})$/u;
const yieldOf = /(亩)(产(?:[出量值]|粮食|鲜[果薯])?)(?:达到?|为|约)?$/u;
/** What makes an amount a limit, or one of several. */
const limit =
  /最高|最低|最多|最少|至多|至少|不超过|不低于|上限|起|标准|左右|约|增加|减少|增长|提高|下降|多|少/;
const units = '个名所家位座条户场次村镇校人年月日天班站支队期';
const short = /^[校村镇县户人场次班园店站厂队点组街馆企所院乡区市省科局行社厅桥桌床车件例笔]/;

/** Every average of a Chinese sentence with the totals and counts that it may be of. */
export function* chineseAverages(sentence: Sentence): Generator<readonly Average[]> {
  if (!/[^平不各]均|每|平均|亩产/.test(sentence.text)) return;
  const told = sentence.figures.map((_, index) => toldAt(sentence, index));
  const marks = told.map((each) => (isPlainFigure(each.figure) ? markOf(each.lead) : undefined));
  for (const [index, mark] of marks.entries()) {
    const own = told[index] as Told;
    if (!mark || own.figure.family === RATIO || own.figure.family === '分') continue;
    const others = marks.filter((other, at) => other && told[at]?.figure.family === own.figure.family);
    const choices = choicesOf(sentence, told, own, mark, others.length > 1);
    const all = choices.length > 0 ? choices : choicesAround(sentence, own, mark);
    if (all.length > 0) yield all;
  }
}

/** The same of the sentence around a bracket, or the one before, where that tells of one total and one count alone. */
function choicesAround(sentence: Sentence, own: Told, mark: AverageMark): readonly Average[] {
  const around = sentence.within?.sentence ?? sentence.previous;
  if (around === undefined || around.figures.length > 6) return [];
  const before = around.figures.flatMap((figure, index) =>
    figure.span[1] <= own.figure.span[0] ? [toldAt(around, index)] : [],
  );
  const choices = choicesOf(around, [...before, own], own, mark, false);
  return choices.length === 1 ? choices : [];
}

const isPlainFigure = ({ qualifier, kind }: Quantity): boolean =>
  qualifier === 'exact' && (kind === 'figure' || kind === 'chinese');

function toldAt(sentence: Sentence, index: number): Told {
  const figure = sentence.figures[index] as Quantity;
  const from = Math.max(sentence.figures[index - 1]?.span[1] ?? sentence.start, figure.span[0] - 80);
  const to = Math.min(sentence.figures[index + 1]?.span[0] ?? endOf(sentence), figure.span[1] + 40);
  const before = between(sentence, from, figure.span[0]).replaceAll(BRACKET, '');
  const after = between(sentence, figure.span[1], to).replaceAll(BRACKET, '');
  return {
    figure,
    lead: /(?<![^，,；;：:、])[^，,；;：:、]*$/.exec(before)?.[0] ?? '',
    behind: /^[^，,；;：:、。]*/.exec(after)?.[0] ?? '',
    hasParts: /^[^，。；]{0,8}[，（](?:其中|含|另)/.test(
      between(sentence, figure.span[1], figure.span[1] + 16),
    ),
  };
}

function markOf(lead: string): AverageMark | undefined {
  const found = mean.exec(lead) ?? meanOfTime.exec(lead) ?? yieldOf.exec(lead);
  if (found) return { by: found[1] ?? '', rest: found[2] ?? '', isEach: false };
  const [, average, by = meanOf.exec(lead)?.[1]] = each.exec(lead) ?? [];
  return by === undefined || limit.test(by) || by.includes('每')
    ? undefined
    : { by, rest: '', isEach: average === undefined && lead.includes('每') };
}

/** Every total with every count that an average may be of; where others stand beside it, only such as hold. */
function choicesOf(
  sentence: Sentence,
  told: readonly Told[],
  own: Told,
  mark: AverageMark,
  isOneOfSeveral: boolean,
): readonly Average[] {
  const counts: readonly (readonly [SharedBy, string])[] = [
    ...averageTimes(sentence, mark),
    ...told.flatMap((other): (readonly [SharedBy, string])[] => {
      const rest = other === own ? undefined : restBehind(mark, other);
      return rest === undefined ? [] : [[inUnits(other.figure), rest]];
    }),
  ];
  const found = counts.flatMap(([count, rest]) =>
    totalsOf(told, own, rest, count).map(({ figure: total }): Average => ({
      average: own.figure,
      total,
      count,
      isEach: mark.isEach && !/^[年月日天]/.test(mark.by),
    })),
  );
  return isOneOfSeveral ? doubtful(found) : found;
}

/** Of several averages of a kind only one that holds is told. */
export const doubtful = (found: readonly Average[]): readonly Average[] =>
  [...found, ...found].map((each) => ({ ...each, isDoubtful: true }));

/** What stands between the thing that an average is by and the figure, where a count is of such things; undefined where it is not. */
function restBehind({ by, rest }: AverageMark, told: Told): string | undefined {
  const { figure, lead, behind } = told;
  if (!isWholeCount(figure) || /[每均第]|其中/.test(lead)) return undefined;
  const unit = figure.unit.replace(/^[十百千万亿]+/, '');
  if (unit === '天' && by.startsWith('日')) return by.slice(1) + rest;
  const isPerson =
    figure.family === '人' &&
    (/^[人名位]/.test(by) || (/^[生师]/.test(by) && (lead + behind).includes(by[0] ?? '')));
  if (isPerson || (unit !== '' && by.startsWith(unit) && unit !== '个'))
    return withoutNoun(by.slice(isPerson ? 1 : unit.length), behind, lead) + rest;
  const behindNoun = restBehindNoun(by, `${lead.slice(-8)} ${behind.slice(0, 10)}`);
  return behindNoun === undefined ? undefined : behindNoun + rest;
}

const isWholeCount = (figure: Quantity): boolean =>
  isPlain(figure) &&
  figure.movement === undefined &&
  figure.family !== RATIO &&
  inUnits(figure).number.d === 1n;

/** A figure as so many of its unit: 12.5万亩 are 125,000 亩, whatever those are of. */
function inUnits(figure: Quantity): SharedBy {
  const { factor } = unitOf(figure.unit.replace(/^[十百千万亿]+/, ''));
  return figure.unit === '' || factor.equals(1)
    ? figure
    : {
        ...sharedBy(figure.text, figure.span[0], 1, 1),
        number: figure.number.div(factor),
        interval: scale(figure.interval, factor.inverse()),
      };
}

/** Of 每个乡镇建成 what stands behind the noun that words around a count have as well: 建成 for 18个乡镇. */
function restBehindNoun(by: string, words: string): string | undefined {
  const isMeasured = by.length > 1 && units.includes(by[0] ?? '') && !short.test(by);
  const noun = isMeasured ? by.slice(1) : by;
  for (let length = Math.min(4, noun.length); length >= 1; length--) {
    const start = noun.slice(0, length);
    if ((length > 1 || short.test(start)) && words.includes(start)) return noun.slice(length);
  }
  return undefined;
}

/** Of 每所学校 for 60所学校 what stands behind the noun. */
function withoutNoun(words: string, behind: string, lead: string): string {
  for (let length = Math.min(5, words.length); length >= 2; length--)
    if (behind.startsWith(words.slice(0, length)) || lead.endsWith(words.slice(0, length)))
      return words.slice(length);
  return words;
}

const generic =
  /^(?:安排|配备|拥有|获得|获|领取|享受|配发|发放|选派|投入|投资|补助|支出|救助|资助|奖励|补贴|慰问|下拨|拨付|使用|建成|完成|出动|派驻)$/;
const filler = /平均|达到?|^年|[约共为是有的了]/g;

/** What one does whose total is told by another word; of several totals only one that makes the average is meant. */
const otherWords = new Map([
  ['结案', '办结|审结|结案'],
  ['办案', '办理|审理|受理|办结|审结|案件'],
  ['创收', '收入|营收|产值'],
  ['创利', '利润'],
  ['纳税', '税收|税款|缴税|入库'],
  ['产', '产量|总产'],
  ['借阅', '外借|流通|借阅'],
  ['接待', '读者|游客|观众|参观|入馆|到馆'],
  ['到场', '读者|观众|听众|参加|参与'],
  ['用水', '供水|用水|售水'],
  ['用电', '供电|用电|售电'],
  ['贷款', '发放|授信|放贷|贷款'],
  ['管护', '面积|管护|林地'],
  ['接警', '接报|接处警|警情|接警'],
  ['处警', '接处警|警情|出警'],
  ['增收', '收入|增收'],
  ['捐款', '捐赠|募集|筹集|善款'],
  ['补助', '发放|拨付|补助|补贴|资金'],
  ['减负', '减免|减税|退税|降费'],
]);

/** People and their visits are counted alike: 出动7560人次，每次6人. */
const isOneKind = ({ family: a }: Quantity, { family: b }: Quantity): boolean =>
  a === b || (a === '人次' && b === '人');

/** The figures that can be the total of an average: of its kind, and of what it is of. */
function totalsOf(told: readonly Told[], own: Told, rest: string, count: SharedBy): readonly Told[] {
  const what = rest.replaceAll(filler, '').replace(/[总量额数]/g, '');
  const all = told.filter(
    (each) =>
      each !== own &&
      each.figure.span[0] !== count.span[0] &&
      isOneKind(each.figure, own.figure) &&
      isPlain(each.figure) &&
      each.figure.movement === undefined &&
      !/[每均]|其中|另|平均|比|较/.test(each.lead) &&
      !each.hasParts,
  );
  const isOf = ({ lead, behind }: Told): boolean => {
    const words = (lead + behind).replaceAll(/[总量额数]/g, '');
    return (
      what === '' ||
      words.includes(what) ||
      (what.length >= 4 && words.includes(what.slice(0, 2))) ||
      what.includes(words.replaceAll(/全[市县区省年]|累计|共/g, '') || '—')
    );
  };
  const fitting = all.filter(isOf);
  const candidates = fitting.length > 0 ? fitting : generic.test(what) ? all : byOtherWord(all, what);
  const marked = candidates.filter(({ lead }) => /共|累计|合计|总|全年/.test(lead));
  return marked.length === 1 && candidates.length > 1 ? marked : candidates;
}

function byOtherWord(all: readonly Told[], what: string): readonly Told[] {
  const words = [...otherWords].find(([word]) => what.startsWith(word))?.[1];
  return words === undefined
    ? []
    : all.filter(({ lead, behind }) => words.split('|').some((word) => (lead + behind).includes(word)));
}
