import Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, endOf, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from './backing.ts';
import { clauseUpTo, isClaimedCount, notYetDone } from './chinese-claim-words.ts';
import { deeds } from './chinese-deeds.ts';

/** Words that claim something of all, at the head of what tells it: 全部完成, 无一遗漏, 各项指标均达到预期. */
const claims =
  /全部|悉数|全员|件件|[项条户]{2}(?=落实|办结)|无一(?=遗漏|例外|漏)|全覆盖|清零|(?<=(?:所有|各项|各类|每[一个项]|\d[个家所名户人件项])[^，。；：]{1,12})[均都]已?(?=达到|实现|完成|通过|按期|如期|落实|建[立成]|办结|开通|覆盖|配[备齐]|设立)/gu;
/** Of which all are meant, whatever is counted: 年度目标全部完成：18项民生实事中完成17项. */
const generic = /目标|任务|指标|工作|事项|实事|项目|要求/u;
/** Where what is claimed of all is what is claimed of each deed: 无一遗漏, 件件落实. */
const anyDeed = /无一|件件|项项|条条/u;
const done = /^(?:开展|完成|实施|参[加与]|覆盖|落实|进行|办结|建成|建立)\p{Script=Han}{0,3}$/u;
/** What stands before a part and says nothing of it. */
const leads = /^(?:[^，]{0,10}[中里内])?(?:其中|实际|目前|现)?(?:已经?)?(?:[现共累]?[有计])?/u;
/** Of a part of the part: 完成两次以上, 提前完成. */
const narrower = /次|以上|提前|优|[获多超]|重点|首|于|由|[两三]轮/u;
/** What is claimed of all where something can be left of it. */
const completed =
  /完成|落实|办[结理]|整改|化解|清零|销号|解决|开通|覆盖|就业|复工|出列|脱贫|达[标到]|[建配]成|建成|通过|拨付|发放|兑现|无一|交付|竣工|完工|通/u;
/** What is left: 剩余1件跨年实施, 3件正在推进, 2项未达标. */
const leftBefore = /^(?:其余|剩余|余下|尚[有余]|仍有|还有|另有)(?:的)?$/u;
const leftBehind =
  /^\p{Script=Han}{0,4}?(?:(?:仍|还|尚)?(?:正在|待)|跨年|延期|暂[停缓]|停工|长期坚持|(?:仍|尚|还)?未)/u;

/** Claims of all that stand before the figures that deny or back them: 全部完成目标：……18项中完成17项. */
export function* claimsAhead(sentence: Sentence): Generator<BackedClaim> {
  if (sentence.figures.length < 2) return;
  for (const { 0: words, index } of sentence.text.matchAll(claims)) {
    const at = sentence.start + index;
    const lead = clauseUpTo(sentence, at);
    const tail =
      /^[^，,；;：:。]*/.exec(between(sentence, at, Math.min(endOf(sentence), at + 40)))?.[0] ?? '';
    if (notYetDone.test(lead) || /情况|以[上下]|[的率]$|后/u.test(tail)) continue;
    const end = at + tail.length;
    const told = sentence.figures.filter(
      (figure) =>
        figure.span[0] >= at - lead.length &&
        figure.span[0] < end + FARTHEST &&
        figure.family !== '' &&
        isClaimedCount(figure),
    );
    const undone = told.find(
      (each) => each.span[0] >= end && isUndone(sentence, each, tail.slice(words.length)),
    );
    if (undone) {
      yield {
        kind: 'over',
        span: [at, at + words.length],
        part: undone,
        whole: undefined,
        level: NONE,
        isBelow: true,
        figures: [undone],
      };
      continue;
    }
    const whole = told[0];
    if (whole === undefined || !isOfAll(sentence, lead, end, whole)) continue;
    const parts = told.filter(
      (each) =>
        each !== whole &&
        each.span[0] >= end &&
        each.family === whole.family &&
        !/[；;]/.test(between(sentence, whole.span[1], each.span[0])),
    );
    const part =
      parts.find((each) => isLeft(sentence, each, whole, lead + tail)) ??
      parts.find((each) => isNamedDeed(sentence, each, whole, lead + tail)) ??
      (isWholly(parts, whole)
        ? undefined
        : parts.find((each) => isAllDone(sentence, each, whole, lead + tail)));
    if (part)
      yield {
        kind: 'all',
        span: [at, at + words.length],
        part,
        whole,
        level: undefined,
        figures: [part, whole],
      };
  }
}

/** None is left of what all have done. */
const NONE = new Fraction(0);

/** Whether a figure counts those that have not done what all are said to have: 全部复工，…未复工8家. */
function isUndone(sentence: Sentence, figure: Quantity, deed: string): boolean {
  if (deed.length < 2 || figure.number.compare(0) <= 0) return false;
  const lead = clauseUpTo(sentence, figure.span[0]).split('、').at(-1) ?? '';
  const behind =
    /^[^，,；;：:。、]{0,12}/.exec(between(sentence, figure.span[1], figure.span[1] + 12))?.[0] ?? '';
  const undone = /^(?:其中|还有|尚有|仍有|另有)?(?:尚|仍)?未(.{2,8}?)(?:的(?:有)?)?$/u;
  const what = (
    behind === '' ? undone.exec(lead) : lead === '' || lead === '其中' ? undone.exec(behind) : null
  )?.[1];
  return what !== undefined && deed.startsWith(what);
}

