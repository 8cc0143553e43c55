import { Reading } from '../reading/reading.ts';
import { dirname, resolve } from 'node:path';
import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { draftOfYear, readBeside, readText, realPath, type Io } from '../io.ts';
import { diffReports } from '../ledger/diff.ts';
import { diffWriters } from '../ledger/diff-formats.ts';
import { diffFormats } from '../ledger/formats.ts';
import { Drafts } from '../lint/drafts.ts';
import type { OpenSettings } from '../lint/open.ts';
import { printableName } from '../source/printable.ts';
import { charactersOf, cellsIn } from '../reporters/width.ts';
import { configFinder, type ConfigOptions } from './config-file.ts';
import { formatOf, type FormatOptions } from './format.ts';
import { lacking } from './lacking.ts';
import { eachDraft } from './each-draft.ts';
import { withSent, type SentOptions } from './sent-draft.ts';
import { refuseAsDrafts } from './lint/refuse-documents.ts';
import { runLanguage } from './run-language.ts';
import { readingSettings } from './settings.ts';
import { deliver, tell, unique } from './print-error.ts';

export interface DiffOptions extends FormatOptions, ConfigOptions, SentOptions {
  readonly force?: true;
  readonly lang?: Language;
}

/** `report diff <before> <after>`: what has changed between two drafts; 0 whatever it is, 1 where last year’s report of one cannot be read, 2 where one of them cannot. */
export async function diffDrafts(
  given: readonly [before: string, after: string],
  options: DiffOptions,
  outside: Io,
): Promise<number> {
  const format = diffWriters[formatOf(options, diffFormats, 'text', outside)];
  const { names, io, name: sent } = await withSent(given, options, outside);
  refuseAsDrafts(names);
  const [before, after] = names.map((name) => realPath(resolve(io.cwd, draftOfYear(io, name))));
  if (sent !== undefined && before === after) throw sameName(sent);
  const findConfig = configFinder(io, options);
  const drafts = new Drafts();
  const failures: Words[] = [];
  const gaps: Words[] = [];
  const reports: Reading[] = [];
  await eachDraft(names, failures, async (name) => {
    const file = draftOfYear(io, name);
    const settings = readingSettings(findConfig(dirname(file)));
    reports.push(openWhole(io, file, drafts, settings, gaps));
  });
  const language = runLanguage(options, io, reports[0]?.report.keys);
  for (const words of unique([...failures, ...gaps])) tell(io, words, language);
  const [first, second] = reports;
  if (first === undefined || second === undefined) return 2;
  const text = format(diffReports(first, second), language, (each) => cellsIn(charactersOf(each)));
  await deliver(io, options.out, text, { force: options.force === true, language });
  return gaps.length > 0 ? 1 : 0;
}

const sameName = (name: string): UserError =>
  new UserError({
    en: `--stdin-filename “${printableName(name)}” is the very draft that it is to be compared with; give what is sent another name in the same folder, such as before.report.yaml`,
    zh: `--stdin-filename“${printableName(name)}”就是要与它比较的那份稿子；请给送来的稿子另起一个同一文件夹里的名字，如 before.report.yaml`,
  });

const gap: Words = {
  en: 'figures that are computed from last year’s may be missing here',
  zh: '由上年数推算的指标可能没有列全',
};

/** A report without a mistake of form: what stands in such a place is not read, and would be missing from the comparison. */
function openWhole(io: Io, file: string, drafts: Drafts, settings: OpenSettings, gaps: Words[]): Reading {
  const read = readBeside(io);
  const { report, problems, sources } = drafts.open(file, readText(io, file), read, settings);
  if (report === undefined || problems.length > 0)
    throw new UserError({
      en: `“${file}” has ${problems.length} ${problems.length === 1 ? 'format error' : 'format errors'} and cannot be compared; run: report lint ${file}`,
      zh: `“${file}”有${problems.length}处格式错误，不能比较；请运行 report lint ${file}`,
    });
  // values that are computed may need those of the year before
  const { report: previous, lack } = drafts.previous(report, read, sources);
  if (lack) gaps.push(lacking(file, lack, gap));
  return new Reading(report, { before: previous && drafts.alone(previous) });
}
