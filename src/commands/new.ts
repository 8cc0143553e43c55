import { dirname } from 'node:path';
import type { Language } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { draftOfYear, isStandardOutput, refuseOutput, writeFile, type Io } from '../io.ts';
import { localeLanguage } from '../messages/locale.ts';
import { newMessages } from '../messages/new.ts';
import { calendarIn } from '../lint/config.ts';
import { calendarYears, type Calendar } from '../dates/calendar.ts';
import { printableName } from '../source/printable.ts';
import { readAnswers, type Answers } from './answers.ts';
import { besideNew, openLastYear, type LastYear } from './last-year.ts';
import { newDraftOf, usual } from './new-text.ts';
import { configFinder } from './config-file.ts';
import { checkDraftName } from './format.ts';
import { templateNamed, withOwn } from './templates.ts';

export interface NewOptions {
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
  const language = options.lang ?? localeLanguage(io.env, io.locale) ?? 'en';
  const found = configFinder(io)(dirname(options.out ?? '.'));
  const own = found?.templates ?? [];
  const calendar = calendarIn(found?.config) ?? calendarYears;
  if (options.list) {
    for (const { id, name } of withOwn(own)) io.stdout.write(`${id}  ${name[language]}\n`);
    return 0;
  }
  checkDraftName(options.out, io);
  const given = answersGiven(year, options, io);
  const outOf = (each: number): string => options.out ?? `${each}.report.yaml`;
  const look = (each: number | undefined, from: Answers['from']): LastYear | undefined =>
    findLastYear(io, each, from, each === undefined ? '.' : outOf(each), calendar);
  if (given.template !== undefined) templateNamed(io, given.template, own);
  // what cannot be written anyway is said before anything is asked
  const known =
    given.year ?? (typeof given.from === 'string' ? yearAfter(look(undefined, given.from)) : undefined);
  if (known !== undefined) refuseOutput(io, outOf(known), { force: options.force === true });
  const asks = io.interactive && options.yes !== true;
  const start = { ...given, year: known };
  const answers = asks
    ? await (
        await import('./ask.ts')
      ).ask(start, {
        language,
        templates: withOwn(own),
        look,
        usual: (about) => usual({ ...about, own, calendar }, io),
      })
    : start;
  if (answers.year === undefined)
    throw new UserError({
      en: 'the year is missing; write, for example, `report new 2018`',
      zh: '缺少年份；例如：report new 2018',
    });
  const out = outOf(answers.year);
  const last = look(answers.year, answers.from);
  const { text, sections, done } = newDraftOf(
    { ...answers, year: answers.year, last, out, own, calendar, version: options.version, lang: language },
    io,
  );
  const said = isStandardOutput(out) ? newMessages.unread(last?.file ?? '', last?.errors ?? 0) : done;
  if (isStandardOutput(out)) io.stdout.write(text, 'document');
  else await writeAll(new Map([...sections, [out, text]]), options.force === true, io);
  for (const file of sections.keys())
    io.stderr.write(`${language === 'zh' ? '已写好' : 'wrote'} ${printableName(file)}\n`);
  io.stderr.write(
    said[options.lang ?? localeLanguage(io.env, io.locale) ?? last?.report.keys ?? answers.language ?? 'en'],
  );
  // what could not be read there was not carried over
  return last !== undefined && last.errors > 0 ? 1 : 0;
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
  io: Io,
  year: number | undefined,
  from: Answers['from'],
  out: string,
  calendar: Calendar,
): LastYear | undefined {
  if (from === false) return undefined;
  const file =
    from === undefined ? (year === undefined ? undefined : besideNew(io, out, year)) : draftOfYear(io, from);
  return file === undefined ? undefined : openLastYear(io, file, year, calendar);
}

const yearAfter = (last: LastYear | undefined): number | undefined =>
  last && (last.report.data.year ?? 0) + 1;
