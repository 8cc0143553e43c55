import type { Span } from '../../quantity/value/formula.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { hasSign, signOf } from '../../reading/signs.ts';
import { between, endOf, piecesOf, type Sentence } from '../../reading/sentences.ts';
import {
  addsUp,
  isPartial,
  isOfFamily,
  isTotal,
  partOf,
  wholeOf,
  type Breakdown,
  type Component,
} from './part-lists.ts';
import { holdsCount } from './part-words.ts';
import { runsIn } from './part-runs.ts';
import { amongThem, leadOf, ofWhich } from './parts-among.ts';

/** Every total of some sentences with its parts. */
export function* partsIn(sentences: readonly Sentence[]): Generator<Breakdown> {
  for (const sentence of sentences) {
    if (!mayHaveParts(sentence) || saysBoth.test(sentence.text)) continue;
    const marked = [...markedIn(sentence)].filter((each) => !leavesMore(sentence, each));
    yield* marked;
    if (!mayHaveRuns(sentence)) continue;
    const told = new Set(marked.flatMap(({ total, complete }) => (complete ? [total] : [])));
    for (const each of runsIn(sentence)) {
      if (told.has(each.total)) continue;
      told.add(each.total);
      yield each;
    }
  }
}

/** Whether what is left of a total is told behind its parts: …, which leaves $0.4m for roads. */
function leavesMore(sentence: Sentence, { complete, parts }: Breakdown): boolean {
  const end = parts.at(-1)?.figure.span[1];
  return (
    complete &&
    end !== undefined &&
    /\bleav(?:es?|ing)\b|剩余|余下|结余/.test(between(sentence, end, endOf(sentence)))
  );
}

/** 20人次两种形式兼有: what is counted in two parts is no sum of them. */
const saysBoth = /兼(?:有|而有之|任|报)|重复(?:计|统)|有交叉|两者(?:均|都|兼)/;

/** Totals whose parts a mark or a word sets off. */
function* markedIn(sentence: Sentence): Generator<Breakdown> {
  const { signs } = sentence;
  if (sentence.brackets.length > 0) yield* inBrackets(sentence);
  if (hasSign(signs, amongSign)) yield* amongThem(sentence);
  if (hasSign(signs, colonSign)) yield* behindColon(sentence);
  if (hasSign(signs, sumSign)) yield* summedUp(sentence);
}

/** One of these stands before some of the parts, before all of them, and around their sum. */
const amongSign = signOf('其中', '包括', '包含', '，含', 'of ', 'including');
const colonSign = signOf(':', '：', '分别');
const sumSign = signOf('合计', '共计', '总计', '总共', 'total', 'making ', 'or ', 'in all', 'altogether');

/** Whether a sentence has a total and a part, with those in its brackets and those before it. */
const mayHaveParts = ({ figures, brackets, previous }: Sentence): boolean =>
  figures.length > 1 || brackets.length > 0 || (figures.length === 1 && (previous?.figures.length ?? 0) > 0);

/** Whether a sentence has figures enough for a total and two parts of it, some of them perhaps in the sentences before. */
function mayHaveRuns({ figures, previous }: Sentence): boolean {
  if (figures.length < 3) return figures.length > 0 && (previous?.figures.length ?? 0) > 0;
  const counts = new Map<string, number>();
  for (const { family } of figures) counts.set(family, (counts.get(family) ?? 0) + 1);
  return Math.max(...counts.values()) > 2;
}

