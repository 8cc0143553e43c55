import type { Calendar } from '../../dates/calendar.ts';
import type { Path, Problem } from '../../diagnostic.ts';
import type { Source } from '../../source/source.ts';
import { yearWritten } from './date-problems.ts';
import { valueAt } from './shape-problems.ts';

/** A year that says more than its number; what it says is read all the same. */
export function writtenYear(path: Path, year: number, source: Source): Problem {
  const place = source.locate({ path });
  // the number stands without quotes, whatever stood there
  const edit = source.edit({ path }, String(year)) && { ...place, insert: String(year) };
  const data = { found: String(valueAt(source.data, path.slice(1))), year };
  return { ...place, message: 'year-written', data, ...(edit && { fix: { edits: [edit], safe: true } }) };
}

/** The year that a key of a history says otherwise, such as 2016年 or FY2016, and the change of the key, if it has none of that year. */
export function yearKey(path: Path, source: Source, calendar: Calendar): Partial<Problem> | undefined {
  const written = String(path.at(-1));
  const year = yearWritten(written.normalize('NFKC'), calendar);
  if (year === undefined) return undefined;
  const data = { name: written, year };
  const others = Object.keys(valueAt(source.data, path.slice(1, -1)) ?? {}).filter((key) => key !== written);
  const isTaken = others.some((key) => key === String(year) || yearWritten(key, calendar) === year);
  // what has traps is mended first
  if (isTaken || source.edit({ path }, '0') === undefined) return { data };
  const { start, end } = source.locate({ path, at: 'key' });
  // 2016/17 is named by one of two years
  const safe = /^\D*\d{4}\D*$/.test(written.normalize('NFKC'));
  return { data, fix: { edits: [{ start, end, insert: String(year) }], safe } };
}
