import type { Quantity } from '../quantity/quantity.ts';
import type { Prose } from './prose.ts';
import { sentenceAround } from './sentence-spans.ts';

const joins = /(?:[为达到共有是仅已计：:\s]|合计|累计|总计|总数|总额|分别|\b(?:was|were|is|are|of|to|stood at|reached|totalled|a total of|has|have|had))+$/;
/** Words that make a figure one of several of its kind, so that its noun alone does not tell which. */
const partial =
  /新增|增加|其中|另有|分别|新建|今年|当年|本次|此次|各有|每|再|又|还|约占|占|涉及|这|该|上述|其他|其余|检查|开展|组织|举办|培训|new\b|another|each|these|those|other/i;

/** What is done in a period can be done again in another; and changes are told again and again. */
const doing =
  /^(?:实施|完成|推进|建设|建成|调度|实现|投入|发放|安排|争取|新建|改造|支持|培育|引进|打造|力争|确保|达到|下达|拨付|办理|承办|查处|受理)|[增降涨减]幅|收窄|同比|环比|同期/;

/**
 * What a figure is of, from the words directly before it in its clause, else behind it: 全市在册水库 in 全市在册水库19座,
 * registered reservoirs in 19 registered reservoirs. Undefined where the words do not name one thing for sure.
 */
export function subjectOf({ text }: Prose, figure: Quantity): string | undefined {
  const [start, end] = sentenceAround(text, figure.span);
  const clause = text.slice(Math.max(start, figure.span[0] - 40), figure.span[0]);
  const before = clause.slice(Math.max(...[...'，、：；,;:（(）)—“”'].map((mark) => clause.lastIndexOf(mark))) + 1);
  const whole = before.length < clause.length || clause.length === figure.span[0] - start;
  const subject = before.replace(joins, '').trim();
  // 新增国家级企业5户、省级企业103户: the word that leads the list holds of all of it
  const list = clause.slice(Math.max(...[...'，：；。,;:（('].map((mark) => clause.lastIndexOf(mark))) + 1, clause.length - before.length);
  if (partial.test(list) || doing.test(list)) return undefined;
  if (whole && isSubject(subject)) return subject;
  const behind = /^ ?([\p{Script=Han}]{5,14}|[a-z]+(?: [a-z]+){1,3})(?=[，。；、,.;)）]|$)/u.exec(
    text.slice(figure.span[1], Math.min(end + 1, figure.span[1] + 60)),
  )?.[1];
  return behind !== undefined && subject === '' && !partial.test(behind) && !doing.test(behind) ? `…${behind}` : undefined;
}

/** Long enough, or with its scope before it, to be one thing and no other. */
const isSubject = (subject: string): boolean =>
  !partial.test(subject) &&
  !doing.test(subject) &&
  !/\d/.test(subject) &&
  (/^(?:全[市省县区镇乡校局院国]|我[市省县区校局院]|本[市县区校局院])[\p{Script=Han}]{2,20}$/u.test(subject) || /^[\p{Script=Han}]{6,20}$/u.test(subject));

const dates =
  /(?:19|20)\d{2}年(?:\d{1,2}月(?:份|\d{1,2}日)?|[上下]半年|底|末|初)?|\d{1,2}月(?:份|\d{1,2}日|底|末|初)?|[一二三四]季度|[上下]半年|年[初中底末]|去年|上年|今年|明年|“?十[一二三四五]五”?|同期|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:19|20)\d{2}\b/g;

/** The last date that a sentence gives before one of its figures; empty where it gives none. */
export function dateBefore({ text }: Prose, figure: Quantity): string {
  const [start] = sentenceAround(text, figure.span);
  return (
    text
      .slice(Math.max(start, figure.span[0] - 120), figure.span[0])
      .match(dates)
      ?.at(-1) ?? ''
  );
}
