import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, RATIO } from '../../quantity/value/unit.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { toldFigures, type ToldFigure } from '../english-figures.ts';
import { sharesFrom, type ListedShare, type Shares } from './share-lists.ts';

/** Verbs and nouns by which percentages are shares of one whole. */
const ofOneWhole =
  /\b(?:account(?:s|ed|ing)? for|ma[dk]e?s? up|making up|represent(?:s|ed|ing)?|constitut(?:es?|ed)|compris(?:es?|ed)|breaks? down|broken down|split|distribution|composition|provided|covered|carried|received|gave|paid|supplied|contributed|brought in|funded|c[ao]mes? from|coming from|described|concerned|related to|divided|spread (?:over|across|between)|go(?:es)? (?:on|to)|is spent|was spent|went (?:on|to)|(?:were|was)(?= \d[\d.]*% of ))\b|^\s*By (?:age|source|type|region|sex|gender|size|sector|origin|purpose), |(?:%|per cent|percent) of (?:all|the (?:total|whole|money|budget|cost|costs|spending|income|vote|votes|energy))\b/i;
/** What one answers on a scale, one thing only. */
const answers =
  /\bsatisfied\b.*\b(?:dissatisfied|unsatisfied)\b|\bgood\b.*\bpoor\b|\byes\b.*\bno\b|\bagreed?\b.*\bdisagreed?\b|\bfor\b.*\bagainst\b.*\babstain/i;
/** What makes of percentages no shares of one whole: other times, changes, parts of parts. */
const others =
  /\bof (?:which|whom|these|them)\b|\b(?:19|20)\d\d\b|\b(?:last year|previous|compared|rose|fell|grew|increase[ds]?|decrease[ds]?|up from|down from|target|both|rate|rates|its|their own|each)\b/i;
/** Two things that are all there is. */
const pairs: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:men|male|boys)\b/i, /\b(?:women|female|girls)\b/i],
  [/\burban\b|\bcity\b/i, /\brural\b|\bcountry\b/i],
  [/\blong-term\b/i, /\bshort-term\b/i],
  [/\bpublic\b/i, /\bprivate\b/i],
  [/\bdomestic\b/i, /\b(?:foreign|international|overseas)\b/i],
  [/\bfull-time\b/i, /\bpart-time\b/i],
  [/\byes\b/i, /\bno\b/i],
];

