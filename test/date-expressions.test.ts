import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarYears, type Calendar } from '../src/dates/calendar.ts';
import { readDate, type DateContext } from '../src/dates/dates.ts';

const calendars: Readonly<Record<string, Calendar>> = {
  fy10: { start: 10, named: 'end', stated: true },
  fy4: { start: 4, named: 'start', stated: true },
  fy1: { start: 1, named: 'end', stated: true },
};

/** A line of the list: what is written, in which draft and place, and what it is read as; a `!` before what is wrong with it. */
const cases = readFileSync(join(import.meta.dirname, 'dates.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [written: string, where: string, expected: string]);

function contextOf(where: string): DateContext {
  const words = where.split(' ');
  const calendar = words.map((word) => calendars[word]).find((each) => each !== undefined) ?? calendarYears;
  return {
    calendar,
    ...(words.includes('plan') && { year: 2025 }),
    ...(words.includes('day') && { day: true }),
  };
}

/** What was read, as the list writes it; the text where it had to be completed, the alternatives where the list gives them. */
function told(written: string, where: string, expected: string): string {
  const read = readDate(written, contextOf(where));
  if ('fault' in read) {
    const instead = (read.instead ?? []).join(' | ');
    return `! ${read.fault}${instead === '' || /^! \S+$/.test(expected) ? '' : ` ${instead}`}`;
  }
  return `${read.first}..${read.last}${read.text === written ? '' : ` ${read.text}`}`;
}

describe('dates as people write them', () => {
  it.each(cases)('%s (%s)', (written, where, expected) =>
    expect(told(written, where, expected)).toBe(expected),
  );
});

it('what a date is completed to reads as the same days', () => {
  for (const [written, where, expected] of cases.filter((each) => !each[2].startsWith('!'))) {
    const context = contextOf(where);
    const read = readDate(written, context);
    const again = readDate('fault' in read ? '' : read.text, { calendar: context.calendar });
    expect('fault' in again ? `${written}: ${again.fault}` : `${again.first}..${again.last}`).toBe(
      expected.split(' ')[0],
    );
  }
});

describe('the pattern that editors check dates with', () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, '../schemas/report.schema.json'), 'utf8'),
  ) as {
    properties: Record<'dated', { pattern: string }>;
    $defs: Record<'target', { properties: Record<'due', { pattern: string }> }>;
  };
  const [day, date] = [schema.properties.dated.pattern, schema.$defs.target.properties.due.pattern].map(
    (pattern) => new RegExp(pattern, 'u'),
  );
  const read = cases.filter(
    ([written, , expected]) => !expected.startsWith('!') && !/\s{2}|[０-９]/.test(written),
  );

  it.each(read)('lets %s stand (%s)', (written, where) =>
    expect((where === 'day' ? day : date)?.test(written)).toBe(true),
  );
  it.each(['soon', '待定', 'ongoing', '长期坚持', '2019-13', '2019-00', '201906', '12'])(
    'marks %s',
    (written) => expect(date?.test(written)).toBe(false),
  );
  it.each(['2018', '2018-01', 'soon', '2018-13-01'])('marks %s where a day is asked for', (written) =>
    expect(day?.test(written)).toBe(false),
  );
});
