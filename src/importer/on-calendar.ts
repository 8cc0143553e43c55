import { calendarYears } from '../dates/calendar.ts';
import { periodOf } from '../dates/dates.ts';

/** A date as drafts write it; undefined where the calendar has none such: texts speak of 2月30日 by mistake. */
export const onCalendar = (date: string | undefined): string | undefined =>
  date === undefined || periodOf(date, calendarYears) === undefined ? undefined : date;
