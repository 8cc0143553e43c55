import Fraction from '../../quantity/value/fraction.ts';
import { singular } from '../../quantity/value/noun.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from './backing.ts';
import { against, isNarrower, onlyTried, withoutManner } from './english-predicates.ts';
import { clauseIn, countedIn, somesIn, type CountedWords, type Some } from './english-somes.ts';

/** “All schools”, “none of the 40”, “have all been”: what is said of each of some things. */
interface Totality {
  readonly span: readonly [number, number];
  readonly isNone: boolean;
  /** The words behind the quantifier as far as its clause goes. */
  readonly rest: string;
  /** Whether no noun is named: “all have been”. */
  readonly isFloating: boolean;
  /** Whether they are nearly all. */
  readonly isNearly: boolean;
  readonly whole: Quantity | undefined;
}

/** So much at least is nearly all. */
const NEARLY = new Fraction(8, 10);

/** All, or none, of some things are said to have done what the counts beside them deny. */
export function* totals(sentence: Sentence): Generator<BackedClaim> {
  const counted = countedIn(sentence);
  const claims = [...totalitiesIn(counted)];
  if (claims.length === 0) return;
  const own = [...somesIn(counted)];
  const before = sentence.previous ? [...somesIn(countedIn(sentence.previous))] : [];
  for (const claim of claims) {
    const some =
      own.find((each) => isSaidOf(claim, each, counted)) ?? before.find((each) => isSaidBefore(claim, each));
    const backed = some && backedBy(claim, some);
    if (backed) yield backed;
  }
}

function backedBy(claim: Totality, some: Some): BackedClaim | undefined {
  const { part, whole = claim.whole } = some;
  const { span, isNone, isNearly } = claim;
  if (isNearly) return whole && { kind: 'over', span, part, whole, level: NEARLY, figures: [part, whole] };
  const denies = whole === undefined || isNone || relationOf(claim, some) === 'opposite';
  const figures = whole === undefined ? [part] : [part, whole];
  return { kind: denies ? 'some' : 'all', span, part, whole, level: undefined, figures };
}

const quantifier =
  /\b(?:(all|every one|each one|every|each)(?: of)?|(none of|not one of|not a single(?: one of)?|no))(?: (?:the|our|its|their|these|those))? (?=[a-z\d])|\b(?:have|has|had|were|was|are|is|been) (all)(?= [a-z])|(?<=[a-z]s )(all)(?= [a-z]+ed\b)|\b(all|none) (?:of (?:them|these|those) )?(?=(?:were|was|have|has|had|are)\b)/gi;
/** Before a quantifier: not all, of all. */
const turned =
  /\b(?:not|of|among|amongst|in|for|from|with|by|to|at|across|on|over|than|but|above|after|if|when|until|unless) $/i;
const nearly = /\b(?:nearly|almost|virtually|practically) $/i;
/** Of the quantified: what is to come, what may be, and what is left out. */
const unsure =
  /\b(?:will|would|should|shall|could|may|might|must|to be|plans? to|aims? to|expects?|hopes?|not|never|if|unless|next year|except|other|others|rest|remaining|longer|more|doubt|less|fewer)\b/i;

function* totalitiesIn({ text, start, counts }: CountedWords): Generator<Totality> {
  for (const { 0: words, 2: none, 3: behind, 4: between, 5: alone, index } of text.matchAll(quantifier)) {
    const floating = behind ?? between;
    const before = text.slice(Math.max(0, index - 14), index);
    const from = index + words.length;
    const rest = clauseIn(text.slice(from, from + 120));
    if (turned.test(before) || unsure.test(rest)) continue;
    const at = floating === undefined ? index : index + words.length - floating.length;
    yield {
      span: [start + at, start + from + rest.trimEnd().length],
      isNone: none !== undefined || /^none/i.test(alone ?? ''),
      rest,
      isNearly: nearly.test(before),
      isFloating: floating !== undefined || alone !== undefined,
      whole: counts.find(({ span }) => span[0] === start + from),
    };
  }
}

/** What all are said to do, where they are the things of a count, as it names them; undefined where they are others. */
function predicateOf(
  { rest, isFloating, whole }: Totality,
  { noun, kind, whole: of }: Some,
): string | undefined {
  if (isFloating) return rest;
  const words = (whole ? rest.slice(whole.text.length).trimStart() : rest).split(' ');
  const head = words.slice(0, 4);
  const isOwn = whole !== undefined && of === whole;
  if (noun === '')
    return behindNoun(
      words,
      head.findIndex((each) => /[a-z]{2}s$/.test(each)),
      isOwn,
    );
  const at = head.findIndex((each) => singular(each.toLowerCase()) === noun);
  const known = new Set(kind.split(' '));
  return head.slice(0, Math.max(0, at)).every((each) => known.has(each.toLowerCase()))
    ? behindNoun(words, at, isOwn)
    : undefined;
}

/** Words behind a noun that limit it: complaints about staff. */
const limitsNoun =
  /^(?:about|of|in|on|at|for|with|from|under|over|by|to|that|which|who|whose|above|below|between|outside|inside)$/i;

/** The same where another verb follows: complaints received were answered. */
const limitsByVerb = /^(?:made|received|due|planned|held) .*\b(?:were|was|have|has|had|are|is)\b/i;

