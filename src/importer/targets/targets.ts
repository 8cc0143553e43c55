import type { TakenNames } from '../../reading/names/figure-name.ts';
import type { Prose } from '../../reading/prose.ts';
import { isSame } from '../../reading/declared.ts';
import { reserved } from '../../source/grammar.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { parseQuantity } from '../../quantity/scan/scan.ts';
import { text, type DraftEntry } from '../../scaffold/emit.ts';
import { chineseTargets } from './chinese-targets.ts';
import { englishTargets } from './english-targets.ts';
import { isInName } from '../../reading/names/figure-in-name.ts';
import { isNameable } from '../figures.ts';
import { planStatements, type FoundTarget } from './plan-clauses.ts';
import { schoolYearIn, type PlanContext } from './plan-dates.ts';

/**
 * The targets of a plan’s text: figures that it sets as a level, and what is to be done by a date. Words such as 力争 make a
 * target one that is aimed for. What has no name that a reader takes for one is not declared. Linear in the length of the text.
 */
export function targetsOf(
  prose: Pick<Prose, 'text' | 'figures'>,
  taken: TakenNames,
  context: PlanContext,
): DraftEntry[] {
  const seen = new Set<string>();
  const schoolYear = context.schoolYear ?? schoolYearIn(prose.text);
  const figures = prose.figures.filter((figure) => !isInName(prose.text, figure));
  return planStatements(prose.text, figures).flatMap((clauses) => {
    const words = clauses.map((clause) => clause.words).join('');
    // the rows of a table of the text name nothing
    if (words.trimStart().startsWith('|')) return [];
    const targets = /\p{Script=Han}/u.test(words) ? chineseTargets : englishTargets;
    return targets(clauses, { ...context, schoolYear }, isLevel).flatMap((found) => {
      const due = found.due ?? context.due;
      const key = `${found.name} ${found.level ?? ''} ${due ?? ''}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [entryOf({ ...found, due }, taken)];
    });
  });
}

/** Whether a figure says the same by itself, as the level of a target. */
function isLevel(figure: Quantity): boolean {
  const alone = isNameable(figure) ? parseQuantity(figure.text) : undefined;
  return alone !== undefined && isSame(alone, figure);
}

function entryOf({ name: wanted, level, due, aimed }: FoundTarget, taken: TakenNames): DraftEntry {
  const isReserved = reserved.has(wanted);
  const name = taken.take(
    isReserved ? `${wanted}${/\p{Script=Han}/u.test(wanted) ? '目标' : ' target'}` : wanted,
  );
  const entries: DraftEntry[] = [];
  if (level !== undefined) entries.push({ key: 'level', value: text(level) });
  if (due !== undefined) entries.push({ key: 'due', value: text(due) });
  if (aimed) entries.push({ key: 'firm', value: text('false') });
  const [only] = entries;
  return {
    key: name,
    value: entries.length === 1 && only?.key === 'level' ? only.value : { kind: 'map', short: true, entries },
  };
}
