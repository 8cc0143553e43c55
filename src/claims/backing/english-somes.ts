import { singular } from '../../quantity/value/noun.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { speltCounts } from '../../quantity/scan/spelt-counts.ts';
import { unfolded, type Sentence } from '../../reading/sentences.ts';
import { isBackingCount } from './english-backing-words.ts';

/** Words with the counts among them, those in brackets and those in words as well. */
export interface CountedWords {
  readonly text: string;
  readonly start: number;
  readonly counts: readonly Quantity[];
}

/** Some of a number of things with what is said of them. */
export interface Some {
  readonly part: Quantity;
  readonly whole: Quantity | undefined;
  /** What is counted, in one; empty where nothing names it. */
  readonly noun: string;
  /** The words that describe it. */
  readonly kind: string;
  readonly predicate: string;
  /** What is said of all of them before: found, reported. */
  readonly before: string;
  /** Where the first of its counts begins. */
  readonly from: number;
  /** Where the last of them ends. */
  readonly to: number;
}

/** A count by itself: “each one” counts nothing. */
const noCount = /\b(?:every|each|any|no|not|this|that|the|only|which) $/i;

/** The counts of a sentence. */
export function countedIn(sentence: Sentence): CountedWords {
  const { text, start, figures } = unfolded(sentence);
  const spelt = speltCounts(text, start).filter(
    ({ span: [from, to], text: word }) =>
      figures.every(({ span }) => span[1] <= from || to <= span[0]) &&
      !(/^one$/i.test(word) && noCount.test(text.slice(0, from - start))),
  );
  const counts = [...figures, ...spelt].filter(isBackingCount).sort((a, b) => a.span[0] - b.span[0]);
  return { text, start, counts };
}

/** Words up to where another clause begins. */
export const clauseIn = (words: string): string =>
  /^.*?(?=[,;:.()–—](?!\d)|(?<!\d) (?:and|but|although|though|while|whereas|so|because|with|which|who)\b|$)/.exec(
    words,
  )?.[0] ?? words;

const outOf = /^(?: [a-z-]+){0,2} (?:out )?of (?:(?:the|our|its|their|these|those|all|a total of) ){0,2}$/i;
const ofThem = /^(?: [a-z]+)? of (?:them|these|those|which|whom)\b/;
/** Of them, Hexham and Corbridge, reported. */
const apposed = /^((?: [a-z]+)? of (?:them|these|those)), [^,;.]{3,60}, /;
const FAR = 140;

/** Counts of some with what is said of them: 41 of the 42 schools; of 84 faults, 79 were repaired; two of them fell. */
export function* somesIn({ text, start, counts }: CountedWords): Generator<Some> {
  const words = (from: number, to: number): string => text.slice(Math.max(0, from - start), to - start);
  for (const [at, part] of counts.entries()) {
    const [last, next] = [counts[at - 1], counts[at + 1]];
    const gap = words(last?.span[1] ?? start, part.span[0]);
    const rest = words(part.span[1], part.span[1] + FAR);
    const behind = next ? words(part.span[1], Math.min(next.span[0], part.span[1] + FAR)) : rest;
    if (next && next.family === part.family && outOf.test(behind)) {
      const { noun, kind, predicate } = phraseIn(words(next.span[1], next.span[1] + FAR));
      yield { part, whole: next, noun, kind, predicate, before: '', from: part.span[0], to: next.span[1] };
    } else if (last === undefined || !outOf.test(gap)) {
      const lead = last ? words(last.span[0] - 40, last.span[0]) : '';
      const some = ofThem.test(behind)
        ? someOfThem(part, last, gap, rest.replace(apposed, '$1 '))
        : someOf({ part, last, gap, behind, lead });
      if (some) yield some;
    }
  }
}

/** The count before one, where it may be all of which that is some. */
const wholeFor = (part: Quantity, last: Quantity | undefined): Quantity | undefined =>
  last && last.family === part.family && last.number.compare(part.number) >= 0 ? last : undefined;

/** Two of them fell. */
function someOfThem(part: Quantity, last: Quantity | undefined, gap: string, behind: string): Some {
  const whole = wholeFor(part, last);
  const { noun, kind } = whole ? phraseIn(gap) : { noun: '', kind: '' };
  return {
    part,
    whole,
    noun,
    kind,
    predicate: clauseIn(behind.replace(ofThem, '')),
    before: whole ? gap : '',
    from: (whole ?? part).span[0],
    to: part.span[1],
  };
}

interface Between {
  readonly part: Quantity;
  readonly last: Quantity | undefined;
  /** The words from the count before. */
  readonly gap: string;
  readonly behind: string;
  /** The words before that one. */
  readonly lead: string;
}

const verbs =
  /^ (?:were|was|are|is|have|has|had|remain|remained|did|came|still|fell|rose|took|made|paid|met|won|lost|left|went|[a-z]+ed)\b/;

/** Of 84 faults, 79 were repaired; found 30 and corrected 28; 16 wards …: 14 wards. */
function someOf(around: Between): Some | undefined {
  const { part, last, behind } = around;
  const whole = wholeFor(part, last);
  const own = phraseIn(behind);
  const all = whole ? phraseIn(around.gap) : own;
  const isBare = /^(?:[,.;:]|$| and | so )/.test(behind);
  const isOfAll = isBare || verbs.test(behind) || /^ (?:in|on|by)\b/.test(behind);
  if (isOfAll || (own.noun !== '' && own.noun === all.noun))
    return someOfAll(around, whole, own, all, isBare);
  if (own.noun === '' || whole !== undefined) return undefined;
  const predicate = own.predicate + around.gap.slice(-40);
  return { ...own, part, whole, predicate, before: '', from: part.span[0], to: part.span[1] };
}

function someOfAll(
  { part, gap, behind, lead }: Between,
  whole: Quantity | undefined,
  own: Phrase,
  { noun, kind }: Phrase,
  isBare: boolean,
): Some {
  const joint = gap.slice(Math.max(gap.lastIndexOf(','), gap.lastIndexOf(';')) + 1);
  const said = isBare ? gap.slice(-30) : verbs.test(behind) ? clauseIn(behind) : own.predicate;
  return {
    part,
    whole,
    noun,
    kind,
    // “and corrected 28”, “28 in spring”
    predicate: (said + (isBare || /^\s*(?:in|on|at)\b/.test(said) ? joint : '')).replaceAll(leadingOn, ' '),
    before: whole ? lead + gap.slice(0, gap.length - joint.length) : '',
    from: (whole ?? part).span[0],
    to: part.span[1],
  };
}

/** What only leads from a verb to a count: replied to 209. */
const leadingOn = / (?:to|with|for|on|at|from) (?= |$)| (?:to|with|for|on|at|from) $/g;

type Phrase = Pick<Some, 'noun' | 'kind' | 'predicate'>;

/** The noun that a count counts, in one, with its adjectives, and the rest of the clause: “ primary schools had sent in …”. */
function phraseIn(behind: string): Phrase {
  const clause = clauseIn(behind);
  const found =
    /^ ((?:[a-z-]+ ){0,3}?)([a-z-]{2,}s|people|men|women|children)(?= |$)(?<!\b(?:was|has|is|its|this|as|us)(?= |$))/i.exec(
      clause,
    );
  const [all = '', kind = '', noun = ''] = found ?? [];
  return all === '' || /\b(?:of|were|had|have|are|been|to|in|on|the)\b/.test(kind)
    ? { noun: '', kind: '', predicate: clause }
    : {
        noun: singular(noun.toLowerCase()),
        kind: kind.trim().toLowerCase(),
        predicate: clause.slice(all.length),
      };
}
