import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import { namedRate, rateAhead } from './named-rates.ts';
import { isPair, isRate, type RateClaim } from './rate-figures.ts';
import { sharesAlike } from './shares-alike.ts';

/** The rates of a sentence with their counts, each once where two readers find it. */
export function ratesOfSentence(sentence: Sentence): Iterable<RateClaim> {
  const found = new Map<string, RateClaim>();
  for (const claim of readersOf(sentence)) {
    const key = [claim.rate, claim.part, claim.whole].map(({ span }) => span[0]).join(' ');
    if (!found.has(key)) found.set(key, claim);
  }
  return found.values();
}

function* readersOf(sentence: Sentence): Generator<RateClaim> {
  yield* bracketed(sentence);
  yield* shareOf(sentence);
  yield* pairThenRate(sentence);
  yield* pairInside(sentence);
  yield* namedRate(sentence);
  yield* rateAhead(sentence);
  yield* rateOfWhole(sentence);
  yield* sharesAlike(sentence);
}

/** The rate that stands in a bracket, alone or with 占 before it. */
function rateInside(
  sentence: Sentence,
  after: Quantity,
): { readonly rate: Quantity; readonly end: number } | undefined {
  const bracket = sentence.brackets.find(
    ({ span }) => span[0] >= after.span[1] && between(sentence, after.span[1], span[0]).length <= 24,
  );
  const inside = bracket?.sentences[0];
  const [rate] = inside?.figures ?? [];
  if (!bracket || !inside || rate === undefined || !isRate(rate)) return undefined;
  const words =
    inside.text.slice(0, rate.span[0] - inside.start) + inside.text.slice(rate.span[1] - inside.start);
  return /^(?:占比?|or )?$/.test(words.trim()) ? { rate, end: bracket.span[1] } : undefined;
}

const plainWords = /^[^，。；,;.:\uE001]{0,24}$/;

/** 691 of 695 (99.4%); 18 (7.5%) of 240; Of 240 posts, 18 (7.5%) were vacant; 114所学校中有64所（占55%）. */
function* bracketed(sentence: Sentence): Generator<RateClaim> {
  const { figures } = sentence;
  for (const [index, figure] of figures.entries()) {
    const found = rateInside(sentence, figure);
    if (!found || between(sentence, figure.span[1], found.end).replaceAll(BRACKET, '').length > 24) continue;
    const close = between(sentence, figure.span[1], found.end).replaceAll(BRACKET, '').trim();
    const counts = plainWords.test(close) ? countsAround(sentence, index, found.end, close) : undefined;
    if (counts) yield { rate: found.rate, ...counts };
  }
}

/** The part and the whole of a rate in a bracket that ends at a place: the figure before the bracket, and the one before or behind these. */
function countsAround(
  sentence: Sentence,
  index: number,
  end: number,
  close: string,
): Omit<RateClaim, 'rate'> | undefined {
  const { figures } = sentence;
  const [before, figure, after] = [figures[index - 1], figures[index] as Quantity, figures[index + 1]];
  if (before && outOf.test(between(sentence, before.span[1], figure.span[0])))
    return isPair(before, figure) ? { part: before, whole: figure } : undefined;
  if (
    after &&
    close === '' &&
    /^ ?of (?:(?:the|a total of|all|its|their) ){0,2}$/.test(between(sentence, end, after.span[0]))
  )
    return isPair(figure, after) ? { part: figure, whole: after } : undefined;
  if (!before || !isPair(figure, before)) return undefined;
  const isWhole =
    (index === 1 && close === 'of them') ||
    (isOf(sentence, before, figure, index) && isOfOneThing(sentence, figure, before));
  return isWhole ? { part: figure, whole: before } : undefined;
}

/** Of the Agency’s 240 driving posts, 18; 114所学校中，有64所. */
function isOf(sentence: Sentence, whole: Quantity, part: Quantity, index: number): boolean {
  const gap = between(sentence, whole.span[1], part.span[0]);
  const lead = between(sentence, sentence.start, whole.span[0]);
  if (index === 1 && /^\s*(?:Out )?[Oo]f [^,;.\d]{0,40}$/.test(lead) && /^[^,;.]{0,40}, $/.test(gap))
    return true;
  return (
    /^[\p{Script=Han}]{0,12}(?:中，?|，其中)(?:有|已有|共有)?[\p{Script=Han}]{0,8}$/u.test(gap) &&
    !/[率比每均]/.test(gap)
  );
}

/** Whether a part that is more than its whole is surely of it: 12个镇中，有318个村 are no more than 12 towns. */
function isOfOneThing(sentence: Sentence, part: Quantity, whole: Quantity): boolean {
  if (part.number.compare(whole.number) <= 0) return true;
  const found = /^ ([a-z]{2,}s)(?<! (?:was|has|is))\b|^(\p{Script=Han}+)/u.exec(
    between(sentence, part.span[1], part.span[1] + 24),
  );
  return !found || between(sentence, whole.span[1], part.span[0]).includes(found[1] ?? found[2] ?? '');
}

const ofTotal = /^[\p{Script=Han}]{0,10}[，,]?(?:占比?|占总[数人量]数?的?|比例)(?:为|达到?)?$/u;
const puts = /^[^,;.\d]{0,30}, (?:or|that is|which is|which puts [^,;.\d]{0,30} at|a rate of) $/;

