import type { Quantity } from '../../quantity/value/quantity.ts';
import { areLike } from '../../quantity/value/unit.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import {
  beforeOf,
  directionOf,
  isLike,
  isPlain,
  leavesSubject,
  yearOf,
  type ChangeClaim,
} from './change-claims.ts';

const past =
  '(?:上年度?|去年|上一年|前年|(?:19|20)\\d\\d年|[一二三四五六七八九十]年前)(?:同期|[底末初])?|年初';
/** 同比增长20%，上年为9.8万人: what a change leads from stands behind it. */
const times = new RegExp(past);
const behind = new RegExp(`^[，,；;（]?(?:而)?(${past})(?:则?[为是有仅]|只有|仅[为有])?$`);
const led = new RegExp(
  `^[，,](?:同比|[比较](${past}))?(?:[两二三四五六七八九十]年(?:来|间)?(?:累计)?|累计|净|大幅)?[\\p{Script=Han}]{2,4}了?$`,
  'u',
);
/** 比上年的36亿元增加4.2亿元，达到41.2亿元: both lead to what it comes to. */
const compared = new RegExp(`[比较](?:${past})的?$`);
const verb = /^(?:净?增加?|增长|提高|提升|上升|净?减少?|下降|降低|压减|压缩|缩短|多|少)了?$/;
const reached = /^[，,]?(?:总[数量额])?(?:达到?|[增升降减]至|为|至)了?$/;
/** 较2024年减少9人: the year is told, and its figure stands elsewhere in the sentence. */
const againstYear = /[较比]((?:19|20)\d\d)年(?:同期|[底末])?(?:净|大幅)?\p{Script=Han}{1,3}$/u;

/** Changes of a Chinese sentence whose three figures do not stand as: from, to, by. @param figure the first of the three, or the change */
export function* inOtherOrders(sentence: Sentence, figure: Quantity, index: number): Generator<ChangeClaim> {
  const [second, third] = [sentence.figures[index + 1], sentence.figures[index + 2]];
  if (second && third) {
    yield* fromBehind(sentence, figure, second, third);
    yield* reachedBehind(sentence, figure, second, third);
    yield* pastBehind(sentence, figure, second, third);
    yield* levelsBehind(sentence, figure, second, third);
  }
  if (second) yield* asideBehind(sentence, figure, second);
  yield* againstOwnYear(sentence, figure, index);
}

const claimOf = (
  sentence: Sentence,
  before: Quantity,
  after: Quantity,
  change: Quantity,
): readonly ChangeClaim[] => {
  const direction = directionOf(sentence, change);
  return direction && isPlain(change) && isPlain(after) && isPlain(before) && isLike(before, after)
    ? [{ before: beforeOf(before), after, change, direction, years: 1 }]
    : [];
};

const gapOf = (sentence: Sentence, a: Quantity, b: Quantity): string =>
  between(sentence, a.span[1], b.span[0]).replaceAll(BRACKET, '');

const isLevel = ({ movement }: Quantity): boolean => movement === undefined || movement.to;

/** 9120名，比上年底增加480名，上年底为8540名. */
function* fromBehind(
  sentence: Sentence,
  after: Quantity,
  change: Quantity,
  before: Quantity,
): Generator<ChangeClaim> {
  if (!isLevel(after) || before.movement) return;
  const [first, last] = [gapOf(sentence, after, change), gapOf(sentence, change, before)];
  const [, when = ''] = behind.exec(last) ?? [];
  const [, against] = led.exec(first) ?? [];
  if (when === '' || !led.test(first) || !leavesSubject(first.replace(times, ''), '')) return;
  if (against !== undefined && yearNamed(against) !== yearNamed(when)) return;
  yield* claimOf(sentence, before, after, change);
}

/** 去年, 上年 and 上年度 are one. */
const yearNamed = (words: string): string => words.replace(/去年|上一年|上年度/, '上年');

/** 财政收入比上年的36亿元增加4.2亿元，达到40.2亿元. */
function* reachedBehind(
  sentence: Sentence,
  before: Quantity,
  change: Quantity,
  after: Quantity,
): Generator<ChangeClaim> {
  if (!compared.test(between(sentence, before.span[0] - 12, before.span[0]))) return;
  if (!verb.test(gapOf(sentence, before, change)) || !reached.test(gapOf(sentence, change, after))) return;
  yield* claimOf(sentence, before, after, change);
}

/** 开行班列增加76列，达到512列，2024年为436列. */
function* pastBehind(
  sentence: Sentence,
  change: Quantity,
  after: Quantity,
  before: Quantity,
): Generator<ChangeClaim> {
  if (!isLevel(after) || before.movement || change.movement?.to !== false) return;
  if (!reached.test(gapOf(sentence, change, after)) || !behind.test(gapOf(sentence, after, before))) return;
  yield* claimOf(sentence, before, after, change);
}

/** 案件同比减少24件，今年98件，去年122件. */
function* levelsBehind(
  sentence: Sentence,
  change: Quantity,
  after: Quantity,
  before: Quantity,
): Generator<ChangeClaim> {
  if (after.movement || before.movement || change.movement?.to !== false) return;
  if (!/^[，,：:；;](?:今年|本年)(?:则?[为是有])?$/.test(gapOf(sentence, change, after))) return;
  if (behind.test(gapOf(sentence, after, before))) yield* claimOf(sentence, before, after, change);
}

/** 招生4800人，比上年增加600人（上年4200人）. */
function* asideBehind(sentence: Sentence, after: Quantity, change: Quantity): Generator<ChangeClaim> {
  const first = sentence.brackets.length === 0 ? '' : gapOf(sentence, after, change);
  if (!isLevel(after) || !led.test(first) || !leavesSubject(first.replace(times, ''), '')) return;
  const [inside, more] = sentence.brackets.find(({ span }) => span[0] === change.span[1])?.sentences ?? [];
  const [before, second] = inside?.figures ?? [];
  if (!inside || more || !before || second || before.movement) return;
  if (behind.test(between(inside, inside.start, before.span[0])))
    yield* claimOf(sentence, before, after, change);
}

/** 由2023年的24起、2024年的18起降至11起，较2024年减少7起. */
function* againstOwnYear(sentence: Sentence, change: Quantity, index: number): Generator<ChangeClaim> {
  if (change.movement === undefined || change.movement.to) return;
  const year = againstYear.exec(between(sentence, change.span[0] - 16, change.span[0]))?.[1];
  if (year === undefined) return;
  const levels = sentence.figures.filter(
    (each) => each !== change && isLevel(each) && isPlain(each) && each.unit !== '' && each.unit !== '年',
  );
  const ofYear = levels.filter((each) => yearOf(sentence, each) === Number(year));
  const after = sentence.figures
    .slice(0, index)
    .findLast((each) => levels.includes(each) && !ofYear.includes(each));
  const [before, other] = after ? ofYear.filter((each) => areLike(each.family, after.family)) : [];
  if (!after || !before || other) return;
  const gap = gapOf(sentence, after, change);
  if (/[。；]/.test(gap) || !leavesSubject(gap.replace(/[较比](?:19|20)\d\d年(?:同期|[底末])?/, ''), ''))
    return;
  yield* claimOf(sentence, before, after, change);
}
