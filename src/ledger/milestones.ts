import type { Commitment } from '../chain/commitments.ts';
import type { MilestoneData } from '../model/data.generated.ts';
import { periodOf } from '../dates/dates.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { reaches } from '../quantity/value/levels.ts';

import type { Standing } from './target-progress.ts';

/** Milestones whose last day is past, and of which nothing recorded says that they were reached. */
export function missedMilestones(
  commitment: Commitment,
  standing: Standing,
  on: string,
): readonly MilestoneData[] {
  const { calendar } = commitment;
  const milestones = commitment.target?.data.milestones ?? [];
  return milestones
    .filter(({ due }) => due !== undefined && (periodOf(due, calendar)?.last ?? on) < on)
    .filter((each) => !isMet(each, commitment, standing));
}

/**
 * Whether a milestone is met by what is recorded: by a note that says its goal, by a figure that reaches the one in its
 * goal, or, where it has no goal, by any entry since its time began.
 */
function isMet(
  { goal = '', due = '' }: MilestoneData,
  { direction, calendar, read, find }: Commitment,
  { entries, value }: Standing,
): boolean {
  const since = periodOf(due, calendar)?.first ?? '';
  if (goal === '')
    return entries.some(({ date }) => date === undefined || (periodOf(date, calendar)?.last ?? '') >= since);
  if (entries.some(({ note = '' }) => saysGoal(note, goal))) return true;
  const asked = find(goal);
  const figures = [
    value?.quantity,
    ...entries.map((entry) => (entry.value === undefined ? undefined : read(entry.value))),
  ];
  return figures.some(
    (figure): figure is Quantity =>
      figure !== undefined && asked.some((each) => reaches(figure, each, direction) === true),
  );
}

const DENIED = /未|没|尚|无法|不能|\b(?:no|not|never|yet to|without)\b|n[’']t\b/i;

/** Whether a note says that a goal is reached: a clause, or the whole note, has all its words in any order, and denies nothing. */
function saysGoal(note: string, goal: string): boolean {
  const asked = wordsOf(goal);
  return [...note.split(/[，。；,;]|\.\s/), note].some((clause) => {
    const said = new Set(wordsOf(clause));
    return !DENIED.test(clause) && asked.every((word) => said.has(word));
  });
}

/** Each Han character, and each word or number of other scripts. */
const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+|[\d.]+/gu) ?? [];
