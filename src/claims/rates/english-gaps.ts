import type { Span } from '../../quantity/value/formula.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { POINTS, RATIO } from '../../quantity/value/unit.ts';
import { speltCounts } from '../../quantity/scan/spelt-counts.ts';
import { between, BRACKET, endOf, type Sentence } from '../../reading/sentences.ts';
import { inUnitOf, isPlain } from '../changes/change-claims.ts';
import type { Gap } from './gap-claims.ts';

const up =
  'above|higher than|more than|over|faster than|greater than|better than|ahead of|longer than|exceed(?:s|ed|ing)?|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?';
const down =
  'below|lower than|less than|fewer than|under|slower than|worse than|behind|short of|shorter than';
const who =
  '(?:national|state|statewide|county|regional|district|city|sector|industry|provincial|global|international|EU|UK|US|country|nation|region|province|neighbouring|neighboring|neighbours|nationwide|world|comparable|average|median|mean|peers?|elsewhere|nationally|all (?:districts|schools|counties|councils))';
/** Others or an average, or a gap in points. */
const mayCompare = new RegExp(`\\b(?:${who}|points?)\\b`, 'i');
const aboutOthers = new RegExp(`\\b${who}\\b`, 'i');
/** Between a figure and what it is held against: “ above the national average of ”. */
const direct = new RegExp(
  `(?:^|[ ,(])(?:(${up})|${down})((?: [a-z’'-]+){1,6}?(?: of| rate of|,| is| was)?|(?: the| a| an| its| their| that of)+) ?$`,
  'i',
);
/** By how much, behind it: “ points above the national average”, “ percentage points faster”. */
const apart = new RegExp(
  `^(?: (?:percentage )?points?)?,? (?:(${up}|higher|faster|quicker|more|above|longer|dearer|better)|${down}|lower|slower|less|fewer|below|shorter|cheaper|worse)\\b`,
  'i',
);
const pace = /\b(?:faster|slower|quicker)\b/;
const times = /^(?:秒|分钟|minutes?|seconds?|hours?|days?|weeks?|months?)$/;

/** Every gap of an English sentence with the two figures that it lies between. */
export function* englishGaps(one: Sentence): Generator<Gap> {
  if (/\brespectively\b/.test(one.text)) return;
  const sentence = withSpeltPoints(one);
  const isOfOthers = mayCompare.test(sentence.text);
  for (const [index, own] of sentence.figures.entries()) {
    // of what fell, more may be meant as less
    if (!isFigure(own) || own.movement?.direction === 'down') continue;
    const told = isOfOthers ? [...against(sentence, own, index)] : [];
    yield* told.length > 0 ? told : heldAgainst(sentence, own, index);
    if (!isOfOthers) {
      yield* byThan(sentence, own, index);
      continue;
    }
    yield* againstGap(sentence, own, index);
    yield* toldApart(sentence, own, index);
  }
}

/** A sentence with what it spells out of points among its figures: six percentage points less. */
function withSpeltPoints(sentence: Sentence): Sentence {
  if (!/[a-z] (?:percentage )?points?\b/.test(sentence.text)) return sentence;
  const spelt = speltCounts(sentence.text, sentence.start).filter(
    ({ span: [start, end] }) =>
      /^ (?:percentage )?points?\b/.test(between(sentence, end, end + 20)) &&
      sentence.figures.every(({ span }) => span[1] <= start || end <= span[0]),
  );
  return spelt.length === 0
    ? sentence
    : { ...sentence, figures: [...sentence.figures, ...spelt].sort((a, b) => a.span[0] - b.span[0]) };
}

