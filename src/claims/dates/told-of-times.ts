import type { Quantity } from '../../quantity/value/quantity.ts';
import { POINTS, RATIO } from '../../quantity/value/unit.ts';
import { between, endOf, type Sentence } from '../../reading/sentences.ts';
import {
  chineseStretch,
  englishStretch,
  sameStretchAgain,
  summedUp,
  type YearStretch,
} from './stretches-of-year.ts';

/** A figure with its time and its thing. */
export interface ToldOfTime {
  readonly figure: Quantity;
  readonly stretch: YearStretch;
  /** What was counted. */
  readonly label: string;
  /** What stands directly behind the figure, in Chinese, and in which sentence all this is. */
  readonly behind?: string;
  readonly sentence?: Sentence;
}

/** A figure of a sum over a time; about as many of an English text are held by their bounds. */
const canGrow = (
  { family, kind, qualifier, movement, per, text }: Quantity,
  isNew = false,
  isAbout = false,
): boolean =>
  family !== RATIO &&
  family !== POINTS &&
  (kind === 'figure' || kind === 'chinese') &&
  (qualifier === 'exact' || qualifier === 'over' || (isAbout && qualifier === 'about')) &&
  (movement === undefined || isNew) &&
  per.length === 0 &&
  !(family === '' && /^(?:19|20)\d\d$/.test(text));

/** What is no sum over a time: stocks, averages, net figures, prices, plans. */
const noFlow =
  /余额|[未欠]|剩余|尚|存量|存栏|在[校册建岗职编读园库]|[年期季]末|保有|失业率|[率比]$|浓度|平均|人均|户均|每|均价|价格|净|顺差|逆差|利润|亏损|盈|差额|结余|库存|常住|户籍|人口|总[数人]|拥有|现有|排名|目标|计划|任务|预计|力争|拟|要求|存款|贷款余|天数|[指系]数|累计折/u;
const noFlowEn =
  /\b(?:average|net|balance|rate|rates|index|staff|there were|there are|unemployment|profits?|loss|losses|prices?|stood|numbered|target|plan|planned|expected|forecast|stocks?|inventory|outstanding|at the end|wait|waiting|population|members|deficit|surplus)\b/i;

/** The figures of a sentence that say of what time they are. */
export function toldOfTimes(sentence: Sentence): readonly ToldOfTime[] {
  const isChinese = /\p{Script=Han}/u.test(sentence.text);
  return isChinese ? chineseTold(sentence) : englishTold(sentence);
}

/** What leads to what was counted. */
const fillers =
  /[，,；;、：:。（）]|其中|累计|[总一]?共计?|合计|总计|各[类种项级]|先后|实际|单月|仅|就|已经?|又|还|全[市省县区镇乡校局州]|我[市省县区局校]|当月|期间|以来|今年|去年|本年|(?<![达为到])[达为到]+$|了$|[底末]$|我们/gu;

function chineseTold(sentence: Sentence): readonly ToldOfTime[] {
  const found: ToldOfTime[] = [];
  let start = sentence.start;
  let current: YearStretch | undefined;
  for (const figure of sentence.figures) {
    if (isMonth(sentence, figure)) continue;
    const words = between(sentence, start, figure.span[0]);
    const stretch = stretchBehind(words, current);
    current = stretch ?? current;
    start = figure.span[1];
    const isNew = words.endsWith('新增') && figure.movement?.direction === 'up';
    if (!current || !canGrow(figure, isNew) || noFlow.test(words.replace(current.words, ''))) continue;
    const label = labelOf(clauseOf(words, stretch));
    const noun = /^[\p{Script=Han}]{2,8}/u.exec(between(sentence, start, start + 8))?.[0] ?? '';
    const counted = label.length > 1 ? label : noun;
    found.push({ figure, stretch: current, label: counted, behind: noun, sentence });
  }
  return found;
}

/** The time that words tell, of the year that was told last where they leave it out; a sum by itself where no time was told. */
function stretchBehind(words: string, last: YearStretch | undefined): YearStretch | undefined {
  const stretch = chineseStretch(words) ?? (last ? undefined : summedUp(words));
  return stretch && { ...stretch, year: stretch.year ?? last?.year };
}

