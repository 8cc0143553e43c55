import type { Quantity } from '../../quantity/value/quantity.ts';
import { levelsIn } from '../outline/english-levels.ts';
import { planVerb, tidy } from './english-plan-words.ts';
import type { Clause, FoundTarget } from './plan-clauses.ts';
import { dueIn, type DueIn, type PlanContext } from './plan-dates.ts';

const soft = /\b(?:aim|aims|aiming|strive|seek|hope|intend|intends|try|endeavou?r)\b/i;
const isPast =
  /\b(?:last year|in the past|previously|so far|to date|already|had|was|were|has|have (?:been|risen|fallen|grown)|rose|fell|grew|trained|completed by|since)\b/i;

/** The targets that a sentence of an English plan sets. */
export function englishTargets(
  clauses: readonly Clause[],
  context: PlanContext,
  isLevel: (figure: Quantity) => boolean,
): FoundTarget[] {
  const found: FoundTarget[] = [];
  let forAll = context.horizon?.toString();
  let [verb, aimed] = ['', false];
  for (const clause of clauses) {
    if (isOfPast(clause.words, context)) {
      // what goes before in the sentence says when all of it was
      if (clause === clauses[0]) return found;
      continue;
    }
    const date = dueIn(clause.words, context);
    forAll = date?.isForAll ? date.due : forAll;
    aimed ||= soft.test(clause.words);
    const levels = levelsIn(clause, isLevel, verb);
    for (const [index, { name, level, verb: own, end }] of levels.entries()) {
      verb = own || verb;
      const behind = dueIn(clause.words.slice(end, levels[index + 1]?.end), context);
      found.push({ name, level, due: limitOf(behind) ?? limitOf(date) ?? forAll, aimed });
    }
    if (levels.length > 0) continue;
    found.push(...deedOf(clause, date, forAll).map((name) => ({ name, due: date?.due ?? forAll, aimed })));
  }
  return found;
}

const limitOf = (date: DueIn | undefined): string | undefined => (date?.isLimit ? date.due : undefined);

function isOfPast(words: string, { year }: PlanContext): boolean {
  const [, typed] = /^ ?(?:In|During|By) (?:the year )?(20\d{2})\b/i.exec(words) ?? [];
  if (typed !== undefined && year !== undefined && Number(typed) < year) return true;
  return isPast.test(words) && !/\b(?:will|shall|must|aim|plan to|intend|target)\b/i.test(words);
}

/** What is to be done by a date: that of the clause, or that which the sentence begins with. */
function deedOf(clause: Clause, date: DueIn | undefined, forAll: string | undefined): string[] {
  if (clause.words.length > 300) return [];
  const isBare = clause.figures.length === 0 && /^\d{4}-/.test(forAll ?? '');
  // “By 30 June we will …” says its deed behind the date
  const bare = date?.isForAll ? clause.words.slice(date.span[1]) : clause.words;
  const deed =
    date && !date.isForAll ? englishDeed(clause.words, date) : isBare ? deedBehind(bare) : undefined;
  return deed === undefined || (date && date.due === undefined) ? [] : [deed];
}

/** What stands behind will, shall, must: issue the final rule. */
function deedBehind(words: string): string | undefined {
  const last = [...words.matchAll(/\b(?:will|shall|must|to) (?:also )?/g)].findLast(
    ({ index }) => index >= 0,
  );
  const deed = last === undefined ? '' : words.slice(last.index + last[0].length).trim();
  return /^(?!be )[a-z][A-Za-z'’ -]{6,70}$/.test(withoutLabels(deed)) ? tidy(deed) : undefined;
}

/** Words without the numbers that belong to a name: Pier of Pier 7. */
const withoutLabels = (words: string): string =>
  words.replaceAll(/\b([A-Z][a-z]+) [A-Z]?\d{1,3}(?![\d,.%])/g, '$1');

/** What is to be done by the date of a clause: “open a field centre at Arlemouth”, “new laboratory will open”. */
function englishDeed(words: string, { span: [start, end] }: DueIn): string | undefined {
  if (words.slice(end).trim().length > 40) return undefined;
  const before = words
    .slice(0, start)
    .trim()
    .replace(/^(?:and|then|also) /i, '');
  const thing = tidy(/^(.{3,60}) will [a-z ’'-]{3,40}$/i.exec(before)?.[1] ?? '');
  if (
    thing !== '' &&
    /^[A-Za-z'’ -]+$/.test(withoutLabels(thing)) &&
    !/^(?:we|i|they|it|you|board|council|department|agency|bureau|trust|company|society|service)$|\b(?:we|and)$/i.test(
      thing,
    )
  )
    return tidy(before);
  const done = deedBehind(before);
  if (done !== undefined) return done;
  const bare = before.replace(/^\W+/, '');
  const isOrder = planVerb(bare)?.behind.length === bare.length - (bare.split(' ')[0]?.length ?? 0) - 1;
  return isOrder && /^[A-Z]?[a-z'’-]+ [A-Za-z'’ -]{3,70}$/.test(withoutLabels(bare))
    ? (bare[0] ?? '').toLowerCase() + bare.slice(1)
    : undefined;
}
