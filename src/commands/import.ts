import { basename, dirname, join } from 'node:path';
import type { Calendar } from '../dates/calendar.ts';
import type { Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { importDocument, type Imported } from '../importer/import.ts';
import { isFolder, isStandardOutput, writeFile, type Io } from '../io.ts';
import { calendarIn } from '../lint/settings/config.ts';
import { localeLanguage } from '../messages/locale.ts';
import { configFinder } from './config-file.ts';
import { checkDraftName } from './format.ts';
import { leftOutText, report } from './import/import-report.ts';
import { importSectionFile } from './import/import-section.ts';
import { readImportSource, type ImportCommandOptions } from './import/import-source.ts';
import { schemaAddress } from './schema-address.ts';
import { tell } from './print-error.ts';

/** `report import <files…>`: writes a draft for each document; 2 where one could not be read, and what could be is written all the same. */
export async function importFiles(
  names: readonly string[],
  options: ImportCommandOptions,
  io: Io,
): Promise<number> {
  const language = options.lang ?? localeLanguage(io.env, io.locale) ?? options.language ?? 'zh';
  checkAsked(names, options, io);
  // what a project is to be like is known, or nothing is written into it
  const config = configFinder(io, options)(dirname(options.into ?? draftIn(options, io)))?.config;
  const calendar = calendarIn(config);
  if (options.into !== undefined) return importSectionFile(names, options, calendar, io, language);
  let failed = 0;
  const left: { from: string; left: Imported['left'] }[] = [];
  for (const name of names)
    try {
      const imported = await importOne(name, names.length, options, calendar, io);
      const out = outOf(name, names.length, imported.metadata.year, options, io);
      io.stderr.write((await written(imported, name, out, options, io))[language]);
      left.push({ from: name, left: imported.left });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failed++;
      const isNamed = names.length === 1 && error.words.en.includes(name);
      tell(io, isNamed ? error.words : named(name, error.words), language);
    }
  if (options.leftOut !== undefined && left.length > 0)
    await writeFile(io, options.leftOut, leftOutText(left, language), options.force === true);
  return failed > 0 ? 2 : 0;
}

/** @throws UserError where it is not said what is to be imported, or where to. */
function checkAsked(names: readonly string[], { into, section, out }: ImportCommandOptions, io: Io): void {
  if (names.length === 0)
    throw new UserError({
      en: 'name the documents to import (.docx, .odt, .ofd, .html, .md, .txt), or - for standard input',
      zh: '请写明要导入的文件（.docx、.odt、.ofd、.html、.md、.txt），标准输入写 -',
    });
  if ((into === undefined) !== (section === undefined))
    throw new UserError({
      en: '--into and --section go together: a draft, and the id of the section in it',
      zh: '--into 和 --section 要一起用：前者是稿子，后者是其中章节的标识',
    });
  if (names.length === 1) checkDraftName(out, io);
}

/** Writes a draft where it goes; what is said of it. */
async function written(
  imported: Imported,
  name: string,
  out: string,
  { force }: ImportCommandOptions,
  io: Io,
): Promise<Words> {
  const streamed = isStandardOutput(out);
  if (streamed) io.stdout.write(imported.text, 'document');
  else await writeFile(io, out, imported.text, force === true);
  return report(imported, name, streamed ? undefined : out);
}

const named = (name: string, { en, zh }: Words): Words => ({
  en: `“${name}”: ${en}`,
  zh: `“${name}”：${zh}`,
});

async function importOne(
  name: string,
  count: number,
  options: ImportCommandOptions,
  calendar: Calendar | undefined,
  io: Io,
): Promise<Imported> {
  const { title, organization, year, language, keys, template, keepAll, figures, version } = options;
  return importDocument(await readImportSource(name, io), {
    from: name === '-' ? (language === 'en' ? 'standard input' : '标准输入') : basename(name),
    title,
    organization,
    year,
    today: io.today,
    calendar,
    years: {
      ...(options.yearStart !== undefined && { 'year-start': options.yearStart }),
      ...(options.yearNamed !== undefined && { 'year-named': options.yearNamed }),
    },
    language,
    keys,
    template,
    schema: (each) => schemaAddress(io, outOf(name, count, 0, options, io), each, version),
    keepAll: keepAll === true,
    figures,
  });
}

/** A draft as it would stand where --out says, a file or a folder. */
const draftIn = ({ out = '.' }: ImportCommandOptions, io: Io): string =>
  isFolder(io, out) || /[\\/]$/.test(out) ? join(out, 'a.report.yaml') : out;

/** Where a draft goes: as --out says, a file or a folder; else <year>.report.yaml, or of several each by its own name. */
function outOf(name: string, count: number, year: number, { out }: ImportCommandOptions, io: Io): string {
  const own =
    count === 1 ? `${year}.report.yaml` : `${basename(name).replace(/\.[A-Za-z0-9]+$/, '')}.report.yaml`;
  if (out === undefined) return name === '-' ? '-' : own;
  if (isStandardOutput(out)) return out;
  return count > 1 || isFolder(io, out) || /[\\/]$/.test(out) ? join(out, own) : out;
}
