import Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from './backing.ts';
import { isClaimedCount, clauseUpTo, notYetDone } from './chinese-claim-words.ts';

const level =
  /(?:超过|突破|超出|越过|超|过|占|跨[越过])(?:了|全市|全省|全区|全县|进出口|总[数量额]|的|[\p{Script=Han}]{0,8}的)*(半数?|一半|([一二三四五六七八九])成|三分之二|四分之三|三分之一)(?:以上|大关)?/gu;

/** 占比为48.6%，首次超过五成; 480份，满意226份，超过半数. */
export function* levelsPassed(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: words, 1: what = '', 2: tenths, index } of sentence.text.matchAll(level)) {
    const at = sentence.start + index;
    if (!/超|突破|过|越|以上/u.test(words) || !leavesSubject(sentence, at)) continue;
    const before = sentence.figures.filter(({ span }) => span[1] <= at + 1);
    const part = before.at(-1);
    if (!part || between(sentence, part.span[1], at).length > 16) continue;
    const common = {
      kind: 'over',
      span: [at, at + words.length],
      part,
      level: levelOf(what, tenths),
    } as const;
    if (isPercent(part) && part.movement?.to !== false && part.kind === 'figure') {
      yield { ...common, whole: undefined, figures: [part] };
      continue;
    }
    const whole = before.slice(0, -1).findLast(({ family }) => family === part.family);
    if (whole && isPartOf(sentence, part, whole)) yield { ...common, whole, figures: [part, whole] };
  }
}

/** Whether a clause leaves its subject to what stands before it, or names it again. */
function leavesSubject(sentence: Sentence, at: number): boolean {
  const lead = clauseUpTo(sentence, at);
  if (notYetDone.test(lead)) return false;
  const subject = lead.replace(/(?:的|首次|[已均也都]|历史性|从而){1,4}$/u, '');
  return subject === '' || between(sentence, sentence.start, at - lead.length).includes(subject);
}

function levelOf(what: string, tenths: string | undefined): Fraction {
  if (tenths !== undefined) return new Fraction('零一二三四五六七八九'.indexOf(tenths), 10);
  return fractions[what] ?? new Fraction(1, 2);
}

const fractions: Readonly<Record<string, Fraction>> = {
  三分之二: new Fraction(2, 3),
  三分之一: new Fraction(1, 3),
  四分之三: new Fraction(3, 4),
};

const isPartOf = (sentence: Sentence, part: Quantity, whole: Quantity): boolean =>
  isClaimedCount(part) &&
  isClaimedCount(whole) &&
  part.number.compare(whole.number) <= 0 &&
  /其中|有|中/.test(between(sentence, whole.span[1], part.span[0]));