/** Whether a rate is named after what the part has done: 其中28处完成整改，整改率. */
function isRateOf(gap: string, around: string): boolean {
  const stem = /^\p{Script=Han}{0,8}[，,](\p{Script=Han}{2,4})率(?:为|达到?|是)?$/u.exec(gap)?.[1];
  return stem !== undefined && around.split(stem).length > 2;
}

/** 共114所，其中64所，占56.1%; of 184,600 departures, 168,355 left on time, which puts punctuality at 91.2%. */
function* shareOf(sentence: Sentence): Generator<RateClaim> {
  const { figures } = sentence;
  for (const [index, rate] of figures.entries()) {
    const [whole, part] = [figures[index - 2], figures[index - 1]];
    if (!isRate(rate) || !whole || !part || !isPair(part, whole) || !isOf(sentence, whole, part, index - 1))
      continue;
    if (!isOfOneThing(sentence, part, whole)) continue;
    const gap = between(sentence, part.span[1], rate.span[0]);
    const around = between(sentence, whole.span[1], part.span[0]) + gap;
    if (ofTotal.test(gap) || puts.test(gap) || isRateOf(gap, around)) yield { rate, part, whole };
  }
}

/** 整改691处，占发现隐患695处的99.4%; 28 bridges, 93.3% of the 30 inspected. */
function* rateOfWhole(sentence: Sentence): Generator<RateClaim> {
  for (const [index, part] of sentence.figures.entries()) {
    const [second, third] = [sentence.figures[index + 1], sentence.figures[index + 2]];
    if (!second || !third) continue;
    const [before, after] = [
      between(sentence, part.span[1], second.span[0]),
      between(sentence, second.span[1], third.span[0]),
    ];
    if (isRate(third) && isPair(part, second)) {
      if (/^[，,]占\p{Script=Han}{0,12}$/u.test(before) && /^\p{Script=Han}{0,6}的$/u.test(after))
        yield { rate: third, part, whole: second };
    } else if (
      isRate(second) &&
      isPair(part, third) &&
      /^[^,;:.\d\uE001]{0,30}, (?:or )?$/.test(before) &&
      /^ of (?:the|all|a total of|all the) $/.test(after) &&
      !isOfOthers(sentence, part, third)
    )
      yield { rate: second, part, whole: third };
  }
}

const things = /^ (?:[a-z]+ ){0,2}?([a-z]{2,}s)\b/;

/** Whether a count is no part of another, by what it counts or by what leads to it: after 26 audits, 75% of the 28 culverts. */
function isOfOthers(sentence: Sentence, part: Quantity, whole: Quantity): boolean {
  const lead = between(sentence, sentence.start, part.span[0]);
  if (/\b(?:after|in|with|over|within|by|at|during|despite|since|on) $/i.test(lead)) return true;
  const [one, other] = [part, whole].map(
    ({ span }) => things.exec(between(sentence, span[1], span[1] + 40))?.[1],
  );
  return one !== undefined && other !== undefined && one !== other;
}

const outOf = /^(?: [a-z]+){0,2} (?:out )?of (?:(?:the|a total of|all|its|their) ){0,2}$/i;

/** 145 of 150 hydrants, or 96.7%; never 9 of 12 counties, or 40% of the land. */
function* pairThenRate(sentence: Sentence): Generator<RateClaim> {
  for (const [index, rate] of sentence.figures.entries()) {
    const [part, whole] = [sentence.figures[index - 2], sentence.figures[index - 1]];
    if (
      !isRate(rate) ||
      !part ||
      !whole ||
      !isPair(part, whole) ||
      !outOf.test(between(sentence, part.span[1], whole.span[0]))
    )
      continue;
    const behind = between(sentence, rate.span[1], rate.span[1] + 12);
    if (
      /^[^,;.:\d\uE001]{0,30}, (?:or|(?:giving |for |at )?an? (?:[a-z-]+ )?rate of) $/.test(
        between(sentence, whole.span[1], rate.span[0]),
      ) &&
      !/^ (?:of (?!them\b)|[a-z]+er\b|more|less|above)/.test(behind)
    )
      yield { rate, part, whole };
  }
}

/** What stands in the bracket directly behind a figure. */
const bracketBehind = (sentence: Sentence, { span: [, end] }: Quantity): readonly Sentence[] =>
  sentence.brackets.find(({ span }) => span[0] >= end && /^ ?$/.test(between(sentence, end, span[0])))
    ?.sentences ?? [];

/** A rate with nothing but its two counts in a bracket behind it: 96 percent (490 of 500); 整改率99.4%（691处/695处）. */
function* pairInside(sentence: Sentence): Generator<RateClaim> {
  for (const rate of sentence.figures) {
    const [only, second] = isRate(rate) ? bracketBehind(sentence, rate) : [];
    const [part, whole, third] = only?.figures ?? [];
    if (!only || second || !part || !whole || third || part.span[0] !== only.start || !isPair(part, whole))
      continue;
    if (
      outOf.test(between(only, part.span[1], whole.span[0])) ||
      /^ ?[/÷／] ?$/.test(between(only, part.span[1], whole.span[0]))
    )
      yield { rate, part, whole };
  }
}
