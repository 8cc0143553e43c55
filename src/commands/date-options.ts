import { UserError } from '../errors.ts';
import { dateWords } from '../messages/dates.ts';
import { calendarYears } from '../dates/calendar.ts';
import { isUnread, plainDate, type UnreadDate } from '../dates/form.ts';
import { formOf, readDate } from '../dates/dates.ts';

/** What is wrong with a date on the command line. */
export function unreadDate(
  option: string,
  text: string,
  { fault, data, instead = [] }: UnreadDate,
): UserError {
  const { en, zh } = dateWords(fault, {
    ...data,
    found: text,
    instead: instead.join('\n'),
    key: 'year-start',
  });
  return new UserError({ en: `${option}: ${en}`, zh: `${option}：${zh}` });
}

/** A day of the calendar, as people write it, as YYYY-MM-DD. @throws UserError where it is none. */
export function dayOption(option: string, text: string): string {
  const read = readDate(text, { calendar: calendarYears, day: true });
  if ('fault' in read) throw unreadDate(option, text, read);
  return read.first;
}

/** A month, as people write it, as YYYY-MM. @throws UserError where it is none. */
export function monthOption(option: string, text: string): string {
  const form = formOf(text);
  const read = readDate(text, { calendar: calendarYears });
  if ('fault' in read) throw unreadDate(option, text, read);
  if (isUnread(form) || form.unit !== 'month')
    throw new UserError({
      en: `${option}: “${text}” is not a month; write it as 2018-07`,
      zh: `${option}：“${text}”不是月份；写成 2018-07`,
    });
  return plainDate(form);
}

/** A date or period with its year; what it means in fiscal years the drafts say. @throws UserError where it is none. */
export function periodOption(option: string, text: string): string {
  const read = readDate(text, { calendar: { ...calendarYears, stated: true } });
  // that of FY2024/25, and of 2025年底 in a fiscal year, only drafts can tell
  if ('fault' in read && !/\d{4}\/\d{2}/.test(text)) throw unreadDate(option, text, read);
  return text;
}

/** The number of a year: 2018, FY2018, 2018年; undefined where a text is none. */
export function yearOption(text: string): number | undefined {
  const form = formOf(text);
  if (isUnread(form) || form.unit !== 'year' || form.end || form.limit || form.until !== undefined)
    return undefined;
  return form.year !== undefined && form.year >= 1900 && form.year <= 2999 ? form.year : undefined;
}
