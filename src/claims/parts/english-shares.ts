import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { between, endOf, type Sentence } from '../../reading/sentences.ts';
import { sharesFrom, type ListedShare, type Shares } from './share-lists.ts';

/** Verbs and nouns by which percentages are shares of one whole. */
const ofOneWhole =
  /\b(?:account(?:s|ed|ing)? for|ma[dk]e?s? up|making up|represent(?:s|ed|ing)?|constitut(?:es?|ed)|compris(?:es?|ed)|breaks? down|broken down|split|distribution|composition|provided|covered|carried|received|gave|paid|supplied|contributed|brought in|funded|(?:were|was)(?= \d[\d.]*% of ))\b|% of (?:all|the (?:total|whole|money|budget|cost|costs|spending|income|vote|votes|energy))\b/i;
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

/** Coal accounted for 57%, oil for 19% and gas for 24%; 40% …, 35% … and the remaining 25%. */
export function* englishShares(sentence: Sentence): Generator<Shares> {
  const run = percentsOf(sentence);
  if (run.length < 2 || others.test(sentence.text) || areOfSeveral(sentence, run)) return;
  const last = run.at(-1) as ListedShare;
  const words = between(sentence, last.figure.span[0] - 30, last.figure.span[0]);
  const hasRest = isRestAt(words) || /\b(?:and|,) (?:all )?others? [^,;]{0,30}$/i.test(words);
  const shares = hasRest ? sharesFrom(run, true) : listedShares(sentence, run);
  if (shares) yield shares;
}

/** Shares that no word calls all, by the verb or by what they are of. */
function listedShares({ text }: Sentence, run: readonly ListedShare[]): Shares | undefined {
  const isPair = run.length === 2 && pairs.some(([one, two]) => one.test(text) && two.test(text));
  const isScale = run.length > 2 && answers.test(text);
  const isWhole = ofOneWhole.test(text);
  if (!isPair && !isScale && !(run.length > 2 && isWhole)) return undefined;
  return sharesFrom(run, isScale || isWhole ? 'likely' : isPair, true);
}

/** Whether shares are said to be of several wholes: 38% of sales, 49% of profit. */
function areOfSeveral(sentence: Sentence, run: readonly ListedShare[]): boolean {
  const wholes = run.map(
    ({ figure }) =>
      /^ of (?:all |the |its |their )?([a-z]+)/i.exec(
        between(sentence, figure.span[1], figure.span[1] + 40),
      )?.[1],
  );
  return new Set(wholes.filter((each) => each !== undefined)).size > 1;
}

/** The percentages of a sentence, each with the words before it, in brackets too; none where one of them is a change. */
function percentsOf(sentence: Sentence): readonly ListedShare[] {
  const inside = sentence.brackets.flatMap(({ sentences: [only, more] }) =>
    only && !more ? only.figures : [],
  );
  const figures = [...sentence.figures, ...inside].filter(isPercent).sort((a, b) => a.span[0] - b.span[0]);
  if (figures.some((figure) => !isPlain(sentence, figure))) return [];
  return figures.map((figure, index) => {
    const from = figures[index - 1]?.span[1] ?? sentence.start;
    const to = figures[index + 1]?.span[0] ?? endOf(sentence);
    const label = between(sentence, from, figure.span[0]) + between(sentence, figure.span[1], to);
    return { figure, joint: ',', label: label.trim() || `#${index + 1}` };
  });
}

/** Whether a share is no change; “made up 38%” went nowhere. */
const isPlain = (sentence: Sentence, { movement, qualifier, span }: Quantity): boolean =>
  (qualifier === 'exact' || qualifier === 'about') &&
  (movement === undefined || /\bma[dk]e?s? up $/i.test(between(sentence, span[0] - 12, span[0])));
