import type { Quantity } from '../../quantity/value/quantity.ts';
import { RATIO } from '../../quantity/value/unit.ts';
import { speltCounts } from '../../quantity/scan/spelt-counts.ts';
import { BRACKET, between, endOf, type Sentence } from '../../reading/sentences.ts';
import type { Average } from './average-claims.ts';
import { stemOf } from '../english-figures.ts';
import { isPlain } from '../changes/change-claims.ts';
import { doubtful } from './chinese-averages.ts';
import { sharedBy, type SharedBy } from '../parts/shared-by.ts';

/** A count with the words on either side. */
interface Told {
  readonly figure: Quantity;
  readonly lead: string;
  readonly behind: string;
}

/** What a figure is the average by, “” where that is not said; and the noun that it counts. */
interface Mark {
  readonly by: string;
  readonly noun: string;
  readonly isEach: boolean;
}

const by = /^(?: ([a-z]+))?(?: [a-z]+)? (?:per|for each|for every|a|an|every) ([a-z]+)\b/;
const averaging = /\baverag(?:e|es|ed|ing)(?: ([a-z]+) size| [a-z]+)? (?:of |at )?$/;
const averageOne =
  /\bthe average ([a-z]+) (?:has|had|holds|held|gets|got|received|serves|served|spent|spends) $/i;
const perOne = /\b[Pp]er-([a-z]+) (?:[a-z]+ ){1,3}(?:was|is|of|averaged|came to|stood at|reached) $/;
const eachBehind = /^(?: ([a-z]+))? each\b/;
const eachOf = /\b[Ee]ach of (?:the |its |our |their )?$/;
const limit = /\b(?:up to|at least|at most|more than|over|about|maximum|minimum|of up to)\b/;

/** Every average of an English sentence with the totals and counts that it may be of. */
export function* englishAverages(sentence: Sentence): Generator<readonly Average[]> {
  if (!/averag|\b[Pp]er\b|\b[Ee]ach\b|\b(?:a|an|every) (?:year|month|week|day|[a-z]+)\b/.test(sentence.text))
    return;
  const told = toldIn(sentence);
  const marks = told.map((own, index) => markOf(own, told[index - 1]));
  const isSeveral = marks.filter((mark) => mark !== undefined).length > 1;
  for (const [index, mark] of marks.entries()) {
    const own = told[index] as Told;
    if (!mark || own.figure.family === RATIO || !isPlainFigure(own.figure)) continue;
    const choices = choicesOf(sentence, told, own, mark);
    if (choices.length > 0) yield isSeveral ? doubtful(choices) : choices;
  }
}

const isPlainFigure = ({ qualifier, kind }: Quantity): boolean => qualifier === 'exact' && kind === 'figure';

function toldIn(sentence: Sentence): readonly Told[] {
  const spelt = speltCounts(sentence.text, sentence.start).filter(({ span: [start, end] }) =>
    sentence.figures.every(({ span }) => span[1] <= start || end <= span[0]),
  );
  const figures = [...sentence.figures, ...spelt].sort((a, b) => a.span[0] - b.span[0]);
  return figures.map((figure, index) => ({
    figure,
    lead: words(sentence, figures[index - 1]?.span[1] ?? sentence.start, figure.span[0]),
    behind: words(sentence, figure.span[1], figures[index + 1]?.span[0] ?? endOf(sentence)),
  }));
}

const words = (sentence: Sentence, from: number, to: number): string =>
  between(sentence, from, Math.min(to, from + 160)).replaceAll(BRACKET, '');

function markOf(told: Told, before: Told | undefined): Mark | undefined {
  const { behind } = told;
  const lead = told.lead.slice(-60);
  if (limit.test(lead.slice(-24)) || /\b(?:growth|increase|rise) of $/.test(lead)) return undefined;
  const [, one] = averageOne.exec(lead) ?? perOne.exec(lead) ?? [];
  const noun = nounOf(behind);
  if (one !== undefined) return { by: one, noun, isEach: false };
  const shared = sharedBehind(behind);
  if (shared) return shared;
  if (before && eachOf.test(before.lead) && /^ [a-z -]{3,60} $/.test(told.lead))
    // what each has is told as an average may be, what each was given is not
    return { by: nounOf(before.behind), noun, isEach: !/\b(?:ha[sd]|have|holds?|held|serves?) $/.test(lead) };
  const averaged = averaging.exec(lead);
  return averaged ? { by: averaged[1] ?? '', noun, isEach: false } : undefined;
}

/** 110 per session, 14 trees each. */
function sharedBehind(behind: string): Mark | undefined {
  const [, noun = '', thing] = by.exec(behind) ?? [];
  if (thing !== undefined && isThing(thing)) return { by: thing, noun, isEach: false };
  const given = eachBehind.exec(behind);
  return given ? { by: '', noun: given[1] ?? '', isEach: !/on average/.test(behind) } : undefined;
}

const noThings = new Set([
  'total',
  'rise',
  'cost',
  'year',
  'few',
  'lot',
  'number',
  'result',
  'further',
  'head',
  'cent',
]);
const isThing = (word: string): boolean => word === 'year' || !noThings.has(word);

