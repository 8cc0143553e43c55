import { countWords } from '../counts/english-announced.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from './backing.ts';
import { leadTo, notYet } from './english-backing-words.ts';
import { figuresOfYears, type OfYear } from './english-years.ts';

/** Such a number. */
export const few = `(?:${countWords.join('|')}|\\d{1,2})`;
/** The highest ever, a record, an all-time low, the fewest since 2014, the lowest in five years. */
const record = new RegExp(
  [
    `\\b(highest|lowest|most|fewest|largest|smallest|biggest|greatest|least|busiest)(?: (?!of\\b)[a-z’'-]+){0,3}? (?:ever\\b|on record\\b|yet\\b|to date\\b|in (?:its|our|their|the) (?:[a-z’'-]+ )?history\\b|since (?:records began|(?<since>(?:19|20)\\d\\d))|(?:in|for|of) (?:at least |more than |over |the (?:last|past) )?(?:(?<count>${few}) years|a decade))`,
    '(?:\\b(?:an?|our|its|their|the)) (?:new |all-time )?record(?: (high|low))?(?=[,.;)]| (?:for|in|number|figure|year|level)\\b|$)',
    '\\ban? (?:(?:new )?all-time|new) (high|low)\\b(?! (?:school|street|court))',
    '\\b(?:more|fewer|higher|lower|less|larger) than (?:ever(?: before)?\\b|(?:in|at) any (?:previous|other|earlier) (?:year|time)\\b)|\\bnever before had so (?:many|few|much|little)\\b',
  ].join('|'),
  'gi',
);
const isLow = (words: string): boolean =>
  /lowest|fewest|smallest|least|low\b|fewer|lower|less|so (?:few|little)/i.test(words);
/** Words that lead on to a figure of what was told before, in another year. */
const goesOn = new Set(
  'it they there that this was were is are had been the in for of and but from to up down against compared with when a an previous previously highest high peak best figure figures number numbers total totals rate rates level levels year years before earlier last year’s comparable respectively by at than more less still only just after having stood being record records low old former new took saw handled received came had ahead beating beat beats surpassing passing exceeding versus below above better overtaking next followed on on-record'.split(
    ' ',
  ),
);

/** Figures that are said to be the highest or the lowest, with others of other years beside them. */
export function* records(sentence: Sentence): Generator<BackedClaim> {
  let told: readonly OfYear[] | undefined;
  for (const found of sentence.text.matchAll(record)) {
    const { 0: words, index } = found;
    const at = sentence.start + index;
    if (
      notYet.test(leadTo(sentence, at)) ||
      /\b(?:second|third|fourth|next|one of the|among the) (?:the )?$/i.test(between(sentence, at - 16, at))
    )
      continue;
    told ??= figuresOfYears(sentence);
    const part = told.length === 0 ? undefined : recordBeside(sentence, at, at + words.length);
    if (!part) continue;
    const own = told.find(({ figure }) => figure === part)?.year;
    const isBelow = isLow(words);
    for (const other of told)
      if (
        isOther(sentence, part, other, clauseEnd(sentence, at + words.length)) &&
        isCompared(other.year, own, found, told)
      )
        yield {
          kind: 'record',
          span: [at, at + words.length],
          part,
          whole: other.figure,
          level: undefined,
          isBelow,
          figures: [part, other.figure],
        };
  }
}

/** Where the words of a record end: “the highest we have ever received”. */
const clauseEnd = (sentence: Sentence, at: number): number =>
  at + (/^[^,;:.()]*/.exec(between(sentence, at, at + 60))?.[0].length ?? 0);

/** From a figure to what is said of it. */
const leadsTo =
  /^(?: (?!and\b)[a-z’'\d-]+){0,6}(?:,| [–—-]|:)? ?(?:(?:which|that|this) (?:is|was) |or |again )?(?:the |an? |our |its |their )?$/;
/** From one that is set ahead: “At 1,204, the number of new firms was the”. */
const setAhead =
  /^(?: [a-z-]+){0,3}, (?:[a-z’'-]+ ){1,10}(?:was|were|is|are|had|made it) (?:the |its |our |their |an? )?$/;

/** The figure that is said to be a record: right before the words, or behind them. */
function recordBeside(sentence: Sentence, at: number, end: number): Quantity | undefined {
  const before = sentence.figures.findLast(
    ({ span, family, text }) => span[1] <= at && !(family === '' && /^(?:19|20)\d\d$/.test(text)),
  );
  if (before && isPlainLevel(before)) {
    const gap = between(sentence, before.span[1], at).replaceAll(BRACKET, '');
    const lead = between(sentence, before.span[0] - 8, before.span[0]);
    if (leadsTo.test(gap) || (/\b(?:[Aa]t|[Ww]ith) $/.test(lead) && setAhead.test(gap))) return before;
  }
  const behind = sentence.figures.find(({ span }) => span[0] >= end);
  return behind &&
    /^,? (?:of|at|with) (?:a total of )?$|^: $|^(?: [a-z]+){0,2}, $/.test(
      between(sentence, end, behind.span[0]),
    ) &&
    isPlainLevel(behind)
    ? behind
    : undefined;
}

const isPlainLevel = ({ kind, qualifier, movement }: Quantity): boolean =>
  kind === 'figure' && qualifier === 'exact' && (movement === undefined || movement.to);

/** Whether another figure is of the same thing, as far as its words lead on from what was told up to a place. */
export function isOther(
  sentence: Sentence,
  part: Quantity,
  { figure, lead }: OfYear,
  end = part.span[0],
): boolean {
  if (
    figure === part ||
    figure.family !== part.family ||
    !isPlainLevel(figure) ||
    figure.per.join() !== part.per.join()
  )
    return false;
  const known = new Set(
    between(sentence, sentence.start, end)
      .toLowerCase()
      .match(/[a-z’'-]+/g) ?? [],
  );
  return (lead.toLowerCase().match(/[a-z’'-]+/g) ?? []).every((each) => goesOn.has(each) || known.has(each));
}

/** A year, and no place within one. */
export const isYearAlone = (time: number): boolean => time > 99;

/** Whether the year of another figure is one of those that the words compare with. */
function isCompared(
  other: number,
  own: number | undefined,
  found: RegExpExecArray | RegExpMatchArray,
  told: readonly OfYear[],
): boolean {
  if ((own !== undefined && other >= own) || isYearAlone(other) !== isYearAlone(own ?? other)) return false;
  const { since, count } = found.groups ?? {};
  if (since !== undefined && other <= Number(since)) return false;
  const latest = own ?? Math.max(...told.map(({ year }) => year)) + 1;
  const reach = /a decade$/i.test(found[0]) ? 10 : count === undefined ? Infinity : fewOf(count);
  return latest - other < reach;
}

/** A number up to twelve, in digits or in words. */
export const fewOf = (written: string): number =>
  /\d/.test(written) ? Number(written) : countWords.indexOf(written.toLowerCase()) + 2;
