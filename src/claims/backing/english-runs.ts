import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, unfolded, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from './backing.ts';
import { leadTo, notYet } from './english-backing-words.ts';
import { few, fewOf, isOther, isYearAlone } from './english-records.ts';
import { figuresOfYears, type OfYear } from './english-years.ts';

const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth';
const period = '(?:year|quarter|month|season|time)';
/** For the third year running, three years in a row, a fourth consecutive year, every year. */
const run = new RegExp(
  `\\b(${ordinals.replaceAll(' ', '|')}) (?:${period} (?:running|in a row|in succession|in sequence)|(?:consecutive|successive|straight) ${period})\\b|\\b(${few}) (?:${period}s (?:running|in a row|in succession)|(?:consecutive|successive|straight) ${period}s)\\b|\\b(?:each|every|year (?:on|after|by)) year\\b(?! since)`,
  'gi',
);
const up =
  /\b(?:rose|risen|rises|increas(?:e|ed|es|ing)|grew|grown|growth|climb(?:ed|ing)|went up|up|gain(?:ed|s)?|rise|higher)\b/i;
const down =
  /\b(?:fell|fall(?:en|s|ing)?|declin(?:e|ed|es|ing)|drop(?:ped|s|ping)?|decreas(?:e|ed|es|ing)|went down|down|reduc(?:ed|tion)|cut|shortened|shrank|shrunk|lower)\b/i;

/** A rise or a fall that is said to go on, with figures of years that do otherwise. */
export function* runs(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: words, 1: nth, 2: many, index } of sentence.text.matchAll(run)) {
    const at = sentence.start + index;
    const around = `${
      between(sentence, Math.max(sentence.start, at - 70), at)
        .split(';')
        .at(-1) ?? ''
    }${between(sentence, at, at + 90).split(/[;:]/)[0] ?? ''}`;
    const [isUp, isDown] = [up.test(around), down.test(around)];
    if (isUp === isDown || notYet.test(leadTo(sentence, at))) continue;
    const series = seriesIn(sentence);
    const steps =
      nth === undefined
        ? many === undefined
          ? Infinity
          : fewOf(many)
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

const everyOne = /\b(?:both|all|each|every)\b[^.;:\d]{3,60}$/i;
/** Ahead of the two figures of one of them: “, St Mary’s from”, “ and in Queen’s from”, “: Arts to”. */
const ofOne =
  /(?:^|[,:;(–—]| and) ?(?:(?:in|at|the|for|to) )?\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){0,3} (from|to) $/u;

/** What is said to have risen, or fallen, everywhere, with two figures of each place: both cut their lists, A from 41 to 38 and B to 29 (from 28). */
export function* everywhere(sentence: Sentence): Generator<BackedClaim> {
  const { text, start, figures } = unfolded(sentence);
  const before = text.slice(0, (figures[0]?.span[0] ?? start) - start);
  const head = before.slice(0, /[,:(–—;][^,:(–—;]*$/.exec(before)?.index ?? 0);
  const said = everyOne.exec(head);
  if (!said || notYet.test(said[0]) || up.test(said[0]) === down.test(said[0])) return;
  const span = [start + said.index, start + head.length] as const;
  const isBelow = down.test(said[0]);
  for (const [part, whole] of fromAndTo(unfolded(sentence)))
    yield { kind: 'run', span, part, whole, level: undefined, isBelow, figures: [part, whole] };
}

/** What figures of places came to, and from what: “St Mary’s from 41 to 38”, “Arts to £2.1 million (from £1.9 million)”. */
function* fromAndTo({
  text,
  start,
  figures,
}: ReturnType<typeof unfolded>): Generator<readonly [to: Quantity, from: Quantity]> {
  for (const [at, first] of figures.entries()) {
    const next = figures[at + 1];
    if (!next || next.family !== first.family) continue;
    const lead = text.slice((figures[at - 1]?.span[1] ?? start) - start, first.span[0] - start);
    const gap = text.slice(first.span[1] - start, next.span[0] - start);
    const order = ofOne.exec(lead)?.[1];
    if (order === 'from' && gap === ' to ') yield [next, first];
    if (order === 'to' && /^ \((?:up |down )?from $/.test(gap)) yield [first, next];
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
  const isOneKind = years.every((each) => isYearAlone(each) === isYearAlone(years[0] ?? 0));
  return isOneKind && new Set(years).size === years.length ? [...told].sort((a, b) => a.year - b.year) : [];
}
