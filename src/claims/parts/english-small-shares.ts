import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { isThings } from '../counts/counted-things.ts';
import { toldFigures } from '../english-figures.ts';

/** What makes of a percentage more than a share of the things before it. */
const weighted = /\b(?:weighted|average|mean|votes? each|scores?|samples? of|last year|compared|target)\b/i;

interface Pair {
  readonly share: Quantity;
  readonly whole: Quantity;
}

/** Of the 40 people who answered, 92.5% were satisfied; 45 staff, 73.3% of whom; 97.3% of the 36 teachers. */
export function* shareOfFew(sentence: Sentence, { text }: Pick<TextAlone, 'text'>): Generator<Pair> {
  if (weighted.test(sentence.text)) return;
  const figures = toldFigures(sentence, { text }).map(({ figure }) => figure);
  for (const [index, share] of figures.entries()) {
    if (!isPercent(share) || share.qualifier !== 'exact' || share.movement !== undefined) continue;
    const [before, after] = [figures[index - 1], figures[index + 1]];
    if (after && isThings(after) && isOfThe.test(text.slice(share.span[1], after.span[0])))
      yield { share, whole: after };
    else if (before && isThings(before) && isShareOf({ text, start: sentence.start }, before, share))
      yield { share, whole: before };
    else {
      const whole = namedBefore(
        text,
        figures.slice(Math.max(0, index - BACK), Math.max(0, index - 1)),
        share,
      );
      if (whole) yield { share, whole };
    }
  }
}

/** As many figures before a percentage may count what it names. */
const BACK = 4;

/** The 16 trustees met six times, with 91.7% of trustees present: things that were counted farther back, by their noun. */
function namedBefore(text: string, before: readonly Quantity[], share: Quantity): Quantity | undefined {
  const of = ofNoun.exec(text.slice(share.span[1], share.span[1] + 40))?.[1];
  if (of === undefined) return undefined;
  const named = before.filter((each) => isSameNoun(text.slice(each.span[1], each.span[1] + 40), of));
  const [only] = named;
  return named.length === 1 && only && isThings(only) && share.span[0] - only.span[1] <= FAR
    ? only
    : undefined;
}
const FAR = 90;
const ofNoun = /^ of (?:the |our |its |these |those |all )?([a-z-]+(?: [a-z-]+)?)/i;

const isOfThe = /^ of (?:the|our|its|these|those|all) $/i;

/** Whether a percentage is told of the things that were counted before it. */
function isShareOf(
  { text, start }: Pick<Sentence, 'text' | 'start'>,
  whole: Quantity,
  share: Quantity,
): boolean {
  const gap = text.slice(whole.span[1], share.span[0]);
  const behind = text.slice(share.span[1], share.span[1] + 40);
  if (gap.length > 80) return false;
  if (/^,? (?:or )?of (?:them|these|whom|which)\b/i.test(behind) || /, of (?:whom|which) $/i.test(gap))
    return true;
  const of = ofNoun.exec(behind)?.[1];
  if (of !== undefined) return isSameNoun(gap, of);
  // of so many, at the head of the sentence: 63.1% have a bus
  const lead = text.slice(start, whole.span[0]);
  return (
    /(?:^\s*|[,;:] )(?:of|among|out of)(?: the| our| its| all| these| those)?(?: [a-z]+)? ?$/i.test(lead) &&
    /^ [^,;:]{2,60}, $/.test(gap)
  );
}

/** Whether the noun behind a count is that of which a percentage is told: 20 schools, and 95% of the schools. */
function isSameNoun(gap: string, of: string): boolean {
  const words =
    gap
      .toLowerCase()
      .match(/[a-z-]+/g)
      ?.slice(0, 3) ?? [];
  return of
    .toLowerCase()
    .split(' ')
    .some((word) => word.length > 3 && word.endsWith('s') && words.includes(word));
}
