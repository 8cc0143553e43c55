import { hasSign, signOf, signsIn } from '../../reading/signs.ts';
import type { Reading } from '../../reading/reading.ts';
import { isMultiple, timesOf, wordMultiples, type Multiple } from '../../quantity/value/multiple.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Metric } from '../../model/report.ts';
import { isSame } from '../../reading/declared.ts';
import type { FigureStatement } from '../../reading/statements.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import type { HeldFigure, TextReportClaim } from '../claim.ts';

/** A multiple of a sentence with the figures around it. */
export interface NearMultiple extends Multiple {
  readonly near: readonly Quantity[];
}

interface MultipleValue extends Pick<Quantity, 'number' | 'interval' | 'text'> {
  /** Of a figure of the text. */
  readonly span?: Quantity['span'];
}

/** Two values that a multiple leads from and to, as they are written. */
export interface MultipleStep {
  readonly before: MultipleValue;
  readonly after: MultipleValue;
}

const multipleSign = signOf('番', 'doubled', 'tripled', 'trebled', 'quadrupled', 'times', 'fold');
const mayTellMultiple = (words: string): boolean => hasSign(signsIn(words), multipleSign);

/** How many figures on either side of a multiple may be its values. */
const NEAR = 4;

/** A multiple with the two values that it leads from and to. */
export interface MultipleClaim extends TextReportClaim {
  readonly multiple: NearMultiple;
  readonly step: MultipleStep;
}

/** The multiples of a report that stand beside their values. */
export function multipleClaims(reading: Reading): readonly MultipleClaim[] {
  const found: MultipleClaim[] = [];
  for (const prose of reading.texts)
    for (const { statement, multiples } of prose.once(multiplesOf))
      for (const multiple of multiples) {
        const step = valuesOfMultiple(prose, statement, multiple, reading);
        if (step) found.push({ prose, multiple, step, figures: heldBy(multiple, step, prose) });
      }
  return found;
}

const heldBy = (multiple: NearMultiple, step: MultipleStep, prose: Prose): readonly HeldFigure[] =>
  [multiple.span, step.before.span, step.after.span].flatMap((span) =>
    span ? [{ prose, figure: { span } }] : [],
  );

/** The statements of a text that hold multiples. */
const multiplesOf = (
  text: TextAlone,
): readonly { readonly statement: FigureStatement; readonly multiples: readonly NearMultiple[] }[] =>
  text.statements
    .map((statement) => ({ statement, multiples: multiplesIn(text, statement) }))
    .filter(({ multiples }) => multiples.length > 0);

/** Every multiple of a sentence, in figures and in words. */
function multiplesIn(
  { text }: TextAlone,
  { span: [start, end], figures }: FigureStatement,
): readonly NearMultiple[] {
  const stretch = text.slice(start, end);
  if (!figures.some(isMultiple) && !mayTellMultiple(stretch)) return [];
  const near = (index: number): readonly Quantity[] => figures.slice(Math.max(0, index - NEAR), index + NEAR);
  const found = figures.flatMap((figure, index): NearMultiple[] =>
    isMultiple(figure) ? [{ span: figure.span, times: timesOf(text, figure), near: near(index) }] : [],
  );
  let next = 0;
  for (const { span, times } of wordMultiples(stretch)) {
    const at = [start + span[0], start + span[1]] as const;
    while ((figures[next]?.span[0] ?? Infinity) < at[0]) next++;
    found.push({ span: at, times, near: near(next) });
  }
  return found;
}

const lead =
  /(?:由|从(?![业事]))[^，。；]{0,12}$|\bfrom (?:[a-z]+ )?$|\b(?:had been|which (?:was|were)|stood at) (?:[a-z]+ )?$/;
