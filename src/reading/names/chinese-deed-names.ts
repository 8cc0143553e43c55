import type { ClauseWords } from './chinese-clause.ts';
import { isSubject, tidyName } from './chinese-name.ts';
import {
  beginsWithDeed,
  deedsBefore,
  endsInDeed,
  leadsToFigure,
  openingAdverbs,
  sentenceWords,
} from './chinese-name-words.ts';

/** An item of a list that says itself what was done: 带动消费 behind 引进演出. */
const ownVerb =
  /^(?:带动|拉动|吸引|撬动|节约|节省|挽回|涉及|受益|辐射|销售|释放|降低|增加|减少|新增|实现|完成|获|总|累计)/u;

/** The words of a clause as a name: those before the figure, else what was done and the thing behind it. */
export function nameOfClause(clause: ClauseWords, behind: string): string | undefined {
  const words = clause.words
    .replace(leadsToFigure, '')
    .replace(openingAdverbs, '')
    .replace(/^实现(?=\p{Script=Han}{4})/u, '')
    .replace(byWays, '')
    .replace(inAll, '')
    .trim();
  const subject = isThingBehind(behind)
    ? deedName(words, behind, /[有共]$/.test(clause.words) || clause.isListed === true)
    : isSubject(words)
      ? words
      : undefined;
  if (subject === undefined) return undefined;
  return tidyName(
    clause.verb && !deedsBefore.test(subject) && !ownVerb.test(subject) ? clause.verb + subject : subject,
  );
}

/** 共 behind who did something. */
const inAll =
  /(?<=\p{Script=Han}{2})共(?=(?:受理|办理|安排|资助|开展|举办|完成|收到|接待|组织|培训|发放|投入|实施|审理|审结|查处|立案|检查|排查|出动|派出|归集|编印)\p{Script=Han}{2})/u;

/** In which ways something was done: 通过热线、信箱等渠道开展互动. */
const byWays =
  /^.{2,60}(?:等|多种|各类)(?:渠道|方式|形式|途径|平台|载体|手段|媒介)(?=(?:开展|举办|组织|收集|征集|发布|受理|推送|办理|公开|宣传|接待|培训)\p{Script=Han}{2})/u;

/** Whether the thing that a figure counts stands behind it: 68辆校车. */
export const isThingBehind = (behind: string): boolean =>
  /^\s?[余多]?(?!以[上下内]|左右|[和与及]\d)[\p{Script=Han}“]/u.test(behind);

/**
 * What was done with the thing that stands behind a figure: 投放校车. Where nothing leads to the figure, the words behind it may be a whole
 * sentence, but for an item of a list.
 */
function deedName(words: string, behind: string, isLed: boolean): string | undefined {
  const [, of = '', found, mark = ''] =
    /^\s?[余多]?(的?)([\p{Script=Han}“”]{2,14})([，。；、：）！？\s,.;]|$)/u.exec(behind) ?? [];
  const noun = found?.replaceAll(/[“”]/g, '');
  const deed = endsInDeed.exec(words);
  if (noun === undefined || sentenceWords.test(noun) || beginsWithDeed.test(noun)) return undefined;
  if (words === '') return isLed || (of === '' && mark === '、') ? noun : undefined;
  const done = deed ? deedAlone(words, deed) : undefined;
  return done && done.replace(/了$/, '') + noun;
}

/** What was done, without who did it; undefined where it was not done, or where the words may be part of a name: 湿地生态修复. */
function deedAlone(words: string, deed: RegExpExecArray): string | undefined {
  const before = words.slice(0, deed.index);
  if (/[未没不无]$/.test(before)) return undefined;
  if (words.length <= 4) return words;
  return /^$|[共已后又还]$/.test(before) ? deed[0] : undefined;
}
