import Fraction from '../../quantity/value/fraction.ts';
import { add, exactly } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { RATIO } from '../../quantity/value/unit.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { nounAfter, stemOf, toldFigures, type ToldFigure } from '../english-figures.ts';
import { inUnitOf, isPlain } from '../changes/change-claims.ts';
import { isYearNumber } from '../parts/part-pieces.ts';
import { sharedBy } from '../parts/shared-by.ts';
import type { Average } from './average-claims.ts';

/** What an English figure is the average by: `session` of “110 per session”, empty where that is not said. */
interface Mark {
  readonly by: string;
  /** What it is the average of, where its clause names that: a grant. */
  readonly of: string;
}

const perBehind =
  /^(?: [a-z]+){0,3}? (?:per|for each|for every|to each|to every|to an?|an?|every) ([a-z]+)\b/;
const eachBehind = /^(?: [a-z]+)? (?:each|apiece)\b/;
const ofAverage =
  /\b(?:an average|a mean|averaging|averaged|a median|works? out at|worked out at)(?: of)? (?:about |around |some )?$/i;
const onAverage = /^(?: [a-z]+)? on average\b/;
const perLead =
  /\b[Pp]er[- ]([a-z]+)(?: [a-z]+){0,3}? (?:was|is|were|of|averaged|came to|stood at|reached|at) (?:about |only )?$/;
const averageLead =
  /\b(?:average|mean) (?:[a-z]+ ){0,2}?([a-z]+)(?: (?:per|for each|of) ([a-z]+))? (?:was|is|came to|stood at|amounted to|of|at) (?:about |only )?$/i;
const eachLead =
  /\b[Ee]ach ([a-z]+) (?:[a-z]+ed|gave|took|made|had|got|held|ran|spent|has|gets|saw) (?:about |an average of )?$/;
const limit =
  /\b(?:up to|at least|at most|more than|over|maximum|minimum|target|planned|budget|last year|previous|rise of|increase of|growth of|from|against|than|compared with)\b[^,;.]{0,24}$/i;

const noBy = new Set(
  'total rise cost few lot number result further cent fall cut record year month week day quarter hour'.split(
    ' ',
  ),
);
const heads = new Set(['head', 'capita', 'person', 'resident', 'inhabitant']);
const people = /\b(?:people|residents|inhabitants|persons|population|citizens)\b/i;

function markOf({ lead, behind }: ToldFigure): Mark | undefined {
  if (limit.test(lead.slice(-60))) return undefined;
  const average = averageLead.exec(lead);
  if (average) return { of: stemOf(average[1] ?? ''), by: stemOf(average[2] ?? '') };
  const by = byOf(lead, behind);
  if (by !== undefined) return noBy.has(by) ? undefined : { by: stemOf(by), of: '' };
  return eachBehind.test(behind) || ofAverage.test(lead) || onAverage.test(behind)
    ? { by: '', of: '' }
    : undefined;
}

const byOf = (lead: string, behind: string): string | undefined =>
  perLead.exec(lead)?.[1] ?? eachLead.exec(lead)?.[1] ?? perBehind.exec(behind)?.[1];

/** Averages of an English sentence, its brackets and its words of number with it, that only one total and one count stand beside. */
export function* englishToldAverages(sentence: Sentence, text: TextAlone): Generator<Average> {
  if (sentence.within !== undefined) return;
  const told = toldFigures(sentence, text);
  const marks = told.flatMap((own, index) => {
    const { kind, qualifier, family, movement } = own.figure;
    const isPlainly = kind === 'figure' && qualifier === 'exact' && family !== RATIO && !movement;
    const mark = isPlainly ? markOf(own) : undefined;
    return mark ? [{ own, index, mark }] : [];
  });
  const [only, more] = marks;
  // of two averages nobody knows whose the total is
  if (!only || more) return;
  const found =
    meanOfList(told, only.index) ??
    inBracketBehind(told, only.index) ??
    ofOnePair(told, only.own, only.mark, text);
  if (found) yield found;
}

