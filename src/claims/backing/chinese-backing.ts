import Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim, Boast } from './backing.ts';
import { aimsMet, deniedDeeds, sharesAhead } from './chinese-contrary.ts';
import { claimsAhead } from './chinese-claims-ahead.ts';
import { deeds, denials } from './chinese-deeds.ts';
import { isClaimedCount, clauseUpTo, notYetDone } from './chinese-claim-words.ts';
import { levelsBeside, levelsPassed } from './chinese-levels-passed.ts';

const met =
  /超额|超计划|超目标|超任务|(?:全面|圆满|顺利|如数|足额|全部|提前|胜利)(?:完成|实现|达成)(?:了)?(?=[^，。；]{0,12}(?:任务|目标|计划|指标))|(?<=(?:任务|目标|计划|指标)[^，。；]{0,4})(?:全面|圆满|顺利|如数|足额|全部|提前|胜利)(?:完成|实现|达成)/gu;

/** Where a figure is only planned, asked for or due. */
const planned =
  /计划(?!生育)|目标|任务(?!外)|预算(?!收入|支出)|(?<![供响反适相对感效呼])应(?!届|急|用|对|收账)|不少于|下达|年初确定/u;
/** A plan that is kept by doing less. */
const lessIsBetter =
  /控制|限[额制]|压[减降]|减少|下降|降低|不超过|不高于|以内|事故|死亡|伤亡|投诉|能耗|排放/u;
/** Figures of another time or of a part. */
const other = /同比|环比|比上|上年|去年|前年|其中|平均|人均|占/u;

/** Words that say that all was done, with what says it of whom. */
const all =
  /全部|悉数|全员|全体|件件|无一(?:人|例|名|辆|起|家|件|处|个)?|全覆盖|清零|应([\p{Script=Han}])[\p{Script=Han}]?尽\1|([县村户校镇乡人家院园])\2(?!通)/gu;

/** 无一存在问题: what has one denies it. */
const faults = /问题|隐患|违规|违法|不合格/u;
/** Words between a part and the claim that name what is left, or say of whom it is claimed. */
const restNamed = /其余|其他|其它|剩余|余下|另|还有|尚|不合格|除|正在|的$/u;

/** The words of the clause around a figure. */
function clauseAround(sentence: Sentence, { span }: Quantity): string {
  const before =
    /(?<![^，,；;：:。])[^，,；;：:。]*$/.exec(between(sentence, span[0] - 40, span[0]))?.[0] ?? '';
  const after = /^[^，,；;：:。\d]*/.exec(between(sentence, span[1], span[1] + 30))?.[0] ?? '';
  return `${before}#${after}`;
}

/** What a Chinese sentence claims in words of the figures before them. */
export function* chineseBacking(sentence: Sentence): Generator<BackedClaim> {
  yield* metPlans(sentence);
  yield* allDone(sentence);
  yield* claimsAhead(sentence);
  yield* wholeRates(sentence);
  yield* deniedDeeds(sentence);
  yield* sharesAhead(sentence);
  yield* aimsMet(sentence);
  yield* levelsPassed(sentence);
  yield* levelsBeside(sentence);
}

const backed = (
  kind: Boast,
  span: readonly [number, number],
  part: Quantity,
  whole: Quantity,
): BackedClaim => ({
  kind,
  span: [span[0], span[1]],
  part,
  whole,
  level: undefined,
  figures: [part, whole],
});

/** 计划20公里，实际15公里，超额完成: what was planned, and the next figure of its kind. */
function* metPlans(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: words, index } of sentence.text.matchAll(met)) {
    const at = sentence.start + index;
    if (/各[项类]|多项|一系列|其他/u.test(between(sentence, at, at + words.length + 12))) continue;
    if (notYetDone.test(clauseUpTo(sentence, at)) || lessIsBetter.test(sentence.text)) continue;
    const rate = /^(?:超|全面|全部|足额)/u.test(words) ? rateBeside(sentence, at) : undefined;
    if (rate)
      yield {
        kind: 'over',
        span: [at, at + words.length],
        part: rate,
        whole: undefined,
        level: WHOLE,
        figures: [rate],
      };
    const [whole, part] = planBeside(sentence, at) ?? [];
    if (!whole || !part || !isOfPlan(sentence, whole, part)) continue;
    yield backed('met', [at, at + words.length], part, whole);
  }
}

