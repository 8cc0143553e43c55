import { dayForm, isUnread, monthForm, partForm, plainDate, type DateForm, type UnreadDate } from './form.ts';
import { parseNumeral } from './numerals.ts';

/** Dates in Chinese: 2019年6月底前, 2019年三季度, 二〇一九年六月三十日, 2025财年; undefined where a text is none. */
export function readChinese(written: string): DateForm | UnreadDate | undefined {
  if (!/\p{Script=Han}/u.test(written)) return undefined;
  const text = parseNumeral(written.replaceAll(' ', ''));
  if (/长期|常年|持续|常态|经常|随时|每[年月周日季]|逐[年月步]/.test(text)) return { fault: 'endless' };
  if (
    /^(?:今年|明年|去年|本年(?!度)|上年|下年|来年|次年|当年|前年|后年|[本上下当次]月|[本上下]季)/.test(text)
  )
    return { fault: 'relative' };
  const [, short, behind = ''] = /^(\d{2})年(.+)$/.exec(text) ?? [];
  if (short !== undefined) return shortYear(short, behind);
  const [, core = '', before] = /^(?:截[至止]到?|[到至于在])?(.*?)((?:之|以)?前)?$/.exec(text) ?? [];
  const form = readCore(core);
  if (before === undefined || form === undefined || isUnread(form)) return form;
  return form.end || form.unit === 'day' ? { ...form, limit: true } : { fault: 'exclusive', form };
}

/** 19年6月: nearly always 2019, and nobody can be sure. */
function shortYear(short: string, behind: string): UnreadDate {
  const form = readChinese(`20${short}年${behind}`);
  return { fault: 'short-year', ...(form && !isUnread(form) && { instead: [plainDate(form)] }) };
}

const owners: Readonly<Record<string, DateForm['of']>> = {
  年度: 'report',
  财年: 'fiscal',
  财政年度: 'fiscal',
  会计年度: 'fiscal',
};

function readCore(text: string): DateForm | UnreadDate | undefined {
  const [, digits, word = '', rest = ''] =
    /^(?:(\d{4})(年度|财年|财政年度|会计年度|年)?)?(.*)$/.exec(text) ?? [];
  if (digits !== undefined && word === '') return undefined;
  const year = digits === undefined ? undefined : Number(digits);
  const owner = owners[word];
  const whole: Whole = { year, ...(owner && { of: owner }) };
  return readYearPart(rest, whole) ?? (owner === undefined ? readMonthPart(rest, year) : undefined);
}

type Whole = Pick<DateForm, 'year' | 'of'>;

/** What stands behind a year, or by itself: 底, 年度末, 上半年, 第三季度, 前三季度. */
const readYearPart = (rest: string, whole: Whole): DateForm | UnreadDate | undefined =>
  readWholeYear(rest, whole) ?? readHalf(rest, whole) ?? readQuarter(rest, whole);

/** The year itself, its end, or what nobody can say of it: 年内, 年底, 年初. */
function readWholeYear(rest: string, whole: Whole): DateForm | UnreadDate | undefined {
  const { year } = whole;
  if ((rest === '' && year !== undefined) || /^(?:全年|年内|年度内|内)$/.test(rest))
    return { unit: 'year', ...whole };
  if (/^(?:财年|年度)[底末]$/.test(rest)) return { unit: 'year', ...whole, of: 'report', end: true };
  if (/^(?:年?[底末终])$/.test(rest) && (year !== undefined || rest.length === 2))
    return { unit: 'year', ...whole, end: true };
  if (/^年?[初中]$/.test(rest)) {
    const form: DateForm = rest.endsWith('中')
      ? { unit: 'half', number: 1, ...whole }
      : { unit: 'quarter', number: 1, ...whole };
    return { fault: 'vague', form };
  }
  return undefined;
}

/** 上半年, 下半年末. */
function readHalf(rest: string, whole: Whole): DateForm | undefined {
  const [, half, halfEnd] = /^([上下])半年([底末])?$/.exec(rest) ?? [];
  if (half === undefined) return undefined;
  return { unit: 'half', number: half === '上' ? 1 : 2, ...whole, ...(halfEnd && { end: true }) };
}

/** 三季度, 第三季度末, 前三季度. */
function readQuarter(rest: string, whole: Whole): DateForm | UnreadDate | undefined {
  const [, so, quarter, quarterEnd] = /^(前|第)?(\d{1,2})个?季度([底末])?$/.exec(rest) ?? [];
  if (quarter === undefined) return undefined;
  if (so === '前')
    return quarter === '2' || quarter === '3'
      ? { unit: 'quarters', number: Number(quarter), ...whole }
      : undefined;
  const form = partForm('quarter', Number(quarter), whole);
  return isUnread(form) || quarterEnd === undefined ? form : { ...form, end: true };
}

/** A month with what stands behind it: 6月, 6月底, 6月中旬, 6月30日. */
function readMonthPart(rest: string, year: number | undefined): DateForm | UnreadDate | undefined {
  const [, from, later, until, on] =
    /^(\d{1,2})月?(?:\d{1,2}日)?[-~至到](?:(\d{4})年)?(\d{1,2})月份?(?:(\d{1,2})[日号])?/.exec(rest) ?? [];
  if (until !== undefined)
    return rangeUntil(
      Number(until),
      on,
      later === undefined ? sameYear(Number(from), Number(until), year) : Number(later),
    );
  if (/^\d{1,2}月\d{1,2}日?[-~至到]/.test(rest)) return { fault: 'range' };
  const [, digits, end, vague, third, day] =
    /^(\d{1,2})月份?(?:([底末])|([初中])|([上中下])旬|(\d{1,2})[日号])?$/.exec(rest) ?? [];
  if (digits === undefined) return undefined;
  const month = monthForm(year, Number(digits));
  if (isUnread(month)) return month;
  if (vague !== undefined) return { fault: 'vague', form: month };
  if (day !== undefined) return dayForm(year, Number(digits), Number(day));
  if (third !== undefined)
    return { unit: 'third', year, month: Number(digits), number: '上中下'.indexOf(third) + 1 };
  return end === undefined ? month : { ...month, end: true };
}

/** 11月至2月 ends in the year after, and 11月至次年2月 is not read. */
const sameYear = (from: number, until: number, year: number | undefined): number | undefined =>
  from <= until ? year : undefined;

/** What is due in a stretch of time is due at its end; it is named where its year is. */
function rangeUntil(until: number, day: string | undefined, year: number | undefined): UnreadDate {
  const form = day === undefined ? monthForm(year, until) : dayForm(year, until, Number(day));
  return { fault: 'range', ...(year !== undefined && !isUnread(form) && { instead: [plainDate(form)] }) };
}
