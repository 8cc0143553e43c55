import { basename, dirname, join } from 'node:path';
import type { Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { exists, readBeside, readText, type Io } from '../io.ts';
import { openReport } from '../lint/open.ts';
import { yearName, type Calendar } from '../dates/calendar.ts';
import type { Report } from '../model/report.ts';
import { refuseAsDrafts } from './lint/refuse-documents.ts';

/** Last year’s draft, and how many mistakes of form it has: what stands in such a place is not read. */
export interface LastYear {
  readonly file: string;
  readonly report: Report;
  readonly errors: number;
}

/** Where last year’s draft would stand beside a new one; undefined where it does not. */
export function besideNew(io: Io, out: string, year: number): string | undefined {
  return ['yaml', 'yml']
    .map((ending) => join(dirname(out), `${year - 1}.report.${ending}`))
    .find((file) => exists(io, file));
}

/**
 * Reads last year’s draft for the new draft of a year (of the year after it, where none was said).
 * @throws UserError where it cannot be read, says no year, or is that of another year.
 */
export function openLastYear(io: Io, file: string, year: number | undefined, calendar: Calendar): LastYear {
  refuseAsDrafts([file]);
  const { report, problems } = openReport(file, readText(io, file), readBeside(io), { calendar });
  const fresh = { en: '--no-from starts afresh', zh: '不结转请加 --no-from' };
  if (report === undefined)
    throw new UserError({
      en: `“${file}” cannot be read as a draft; run: report lint ${file} (${fresh.en})`,
      zh: `“${file}”读不成稿子；请运行 report lint ${file}（${fresh.zh}）`,
    });
  const own = report.data.year;
  const name = (each: number): Words => yearName(each, report.calendar);
  if (own === undefined)
    throw new UserError({
      en: `“${file}” does not say which year it reports on (${fresh.en})`,
      zh: `“${file}”没有写年度（${fresh.zh}）`,
    });
  if (year !== undefined && own !== year - 1)
    throw new UserError({
      en: `“${basename(file)}” reports on ${name(own).en}, so the next draft is that of ${name(own + 1).en}, not ${name(year).en} (${fresh.en})`,
      zh: `“${basename(file)}”总结的是${name(own).zh}，只能结转到${name(own + 1).zh}，不能结转到${name(year).zh}（${fresh.zh}）`,
    });
  return { file, report, errors: problems.length };
}
