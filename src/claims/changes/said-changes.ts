import { addedChanges } from './added-changes.ts';
import { changeHolds } from '../../quantity/value/change.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { mayChange, type ChangeClaim } from './change-claims.ts';
import { chineseChanges } from './chinese-changes.ts';
import type { HeldFigure, ReportClaim } from '../claim.ts';
import { declaredChanges } from './declared-changes.ts';
import { englishChanges } from './english-changes.ts';
import { englishToldChanges } from './english-told-changes.ts';
import { isEnglish } from '../english-figures.ts';
import { levelChanges } from './level-changes.ts';
import { toldLevelsIn } from './told-levels.ts';

/** A change that a text states, with all that it may lead from and to: of a metric, or of figures of the text. */
export interface SaidChange extends ReportClaim {
  readonly prose: Prose;
  readonly sentence: Sentence;
  /** Of one change; none that cannot be reckoned. */
  readonly claims: readonly ChangeClaim[];
}

/** The changes that the texts of a report state. */
export function saidChanges({ texts, figures, report }: Reading): readonly SaidChange[] {
  const found: SaidChange[] = [];
  for (const prose of texts)
    for (const { sentence, claims } of prose.once(changesIn)) {
      const all = [...declaredChanges(sentence, prose, figures, report.data.year ?? 0), ...claims];
      for (const one of byChange(all.filter((claim) => changeHolds(claim, claim) !== undefined)))
        found.push({ prose, sentence, claims: one, figures: one.flatMap((claim) => heldBy(claim, prose)) });
    }
  return found;
}

/** The sentences of a text that may state changes, with those whose figures all stand in it. */
const changesIn = (
  text: TextAlone,
): readonly { readonly sentence: Sentence; readonly claims: readonly ChangeClaim[] }[] =>
  text.sentences.filter(mayChange).map((sentence) => ({ sentence, claims: claimsOf(sentence, text) }));

function claimsOf(sentence: Sentence, text: TextAlone): readonly ChangeClaim[] {
  const isSpaced = hasEnglish.test(sentence.text);
  const claims = [
    ...chineseChanges(sentence),
    ...(isSpaced ? englishChanges(sentence) : []),
    ...levelChanges(sentence, text.once(toldLevelsIn)),
    ...addedChanges(sentence),
  ];
  if (!isSpaced || !isEnglish(sentence)) return claims;
  const told = [...englishToldChanges(sentence, text)];
  const startsOf = (some: readonly ChangeClaim[]): ReadonlySet<number> =>
    new Set(some.map(({ change }) => change.span[0]));
  // what leaves no doubt stands for what others made of the same change
  const sure = startsOf(told.filter(({ isSure }) => isSure === true));
  const others = claims.filter(({ change }) => !sure.has(change.span[0]));
  const known = startsOf(others);
  return [...others, ...told.filter(({ change }) => !known.has(change.span[0]))];
}

/** Two words of a language that is written with spaces. */
const hasEnglish = /[a-z] [a-z]/i;

/** Claims of one change together, in the order in which the changes are first claimed. */
function byChange(claims: readonly ChangeClaim[]): Iterable<readonly ChangeClaim[]> {
  const groups = new Map<number, ChangeClaim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.change.span[0]);
    if (group) group.push(claim);
    else groups.set(claim.change.span[0], [claim]);
  }
  return groups.values();
}

/** What a change holds together: itself, and what it leads from and to. */
function heldBy({ change, after, before, by, metric }: ChangeClaim, prose: Prose): readonly HeldFigure[] {
  const inText = (figure: Pick<Quantity, 'span'>): HeldFigure => ({ prose, figure });
  return [
    inText(change),
    inText(after),
    ...(by ? [inText(by)] : []),
    ...(before.span ? [inText({ span: before.span })] : []),
    ...(before.path ? [{ path: before.path }] : []),
    ...(metric ? [{ path: [...metric.path, 'value'] } as const] : []),
  ];
}