const WHOLE = new Fraction(1);

/** The rate at which a plan was done, beside words that say that it was: 完成率96%，超额完成计划. */
const rateBeside = (sentence: Sentence, at: number): Quantity | undefined =>
  sentence.figures.find(
    (figure) =>
      isPercent(figure) &&
      figure.qualifier === 'exact' &&
      figure.movement === undefined &&
      /(?:完成|达成|兑现)率(?:为|达到?)?$|^完成(?:年度|全年)?(?:计划|任务|目标)的$/u.test(
        clauseUpTo(sentence, figure.span[0]),
      ) &&
      (figure.span[1] <= at
        ? /^[，,]\p{Script=Han}{0,4}$/u.test(between(sentence, figure.span[1], at))
        : /^[^，,。；]{0,14}[，,]\p{Script=Han}{0,6}率(?:为|达到?)?$/u.test(
            between(sentence, at, figure.span[0]),
          )),
  );

/** What was planned and what was done, before a place or directly behind it. */
const planBeside = (sentence: Sentence, at: number): readonly [Quantity, Quantity] | undefined =>
  plannedIn(
    sentence,
    sentence.figures.filter(({ span }) => span[1] <= at),
  ) ??
  plannedIn(
    sentence,
    sentence.figures.filter(
      (figure) =>
        figure.span[0] > at &&
        figure.span[0] - at < BEHIND &&
        !notYetDone.test(clauseAround(sentence, figure).replace(/任务|目标是/gu, '')),
    ),
  );

/** Whether two figures are a plan and what came of it: neither of another time or a part, and the second not planned as well. */
function isOfPlan(sentence: Sentence, whole: Quantity, part: Quantity): boolean {
  const words = clauseAround(sentence, part);
  if (other.test(words) || other.test(clauseAround(sentence, whole))) return false;
  return !planned.test(words.split('#')[0]?.replace(/完成.*/u, '') ?? '');
}

/** As far behind words its plan may begin. */
const BEHIND = 40;

/** The last of some figures that is planned, and the next of its kind. */
function plannedIn(sentence: Sentence, all: readonly Quantity[]): readonly [Quantity, Quantity] | undefined {
  const figures = all.filter(isClaimedCount);
  const whole = figures.findLast((figure) =>
    planned.test(clauseAround(sentence, figure).split('#')[0] ?? ''),
  );
  const part =
    whole && figures.find((figure) => figure.span[0] > whole.span[1] && figure.family === whole.family);
  return whole && part && [whole, part];
}

/** 排查30处，整改28处，全部整改: the two figures before the words, where both speak of one deed. */
function* allDone(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: words, 1: doneBy, index } of sentence.text.matchAll(all)) {
    const at = sentence.start + index;
    const lead = clauseUpTo(sentence, at);
    if (notYetDone.test(lead.replace(/(?:实现|做到)$/u, ''))) continue;
    // what stands in the clause of the words themselves is what they are said of
    const before = sentence.figures.filter(({ span }) => span[1] <= at - lead.length).filter(isClaimedCount);
    const part = before.at(-1);
    const whole = part && before.slice(0, -1).findLast(({ family }) => family === part.family);
    if (!part || !whole) continue;
    const said = `${lead}${words}${/^[^，,；;：:。]*/.exec(between(sentence, at + words.length, at + words.length + 16))?.[0] ?? ''}`;
    const [partWords, wholeWords] = wordsOfBoth(sentence, part, whole);
    if (
      restNamed.test(between(sentence, part.span[1], at)) ||
      other.test(partWords) ||
      planned.test(partWords.replace(/应/gu, ''))
    )
      continue;
    if (isOfPart(words, doneBy, said, partWords, wholeWords, part))
      yield backed('all', [at, at + words.length], part, whole);
  }
}

/** A rate that says that all did: 合格率达100%. */
const wholeRate = /(\p{Script=Han}{2})率(?:均?达到?|均?为|实现|保持)?100%/gu;