/** The first word behind a figure, as one of its thing. */
const nounOf = (behind: string): string => stemOf(/^ ([a-z]+)/.exec(behind)?.[1] ?? '');

function choicesOf(sentence: Sentence, told: readonly Told[], own: Told, mark: Mark): readonly Average[] {
  const counts = [
    ...timesOf(sentence, mark),
    ...told.filter((other) => other !== own && isCountOf(other, mark)).map(({ figure }) => figure),
  ];
  return counts.flatMap((count) => {
    const totals = told.filter(
      (other) => other !== own && other.figure !== count && isTotalOf(other, own, mark),
    );
    const marked = totals.filter(
      ({ lead, behind }) =>
        isTotal.test(lead.slice(-24)) || /^(?: [a-z]+)? (?:in (?:all|total)|altogether)\b/.test(behind),
    );
    // of an average that is by nothing named only a total that says so
    const chosen =
      marked.length === 1 ? marked : mark.by === '' && !mark.isEach && !/each/.test(own.behind) ? [] : totals;
    return chosen.map(({ figure: total }): Average => ({
      average: own.figure,
      total,
      count,
      isEach: mark.isEach,
    }));
  });
}

const isTotal = /\b(?:total(?:ling|ing|led)?|in all|a total of|altogether)(?: of| came to)? $/;
const isTime = /^(?:year|month|week|day|quarter)$/;

/** Whether a figure counts the things that an average is by: of “per session” those that stand before “sessions”. */
function isCountOf({ figure, behind, lead }: Told, { by: thing }: Mark): boolean {
  if (!isWholeCount(figure) || isTime.test(thing) || /^ of (?:them|these|those|which|whom)\b/.test(behind))
    return false;
  const nouns = nounsOf(behind);
  if (/\baverage\b(?! each)|\bper\b/.test(`${lead.slice(-20)}${nouns.join(' ')}`)) return false;
  if (thing === '' || /^(?:person|head|capita)$/.test(thing)) return nouns[0] !== '' && figure.unit === '';
  return nouns.includes(stemOf(thing)) || isOneUnit(figure, thing) || isDoneTimes(nouns, lead, thing);
}

const isWholeCount = (figure: Quantity): boolean =>
  isPlain(figure) &&
  figure.movement === undefined &&
  figure.number.d === 1n &&
  figure.number.compare(2) >= 0 &&
  figure.family !== RATIO;

/** The first three words behind a figure, each as one of its thing. */
const nounsOf = (behind: string): readonly string[] =>
  (/^(?: [a-z-]+){1,3}/.exec(behind)?.[0] ?? '').trim().split(' ').map(stemOf);

/** Patrols went out 1,260 times. */
const isDoneTimes = (nouns: readonly string[], lead: string, thing: string): boolean =>
  nouns[0] === stemOf('time') &&
  stemOf(/(?<![a-z])([a-z]+) [a-z]+ (?:out )?$/i.exec(lead.slice(-60).toLowerCase())?.[1] ?? '') === thing;

const isOneUnit = ({ unit }: Quantity, thing: string): boolean =>
  unit !== '' && stemOf(unit) === stemOf(thing);

/** Whether a figure can be the total of an average: of its kind, and where both name a thing of the same one. */
function isTotalOf({ figure, behind, lead }: Told, { figure: own }: Told, { noun }: Mark): boolean {
  if (
    !isPlain(figure) ||
    figure.movement ||
    figure.family !== own.family ||
    figure.number.compare(own.number) <= 0
  )
    return false;
  if (/\b(?:average|averaging)\b/.test(lead.slice(-30)) || /^(?: [a-z]+)? (?:per|each)\b/.test(behind))
    return false;
  if (own.unit !== '' && own.family !== '') return true;
  const nouns = (/^(?: [a-z-]+){1,3}/.exec(behind)?.[0] ?? '').trim().split(' ').map(stemOf);
  return noun === '' || noun === 'on' || nouns.includes(stemOf(noun)) || /^ in (?:all|total)\b/.test(behind);
}

const spelt = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const timeEn = new RegExp(`\\b(${spelt.join('|')}|\\d{1,2}) (year|month|week|day)s\\b`, 'g');

/** The years, months or days that a sentence speaks of, for an average by these. */
function* timesOf({ text, start }: Sentence, { by: thing }: Mark): Generator<SharedBy> {
  if (!isTime.test(thing)) return;
  const found = [...text.matchAll(timeEn)].filter(([, , unit]) => unit === thing);
  const [only] = found;
  if (only && found.length === 1) {
    const count = spelt.indexOf(only[1] ?? '') + 2;
    const number = count > 1 ? count : Number(only[1]);
    yield sharedBy(only[0], start + only.index, number, number);
  }
  const year = /\b(?:in|over|during|for|through|of) the year\b/.exec(text);
  const [least, most] =
    thing === 'month' ? [12, 12] : thing === 'week' ? [52, 52] : thing === 'day' ? [365, 366] : [4, 4];
  if (found.length === 0 && year && thing !== 'year')
    yield sharedBy(year[0], start + year.index, least, most);
}
