import { dirname, join } from 'node:path';
import type { Words } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { changesSince, exists, readText, type GitChanges, type Io } from '../../io.ts';
import { Drafts } from '../../lint/drafts.ts';
import { lint, type Settings } from '../../lint/lint.ts';
import { isSectionFile } from '../../lint/section-file.ts';
import { printableName } from '../../source/printable.ts';
import { askedFiles, isSetAnew } from './asked-files.ts';
import { ChangedFiles } from './changed-files.ts';
import type { ProjectDrafts } from '../drafts.ts';
import type { LintOptions } from './lint-options.ts';
import { settingsOf } from '../settings.ts';

/**
 * Of the drafts of a run those that a change since a git ref concerns: they differ, or a file does that they make lint read or look for
 * (section files, tables, last year’s draft with its own, pictures, attachments), or their configuration or a template of it. Which files
 * these are is known from what lint opens. A draft that cannot be read stays, so that why is said.
 * @throws UserError where git cannot say what differs
 */
export async function changedDrafts(
  project: ProjectDrafts,
  ref: string,
  options: LintOptions,
  io: Io,
): Promise<ProjectDrafts> {
  if (io.sent !== undefined) throw noHistory();
  const git = await changesSince(io, ref);
  const changed = new ChangedFiles(io, git.changed, git.followed);
  const drafts = new Drafts();
  const files: string[] = [];
  for (const file of project.files)
    if (await isConcerned(file, project, changed, drafts, options, io)) files.push(file);
  if (project.files.length === 0) return project;
  return { ...project, files, notes: [...project.notes, said(ref, git, files.length, project.files.length)] };
}

async function isConcerned(
  file: string,
  { findConfig }: ProjectDrafts,
  changed: ChangedFiles,
  drafts: Drafts,
  options: LintOptions,
  io: Io,
): Promise<boolean> {
  if (changed.has(file)) return true;
  try {
    const found = findConfig(dirname(file));
    if (isSetAnew(file, findConfig, changed, options, io)) return true;
    const settings = await settingsOf(file, found, options, io);
    const isRead = (each: string): boolean => changed.has(each);
    if (namedIn(file, { ...settings, drafts }, io).some(isRead)) return true;
    return mayShow(file, changed, io) && lookedAt(file, { ...settings, drafts }, io).some(isRead);
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
}

/** The files that a draft names as parts of it, or as last year’s, with theirs; the draft is opened for it, no rule runs. */
function namedIn(file: string, settings: Settings & { readonly drafts: Drafts }, io: Io): readonly string[] {
  const { asked, read } = askedFiles(io);
  const { report, sources } = settings.drafts.open(file, readText(io, file), read, settings);
  if (report) settings.drafts.previous(report, read, sources);
  return [...asked];
}

/** All files that rules look at as well: pictures and attachments. */
function lookedAt(file: string, settings: Settings, io: Io): readonly string[] {
  const { asked, read } = askedFiles(io);
  lint(file, readText(io, file), read, settings);
  return [...asked];
}

/**
 * Whether something has changed that the texts of a draft may show or link to, which rules alone look for: a file below its folder, of a
 * section file by itself also above. Of a draft or section file it matters only whether it is there.
 */
function mayShow(file: string, changed: ChangedFiles, io: Io): boolean {
  const folder = isSectionFile(file) ? join(dirname(file), '../..') : dirname(file);
  return changed.hasIn(folder, (path) => !/\.(?:report|section)\.ya?ml$/.test(path) || !exists(io, path));
}

const noHistory = (): UserError =>
  new UserError({
    en: '--changed-since has nothing to compare a draft from standard input (-) with; leave one of them out',
    zh: '标准输入（-）送来的稿子没有历史，不能与 --changed-since 同用；请去掉一个',
  });

/** What is checked of all, and what it is compared with. */
function said(ref: string, { base, parted }: GitChanges, count: number, all: number): Words {
  const name = printableName(ref);
  const since = parted
    ? { en: `${base}, where ${name} and HEAD part`, zh: `${base}（${name} 与 HEAD 的分叉点）` }
    : {
        en: name === base ? base : `${name} (${base})`,
        zh: name === base ? `${base} ` : `${name}（${base}）`,
      };
  if (count === 0)
    return {
      en: `nothing to check: of ${all === 1 ? 'the one draft' : `the ${all} drafts`} here, and of the files that ${all === 1 ? 'it reads' : 'they read'}, nothing has changed since ${since.en}`,
      zh: `无须检查：这里的${all}份稿子及其用到的文件，自 ${since.zh}以来都没有改动`,
    };
  return {
    en: `checked ${count} of ${all} ${all === 1 ? 'draft' : 'drafts'}: ${count === 1 ? 'it or a file that it reads has' : 'they or files that they read have'} changed since ${since.en}`,
    zh: `检查了${all}份稿子中的${count}份：它们或用到的文件自 ${since.zh}以来有改动`,
  };
}
