import { dirname } from 'node:path';
import type { Crash, Language, Words } from '../diagnostic.ts';
import { readBeside, readText, type Io } from '../io.ts';
import { checkTable, type CheckRow } from '../ledger/check-table.ts';
import { checkTableWriters, closingLine, countFormulas } from '../ledger/check-table-formats.ts';
import { figuresFormats } from '../ledger/formats.ts';
import { Drafts } from '../lint/drafts.ts';
import { lint } from '../lint/lint.ts';
import { charactersOf, cellsIn } from '../reporters/width.ts';
import { sayCrashes } from './crashes.ts';
import { projectDrafts, type ProjectDrafts } from './drafts.ts';
import { eachDraft } from './each-draft.ts';
import { formatOf, type FormatOptions } from './format.ts';
import type { ConfigOptions } from './config-file.ts';
import { withSent, type SentOptions } from './sent-draft.ts';
import { refuseAsDrafts } from './lint/refuse-documents.ts';
import { runLanguage } from './run-language.ts';
import { settingsOf } from './settings.ts';
import { lacking } from './lacking.ts';
import { deliver, tell, unique } from './print-error.ts';

export interface FiguresOptions extends FormatOptions, ConfigOptions, SentOptions {
  readonly force?: true;
  readonly ignore?: boolean;
  readonly lang?: Language;
}

/** `report figures [files…]`: the check table of all figures; 1 where a draft has errors or a formula was not computed, 2 where something could not be read, 3 where a rule failed. */
export async function listFigures(
  given: readonly string[],
  options: FiguresOptions,
  outside: Io,
): Promise<number> {
  const format = formatOf(options, figuresFormats, 'text', outside);
  const { names, io } = await withSent(given, options, outside);
  refuseAsDrafts(names);
  const project = await projectDrafts(names, options, io);
  const run = await readFigures(project, io);
  const { rows, failures, gaps, errors } = run;
  const language = runLanguage(options, io, run.language);
  for (const words of unique([...project.notes, ...failures, ...gaps])) tell(io, words, language);
  sayCrashes(run.crashes, io, language);
  if (errors > 0) tell(io, inError(errors), language);
  // a table for people has nothing to show without rows, not even headings
  const isForPeople = format === 'text' || format === 'md';
  if (rows.length > 0 || (failures.length === 0 && !isForPeople))
    await write(rows, { ...options, format }, language, io);
  else if (failures.length === 0 && errors === 0 && !project.allIgnored) tell(io, noFigures, language);
  const counts = countFormulas(rows);
  const closing = closingLine(counts);
  if (closing) tell(io, closing, language);
  return exitCode(run, counts.uncomputed);
}

function exitCode({ crashes, failures, errors, gaps }: FiguresRun, uncomputed: number): number {
  if (crashes.length > 0) return 3;
  if (failures.length > 0) return 2;
  return errors > 0 || gaps.length > 0 || uncomputed > 0 ? 1 : 0;
}

/** What a run has read. */
interface FiguresRun {
  readonly rows: CheckRow[];
  readonly failures: Words[];
  readonly crashes: Crash[];
  /** Which drafts were not compared with last year’s. */
  readonly gaps: Words[];
  errors: number;
  /** The language of the first draft. */
  language: Language | undefined;
}

async function readFigures(
  { files, problems, findConfig, covered }: ProjectDrafts,
  io: Io,
): Promise<FiguresRun> {
  const drafts = new Drafts();
  const run: FiguresRun = {
    rows: [],
    failures: [...problems],
    crashes: [],
    gaps: [],
    errors: 0,
    language: undefined,
  };
  await eachDraft(files, run.failures, async (file) => {
    if (covered.has(file)) return;
    const settings = await settingsOf(file, findConfig(dirname(file)), {}, io);
    const linted = lint(file, readText(io, file), readBeside(io), { ...settings, today: io.today, drafts });
    covered.add(linted.files);
    run.rows.push(...checkTable(linted));
    run.errors += linted.diagnostics.filter(({ severity }) => severity === 'error').length;
    if (linted.previousLack) run.gaps.push(lacking(file, linted.previousLack, { en: '', zh: '' }));
    run.language ??= linted.report?.keys;
    run.crashes.push(...linted.crashes);
  });
  return run;
}

async function write(
  rows: readonly CheckRow[],
  { format, out, force }: FiguresOptions & { readonly format: keyof typeof figuresFormats },
  language: Language,
  io: Io,
): Promise<void> {
  const text = checkTableWriters[format](rows, language, (each) => cellsIn(charactersOf(each)));
  await deliver(io, out, text, { force: force === true, language });
}

const noFigures: Words = {
  en: 'no metric and no target with a level is declared',
  zh: '没有登记指标，也没有带目标值的目标',
};

const inError = (count: number): Words => ({
  en: `the drafts have ${count} ${count === 1 ? 'error' : 'errors'}; see \`report lint\``,
  zh: `稿子有${count}个错误，见 report lint`,
});
