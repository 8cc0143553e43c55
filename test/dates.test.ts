import { describe, expect, it } from 'vitest';
import { calendarYears } from '../src/dates/calendar.ts';
import { daysBetween, periodOf } from '../src/dates/dates.ts';

describe('periodOf', () => {
  it.each([
    ['2018', '2018-01-01', '2018-12-31'],
    ['2018年', '2018-01-01', '2018-12-31'],
    ['2018年底', '2018-12-01', '2018-12-31'],
    ['2018年末', '2018-12-01', '2018-12-31'],
    ['2018-H1', '2018-01-01', '2018-06-30'],
    ['2018年上半年', '2018-01-01', '2018-06-30'],
    ['2018年下半年', '2018-07-01', '2018-12-31'],
    ['2018-Q3', '2018-07-01', '2018-09-30'],
    ['2018年第三季度', '2018-07-01', '2018-09-30'],
    ['2018年4季度', '2018-10-01', '2018-12-31'],
    ['2018-02', '2018-02-01', '2018-02-28'],
    ['2020年2月', '2020-02-01', '2020-02-29'],
    ['2018-12', '2018-12-01', '2018-12-31'],
    ['2018-07-31', '2018-07-31', '2018-07-31'],
    ['2018年7月1日', '2018-07-01', '2018-07-01'],
  ])('reads %s', (written, first, last) => expect(periodOf(written, calendarYears)).toEqual({ first, last }));

  it.each(['2018-02-30', '2018年2月30日', '年底', 'soon', ''])('knows no days of “%s”', (written) =>
    expect(periodOf(written, calendarYears)).toBeUndefined(),
  );
});

it('days are counted across months and years', () => {
  expect(daysBetween('2017-12-30', '2018-01-02')).toBe(3);
  expect(daysBetween('2018-03-02', '2018-02-27')).toBe(-3);
});
