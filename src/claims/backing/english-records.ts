import { countWords } from '../counts/english-announced.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from './backing.ts';
import { leadTo, notYet } from './english-backing-words.ts';
import { figuresOfYears, type OfYear } from './english-years.ts';

const number = `(?:${countWords.join('|')}|\\d{1,2})`;
/** The highest ever, a record, an all-time low, the fewest since 2014, the lowest in five years. */
const record = new RegExp(
  [
    `\\b(highest|lowest|most|fewest|largest|smallest|biggest|greatest|least)(?: (?!of\\b)[a-z’'-]+){0,3}? (?:ever\\b|on record\\b|yet\\b|to date\\b|in (?:its|our|their|the) (?:[a-z’'-]+ )?history\\b|since (?:records began|(?<since>(?:19|20)\\d\\d))|(?:in|for|of) (?:at least |more than |over |the (?:last|past) )?(?:(?<count>${number}) years|a decade))`,
    '(?:\\b(?:an?|our|its|their|the)) (?:new |all-time )?record(?: (high|low))?(?=[,.;)]| (?:for|in|number|figure|year|level)\\b|$)',
    '\\ban? (?:new )?all-time (high|low)\\b',
  ].join('|'),
  'gi',
);
const isLow = (words: string): boolean => /lowest|fewest|smallest|least|low\b/i.test(words);
/** Words that lead on to a figure of what was told before, in another year. */
const goesOn = new Set(
  'it they there that this was were is are had been the in for of and but from to up down against compared with when a an previous previously highest high peak best figure figures number numbers total totals rate rates level levels year years before earlier last year’s comparable respectively by at than more less still only just after having stood being'.split(
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
      if (isOther(sentence, part, other) && isCompared(other.year, own, found, told))
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

/** The figure that is said to be a record: right before the words, or behind them. */
function recordBeside(sentence: Sentence, at: number, end: number): Quantity | undefined {
  const before = sentence.figures.findLast(
    ({ span, family, text }) => span[1] <= at && !(family === '' && /^(?:19|20)\d\d$/.test(text)),
  );
  const gap = before && between(sentence, before.span[1], at).replaceAll(BRACKET, '');
  if (
    before &&
    gap !== undefined &&
    /^(?: (?!and\b)[a-z’'\d-]+){0,6}(?:,| [–—-]|:)? ?(?:(?:which|that|this) (?:is|was) |or |again )?(?:the |an? |our |its |their )?$/.test(
      gap,
    ) &&
    isPlainLevel(before)
  )
    return before;
  const behind = sentence.figures.find(({ span }) => span[0] >= end);
  return behind &&
    /^ (?:of|at|with) $|^: $/.test(between(sentence, end, behind.span[0])) &&
    isPlainLevel(behind)
    ? behind
    : undefined;
}

const isPlainLevel = ({ kind, qualifier, movement }: Quantity): boolean =>
  kind === 'figure' && qualifier === 'exact' && (movement === undefined || movement.to);

/** Whether another figure is of the same thing, as far as its words lead on from what was told. */
function isOther(sentence: Sentence, part: Quantity, { figure, lead }: OfYear): boolean {
  if (
    figure === part ||
    figure.family !== part.family ||
    !isPlainLevel(figure) ||
    figure.per.join() !== part.per.join()
  )
    return false;
  const known = new Set(
    between(sentence, sentence.start, part.span[0])
      .toLowerCase()
      .match(/[a-z’'-]+/g) ?? [],
  );
  return (lead.toLowerCase().match(/[a-z’'-]+/g) ?? []).every((each) => goesOn.has(each) || known.has(each));
}

/** Whether the year of another figure is one of those that the words compare with. */
function isCompared(
  other: number,
  own: number | undefined,
  found: RegExpExecArray | RegExpMatchArray,
  told: readonly OfYear[],
): boolean {
  if (own !== undefined && other >= own) return false;
  const { since, count } = found.groups ?? {};
  if (since !== undefined && other <= Number(since)) return false;
  const latest = own ?? Math.max(...told.map(({ year }) => year)) + 1;
  const reach = /a decade$/i.test(found[0]) ? 10 : count === undefined ? Infinity : numberOf(count);
  return latest - other < reach;
}

const numberOf = (written: string): number =>
  /\d/.test(written) ? Number(written) : countWords.indexOf(written.toLowerCase()) + 2;

const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth';
const period = '(?:year|quarter|month|season|time)';
/** For the third year running, three years in a row, a fourth consecutive year, every year. */
const run = new RegExp(
  `\\b(${ordinals.replaceAll(' ', '|')}) (?:${period} (?:running|in a row|in succession|in sequence)|(?:consecutive|successive|straight) ${period})\\b|\\b(${number}) (?:${period}s (?:running|in a row|in succession)|(?:consecutive|successive|straight) ${period}s)\\b|\\b(?:each|every|year (?:on|after|by)) year\\b(?! since)`,
  'gi',
);
const up =
  /\b(?:rose|risen|rises|increas(?:e|ed|es|ing)|grew|grown|growth|climb(?:ed|ing)|went up|up|gain(?:ed|s)?|rise|higher)\b/i;
const down =
  /\b(?:fell|fall(?:en|s|ing)?|declin(?:e|ed|es|ing)|drop(?:ped|s|ping)?|decreas(?:e|ed|es|ing)|went down|down|reduc(?:ed|tion)|shrank|shrunk|lower)\b/i;

/** A rise or a fall that is said to go on, with figures of years that do otherwise. */
export function* runs(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: words, 1: nth, 2: many, index } of sentence.text.matchAll(run)) {
    const at = sentence.start + index;
    const around = `${
      between(sentence, Math.max(sentence.start, at - 70), at)
        .split(';')
        .at(-1) ?? ''
    }${between(sentence, at, at + 40).split(/[;:]/)[0] ?? ''}`;
    const [isUp, isDown] = [up.test(around), down.test(around)];
    if (isUp === isDown || notYet.test(leadTo(sentence, at))) continue;
    const series = seriesIn(sentence);
    const steps =
      nth === undefined
        ? many === undefined
          ? Infinity
          : numberOf(many)
        : ordinals.split(' ').indexOf(nth.toLowerCase()) + 2;
    for (const [place, { figure }] of series.entries()) {
      const before = series[place - 1];
      if (before && series.length - place <= steps)
        yield {
          kind: 'run',
          span: [at, at + words.length],
          part: figure,
          whole: before.figure,
          level: undefined,
          isBelow: isDown,
          figures: [figure, before.figure],
        };
    }
  }
}

/** The figures of one thing that a sentence gives to years, in their order; none where it gives several things. */
function seriesIn(sentence: Sentence): readonly OfYear[] {
  const told = figuresOfYears(sentence);
  const [first, ...others] = told;
  if (
    !first ||
    others.length === 0 ||
    /\bby $/.test(first.lead) ||
    !others.every((each) => isOther(sentence, first.figure, each))
  )
    return [];
  const years = told.map(({ year }) => year);
  return new Set(years).size === years.length ? [...told].sort((a, b) => a.year - b.year) : [];
}
