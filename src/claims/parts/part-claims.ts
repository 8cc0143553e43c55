import { speltCounts } from '../../quantity/scan/spelt-counts.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { partsIn } from './breakdowns.ts';
import { englishParts } from './english-parts.ts';
import { partsInLines } from './english-sums.ts';
import type { Claim } from '../claim.ts';
import { nounAfter, stemOf } from '../english-figures.ts';
import { wrongListsIn, type NameList } from '../counts/name-lists.ts';
import { adds, type Breakdown } from './part-lists.ts';
import { isSharesRatio, sharesIn } from './percent-breakdowns.ts';
import type { Shares } from './share-lists.ts';

/** Totals with their parts. */
export interface PartsClaim extends Breakdown, Claim {}

/** Totals of a text with figures that it gives as their parts. */
export function partsClaims(text: TextAlone): readonly PartsClaim[] {
  const found = [...partsIn(text.sentences)].filter((each) => !leavesOutSpelt(each, text));
  const known = new Set(found.flatMap(({ total, complete }) => (complete ? [total.span[0]] : [])));
  const english = [
    ...text.sentences.flatMap((sentence) => [...englishParts(sentence, text)]),
    ...partsInLines(text),
  ];
  return [...found, ...english.filter(({ total }) => !known.has(total.span[0]))]
    .filter((each, _, all) => !haveOwnSubject(each, text) && !areDeeds(each) && !isPartOfAnother(each, all))
    .map((parts) => ({ ...parts, figures: [parts.total, ...parts.parts.map(({ figure }) => figure)] }));
}

/** Whether a number that is spelt out stands among figures that were read as a total and all of its parts: 61, 14 and nine – 84. */
function leavesOutSpelt({ parts, total, complete }: Breakdown, { text }: TextAlone): boolean {
  const figures = [total, ...parts.map(({ figure }) => figure)];
  const start = Math.min(...figures.map(({ span }) => span[0]));
  const words = text.slice(start, Math.max(...figures.map(({ span }) => span[1])));
  return (
    complete &&
    words.length < LONGEST &&
    !/\p{Script=Han}/u.test(words) &&
    speltCounts(words, start).some(
      ({ number, span: [from, to] }) =>
        number.compare(1) > 0 &&
        figures.every(({ span }) => span[1] <= from || to <= span[0]) &&
        goesOnList.test(text.slice(Math.max(0, from - 12), from)),
    )
  );
}
const LONGEST = 400;
const goesOnList = /(?:, |\band |\bor )$/;

const doing = /^([a-z]{3,}s) (?:sent|took|gave|held|ran|had|have|got|were|was|made|won|[a-z]{2,}ed)\b/;

/** Whether parts tell what others did: 22 meetings: 14 schools sent pupils. */
function haveOwnSubject({ parts, total, complete }: Breakdown, { text }: TextAlone): boolean {
  const own = complete ? doing.exec(parts[0]?.label ?? '')?.[1] : undefined;
  if (own === undefined) return false;
  const noun = nounAfter(text.slice(total.span[1], total.span[1] + 60));
  return noun !== '' && noun !== stemOf(own);
}

/** Whether what was read as a total is one of the parts that another one has, and adds up with: 2,340 people: 1,120 academics, 980 in services and 240 in estates. */
const isPartOfAnother = ({ total, complete }: Breakdown, all: readonly Breakdown[]): boolean =>
  complete &&
  all.some(
    (other) =>
      other.complete &&
      other.parts.some(({ figure }) => figure.span[0] === total.span[0]) &&
      adds(other.parts, other.total),
  );

const deed = /^(?:(?:were|was|are|is|have been|had been|got) )?(?:also |newly |fully )?[a-z]{2,}ed\b/;

/** Whether parts that come to more than their total tell what was done, and one may have been done two things to: 14 buildings: 9 were repaired and 7 insulated. */
const areDeeds = ({ parts, total, complete }: Breakdown): boolean =>
  complete &&
  parts.every(({ label }) => deed.test(label.trim())) &&
  parts.reduce((sum, { figure }) => sum.add(figure.number), total.number.mul(-1)).compare(0) > 0;

/** Shares of one whole, listed. */
export const sharesClaims = (text: TextAlone): readonly Shares[] => [...sharesIn(text)];

/** A ratio that gives shares of a hundred: 3.9：59.5：36.6. */
export interface RatioClaim extends Claim {
  readonly ratio: Quantity;
}

/** Ratios of a text whose terms are shares of a hundred. */
export const ratioClaims = ({ sentences }: TextAlone): readonly RatioClaim[] =>
  sentences.flatMap((sentence) =>
    sentence.figures
      .filter((figure) => isSharesRatio(sentence, figure))
      .map((ratio) => ({ ratio, figures: [ratio] })),
  );

/** Lists of names whose number is not what the text says. */
export interface ListClaim extends NameList, Claim {}

/** Lists of names of a text that are not as many as it says. */
export const listClaims = ({ sentences }: TextAlone): readonly ListClaim[] =>
  [...wrongListsIn(sentences)].map((list) => ({ ...list, figures: [] }));
