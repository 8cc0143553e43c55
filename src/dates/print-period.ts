import type { Language } from '../diagnostic.ts';
import { isUnread, type DateForm } from './form.ts';
import { formOf } from './dates.ts';
import { monthNames } from './calendar.ts';
import { printDate } from './print-date.ts';

/** A date of a draft as people write it, no more exact than it was: 2018-07 is 2018年7月 and July 2018, FY2018-Q3 is 2018年度第三季度 and Q3 FY2018. `tag` is the language of the text, by which Americans have their order of days. */
export function printPeriod(written: string, language: Language, tag = ''): string {
  const form = formOf(written);
  if (isUnread(form) || form.year === undefined || form.until !== undefined || form.limit) return written;
  if (form.unit === 'day') return printDate(`${form.year}-${form.month}-${form.number}`, language, tag);
  return language === 'zh' ? chinese(form, written) : english(form, written);
}

function chinese({ unit, year, of, number = 0, month = 0, end }: DateForm, written: string): string {
  if (/\p{Script=Han}/u.test(written)) return written;
  const whole = of === 'fiscal' ? `${year}年度` : `${year}年`;
  const last = end ? (of === 'fiscal' && unit === 'year' ? '末' : '底') : '';
  switch (unit) {
    case 'half':
      return `${whole}${number === 1 ? '上' : '下'}半年${last}`;
    case 'quarter':
      return `${whole}第${'一二三四'[number - 1]}季度${last}`;
    case 'quarters':
      return `${whole}前${number === 2 ? '两个' : '三'}季度`;
    case 'third':
      return `${whole}${month}月${'上中下'[number - 1]}旬`;
    case 'month':
      return `${whole}${number}月${last}`;
    default:
      return whole + last;
  }
}

function english({ unit, year, of, number = 0, month = 0, end }: DateForm, written: string): string {
  const whole = of === 'fiscal' ? `FY${year}` : of === 'calendar' ? `calendar year ${year}` : String(year);
  const last = end ? 'end of ' : '';
  switch (unit) {
    case 'half':
      return `${last}H${number} ${whole}`;
    case 'quarter':
      return `${last}Q${number} ${whole}`;
    case 'quarters':
      return `first ${number === 2 ? 'two' : 'three'} quarters of ${whole}`;
    case 'third':
      return `${['early', 'mid', 'late'][number - 1]} ${monthNames[month - 1]} ${whole}`;
    case 'month':
      return `${last}${monthNames[number - 1]} ${whole}`;
    default:
      return /\p{Script=Han}/u.test(written) && of === 'report' ? written : last + whole;
  }
}