const isCount = (figure: Quantity): boolean =>
  isPlain(figure) &&
  figure.movement === undefined &&
  figure.number.d === 1n &&
  figure.number.compare(2) >= 0 &&
  (figure.family === '' || figure.family === '人');

function ofOnePair(
  told: readonly ToldFigure[],
  own: ToldFigure,
  { by, of }: Mark,
  { text }: TextAlone,
): Average | undefined {
  const others = told.filter(
    (each) => each !== own && each.figure.family !== RATIO && !isYearNumber(each.figure),
  );
  const counts = others.filter(({ figure, behind, lead }) => isCount(figure) && isOf(by, of, behind, lead));
  const [only] = counts;
  const count =
    counts.length === 1
      ? only
      : others.length === 2 && (explains(own) || saysOf(of, text, own) || (by === '' && of === ''))
        ? loneCount(others, own)
        : undefined;
  if (!count) return undefined;
  const totals = others.filter((each) => each !== count && isTotal(each, own, count));
  const [total] = totals;
  if (!total || totals.length > 1) return undefined;
  // one that names nothing goes with what stands right before it
  const isNear = own.figure.span[0] - Math.max(total.figure.span[1], count.figure.span[1]) < 40;
  if (by === '' && of === '' && !isNear) return undefined;
  const words = text.slice(Math.min(total.figure.span[0], count.figure.span[0]), own.figure.span[0]);
  if (/\b(?:while|whereas|but)\b/.test(words) || isMore.test(total.behind)) return undefined;
  return { average: own.figure, total: total.figure, count: count.figure, isEach: false };
}

/** $9.6 million was awarded …; the average award: the verb tells what is meant. */
const saysOf = (of: string, text: string, { figure: { span, family } }: ToldFigure): boolean =>
  of.length > 3 &&
  family !== '' &&
  text
    .slice(Math.max(0, span[0] - FAR), span[0])
    .toLowerCase()
    .split(of).length > 2;
const FAR = 160;

const shared = /^[^,;:.()]{0,40} (?:over|in|among|across|for|from|by|between|to) (?:the |all )?$/;