const link = /(?:到|至|为)(?:(?:19|20)\d\d年[末底]?的?)?$| to $/;
const behind =
  /^(?:[^，,。；\d]{0,8}[，,（(])?[ ]?(?:同比|比上年|较上年|共|约|实现|整整)?(?:(?:增长|增加|提高|扩大|翻|上升|提升)(?:了|到|至)?|是)?(?:原来|上年|去年)?的?$|^,? ?\(?(?:a |an |having |has |or |it )*$/;
/** No other subject may stand between a multiple and what it leads from: 利润翻三番，企业由48户合并为15户. */
const ahead =
  /^了?(?:[，,（(](?:即|也就是|分别)?)?(?:由|从(?![业事]))(?:(?![由从])[^，,。；]){0,8}$|^(?: in (?:size|number|value|length|area|volume))?(?: (?:in|over|during) (?:the |a )?(?:past |last )?(?:decade|period|year|(?:two|three|four|five|ten) years))?,? (?:(?:up|rising|growing|going) )?from (?:[a-z]+ )?$/;
const than =
  /^[，,（(]?(?:比|较|是)(?:上年|去年|20\d\d年|[两二三四五六七八九十]年前|年初)(?:同期)?的?[（(]?$/;
const grown = /^[）)]?的?(?:增长|增加|提高|扩大|翻|上升|提升)?了?$/;

const past = '(?:上年|去年|前年|20\\d\\d年|[两二三四五六七八九十]年前|年初)(?:同期)?';
const toPast = new RegExp(`^[，,](?:约?[是为]|相当于|达到?|比|较)(?:了)?${past}的?(?:翻了?)?$`);
const pastBehind = new RegExp(`^[，,（(；;](?:而)?${past}\\p{Script=Han}{0,6}(?:则?[为是有])?$`, 'u');

/** 126.4万人次，是2020年的1.6倍，2020年为79.0万人次: what it was stands behind the multiple. */
const isToldBehind = (text: string, now: Quantity, [start, end]: Quantity['span'], then: Quantity): boolean =>
  then.span[0] >= end &&
  now.span[1] <= start &&
  toPast.test(text.slice(now.span[1], start)) &&
  pastBehind.test(text.slice(end, then.digits[0]));

/** The two values that a sentence, or a declared metric with its value of last year, gives for a multiple. */
function valuesOfMultiple(
  prose: Prose,
  sentence: FigureStatement,
  { span, near }: NearMultiple,
  reading: Reading,
): MultipleStep | undefined {
  const { text } = prose;
  const values = near.filter(
    (each) =>
      !isMultiple(each) && each.number.compare(0) > 0 && each.kind !== 'rank' && each.kind !== 'ratio',
  );
  for (const [index, before] of values.entries()) {
    const after = values[index + 1];
    if (!after || before.family !== after.family) continue;
    const between = text.slice(before.span[1], after.span[0]);
    const isTold =
      lead.test(text.slice(Math.max(0, before.span[0] - 14), before.span[0])) &&
      link.test(between.slice(-10));
    const isNext =
      after.span[1] <= span[0]
        ? behind.test(text.slice(after.span[1], Math.min(span[0], after.span[1] + 40)))
        : span[1] <= before.span[0]
          ? ahead.test(text.slice(span[1], before.span[0]))
          : span[0] >= before.span[1];
    if (isTold && isNext) return { before, after };
    if (isToldBehind(text, before, span, after)) return { before: after, after: before };
    // 3000个，比上年的1000个增加2倍: the later value stands first
    if (after.span[1] <= span[0] && than.test(between) && grown.test(text.slice(after.span[1], span[0])))
      return { before: after, after: before };
  }
  return declaredStep(prose, sentence, { span, near }, reading);
}

function declaredStep(
  { text, section }: Prose,
  { span: [start] }: FigureStatement,
  { span: [at], near }: Pick<NearMultiple, 'span' | 'near'>,
  reading: Reading,
): MultipleStep | undefined {
  const last = near.findLast((each) => each.span[1] <= at && !isMultiple(each));
  const words = text.slice(Math.max(start, last?.span[1] ?? 0, at - 40), at);
  const known = reading.figures;
  for (let up = section; up; up = up.parent)
    for (const metric of up.metrics) {
      const [after, before] = [known.of(metric)?.declared, known.previous(metric)];
      if (!after || !before || before.number.compare(0) <= 0 || before.dimension.of.join() !== after.family)
        continue;
      const isBeside = last && isSame(after, last) && compared.test(words);
      if (isBeside || isNamed(metric, words))
        return {
          before: { ...before, text: known.print(metric, 'previous') ?? '' },
          // its place is that of a value
          after: { number: after.number, interval: after.interval, text: after.text },
        };
    }
  return undefined;
}

/** Whether words name a metric, with nothing but a comparison behind the name. */
const isNamed = ({ id, data }: Metric, words: string): boolean =>
  [id, data.name ?? id].some(
    (name) => words.includes(name) && compared.test(words.slice(words.lastIndexOf(name) + name.length)),
  );

const compared =
  /^[，,（(]?(?:(?:比|较|是)(?:上年|去年|20\d\d年)(?:同期)?的?|同比)?(?:增长|增加|提高|扩大|翻|上升|提升)?(?:了|到|至)?(?:(?:上年|去年)(?:同期)?)?的?$|^,? (?:has |had |have |which )?(?:more than )?$/;