const isRestAt = (words: string): boolean =>
  /\b(?:the|a) (?:remaining|other|final|last) $|\bremaining $|\bthe (?:rest|remainder|balance),? (?:of |\()?$/i.test(
    words,
  );

/** 62% federal, 25% state and 13% local: a word alone behind each. */
const bareWord = /^ (?!in\b|on\b|at\b|overall\b)[a-z][a-z-]+(?:, |,? and $|,? or $|[.;]|$)/;
const aVerb =
  /\b(?:was|were|is|are|had|has|have|will|would|did|said|felt|thought|wanted|found|knew|used|took|[a-z]{3,}ed)\b/;

/** Whether only the first of some shares has a verb, so that the others go on with it. */
const areElliptic = (run: readonly ListedShare[], told: readonly ToldFigure[]): boolean =>
  run.slice(1).every(({ figure }) => {
    const own = told.find((each) => each.figure === figure);
    return (
      own !== undefined &&
      !aVerb.test(own.lead.replace(/^[^,;]*(?:[,;]| and | or )/, '')) &&
      !aVerb.test(/^[^,;.]*/.exec(own.behind)?.[0] ?? '')
    );
  });

/** Coal accounted for 57%, oil for 19% and gas for 24%; 40% …, 35% … and the remaining 25%. */
export function* englishShares(sentence: Sentence, text: Pick<TextAlone, 'text'>): Generator<Shares> {
  if (sentence.within !== undefined) return;
  const told = toldFigures(sentence, text);
  const run = percentsOf(told);
  if (run.length < 2 || others.test(sentence.text) || areOfSeveral(run, told)) return;
  const last = run.at(-1) as ListedShare;
  const words = text.text.slice(Math.max(sentence.start, last.figure.span[0] - 30), last.figure.span[0]);
  const hasRest = isRestAt(words) || /\b(?:and|,) (?:all )?others? [^,;]{0,30}$/i.test(words);
  const shares = hasRest ? sharesFrom(run, true) : listedShares(sentence, run, told);
  if (shares) yield shares;
}

/** Shares that no word calls all, by the verb or by what they are of. */
function listedShares(
  { text }: Sentence,
  run: readonly ListedShare[],
  told: readonly ToldFigure[],
): Shares | undefined {
  const isSome = someOnly.test(text);
  if (run.length === 2)
    return pairs.some(([one, two]) => one.test(text) && two.test(text))
      ? sharesFrom(run, isSome ? false : ofOneWhole.test(text) ? 'likely' : true, true)
      : undefined;
  const isWhole = ofOneWhole.test(text) && (!wayToo.test(text) || areElliptic(run, told));
  const isOfOne =
    isWhole || answers.test(text) || areBare(told, run) || areNames(text, told, run) || areWays(told, run);
  return isOfOne ? sharesFrom(run, isSome ? false : 'likely', true) : undefined;
}

/** What each thing has of its own. */
const ofEach =
  /\b(?:margins?|yields?|returns?|occupancy|satisfaction|attendance|turnout|scores?|utili[sz]ation|use|coverage|completion|success)\b/i;

/** Whether a sentence has no figures but shares, with one word behind each. */
const areBare = (told: readonly ToldFigure[], run: readonly ListedShare[]): boolean =>
  !ofEach.test(told[0]?.lead ?? '') &&
  told.length === run.length &&
  told.every(({ behind }) => bareWord.test(behind));

/** What tells that some shares are left out. */
const someOnly =
  /\b(?:main|mainly|mostly|chiefly|largely|largest|biggest|top|leading|principal|including|among)\b/i;

/** Shareholders are the state (51%), staff (20%) and the public (29%): what there is, each with its share behind it. */
const areNames = (text: string, told: readonly ToldFigure[], run: readonly ListedShare[]): boolean =>
  told.length === run.length &&
  /^\s*(?:(?:the|its|our|their) )?[a-z-]+s(?: [a-z]+){0,4} (?:are|were) /i.test(text) &&
  !/\b(?:highest|lowest|best|worst|most|least|higher|lower)\b/i.test(text) &&
  told.every(({ lead, behind }) => lead.endsWith('(') && behind.startsWith(')')) &&
  /^\),? and [^,;]*\($/.test(told.at(-1)?.lead ?? '');

/** 52% came by car, 30% by bus, 11% on foot and 7% by bicycle: one verb, and a way or place behind each. */
function areWays(told: readonly ToldFigure[], run: readonly ListedShare[]): boolean {
  if (told.length !== run.length) return false;
  const [first, ...others] = told.map(({ behind }) => behind);
  const way =
    /^\)?(?: of [a-z ]{3,20}?)? (?:came|went|travelled|paid|voted|got here|arrived|live|lived) (?:by|on|in|from|to|for) /;
  return (
    way.test(first ?? '') &&
    others.every((behind) =>
      /^ (?:by|on|in|from|to|for|with|against) [a-z]+(?: [a-z]+)?(?:,|\.|;| and |$)/.test(behind),
    )
  );
}

/** Verbs by which shares are of one whole where the others have none of their own. */
const wayToo =
  /\b(?:c[ao]mes? from|coming from|go(?:es)? (?:on|to)|went (?:on|to)|described|spent|concerned|related to)\b/i;

/** Whether shares are said to be of several wholes: 38% of sales, 49% of profit. */
function areOfSeveral(run: readonly ListedShare[], told: readonly ToldFigure[]): boolean {
  const wholes = told
    .filter(({ figure }) => run.some((each) => each.figure === figure))
    .map(({ behind }) => /^ of (?:all |the |its |their )?([a-z]+)/i.exec(behind)?.[1]);
  return new Set(wholes.filter((each) => each !== undefined)).size > 1;
}

/** The shares of a sentence, in per cent or as fractions in words, each with the words around it; none where one of them is a change. */
function percentsOf(told: readonly ToldFigure[]): readonly ListedShare[] {
  const shares = told.filter(({ figure }) => isPercent(figure) || isFraction(figure));
  if (shares.some((each) => !isPlain(each)) || shares.every(({ figure }) => !isPercent(figure))) return [];
  return shares.map(({ figure, lead, behind }, index) => ({
    figure,
    joint: ',',
    label: (lead + behind).trim() || `#${index + 1}`,
  }));
}

/** Three in five, a third. */
const isFraction = ({ family, unit, kind, number }: Quantity): boolean =>
  family === RATIO && unit === '' && kind === 'figure' && number.compare(1) < 0 && number.d <= 10n;

/** Whether a share is no change; “made up 38%” went nowhere. */
const isPlain = ({ figure: { movement, qualifier }, lead }: ToldFigure): boolean =>
  (qualifier === 'exact' || qualifier === 'about') &&
  (movement === undefined || /\bma[dk]e?s? up $/i.test(lead));
