import { basename, dirname, join, relative } from 'node:path';
import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import {
  draftOfYear,
  exists,
  readBeside,
  readText,
  removeText,
  replaceText,
  writeFile,
  type Io,
} from '../io.ts';
import { filedSections, joinDraft, splitDraft, type Layout, type Moves } from '../lint/shape/layout.ts';
import { lint, type Linted, type Settings } from '../lint/lint.ts';
import { officeFiles, officeSections } from '../model/office-sections.ts';
import { besideDraft, type Report, type Section } from '../model/report.ts';
import { printableName } from '../source/printable.ts';
import { sayChange } from './changes.ts';
import { configFinder, type ConfigOptions, type FoundConfig } from './config-file.ts';
import { refuseAsDrafts } from './lint/refuse-documents.ts';
import { sayCrashes } from './crashes.ts';
import { projectDrafts } from './drafts.ts';
import { sectionHead } from './schema-address.ts';
import { runLanguage } from './run-language.ts';
import { settingsOf } from './settings.ts';
import { tell } from './print-error.ts';

export interface SplitOptions extends ConfigOptions {
  readonly join?: true;
  readonly dryRun?: true;
  readonly lang?: Language;
  readonly version: string;
}

/**
 * `report split <draft>`: moves each topmost section of one lead office into a section file, or with `--join` takes section
 * files back. Text is only moved, and only where the report stays the same; 1 where a section had to stay, 3 where a rule failed.
 */
export async function splitSections(name: string, options: SplitOptions, io: Io): Promise<number> {
  const file = draftOfYear(io, name);
  const found = configFinder(io, options)(dirname(file));
  const settings = { ...(await settingsOf(file, found && withoutPlugins(found), {}, io)), today: io.today };
  const linted = lintWhole(file, settings, io);
  const { report } = linted;
  const language = runLanguage(options, io, report.keys);
  const wanted = options.join ? filedSections(linted, report) : officeMoves(report);
  if (wanted.moves.length === 0) {
    tell(io, nothingToDo(report, options), language);
    return 0;
  }
  const layout = options.join
    ? joinDraft(linted, wanted, readBeside(io), settings)
    : splitDraft(linted, wanted.moves, headIn(report, options, io), readBeside(io), settings);
  if (!options.join) refuseExisting(layout.files, io);
  if (options.dryRun !== true)
    await (options.join ? writeJoined : writeSplit)(file, linted, layout, io, language);
  await sayLayout(layout, linted, { dry: options.dryRun === true, language }, io);
  if (layout.left.length > 0) tell(io, staying(layout.left), language);
  // of what a rule that failed looks for it is not known whether it stayed the same
  sayCrashes(linted.crashes, io, language);
  if (linted.crashes.length > 0) return 3;
  return layout.left.length > 0 ? 1 : 0;
}

/** Whether a report stays the same is no matter of a project’s own rules, whose code need not run for it. */
const withoutPlugins = (found: FoundConfig): FoundConfig => ({
  ...found,
  config: { ...found.config, plugins: [] },
});

/** A draft that is read whole. @throws UserError where it has mistakes of form: what stands in such a place could be lost. */
function lintWhole(file: string, settings: Settings, io: Io): Linted & { readonly report: Report } {
  refuseAsDrafts([file]);
  const linted = lint(file, readText(io, file), readBeside(io), settings);
  const { report, diagnostics } = linted;
  const malformed = diagnostics.filter(
    ({ rule, severity }) => severity === 'error' && (rule === 'yaml' || rule === 'schema'),
  ).length;
  if (report === undefined || malformed > 0) throw refused(file, malformed);
  return { ...linted, report };
}

function nothingToDo(report: Report, { join: joins }: SplitOptions): Words {
  if (joins) return nothingToJoin;
  return isSplit(report) ? alreadySplit : nothingToSplit;
}

/** What a section file begins with, by its path from the draft. */
const headIn =
  ({ file, keys }: Report, { version }: SplitOptions, io: Io) =>
  (path: string): string =>
    sectionHead(io, besideDraft(file, path), keys, version);

/** Shows what was changed, or would be. */
async function sayLayout(
  { texts }: Layout,
  { sources }: Linted,
  { dry, language }: { readonly dry: boolean; readonly language: Language },
  io: Io,
): Promise<void> {
  for (const [name, after] of texts) {
    const before = sources.get(name)?.text;
    // what moved is shown where it went from
    if (before === undefined && !dry)
      io.stderr.write(
        { en: `wrote ${printableName(name)}\n`, zh: `已写好 ${printableName(name)}\n` }[language],
      );
    else await sayChange(name, { before: before ?? '', after }, { dry, language }, io);
  }
}