/** The predicate behind a noun at some place among words; undefined where there is none. Where the count is that of the noun itself nothing limits it further. */
const behindNoun = (words: readonly string[], at: number, isOwn: boolean): string | undefined =>
  at < 0 ||
  (!isOwn && (limitsNoun.test(words[at + 1] ?? '') || limitsByVerb.test(words.slice(at + 1).join(' '))))
    ? undefined
    : words.slice(at + 1).join(' ');

function relationOf(claim: Totality, some: Some): 'same' | 'opposite' | undefined {
  const said = predicateOf(claim, some);
  if (said === undefined) return undefined;
  const such = /\bsuch ([a-z-]+?)s?\b/.exec(some.predicate)?.[1];
  return such !== undefined && said.includes(such) ? 'same' : against(said, some.predicate);
}

/** Another time. */
const otherTime =
  /\b(?:20\d\d|this year|now|later|since|then|today|eventually|in the end|finally|next|last year|earlier|previous|new|further|another|more|first|second|third|last)\b/i;
/** What became of the rest. */
const theRest = /\b(?:rest|others?|remaining|except|pending|not)\b/i;
/** What follows from what was told: so, meaning that. */
const thus =
  /\b(?:so(?: that)?|thus|therefore|hence|meaning(?: that)?|which means(?: that)?|in other words,?|that is to say,?|i\.e\.,?)(?: (?:we|it|one) can (?:say|be said))?(?: that)? $/i;
/** What goes on to tell of it in figures. */
const namely = /^(?: in [a-z ]{3,20})?(?::| [–—-]|, with\b)/;

/** Whether counts of the same sentence tell of what is claimed of all. */
function isSaidOf(claim: Totality, some: Some, { text, start }: CountedWords): boolean {
  const [from, to] = claim.span;
  const isBefore = some.to <= from;
  const said = predicateOf(claim, some);
  if (said === undefined || !mayBeOf(claim, some, isBefore)) return false;
  const link = isBefore
    ? text.slice(some.to - start, from - start)
    : text.slice(to - start, some.part.span[0] - start);
  if (theRest.test(link)) return false;
  if (isBefore && thus.test(link))
    return !claim.isNone && some.whole !== undefined && against(said, some.predicate) !== 'opposite';
  if (!isBefore && namely.test(link) && isSpelledOut(claim, some, said)) return true;
  return (
    isTold(claim, some, said, isBefore ? undefined : link) && !otherTime.test(link) && !otherTime.test(said)
  );
}

/** Whether some are told to do what all are said to do, or not to, which a clause behind may say in short. */
function isTold(claim: Totality, some: Some, said: string, link: string | undefined): boolean {
  return (
    isSaidTo(claim, some, said) || (link !== undefined && goesOn.test(link) && isDeniedBy(claim, some, said))
  );
}

/** Where what follows leaves out of what it tells: all trains ran; 36 were cancelled. */
const goesOn = /^(?:;|,? (?:but|although|though|and|while|yet))(?: in [A-Z][a-z]+,?)? $/;
const isDeniedBy = (claim: Totality, some: Some, said: string): boolean =>
  !claim.isNone &&
  some.noun === '' &&
  some.whole === undefined &&
  against(said, some.predicate) === 'opposite';

/** Whether the places and the counts of a claim and of some allow that these are some of all. */
function mayBeOf(
  { span: [, to], whole }: Totality,
  { part, whole: all, from }: Some,
  isBefore: boolean,
): boolean {
  const isOwn = whole !== undefined && all === whole;
  if (part === whole || (!isBefore && from < to && !isOwn)) return false;
  return (
    whole === undefined ||
    (whole.family === part.family && (all === undefined || whole.number.equals(all.number)))
  );
}

/** Every one of the 16 wards held a meeting: there were meetings in 14 wards. */
const isSpelledOut = ({ isNone, whole }: Totality, some: Some, said: string): boolean =>
  !isNone &&
  (some.whole !== undefined || (whole !== undefined && some.noun !== '')) &&
  !/^ (?:more|other|new|further)/.test(some.predicate) &&
  !onlyTried.test(said) &&
  !isNarrower(some.predicate, said);

/** Whether what is said of some is what is said of all, or denies it. */
function isSaidTo(claim: Totality, some: Some, said: string): boolean {
  const relation = relationOf(claim, some);
  if (relation === undefined) return false;
  // what lifts are in service now tells nothing of a week in May
  if (/^(?:is|are) /.test(said) && /^ (?:were|was|had) /.test(some.predicate)) return false;
  if (isNarrower(claim.isNone ? said : withoutManner(said), some.predicate)) return false;
  if (relation === 'same' && !isOfSome(claim, some, said)) return false;
  return some.whole !== undefined || (claim.isNone ? relation === 'same' : claim.whole !== undefined);
}

/** Whether some are said to do as all do, and no more than that, and nothing else was said of all of them before. */
const isOfSome = ({ isNone, whole }: Totality, some: Some, said: string): boolean =>
  (isNone || !isNarrower(some.predicate, said)) &&
  (some.before === '' || some.whole === whole || against(said, some.before) !== 'same');

/** Whether the sentence before tells of some what a claim says of all of them. */
const isSaidBefore = (claim: Totality, some: Some): boolean => {
  const said = predicateOf(claim, some);
  return (
    said !== undefined &&
    some.whole !== undefined &&
    some.noun !== '' &&
    !claim.isFloating &&
    isSaidTo(claim, some, said) &&
    relationOf(claim, some) === 'same' &&
    !otherTime.test(said)
  );
};
