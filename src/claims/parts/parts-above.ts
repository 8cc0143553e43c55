import { hasSign, signOf } from '../../reading/signs.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, type Sentence } from '../../reading/sentences.ts';

/** A count that a sentence says is of another. */
export interface PartOfWhole {
  readonly part: Quantity;
  readonly whole: Quantity;
}

/** Things that are counted one by one; money and amounts may come in beyond what was due. */
const counted = /^(?:|[人名位家户个份张所处次件项场期校村]|人次)$/;
/** More than the whole may be told where something else is counted in, or the whole is only a plan. */
const more =
  /含|上年|往年|结转|跨年|列席|另|补(?![贴助])|新增|追加|计划|目标|任务|预算|超额|\b(?:plan(?:ned)?|target|budget|including|plus|extra|carried|backlog|walk-ins?)\b/i;

const isCount = ({ kind, per, qualifier, movement, family, number }: Quantity): boolean =>
  (kind === 'figure' || kind === 'chinese') &&
  per.length === 0 &&
  qualifier === 'exact' &&
  movement === undefined &&
  number.d === 1n &&
  counted.test(family);

/** 应检80家、实检88家: what was due, and what of it was done, by one verb. */
const due = /应(?:当)?(?:参加)?([到检发收考报交查测种签参体出])\p{Script=Han}{0,8}$/u;
const done =
  /^\p{Script=Han}{0,4}[、，,；]实(?:际|有)?(?:参加)?([到检发收考报交查测种签参体出])\p{Script=Han}{0,2}$/u;
/** 实际检查 has the verb behind another of its characters. */
const inFact = /^\p{Script=Han}{0,4}[、，,；]实际(\p{Script=Han}{2})$/u;
/** 发放问卷500份，收回520份. */
const sent = /(?:发放|发出|发送|下发)\p{Script=Han}{0,6}(?:问卷|调查表|测评表|选票|表决票|答卷)$/u;
const returned = /^[、，,；](?:共|实际)?(?:收回|回收)(?:有效)?\p{Script=Han}{0,4}$/u;

/** 88 of the 80 sites due; a noun in its plural tells that the whole counts things. */
const ofThe = /^(?: [a-z]+){0,2} of (?:the|all|all the|our|its|their) $/;
const things = /^ (?:people|children|[a-z]{2,}s)(?<! (?:was|has|is))\b/;
/** 80 pupils were enrolled, 88 of whom attended; “of which 88” is a part that another rule adds up. */
const goesOn = /^ [^,;.:\d]{0,40}, $/;
const ofThem = /^ of (?:which|whom|these|them)\b/;

/** One of these stands in every sentence that says what a count is of. */
const aboveSign = signOf(' of ', '应', '发放', '发出', '发送', '下发');

/** Counts with what the sentence says without doubt that they are of, and cannot exceed. */
export function* countsOfWhole(sentences: readonly Sentence[]): Generator<PartOfWhole> {
  for (const sentence of sentences) {
    const { figures, text } = sentence;
    if (figures.length < 2 || !hasSign(sentence.signs, aboveSign)) continue;
    for (const [index, one] of figures.entries()) {
      const two = figures[index + 1];
      if (!two || one.family !== two.family || !isCount(one) || !isCount(two)) continue;
      if (more.test(text)) break;
      const gap = between(sentence, one.span[1], two.span[0]);
      const pair = ofThe.test(gap)
        ? isThings(sentence, two) && { part: one, whole: two }
        : isPartBehind(sentence, one, two, gap) && { part: two, whole: one };
      if (pair) yield pair;
    }
  }
}

/** Whether a whole counts things, and is no year: 300 of the 2016 prints. */
function isThings(sentence: Sentence, { span, text, number }: Quantity): boolean {
  const isYear = /^(?:19|20)\d\d$/.test(text) && number.compare(1900) >= 0;
  return !isYear && things.test(between(sentence, span[1], span[1] + 30));
}

function isPartBehind(sentence: Sentence, whole: Quantity, part: Quantity, gap: string): boolean {
  const lead = between(sentence, whole.span[0] - 24, whole.span[0]);
  if (sent.test(lead)) return returned.test(gap);
  const verb = due.exec(lead)?.[1];
  if (verb !== undefined)
    return done.exec(gap)?.[1] === verb || inFact.exec(gap)?.[1]?.includes(verb) === true;
  return goesOn.test(gap) && ofThem.test(between(sentence, part.span[1], part.span[1] + 12));
}
