import type { TextAlone } from '../../reading/text-alone.ts';
import type { Claim } from '../claim.ts';
import type { NoDate } from './date-claims.ts';

/** Before an hour in figures: it is one of a day, and no count of hours. */
const told =
  '\\d[日号] ?|[午晚晨夜]|当天|截至|(?:延[长至时]|营业|开放|供应|供餐|供暖|服务|办理|值守|运营|末班[车船]?|收市|打烊|闭馆)[^，。；\\d]{0,6}[至到]|延至|开[到至]|\\d[时点](?:\\d{1,2}分)?(?:[至到]|[—–~～-]{1,2})(?:次日|翌日|第二天)?';
const hours = new RegExp(
  `(?:${told})([2-9]\\d)(?:时(?!间|段|长|数|左右)|点(?=[前止至到，。；、）)整半]|\\d{1,2}分|$)|[:：][0-5]\\d(?!\\d))|\\b(?:at|until|by|from) ([2-9]\\d):[0-5]\\d\\b`,
  'g',
);
const inNumerals = /(?:[日号]|[午晚晨夜]|当天|截至)([二三]十[五六七八九])[时点](?!间|段|长|数)/g;
/** Minutes past an hour; behind 用 and the like they are how long something took. */
const minutes = /(?<![\d.:：])(\d{1,2})(?:[时点](\d{1,2})分(?!之)|[:：](\d{2})(?![\d:：%％]))/g;
const clock =
  /(?:\d[日号] ?|[午晚晨夜]|当天|当日|次日|截至|时间[：为]? ?|[时点分\d](?:[至到]|[—–~～-]{1,2})(?:次日)?|自|从|于)$|\b(?:at|until|by|from) $/;
const lasting = /(?:用|历|耗|费|延|计|总|[课学工])时\p{Script=Han}{0,4}$|[共达比为]$/u;

/** Times of day of a text that there are not: hours past 24, minutes past 59. */
export const noHourClaims = ({ text }: TextAlone): readonly (NoDate & Claim)[] =>
  /[\d十五六七八九][时点:：]/.test(text)
    ? [...noHours(text), ...noNumerals(text), ...noMinutes(text)].map((each) => ({ ...each, figures: [] }))
    : [];

const fault = (fault: 'hour' | 'minute', start: number, end: number): NoDate => ({
  span: [start, end],
  fault,
  month: 0,
  days: 0,
});

function* noHours(text: string): Generator<NoDate> {
  for (const { 0: whole, 1: zh, 2: en, index } of text.matchAll(hours)) {
    const hour = zh ?? en ?? '';
    if (Number(hour) <= 24) continue;
    const start = index + whole.lastIndexOf(hour);
    if (!countsHours(text, start)) yield fault('hour', start, index + whole.length);
  }
}

/** 时长由20时延长到28时 counts hours. */
function countsHours(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const clause = before.split(/[，。；]/).at(-1) ?? '';
  return /[时课]长|[课学工]时|累计|[由从]\d{1,2}时/.test(clause);
}

function* noNumerals(text: string): Generator<NoDate> {
  for (const { 0: whole, 1: hour = '', index } of text.matchAll(inNumerals)) {
    const start = index + whole.lastIndexOf(hour);
    if (!countsHours(text, start)) yield fault('hour', start, index + whole.length);
  }
}

function* noMinutes(text: string): Generator<NoDate> {
  for (const { 0: whole, 1: hour = '', 2: zh, 3: short, index } of text.matchAll(minutes)) {
    const minute = Number(zh ?? short);
    const isPast = Number(hour) === 24 && minute > 0;
    if (!(isPast || minute > 59) || Number(hour) > 24) continue;
    const before = text.slice(Math.max(0, index - 16), index);
    // 14:65 may be a score or a ratio
    if (zh === undefined ? !clock.test(before) : lasting.test(before)) continue;
    yield fault(isPast ? 'hour' : 'minute', index, index + whole.length);
  }
}