/** As far behind a claim its figures may begin. */
const FARTHEST = 60;

/** Whether a figure counts what is claimed of: it stands in the clause of the claim, directly behind a colon, or with its noun. */
function isOfAll(sentence: Sentence, lead: string, end: number, whole: Quantity): boolean {
  if (whole.span[0] < end) return true;
  const gap = between(sentence, end, whole.span[0]);
  if (gap.length > 24) return false;
  const noun = /^[^，,；;：:。\d]{0,12}/.exec(between(sentence, whole.span[1], endOf(sentence)))?.[0] ?? '';
  if (/^[：:]/.test(gap)) return generic.test(lead) || sharesWord(lead, noun + gap);
  return /^[，,]\p{Script=Han}{0,8}$/u.test(gap) && sharesWord(lead, noun);
}

/** Whether two stretches of words have two characters together. */
function sharesWord(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= a.length; at++)
    if (/^\p{Script=Han}{2}$/u.test(a.slice(at, at + 2)) && b.includes(a.slice(at, at + 2))) return true;
  return false;
}

/** Whether parts make up the whole, as 提前完成10项，按期完成2项 of 12 do. */
const isWholly = (parts: readonly Quantity[], whole: Quantity): boolean =>
  parts.length > 1 &&
  parts
    .slice(1)
    .reduce((sum, { number }) => sum.add(number), (parts[0] as Quantity).number)
    .equals(whole.number);

/** The words around a figure up to the next marks, without what only leads to it. */
function wordsAround(sentence: Sentence, part: Quantity, whole: Quantity): readonly [string, string] {
  const before = between(sentence, Math.max(whole.span[1], part.span[0] - 24), part.span[0]);
  const pre = (/(?<![^，,；;：:。])[^，,；;：:。]*$/.exec(before)?.[0] ?? before).replace(leads, '');
  return [pre, /^[^，,；;：:。、\d]*/.exec(between(sentence, part.span[1], part.span[1] + 20))?.[0] ?? ''];
}

/** Whether a figure tells what is left of all. */
function isLeft(sentence: Sentence, part: Quantity, whole: Quantity, said: string): boolean {
  const [pre, post] = wordsAround(sentence, part, whole);
  if (!completed.test(said)) return false;
  if (leftBefore.test(pre)) return true;
  return (
    pre === '' &&
    leftBehind.test(post) &&
    (isOfOneDeed(post, said) || /待|正在|跨年|延期|暂[停缓]|停工|坚持/u.test(post))
  );
}

/** Whether a figure tells of how many was done what is claimed of all, and that alone. */
function isAllDone(sentence: Sentence, part: Quantity, whole: Quantity, said: string): boolean {
  const [pre, post] = wordsAround(sentence, part, whole);
  if (narrower.test(pre + post) || (pre !== '' && post !== '' && !isDeedAlone(post, said))) return false;
  const what = pre === '' ? post : pre.replace(/(?:了|的?(?:只|仅)?有|的\p{Script=Han}{0,4})$/u, '');
  return what !== '' && isDeedAlone(what, said);
}

/** What leads to the thing of a deed, and says nothing by itself. */
const starts =
  /^(?:[已均都]|只有|仅有)*(?:开展|实现|完成|提供|建[立成]|配[备齐]|设[立置]|参加|通过|获评?|获得)?了?/u;

/** Whether a figure is of those of whom just what is claimed of all is told again: 全部获评优秀，优秀28家; 课后服务全覆盖，其中29所学校开展课后服务. */
function isNamedDeed(sentence: Sentence, part: Quantity, whole: Quantity, said: string): boolean {
  const [pre, post] = wordsAround(sentence, part, whole);
  if (part.number.compare(whole.number) >= 0 || (pre !== '' && post !== '')) return false;
  const noun = /^\p{Script=Han}{0,8}/u.exec(between(sentence, whole.span[1], whole.span[1] + 8))?.[0] ?? '';
  let own = 0;
  while (own < post.length && post[own] === noun[own]) own++;
  const core = (pre === '' ? post.slice(own) : pre).replace(starts, '');
  const claimed = said.replace(/^.*?(?:全部|悉数|均|都|实现)/u, '');
  return (
    core.length > 1 &&
    (said.slice(-12).includes(core) || claimed.includes(core)) &&
    (core.length > 3 || !narrower.test(core.replace('优秀', '')))
  );
}

const isOfOneDeed = (words: string, said: string): boolean =>
  deeds.some((each) => each.test(words) && each.test(said));

/** Whether words are what was done, and no more. */
const isDeedAlone = (words: string, said: string): boolean =>
  anyDeed.test(said)
    ? done.test(words)
    : deeds.some((each) => each.test(said) && each.test(words) && saysNothing.test(words.replace(each, '')));

/** What stands beside a deed and says nothing of it. */
const saysNothing = /^(?:[了的有已均到]|到位|任务|工作|落实){0,2}$/u;