/** An average of 4.1 days (24,600 bed days over 6,000 admissions). */
function inBracketBehind(told: readonly ToldFigure[], index: number): Average | undefined {
  const [own, total, many] = told.slice(index, index + 3);
  if (!own || !total || !many || !/^(?: [a-z]+){0,3} \($/.test(own.behind)) return undefined;
  // “over” is no bound here
  const isOver = many.figure.qualifier === 'over' && /^[^,;:.()]{0,40} $/.test(total.behind);
  const count = isOver
    ? withChanges(many.figure, { qualifier: 'exact', interval: exactly(many.figure.number) })
    : many.figure;
  if (!isCount(count) || !(isOver || shared.test(total.behind)) || !/^[^,;:.(]*\)/.test(many.behind))
    return undefined;
  const isInUnit = own.figure.unit !== '' && total.behind.includes(` ${own.figure.unit}`);
  const all = isInUnit ? inUnitOf(own.figure, total.figure) : total.figure;
  return all.family === own.figure.family
    ? { average: own.figure, total: all, count, isEach: false }
    : undefined;
}

/** What a total holds besides. */
const isMore = /^[^.;:]{0,40}\b(?:of which|plus|including|as well as|besides|together with)\b/i;

/** The average grant was £3,000: £1.2 million went to 400 families: what stands behind the colon tells how it came about. */
const explains = ({ figure, behind }: ToldFigure): boolean =>
  figure.family !== '' && /^[^,;.]{0,24}: /.test(behind);

/** Whether a count is of what an average is by: people of “per head”, grants of “the average grant”, repairs of “per repair”. */
function isOf(by: string, of: string, behind: string, lead: string): boolean {
  if (by === '' && of === '') return false;
  const nouns = (/^(?: [a-z][a-z’'-]*){1,3}/i.exec(behind)?.[0] ?? '')
    .trim()
    .toLowerCase()
    .split(' ')
    .map(stemOf);
  if (by !== '')
    return (
      nouns.includes(by) ||
      (heads.has(by) && (people.test(behind.slice(0, 40)) || /\bpopulation of $/.test(lead)))
    );
  return nouns.includes(of);
}

/** Of two figures without a word the smaller count, where the other is the larger of its kind. */
function loneCount(others: readonly ToldFigure[], own: ToldFigure): ToldFigure | undefined {
  const counts = others.filter(({ figure }) => isCount(figure));
  if (own.figure.family !== '') return counts.length === 1 ? counts[0] : undefined;
  const [one, two] = others;
  if (counts.length < 2 || !one || !two) return undefined;
  return one.figure.number.compare(two.figure.number) < 0 ? one : two;
}

function isTotal({ figure, behind, lead }: ToldFigure, own: ToldFigure, count: ToldFigure): boolean {
  if (!isPlain(figure) || figure.movement || figure.family !== own.figure.family) return false;
  // … and £2.1m on buildings: of something else
  if (lead.endsWith(' and ') && !/^[^,;.]{0,30}\b(?:in all|in total|altogether)\b/.test(behind)) return false;
  if (figure.number.compare(count.figure.number.div(2)) <= 0 || figure.number.compare(own.figure.number) <= 0)
    return false;
  if (
    /\b(?:average|mean)\b[^,;:]{0,20}$|\b(?:per|each) (?:[a-z]+ )?$|\bof which $/.test(lead) ||
    /^(?: [a-z]+)? (?:per|each|a year)\b/.test(behind)
  )
    return false;
  if (own.figure.family !== '') return true;
  const [one, two] = [nounAfter(own.behind), nounAfter(behind)];
  return one === '' || two === '' || one === two || noun.has(one);
}
/** “110 per session” names nothing. */
const noun = new Set(['each', 'apiece'].map(stemOf));

const listed = /^(?:,| and|, and) $/;

/** The mean of figures that are listed before it: 120, 95, 143 and 82, an average of 110. */
function meanOfList(told: readonly ToldFigure[], index: number): Average | undefined {
  const own = told[index] as ToldFigure;
  const isMean =
    meanLead.test(own.lead) || (/^, (?:or|that is) $/.test(own.lead) && onAverage.test(own.behind));
  const run = isMean ? listBefore(told, index) : [];
  const [first] = run;
  if (!first || run.length < 3) return undefined;
  const figures = run.map(({ figure }) => inUnitOf(own.figure, figure));
  const total = withChanges(first.figure, {
    number: figures.reduce((sum, { number }) => sum.add(number), new Fraction(0)),
    interval: figures.map(({ interval }) => interval).reduce(add),
    text: run.map(({ figure }) => figure.text).join(' + '),
    span: [first.figure.span[0], run.at(-1)?.figure.span[1] ?? first.figure.span[1]],
  });
  return {
    average: own.figure,
    total,
    count: sharedBy(String(run.length), first.figure.span[0], run.length, run.length),
    isEach: false,
  };
}

const meanLead =
  /^(?:,|:|;| [–—]| \() ?(?:or |that is |which (?:is|gives) )?(?:an average|a mean|averaging)(?: of)? $/i;
/** What leads to the first of some figures that are listed. */
const listLead = /\b(?:was|were|had|received|drew|attracted|attended by|of|at) $|: $/;

/** The figures of a list that stands before one of them, where what leads to it says that it is whole. */
function listBefore(told: readonly ToldFigure[], index: number): readonly ToldFigure[] {
  const own = told[index] as ToldFigure;
  const run: ToldFigure[] = [];
  for (const each of told.slice(0, index).toReversed()) {
    const { family } = inUnitOf(own.figure, each.figure);
    const [next] = run;
    if (!isPlain(each.figure) || each.figure.movement || family !== own.figure.family) break;
    if (next && !listed.test(next.lead)) break;
    run.unshift(each);
  }
  return listLead.test(run[0]?.lead ?? '') ? run : [];
}