/** At 5.4%, unemployment was lower than the 5.8% of the region: the two are held against each other, whatever the other is. */
const than =
  /^(?:, [A-Za-z’' -]{2,60}?|(?: [A-Za-z’'-]+){0,6}?) (?:was|is|were|are|stood|remained|stayed|proved|lay|lies)(?: (?:well|still|far|slightly|also|again|just|much))? (?:(higher|longer|greater|larger|more|bigger|better|faster) than|(above)|(?:lower|shorter|smaller|less|fewer|worse|slower) than|below)(?: (?:the|that of|an?|its|their|those))? (?:[A-Za-z’'-]+ ){0,3}?$/;

function* heldAgainst(sentence: Sentence, figure: Quantity, index: number): Generator<Gap> {
  const raw = sentence.figures[index + 1];
  if (!raw) return;
  const all = words(sentence, figure.span[1], raw.span[0]);
  // our 14-day wait
  const gap = all.replace(/^-(?:day|week|month|hour|minute)(?= )/, '');
  const own = gap === all ? figure : inUnitOf(raw, figure);
  const other = inUnitOf(own, raw);
  if (!isFigure(other) || other.family !== own.family) return;
  const told = than.exec(gap);
  if (!told || planned.test(gap + words(sentence, other.span[1], other.span[1] + 30))) return;
  // only behind “at 5.4%, ” does another clause go on with the figure
  if (
    gap.startsWith(',') &&
    !/\b[Aa]t (?:about |just |only )?$/.test(words(sentence, own.span[0] - 14, own.span[0]))
  )
    return;
  if (/\b(?:and|but|while|who|which|that)\b(?! of)/.test(gap) || /\bbetter|worse\b/.test(gap)) return;
  const [, more, above] = told;
  yield {
    own,
    other,
    side: sideOf(more !== undefined || above !== undefined, gap, own),
    said: saidIn(sentence, own, other),
  };
}

/** What is of an earlier time is told as a change. */
const ofTime = /\b(?:19|20)\d\d\b|\b(?:years?|last|previous|prior|before|earlier|ago|then|months?)\b/i;

/** £88 a week, £8 cheaper than the £96 charged by private landlords: whatever the other is, but for an earlier time. */
function* byThan(sentence: Sentence, own: Quantity, index: number): Generator<Gap> {
  const next = sentence.figures[index + 2];
  if (!next || ofTime.test(words(sentence, own.span[0] - 40, next.span[1] + 60))) return;
  const by = gapAt(sentence, own, index + 1);
  if (by && /^ [a-z]+ than (?:[a-z’'-]+ ){0,3}$/.test(words(sentence, by.span[1], next.span[0])))
    yield* againstGap(sentence, own, index);
}

/** Where words say which side a figure is on. */
function saidIn(sentence: Sentence, own: Quantity, other: Quantity): Span | undefined {
  const found = sides.exec(between(sentence, own.span[1], other.span[0]));
  const at = own.span[1] + (found?.index ?? 0);
  return found ? [at, at + found[0].length] : undefined;
}
const sides = new RegExp(`\\b(?:${up}|${down})\\b`, 'i');

const isFigure = (figure: Quantity): boolean => isPlain(figure) && figure.movement?.to !== true;
const words = (sentence: Sentence, from: number, to: number): string =>
  between(sentence, from, Math.min(to, from + 160)).replaceAll(aside, '');
const aside = new RegExp(` ?${BRACKET}+`, 'g');

/** A figure as the gap between rates or amounts, “3.2 points” of rates as well; undefined where it can be none. */
function gapAt(sentence: Sentence, own: Quantity, index: number): Quantity | undefined {
  const figure = sentence.figures[index];
  if (figure?.kind !== 'figure') return undefined;
  if (own.family !== RATIO) return figure.family === own.family ? figure : undefined;
  if (figure.family === POINTS) return figure;
  const behind = between(sentence, figure.span[1], figure.span[1] + 20);
  return /^ (?:percentage )?points?\b/.test(behind) && figure.unit === ''
    ? withChanges(figure, { family: POINTS, unit: 'points', text: `${figure.text} points` })
    : undefined;
}

/** The side that words tell; what is only better or worse may be on either. */
const sideTold = (told: RegExpExecArray, own: Quantity, other: Quantity): Gap['side'] =>
  /\b(?:better|worse)\b/.test(told[0])
    ? own.number.compare(other.number) >= 0
      ? 'above'
      : 'below'
    : sideOf(told[1] !== undefined, told[0], own);

/** Of times the faster is the shorter. */
function sideOf(isAbove: boolean, words: string, { unit }: Quantity): Gap['side'] {
  const isTurned = pace.test(words) && times.test(unit);
  return isAbove !== isTurned ? 'above' : 'below';
}

/** The figure in a bracket that alone stands behind a place: above the national average (81.7%). */
function inBracket(
  sentence: Sentence,
  from: number,
  to: number,
): { readonly figure: Quantity; readonly at: number } | undefined {
  const bracket = sentence.brackets.find(({ span }) => span[0] >= from && span[0] < to);
  const [figure, more] = bracket?.sentences[0]?.figures ?? [];
  return bracket && figure && !more && isFigure(figure) ? { figure, at: bracket.span[0] } : undefined;
}

/** The other figure that words behind one lead to, in a bracket or by itself, with those words. */
function otherBehind(
  sentence: Sentence,
  own: Quantity,
  from: Quantity,
  next: Quantity | undefined,
): { readonly other: Quantity; readonly lead: string; readonly isAside: boolean } | undefined {
  const aside = inBracket(sentence, from.span[1], Math.min(next?.span[0] ?? Infinity, from.span[1] + 100));
  const raw = aside?.figure ?? next;
  // of “78.9 years … 77.0” the second is in years as well
  const other = raw && inUnitOf(own, raw);
  if (!other || !isFigure(other) || other.family !== own.family) return undefined;
  const lead = words(sentence, from.span[1], aside?.at ?? other.span[0]);
  return planned.test(lead) ? undefined : { other, lead, isAside: aside !== undefined };
}

const planned = /\b(?:plan(?:ned)?|targets?|budget(?:ed)?|forecast|expected|needed)\b/;

/** 92.4%, above the national average of 90.1%; exceeds the state average of 99.82% by 0.04 points. */
function* against(sentence: Sentence, own: Quantity, index: number): Generator<Gap> {
  const found = otherBehind(sentence, own, own, sentence.figures[index + 1]);
  const told = found && direct.exec(found.lead);
  if (
    !told ||
    !aboutOthers.test(told[2] ?? '') ||
    /\d|;/.test(found.lead) ||
    found.lead.split(',').length > 3
  )
    return;
  const { other, isAside } = found;
  const after = gapAt(sentence, own, index + (isAside ? 1 : 2));
  const by = after && words(sentence, other.span[1], after.span[0]).endsWith(' by ') ? after : undefined;
  yield {
    own,
    other,
    side: sideOf(told[1] !== undefined, told[0], own),
    said: saidIn(sentence, own, other),
    ...(by && { by }),
  };
}

/** Between a figure and by how much it lies apart: “, ”, “ of its pupils, ”, “ is ”. */
const leadsOn =
  /^ [–—-] $|^(?: [a-z’'-]+){0,8},? (?:which |that )?(?:is |was |are )?$|^,? $|^\)? (?:is |was )?$/;

/** 92.4%, 2.3 points above the national average of 90.1%; 21,640, 1,210 below the median of 22,850. */
function* againstGap(sentence: Sentence, own: Quantity, index: number): Generator<Gap> {
  const by = gapAt(sentence, own, index + 1);
  if (!by || !leadsOn.test(words(sentence, own.span[1], by.span[0]))) return;
  const found = otherBehind(sentence, own, by, sentence.figures[index + 2]);
  const told = found && apart.exec(found.lead);
  if (!told || found.lead.length > 60 || /[;]|, and\b|\b(?:in 20\d\d|last year)\b/.test(found.lead)) return;
  yield { own, other: found.other, side: sideTold(told, own, found.other), by };
}

/** 7.2%, against 6.5% across the state, 0.7 points faster; 62.5%; the national average was 48.1%, so turnout was 14.4 points higher. */
function* toldApart(sentence: Sentence, own: Quantity, index: number): Generator<Gap> {
  const [other, by] = [sentence.figures[index + 1], gapAt(sentence, own, index + 2)];
  if (!other || !isFigure(other) || !by || other.family !== own.family) return;
  const label = words(sentence, own.span[1], other.span[0]);
  const middle = words(sentence, other.span[1], by.span[0]);
  if (!isOfOther(label, middle)) return;
  const to = Math.min(sentence.figures[index + 3]?.span[0] ?? endOf(sentence), by.span[1] + 60);
  const told = apart.exec(words(sentence, by.span[1], to));
  if (!told) return;
  // the average was 44%, four points less: of the average itself
  const isTurned = /(?:^|;|, )[^,;]*\b(?:was|is|stood at) $/.test(label) && /^[^,]{0,40}, $/.test(middle);
  const [ours, theirs] = isTurned ? [other, own] : [own, other];
  const side = sideTold(told, ours, theirs);
  yield { own: ours, other: theirs, side, by };
}

/** Whether words before and behind a figure tell that others have it, at the same time. */
const isOfOther = (label: string, middle: string): boolean =>
  compares.test(label) &&
  !planned.test(label) &&
  !/\band\b/.test(middle) &&
  aboutOthers.test(label + middle.replace(/,[^,]*$/, '')) &&
  !/20\d\d|last year/.test(label + middle);

const compares = /\b(?:against|compared with|compared to|compares with|while|whereas|the)\b/;