/** Below a folder of the draft’s year, so that the offices’ files of one year do not meet those of another. */
function officeMoves(report: Report): Moves {
  const { year = '' } = report.data;
  const own = basename(dirname(report.file)) === String(year) || year === '' ? '' : `${year}/`;
  const files = officeFiles(officeSections(report), `${own}offices/`);
  return { moves: [...files].map(([section, file]) => ({ section, file })), items: new Map() };
}

/** The files first, then the draft that names them; where the draft cannot be written, the files go again. */
async function writeSplit(file: string, linted: Linted, { texts }: Layout, io: Io): Promise<void> {
  const written: string[] = [];
  try {
    for (const [name, text] of texts)
      if (name !== file) {
        await writeFile(io, name, text, false);
        written.push(name);
      }
    const after = texts.get(file);
    if (after !== undefined) await replaceText(io, file, linted.sources.get(file)?.text ?? '', after);
  } catch (error) {
    for (const name of written) await removeText(io, name, texts.get(name) ?? '');
    throw error;
  }
}

/** The draft first; then the files that it no longer names go, but for those that another draft names. */
async function writeJoined(
  file: string,
  linted: Linted,
  { texts, files }: Layout,
  io: Io,
  language: Language,
): Promise<void> {
  const after = texts.get(file);
  if (after === undefined) return;
  await replaceText(io, file, linted.sources.get(file)?.text ?? '', after);
  const others = await textsBeside(file, io);
  for (const name of files) {
    const shared = others.some((other) =>
      other.text.includes(relative(dirname(other.file), name).replaceAll('\\', '/')),
    );
    const removed = !shared && (await removeText(io, name, linted.sources.get(name)?.text ?? ''));
    tell(io, removed ? taken(name) : keptFile(name), language);
  }
}

/** The other drafts of the folder and below, which may name the same files. */
async function textsBeside(
  file: string,
  io: Io,
): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const { files } = await projectDrafts([dirname(file)], { ignore: false }, io);
  return files
    .filter((each) => join(each) !== join(file))
    .map((each) => ({ file: each, text: readText(io, each) }));
}

function refuseExisting(files: readonly string[], io: Io): void {
  const standing = files.filter((file) => exists(io, file)).map((file) => `“${printableName(file)}”`);
  if (standing.length > 0)
    throw new UserError({
      en: `nothing was written, because ${standing.join(', ')} ${standing.length === 1 ? 'exists' : 'exist'}; move ${standing.length === 1 ? 'it' : 'them'} away first`,
      zh: `${standing.join('、')}已存在，没有改动任何文件；请先把它移开`,
    });
}

const refused = (file: string, count: number): UserError =>
  new UserError({
    en: `“${printableName(file)}” has ${count} ${count === 1 ? 'format error' : 'format errors'} and is left as it is; run: report lint ${printableName(file)}`,
    zh: `“${printableName(file)}”有${count}处格式错误，保持原样；请先运行 report lint ${printableName(file)}`,
  });

/** Whether a draft has section files. */
const isSplit = ({ sections, file }: Report): boolean => sections.some(({ path }) => path[0] !== file);

const alreadySplit: Words = {
  en: 'the sections that one lead office answers for are already in files of their own; there is nothing to do',
  zh: '由一个科室（单位）牵头的章节都已分成单独的文件，不用再分',
};
const nothingToSplit: Words = {
  en: 'no section stands in the draft that one lead office answers for (see “lead”); nothing was changed',
  zh: '稿子里没有由一个科室（单位）牵头的章节（见“牵头”），没有改动',
};
const nothingToJoin: Words = {
  en: 'all sections are already in the draft, which names no section file; there is nothing to do',
  zh: '各章节都已在稿子里，没有单独的章节文件，不用再并',
};
const taken = (file: string): Words => ({
  en: `took ${printableName(file)} back into the draft`,
  zh: `${printableName(file)} 已并回稿子`,
});
const keptFile = (file: string): Words => ({
  en: `${printableName(file)} stays where it is, because another draft may name it`,
  zh: `${printableName(file)} 保留原处：可能还有别的稿子用到`,
});

function staying(sections: readonly Section[]): Words {
  const names = sections.map(({ data, number }) => `“${printableName(data.title ?? data.id ?? number)}”`);
  return {
    en: `left where ${names.length === 1 ? 'it stands' : 'they stand'}, because the report would not stay the same (an anchor, or a line shared with others): ${names.join(', ')}`,
    zh: `以下章节移动后报告会有变化（用了锚点，或与别的内容同在一行），留在原处：${names.join('、')}`,
  };
}