/** The months of 1—10月 and 前10个月 are figures as well. */
const isMonth = (sentence: Sentence, { span, unit }: Quantity): boolean =>
  between(sentence, span[1], span[1] + 1) === '月' || /^个?月$/.test(unit);

/** The words of the clause before a figure, without the time that they tell. */
const clauseOf = (words: string, stretch: YearStretch | undefined): string =>
  stretch
    ? lastClause(words.slice(0, stretch.index)).replace(/20\d\d年/gu, '') +
      words.slice(stretch.index + stretch.words.length)
    : lastClause(words);

const lastClause = (words: string): string => words.split(/[，,；;。]/u).at(-1) ?? '';

const labelOf = (clause: string): string =>
  clause
    .replace(/(?<![\d.])\d[\d.]{0,12}\p{Script=Han}{0,3}[，,]/gu, '')
    .replaceAll(fillers, '')
    .replaceAll(/\s/g, '');

const stops = new Set(
  'while whereas but those overall altogether yet still even just figure figures number total there we it they the a an of in on at by for to from and or as with was were is are be been had has have our its their over during this that which including only alone against between compared came reached made makes making giving gave brought brings added adds saw another further more up us all into some them than'.split(
    ' ',
  ),
);

const joints = /, | and |; /;

function englishTold(sentence: Sentence): readonly ToldOfTime[] {
  const found: ToldOfTime[] = [];
  const figures = sentence.figures.filter(
    (figure) => canGrow(figure, false, true) || (figure.family === RATIO && /\d/.test(figure.text)),
  );
  for (const [index, figure] of figures.entries()) {
    if (!canGrow(figure, false, true)) continue;
    const last = figures[index - 1];
    const gap = between(sentence, last?.span[1] ?? sentence.start, figure.span[0]);
    const after = between(sentence, figure.span[1], figures[index + 1]?.span[0] ?? endOf(sentence));
    const before = last ? behindJoint(gap) : gap;
    const told = englishTelling(before, after.split(joints)[0] ?? '', gap, found.at(-1)?.stretch);
    // “45 of them” and “£680,000 in the year” leave what they count to the figure before
    if (told) found.push({ figure, ...told, label: told.label || (found.at(-1)?.label ?? '') });
  }
  return found;
}

/** What stands behind the first mark or “and” of some words. */
function behindJoint(words: string): string {
  const found = joints.exec(words);
  return found ? words.slice(found.index + found[0].length).replace(/^and /, '') : '';
}

/** Words of which “there were … over the year” tells what came about, and no state. */
const flowOf = (words: string): string =>
  /\b(?:over|during|throughout|in) the (?:course of the )?(?:whole |full )?year\b(?! end)/i.test(words)
    ? words.replace(/\bthere (?:were|are)\b/gi, '')
    : words;

/** The time and the thing that the words around a figure tell. */
function englishTelling(
  before: string,
  behind: string,
  gap: string,
  last: YearStretch | undefined,
): Omit<ToldOfTime, 'figure'> | undefined {
  const stretch =
    englishStretch(behind) ??
    englishStretch(before) ??
    sameStretchAgain(behind, last) ??
    sameStretchAgain(before, last);
  if (!stretch || noFlowEn.test(flowOf(before + behind))) return undefined;
  const words =
    `${before} ${behind.replace(judged, '')}`
      .replace(stretch.words, ' ')
      .toLowerCase()
      .match(/[a-z]{3,}/g) ?? [];
  const label = words.filter((word) => !stops.has(word) && !timeWords.test(word)).join(' ');
  const year = stretch.year ?? /\b20\d\d\b/.exec(behind)?.[0] ?? gap.match(/\b20\d\d\b/g)?.at(-1);
  return { stretch: { ...stretch, year }, label };
}

/** What is said of a figure, and is no part of what it counts: visitors in 2019 were a record. */
const judged = / (?:were|was|are|is) (?:an?|the|not|only|more|fewer|less|up|down)\b.*/;
const timeWords =
  /^(?:year|half|first|second|third|fourth|last|full|annual|whole|months?|end|quarters?|service|january|december|october)$/;
