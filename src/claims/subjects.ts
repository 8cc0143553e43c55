import { yearOfMonth, yearPeriod } from '../dates/calendar.ts';
import { periodOf } from '../dates/dates.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { Prose } from '../reading/prose.ts';
import type { Report } from '../model/report.ts';
import { statementAround } from '../reading/statements.ts';

const joins =
  /(?:[为达到共有是仅已计：:\s]|合计|累计|总计|总数|总额|分别|\b(?:was|were|is|are|of|to|stood at|reached|totalled|a total of|has|have|had))+$/;
/** Words that make a figure one of several of its kind, so that its noun alone does not tell which. */
const partial =
  /新增|增加|其中|另有|分别|新建|今年|当年|本次|此次|各有|每|再|又|还|约占|占|涉及|这|该|上述|其他|其余|检查|开展|组织|举办|培训|new\b|another|each|these|those|other/i;

/** 提供岗位, of “专场招聘会8场，提供岗位1200个”. */
const acting =
  /^(?:提供|吸引|接待|惠及|受益|覆盖|带动|辐射|发放|发出|发送|培训|参加|参与|参训|签约|成交|销售|完成|实现|投入|投资|建成|新建|改造|新增|引进|检查|查处|办理|办结|受理|整改|发现|排查|走访|慰问|救助|资助|帮扶|服务|组织|举办|开展|征集|收到|减少|节约|增加|安置|招收|录取|出动|出栏|种植|配备|安装|购置|征收|拆除|处置|清理|追缴|挽回|涉及|占地|总投资|支付|缴纳|处罚|罚款|表彰|选派)/;
/** What a sentence may begin with before what was done: 2017年，全市, 全年, 我局共. */
const scope =
  /^\s*(?:(?:(?:19|20)\d{2}年(?:末|底)?|今年|全年|本年度?|年内|[全我本][市省县区镇乡校局院国系]|共|累计|已|还|并)[，,]?)*/;

/**
 * Whether a name that tells what is done may tell it of somebody else than the report does: its sentence begins with another subject,
 * as 提供岗位 in 专场招聘会8场，提供岗位1200个, and not with what the report’s own did.
 */
export function isOfAnother(prose: Prose, [start, end]: Span): boolean {
  const { text } = prose;
  if (!acting.test(text.slice(start, end))) return false;
  const [from] = statementAround(prose, [start, end]);
  return !acting.test(text.slice(from, end).replace(scope, ''));
}

/** What is paid or given by steps is told several times: 验收后支付45%, …支付50%. */
const giving = /(?:支付|付款|缴纳|退还|扣除|赔偿|返还|给予|补贴|奖励|补助|处以)$/;

/** What is done in a period can be done again in another; and changes are told again and again. */
const doing =
  /^(?:实施|完成|推进|建设|建成|调度|实现|投入|发放|安排|争取|新建|改造|支持|培育|引进|打造|力争|确保|达到|下达|拨付|办理|承办|查处|受理)|[增降涨减]幅|收窄|同比|环比|同期/;

/**
 * What a figure is of, from the words directly before it in its clause, else behind it: 全市在册水库 in 全市在册水库19座,
 * registered reservoirs in 19 registered reservoirs. Undefined where the words do not name one thing for sure.
 */
export function subjectOf(prose: Prose, figure: Quantity): string | undefined {
  const { text } = prose;
  const [start, end] = statementAround(prose, figure.span);
  const clause = text.slice(Math.max(start, figure.span[0] - 40), figure.span[0]);
  const before = clause.slice(lastOf(clause, '，、：；,;:（(）)—“”') + 1);
  const whole = before.length < clause.length || clause.length === figure.span[0] - start;
  const subject = before.replace(joins, '').trim();
  // 新增国家级企业5户、省级企业103户: the word that leads the list holds of all of it
  const list = clause.slice(lastOf(clause, '，：；。,;:（(') + 1, clause.length - before.length);
  if (partial.test(list) || doing.test(list)) return undefined;
  if (whole && isSubject(subject)) return subject;
  const behind = /^ ?([\p{Script=Han}]{5,14}|[a-z]+(?: [a-z]+){1,3})(?=[，。；、,.;)）]|$)/u.exec(
    text.slice(figure.span[1], Math.min(end + 1, figure.span[1] + 60)),
  )?.[1];
  return behind !== undefined && subject === '' && !partial.test(behind) && !doing.test(behind)
    ? `…${behind}`
    : undefined;
}

/** Where a text has one of some marks for the last time; -1 where it has none. */
function lastOf(text: string, marks: string): number {
  let at = text.length - 1;
  while (at >= 0 && !marks.includes(text[at] as string)) at--;
  return at;
}

/** Long enough, or with its scope before it, to be one thing and no other. */
const isSubject = (subject: string): boolean =>
  !partial.test(subject) &&
  !doing.test(subject) &&
  !giving.test(subject) &&
  !/\d/.test(subject) &&
  (/^(?:全[市省县区镇乡校局院国]|我[市省县区校局院]|本[市县区校局院])[\p{Script=Han}]{2,20}$/u.test(
    subject,
  ) ||
    /^[\p{Script=Han}]{6,20}$/u.test(subject));

const dates =
  /(?:19|20)\d{2}年(?:\d{1,2}月(?:份|\d{1,2}日)?|[上下]半年|底|末|初)?|\d{1,2}月(?:份|\d{1,2}日|底|末|初)?|[一二三四]季度|[上下]半年|年[初中底末]|去年|上年|今年|明年|“?十[一二三四五]五”?|同期|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:19|20)\d{2}\b/g;

/** The last date that a sentence gives before one of its figures; empty where it gives none. */
export function dateBefore(prose: Prose, figure: Quantity): string {
  const { text } = prose;
  const [start] = statementAround(prose, figure.span);
  return (
    text
      .slice(Math.max(start, figure.span[0] - 120), figure.span[0])
      .match(dates)
      ?.at(-1) ?? ''
  );
}

/** Whether a figure of the text is of the date of a metric: where both give one they must be the same, and the year’s end is implied. */
export function isOfDate(
  prose: Prose,
  figure: Quantity,
  asOf: string | undefined,
  { data: { year = 0 }, calendar }: Report,
): boolean {
  const day = asOf === undefined ? undefined : periodOf(asOf, calendar)?.last;
  const said = dateBefore(prose, figure);
  if (said === '' || said === `${year}年` || said === String(year))
    return asOf === undefined || day?.slice(0, 7) === yearPeriod(year, calendar).last.slice(0, 7);
  const months = /^(?:\d{4}年)?(\d{1,2})月/.exec(said)?.[1] ?? (/底|末/.test(said) ? '12' : undefined);
  return (
    months !== undefined &&
    day?.slice(0, 7) === `${yearOfMonth(year, Number(months), calendar)}-${months.padStart(2, '0')}`
  );
}
