import { dirname } from 'node:path';
import type { Language } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { draftOfYear, isStandardOutput, refuseOutput, writeFile, type Io } from '../io.ts';
import { newMessages } from '../messages/new.ts';
import { calendarIn } from '../lint/settings/config.ts';
import type { OwnTemplate } from '../lint/settings/template.ts';
import { calendarYears, type Calendar } from '../dates/calendar.ts';
import { printableName } from '../source/printable.ts';
import { readAnswers, type Answers } from './answers.ts';
import { besideNew, openLastYear, type LastYear } from './last-year.ts';
import { newDraftOf, usual, type NewTexts } from './new-text.ts';
import { configFinder, type ConfigOptions } from './config-file.ts';
import { checkDraftName } from './format.ts';
import { runLanguage } from './run-language.ts';
import { templateNamed, withOwn } from './templates.ts';

export interface NewOptions extends ConfigOptions {
  readonly template?: string;
  readonly organization?: string;
  readonly title?: string;
  readonly from?: string | false;
  readonly language?: Language;
  readonly answers?: string;
  readonly out?: string;
  readonly force?: true;
  readonly yes?: true;
  readonly list?: true;
  readonly lang?: Language;
  readonly version: string;
}

/** `report new <year>`: writes a draft, from last year’s where there is one; asks for what no flag gave only where a person can answer. 1 where not all of last year’s could be read. */
export async function newDraft(year: number | undefined, options: NewOptions, io: Io): Promise<number> {
  const language = runLanguage(options, io);
  const found = configFinder(io, options)(dirname(options.out ?? '.'));
  const own = found?.templates ?? [];
  if (options.list) return listTemplates(own, language, io);
  checkDraftName(options.out, io);
  const calendar = calendarIn(found?.config) ?? calendarYears;
  const project: Project = { own, calendar, language };
  const answers = await answersOf(answersGiven(year, options, io), project, options, io);
  const out = outOf(answers.year, options);
  const last = findLastYear(answers, project, options, io);
  const texts = newDraftOf(
    { ...answers, last, out, own, calendar, version: options.version, lang: language },
    io,
  );
  await write(out, texts, project, options, io);
  const said = isStandardOutput(out) ? newMessages.unread(last?.file ?? '', last?.errors ?? 0) : texts.done;
  io.stderr.write(said[runLanguage(options, io, last?.report.keys, answers.language)]);
  // what could not be read there was not carried over
  return last !== undefined && last.errors > 0 ? 1 : 0;
}

/** What the project says of new drafts, and the language of the run. */
interface Project {
  readonly own: readonly OwnTemplate[];
  readonly calendar: Calendar;
  readonly language: Language;
}

function listTemplates(own: readonly OwnTemplate[], language: Language, io: Io): 0 {
  for (const { id, name } of withOwn(own)) io.stdout.write(`${id}  ${name[language]}\n`);
  return 0;
}

const outOf = (year: number, { out = `${year}.report.yaml` }: NewOptions): string => out;

/** What was given, and what a person answers. @throws UserError where it cannot be, and where nobody says the year. */
async function answersOf(
  given: Answers,
  project: Project,
  options: NewOptions,
  io: Io,
): Promise<Answers & { readonly year: number }> {
  const { own, calendar, language } = project;
  const look = (year: number | undefined, from: Answers['from']): LastYear | undefined =>
    findLastYear({ year, from }, project, options, io);
  if (given.template !== undefined) templateNamed(io, given.template, own);
  // what cannot be written anyway is said before anything is asked
  const known =
    given.year ?? (typeof given.from === 'string' ? yearAfter(look(undefined, given.from)) : undefined);
  if (known !== undefined) refuseOutput(io, outOf(known, options), { force: options.force === true });
  const start = { ...given, year: known };
  const answers =
    io.interactive && options.yes !== true
      ? await (
          await import('./ask.ts')
        ).ask(start, {
          language,
          templates: withOwn(own),
          look,
          usual: (about) => usual({ ...about, own, calendar }, io),
        })
      : start;
  const { year } = answers;
  if (year === undefined)
    throw new UserError({
      en: 'the year is missing; write, for example, `report new 2018`',
      zh: '缺少年份；例如：report new 2018',
    });
  return { ...answers, year };
}

/** Writes a draft with its section files, whose names are said. */
async function write(
  out: string,
  { text, sections }: NewTexts,
  { language }: Project,
  { force }: NewOptions,
  io: Io,
): Promise<void> {
  if (isStandardOutput(out)) io.stdout.write(text, 'document');
  else await writeAll(new Map([...sections, [out, text]]), force === true, io);
  for (const file of sections.keys())
    io.stderr.write(`${language === 'zh' ? '已写好' : 'wrote'} ${printableName(file)}\n`);
}

/** Writes section files and then the draft that names them; what is in the way of one keeps all from being written. */
async function writeAll(texts: ReadonlyMap<string, string>, force: boolean, io: Io): Promise<void> {
  for (const file of texts.keys()) refuseOutput(io, file, { force });
  for (const [file, text] of texts) await writeFile(io, file, text, force);
}

/** What the command line and the file of answers say; the command line goes over the file. */
function answersGiven(
  year: number | undefined,
  { answers, template, organization, title, from, language }: NewOptions,
  io: Io,
): Answers {
  const file = answers === undefined ? {} : readAnswers(io, answers);
  return {
    year: year ?? file.year,
    template: template ?? file.template,
    organization: organization ?? file.organization,
    title: title ?? file.title,
    from: from ?? file.from,
    language: language ?? file.language,
  };
}

/** Last year’s draft: the one that was named, else the one beside the new draft; undefined where there is none or none is wanted. */
function findLastYear(
  { year, from }: Pick<Answers, 'year' | 'from'>,
  { calendar }: Project,
  options: NewOptions,
  io: Io,
): LastYear | undefined {
  const file = lastYearsFile(year, from, options, io);
  return file === undefined ? undefined : openLastYear(io, file, year, calendar);
}

function lastYearsFile(
  year: number | undefined,
  from: Answers['from'],
  options: NewOptions,
  io: Io,
): string | undefined {
  if (from === false) return undefined;
  if (from !== undefined) return draftOfYear(io, from);
  return year === undefined ? undefined : besideNew(io, outOf(year, options), year);
}

const yearAfter = (last: LastYear | undefined): number | undefined =>
  last && (last.report.data.year ?? 0) + 1;