/** 25项（牵头15项，会办10项）, 42.6 km of road (27.4 km of main roads and 15.2 km of local streets). */
function* inBrackets(sentence: Sentence): Generator<Breakdown> {
  for (const { span, sentences } of sentence.brackets) {
    const [inside] = sentences;
    const total = sentence.figures.findLast(({ span: [, end] }) => end <= span[0]);
    if (inside === undefined || sentences.length !== 1 || total === undefined || !isTotal(total, sentence))
      continue;
    const gap = between(sentence, total.span[1], span[0]);
    if (
      gap.length > 40 ||
      /[，。；、：,;:\uE001]|率|比|\b(?:and|or|than|against)\b/.test(gap) ||
      holdsCount(gap)
    )
      continue;
    const which = leadOf(inside.text);
    if (which !== undefined) {
      yield* ofWhich(inside, inside.start + which, [total]);
      continue;
    }
    const parts = wholeOf(inside, inside.start, endOf(inside), total) ?? grownIn(inside, total);
    if (parts === undefined || isPartial(total, parts)) continue;
    yield { total, parts, complete: true, apart: true };
  }
}

/** （年初安排8个，年中增加7个）: what was there at first, and what came to it. */
function grownIn(inside: Sentence, total: Quantity): readonly Component[] | undefined {
  const [first, second, third] = piecesOf(inside, inside.start, endOf(inside));
  const [one, two] = [first?.figures[0], second?.figures[0]];
  if (!first || !second || third || !one || !two || !isOfFamily(one, total) || !isOfFamily(two, total))
    return undefined;
  const isGrown =
    /^(?:年初|期初|最初|首批|原计划|原[有定安])/.test(first.words) &&
    /(?:增加|新增|追加|增补|调增|补充)\p{Script=Han}{0,4}$/u.test(
      between(inside, second.span[0], two.span[0]),
    );
  return isGrown ? [partOf(first, one, inside), partOf(second, two, inside)] : undefined;
}

/** 45 km of road: 28 km of main roads and 17 km of local streets; 共45万元：市级28万元、县级17万元; 共1200人，分别为甲校700人、乙校500人. */
function* behindColon(sentence: Sentence): Generator<Breakdown> {
  if (sentence.figures.length < 3) return;
  const opening = /[：:](?!\d)|[，,]分别[为是]/.exec(sentence.text);
  if (!opening) return;
  const at = sentence.start + opening.index;
  const before = sentence.figures.filter(({ span }) => span[1] <= at);
  const total = before.at(-1);
  if (total === undefined || !isTotal(total, sentence) || total.movement !== undefined) return;
  if (before.filter((figure) => isOfFamily(figure, total)).length > 1) return;
  const lead = between(sentence, sentence.start, at);
  const gap = between(sentence, total.span[1], at);
  if (/[，,；;：:]/.test(gap) || (/\p{Script=Han}/u.test(lead) && !/共|合计|总|全年|累计/.test(lead))) return;
  const end = endOf(sentence);
  const parts = wholeOf(sentence, at + opening[0].length, end, total);
  if (parts === undefined || (isPartial(total, parts) && opening[0].length === 1)) return;
  yield { total, parts, complete: true, apart: true };
}

const totals =
  /[，,；;] ?(?:(?:三者|以上|各项|两项|三项)?(?:合计|共计|总计|总共)|for a total of |a total of |making |or )$|[，,] ?$/;

/** 小学12所、初中8所、高中3所，合计23所; 12 primary, 8 junior and 3 senior schools, 23 in all. */
function* summedUp(sentence: Sentence): Generator<Breakdown> {
  for (const [index, total] of sentence.figures.entries()) {
    if (index < 2 || !addsUp(total) || total.movement !== undefined) continue;
    const lead = totals.exec(between(sentence, total.span[0] - 18, total.span[0]))?.[0];
    if (lead === undefined) continue;
    if (
      /^[，,] ?$/.test(lead) &&
      !/^[^，,。;；.]{0,24} ?(?:in all|in total|altogether)\b/.test(
        between(sentence, total.span[1], total.span[1] + 50),
      )
    )
      continue;
    const parts = wholeOf(sentence, sentence.start, total.span[0] - lead.length, total);
    if (parts === undefined || isPartial(total, parts)) continue;
    yield { total, parts, complete: true, apart: true };
  }
}

/** From the first to the last of some figures. */
export const spanOf = (figures: readonly Quantity[]): Span => [
  figures[0]?.span[0] ?? 0,
  figures.at(-1)?.span[1] ?? 0,
];
