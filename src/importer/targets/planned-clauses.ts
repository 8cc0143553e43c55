import { isOfBackground } from './chinese-plan-words.ts';
import type { Clause } from './plan-clauses.ts';

/** Of several years nobody can say what is this year’s: 三年内培养教师120名. */
const ofYears = /^\s*(?:力争|计划)?(?:未来|今后)?[二两三四五六七八九十\d]{1,2}年(?:之?内|间)/u;

/** The clauses of a Chinese sentence that say what is to be in the plan’s year, without those that say what was. */
export function plannedIn(clauses: readonly Clause[], year: number | undefined): readonly Clause[] {
  const planned: Clause[] = [];
  let isPast = false;
  for (const clause of clauses) {
    if (ofYears.test(clause.words)) break;
    // what goes before in the sentence says when all of it was, up to a clause that speaks of this year
    isPast &&= !isOfThisYear(clause.words, year);
    const isBackground = isOfBackground(clause.words, year);
    isPast ||= isBackground && clause === clauses[0];
    if (!isPast && !isBackground) planned.push(clause);
  }
  return planned;
}

/** Whether a clause begins with the year that the plan is for. */
const isOfThisYear = (words: string, year: number | undefined): boolean =>
  /^\s*(?:今年|本年度?)/u.test(words) || (year !== undefined && words.trim().startsWith(`${year}年`));