/** 抽查86家，其中6家不合格，合格率达100%: of some the contrary is told. */
function* wholeRates(sentence: Sentence): Generator<BackedClaim> {
  if (!sentence.text.includes('100%')) return;
  for (const { 0: words, 1: stem = '', index } of sentence.text.matchAll(wholeRate)) {
    const at = sentence.start + index;
    const lead = clauseUpTo(sentence, at);
    if (notYetDone.test(lead) || /[后再]|复[检查]|经/u.test(lead)) continue;
    const before = sentence.figures.filter(({ span }) => span[1] <= at).filter(isClaimedCount);
    const part = before.findLast((figure) => isDeniedBeside(sentence, figure, stem));
    const whole =
      part && before.find(({ family, number }) => family === part.family && number.compare(part.number) > 0);
    if (part && whole && part.number.compare(0) > 0)
      yield backed('all', [at, at + words.length], part, whole);
  }
}

/** Whether a figure counts those of whom something is not true: 6家不合格, 未通过的3门. */
function isDeniedBeside(sentence: Sentence, figure: Quantity, stem: string): boolean {
  const [before = '', behind = ''] = clauseAround(sentence, figure).split('#');
  const denied = (words: string, from: number): boolean => words.slice(from + 1).startsWith(stem);
  const at = Math.max(before.lastIndexOf('不'), before.lastIndexOf('未'));
  if (at >= 0 && denied(before, at) && before.length - at - 1 - stem.length <= 2) return true;
  return /^[不未]/.test(behind) && denied(behind, 0);
}

/** The words around both; of 20项任务完成18项 what stands between them says what was done of the part. */
function wordsOfBoth(sentence: Sentence, part: Quantity, whole: Quantity): readonly [string, string] {
  const [ofPart, ofWhole] = [clauseAround(sentence, part), clauseAround(sentence, whole)];
  const gap = between(sentence, whole.span[1], part.span[0]);
  if (!/^\p{Script=Han}{2,16}$/u.test(gap)) return [ofPart, ofWhole];
  return [
    `${gap.replace(/(?:任务|目标|计划)(?=\p{Script=Han})/gu, '')}#${ofPart.split('#')[1] ?? ''}`,
    ofWhole.split('#')[0] ?? '',
  ];
}

/** Whether what is claimed of all is what the part has done and the whole has not. */
function isOfPart(
  words: string,
  doneBy: string | undefined,
  said: string,
  partWords: string,
  wholeWords: string,
  part: Quantity,
): boolean {
  if (doneBy !== undefined) return partWords.includes(doneBy) && wholeWords.includes('应');
  if (words.startsWith('无一')) return deniesEach(said, partWords, part);
  if (words === '全覆盖') return coversAll(said, partWords, wholeWords);
  const isOnlyOfPart = (word: string | RegExp): boolean => {
    const [ofPart, ofWhole] = [partWords, wholeWords].map((own) => own.search(word) >= 0);
    return ofPart === true && (ofWhole === false || wholeWords.includes('应'));
  };
  const behind = said.slice(said.indexOf(words) + words.length);
  const deed = /^(?:得到|[都均已]|按期|按时|如期){0,3}(\p{Script=Han}{2})/u.exec(behind)?.[1];
  if (deed !== undefined && isOnlyOfPart(deed)) return true;
  const told = said.slice(said.indexOf(words));
  return deeds.some((each) => each.test(told) && isOnlyOfPart(each));
}

/** 无一不合格 beside what passed, 无一存在问题 beside what had one. */
function deniesEach(said: string, partWords: string, part: Quantity): boolean {
  const backing = denials.find(([denied]) => denied.test(said))?.[1];
  if (backing !== undefined) return backing.test(partWords);
  return /存在问题|有问题|违规|违法/u.test(said) && faults.test(partWords) && part.number.compare(0) > 0;
}

/** 18个乡镇已有16个通了天然气，实现乡镇全覆盖. */
function coversAll(said: string, partWords: string, wholeWords: string): boolean {
  const noun = /(\p{Script=Han}{2})全覆盖/u.exec(said)?.[1] ?? '';
  return (
    wholeWords.split('#')[1]?.includes(noun) === true &&
    /[已有通]/u.test(partWords) &&
    partWords.split('#')[1]?.includes(noun) === false
  );
}
