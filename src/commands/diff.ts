import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { draftOfYear, readBeside, readText, type Io } from '../io.ts';
import { diffReports } from '../ledger/diff.ts';
import { diffFormats, type DiffFormat } from '../ledger/diff-formats.ts';
import { openReport } from '../lint/open.ts';
import { openPrevious } from '../lint/previous.ts';
import { localeLanguage } from '../messages/locale.ts';
import { figuresOf } from '../model/figures.ts';
import type { Report } from '../model/report.ts';
import { charactersOf, widthOf } from '../reporters/width.ts';
import { lacking } from './lacking.ts';
import { tell } from './tell.ts';

export interface DiffOptions {
  readonly format: string;
  readonly lang?: Language;
}

/** `report diff <before> <after>`: what has changed between two drafts; 0 whatever it is, 1 where last year’s report of one cannot be read, 2 where one of them cannot. */
export async function diffDrafts(names: readonly [before: string, after: string], options: DiffOptions, io: Io): Promise<number> {
  const failures: Words[] = [];
  const gaps: Words[] = [];
  const reports = names.flatMap((name): Report[] => {
    try {
      return [openWhole(io, draftOfYear(io, name), gaps)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error.words);
      return [];
    }
  });
  const language = options.lang ?? localeLanguage(io.env) ?? reports[0]?.keys ?? 'en';
  for (const words of [...failures, ...gaps]) tell(io, words, language);
  const [before, after] = reports;
  if (before === undefined || after === undefined) return 2;
  const format = diffFormats[options.format] as DiffFormat;
  io.stdout.write(format(diffReports(before, after), language, (text) => widthOf(charactersOf(text))));
  return gaps.length > 0 ? 1 : 0;
}

const gap: Words = { en: 'figures that are computed from last year’s may be missing here', zh: '由上年数推算的指标可能没有列全' };

/** A report without a mistake of form: what stands in such a place is not read, and would be missing from the comparison. */
function openWhole(io: Io, file: string, gaps: Words[]): Report {
  const read = readBeside(io);
  const { report, problems, sources } = openReport(file, readText(io, file), read);
  if (report === undefined || problems.length > 0)
    throw new UserError({
      en: `“${file}” has ${problems.length} ${problems.length === 1 ? 'mistake' : 'mistakes'} of form and cannot be compared; run: report lint ${file}`,
      zh: `“${file}”有${problems.length}处格式错误，不能比较；请运行 report lint ${file}`,
    });
  // values that are computed may need those of the year before
  const { report: previous, lack } = openPrevious(report, read, sources);
  if (lack) gaps.push(lacking(file, lack, gap));
  figuresOf(report, previous);
  return report;
}
