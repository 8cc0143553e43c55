import { basename, dirname, join, relative } from 'node:path';
import type { Calendar } from '../../dates/calendar.ts';
import type { Language } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { importSection as sectionOf, type SectionPlace } from '../../importer/import-section.ts';
import { draftOfYear, isStandardOutput, readBeside, readText, writeFile, type Io } from '../../io.ts';
import { lint } from '../../lint/lint.ts';
import { isSectionFile } from '../../lint/section-file.ts';
import type { Report, Section } from '../../model/report.ts';
import { keyName } from '../../source/grammar.ts';
import { suggest } from '../../source/suggest/suggest.ts';
import { leftOutText, report as told } from './import-report.ts';
import { readImportSource, type ImportCommandOptions } from './import-source.ts';
import { schemaAddress } from '../schema-address.ts';

/** `report import 基建科.docx --into 2018.report.yaml --section <id>`: writes what one office sends as a section file beside the draft. */
export async function importSectionFile(
  names: readonly string[],
  options: ImportCommandOptions,
  calendar: Calendar | undefined,
  io: Io,
  language: Language,
): Promise<number> {
  const { into = '', section: id = '', out, force, keepAll, figures } = options;
  const [name] = names;
  if (name === undefined || names.length > 1)
    throw new UserError({
      en: 'a section is filled from one document; run the command once for each',
      zh: '一个章节由一份文件导入；多份请分次运行',
    });
  const draft = draftOfYear(io, into);
  const { report } = lint(draft, readText(io, draft), readBeside(io), {
    rules: [],
    ...(calendar && { calendar }),
  });
  if (report === undefined)
    throw new UserError({
      en: `“${draft}” cannot be read as a draft; run: report lint ${draft}`,
      zh: `“${draft}”读不成稿子；请运行：report lint ${draft}`,
    });
  const section = sectionNamed(report, id);
  const stem = name === '-' ? id : basename(name).replace(/\.[A-Za-z0-9]+$/, '');
  const file = out ?? join(dirname(draft), 'offices', `${stem}.section.yaml`);
  const imported = sectionOf(
    await readImportSource(name, io),
    placeOf(report, section, id, schemaAddress(io, file, report.keys, options.version)),
    {
      keepAll: keepAll === true,
      figures,
    },
  );
  if (options.leftOut !== undefined)
    await writeFile(
      io,
      options.leftOut,
      leftOutText([{ from: name, left: imported.left }], language),
      force === true,
    );
  if (isStandardOutput(file)) {
    io.stdout.write(imported.text, 'document');
    io.stderr.write(told(imported, name, undefined)[language]);
    return 0;
  }
  await writeFile(io, file, imported.text, { force: force === true, beside: isSectionFile(file) });
  const key = keyName('file', report.keys);
  const path = relative(dirname(draft), file).replaceAll('\\', '/');
  io.stderr.write(told(imported, name, file)[language]);
  io.stderr.write(
    {
      en: `in ${draft}, write for this section only: “- ${key}: ${path}”; move what it still holds (results, figures) into the new file\n`,
      zh: `在 ${draft} 里，这一章节只留一行“- ${key}: ${path}”；原有的完成情况、指标请移到新文件中\n`,
    }[language],
  );
  return 0;
}

/** @throws UserError where the draft has no such section */
function sectionNamed({ sections }: Report, id: string): Section {
  const found = sections.find(({ data }) => data.id === id) ?? sections.find(({ data }) => data.title === id);
  if (found) return found;
  const ids = sections.flatMap(({ data }) => data.id ?? data.title ?? []);
  const near = suggest(id, ids);
  throw new UserError({
    en: `the draft has no section “${id}”; ${near === undefined ? `it has: ${ids.slice(0, 8).join(', ')}` : `did you mean “${near}”?`}`,
    zh: `稿子里没有章节“${id}”；${near === undefined ? `现有：${ids.slice(0, 8).join('、')}` : `是否想写“${near}”？`}`,
  });
}

/** What is known of the section; names that the rest of the draft uses are not used again. */
function placeOf(report: Report, section: Section, id: string, schema: string): SectionPlace {
  const outside = <T extends { readonly section: Section; readonly id: string }>(
    things: readonly T[],
  ): ReadonlySet<string> =>
    new Set(things.filter((thing) => thing.section !== section).map((thing) => thing.id));
  return {
    id: section.data.id ?? id,
    title: section.data.title,
    kind: section.part.kind,
    year: report.data.year ?? 0,
    calendar: report.calendar,
    keys: report.keys,
    language: report.language,
    metrics: outside(report.metrics),
    targets: outside(report.targets),
    schema: schema.replace('report.', 'section.'),
  };
}
