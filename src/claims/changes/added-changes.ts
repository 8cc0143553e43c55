import { beforeChange, isAbsolute } from '../../quantity/value/change.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, RATIO } from '../../quantity/value/unit.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import { beforeOf, directionOf, isLike, isOnOtherBase, isPlain, type ChangeClaim } from './change-claims.ts';

/** 由3260个增加925个，达到4185个: what was added stands between the two levels. */
const fromZh = /[由从自](?:[^，。；,;、\d]{0,8}|(?:19|20)\d\d年[末底]?的?)$/;
const byZh = /^(?:净)?(?:增加|增长|提高|上升|提升|扩大|减少|下降|降低|压减|缩短)了?$/;
const toZh =
  /^[^，。；,;]{0,4}[，,]?(?:总[数量额])?(?:增加|提高|上升|扩大|减少|下降|降低|增|升|降|减)?(?:达到?|至|到|为)了?$/;
const growthZh =
  /^[^，。；,;]{0,6}[，,（(](?:同比|比上年|较上年|比去年)?(?:增长|上升|提高|下降|减少|降低|增幅|降幅)(?:为|达)?了?$/;
const toEn = /^(?: [a-z]+){0,2} to (?:a total of )?$/;
const growthEn =
  /^(?: [a-z]+){0,4}, (?:or |up |down |an increase of |a rise of |a decrease of |a fall of |growth of )$/;

/**
 * Changes that a sentence tells before what they lead to: 由3260个增加925个，达到4185个; 增加40家，达到200家，增长25%; “rose by 40 to 200, or 25%”.
 */
export function* addedChanges(sentence: Sentence): Generator<ChangeClaim> {
  if (sentence.figures.length < 3 || isOnOtherBase(sentence.text)) return;
  if (/分别|\brespectively\b/.test(sentence.text)) return;
  for (const index of sentence.figures.keys()) {
    yield* addedTo(sentence, index);
    yield* growthBehind(sentence, index);
  }
}

const wordsBetween = (sentence: Sentence, one: Quantity, two: Quantity): string =>
  between(sentence, one.span[1], two.span[0]).replaceAll(BRACKET, '');

function* addedTo(sentence: Sentence, index: number): Generator<ChangeClaim> {
  const [before, change, after] = sentence.figures.slice(index, index + 3);
  if (!before || !change || !after || ![before, change, after].every(isPlain)) return;
  const direction = directionOf(sentence, change);
  if (!direction || !isLike(before, after) || !isAbsolute(before, change)) return;
  const lead = between(sentence, before.span[0] - 16, before.span[0]);
  if (
    fromZh.test(lead) &&
    byZh.test(wordsBetween(sentence, before, change)) &&
    toZh.test(wordsBetween(sentence, change, after))
  )
    yield { before: beforeOf(before), after, change, direction, years: 1 };
}

function* growthBehind(sentence: Sentence, index: number): Generator<ChangeClaim> {
  const [by, after, change] = sentence.figures.slice(index, index + 3);
  if (!by || !after || !change || !isGrowth(by, after, change)) return;
  const direction = directionOf(sentence, by);
  const lead = between(sentence, by.span[0] - 24, by.span[0]);
  // what was newly made may stand beside what was given up
  if (!direction || /新[增建]|其中/.test(lead)) return;
  const [to, growth] = [wordsBetween(sentence, by, after), wordsBetween(sentence, after, change)];
  const isTold = (toZh.test(to) && growthZh.test(growth)) || (toEn.test(to) && growthEn.test(growth));
  if (!isTold || (directionOf(sentence, change) ?? direction) !== direction) return;
  const before = beforeChange(after, by, direction);
  if (before.number.compare(0) <= 0) return;
  const text = `${after.text} ${direction === 'up' ? '−' : '+'} ${by.text}`;
  yield { before: { ...before, text }, after, change, direction, years: 1, by };
}

/** Whether figures may be what was added, what it came to, and by how many per cent that is more. */
const isGrowth = (by: Quantity, after: Quantity, change: Quantity): boolean =>
  [by, after, change].every(isPlain) &&
  isPercent(change) &&
  after.family !== RATIO &&
  isAbsolute(after, by) &&
  isLike(by, after);
