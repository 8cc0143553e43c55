import type { Reading } from '../reading/reading.ts';
import { basename, dirname } from 'node:path';
import type { Diagnostic, Language, Words } from '../diagnostic.ts';
import { readBeside, readText, type Io } from '../io.ts';
import { Drafts } from '../lint/drafts.ts';
import { lint, type Linted } from '../lint/lint.ts';
import type { Report } from '../model/report.ts';
import { printableName } from '../source/printable.ts';
import { sayCrashes } from './crashes.ts';
import { projectDrafts } from './drafts.ts';
import { eachDraft } from './each-draft.ts';
import type { FormatOptions } from './format.ts';
import { lacking } from './lacking.ts';
import { pressOf, rendered, type PaperOptions, type Press } from './render/paper.ts';
import { PublishedFiles } from './render/published-files.ts';
import { isNotForThePublic } from '../rules/not-for-the-public.ts';
import { refuseAsDrafts } from './lint/refuse-documents.ts';
import { isStopped, listErrors, refuseRendering } from './render/render-refusal.ts';
import { checkTargets, formatsOf, renderTargetsOf, type RenderTarget } from './render/render-targets.ts';
import type { ConfigOptions } from './config-file.ts';
import { withSent, type SentOptions } from './sent-draft.ts';
import { runLanguage } from './run-language.ts';
import { settingsOf } from './settings.ts';
import { deliver, tell, unique } from './print-error.ts';

export interface RenderCommandOptions extends FormatOptions, PaperOptions, ConfigOptions, SentOptions {
  readonly draft?: true;
  readonly internal?: true;
  readonly force?: true;
  readonly ignore?: boolean;
  readonly lang?: Language;
}

/** A draft that may be rendered, and where to. */
interface Rendering {
  readonly linted: Linted & { readonly report: Report; readonly reading: Reading };
  /** What could not be read, and so is missing from it: the rendering says so, and the run is no success. */
  readonly unread: readonly Diagnostic[];
  readonly targets: readonly RenderTarget[];
}

/**
 * `report render <files…>`: writes each report in each format; one with errors is refused, unless it is stamped a draft. 1 where
 * one was refused or is not whole, 2 where one could not be read; where outputs would stand in each other’s way, nothing is written.
 */
export async function renderDrafts(
  given: readonly string[],
  options: RenderCommandOptions,
  outside: Io,
): Promise<number> {
  const { names, io } = await withSent(given, options, outside);
  refuseAsDrafts(names);
  const project = await projectDrafts(names, options, io);
  const { files, covered, allIgnored } = project;
  const notes = [...project.notes];
  const wanted = formatsOf({ ...options, several: files.length > 1 }, io);
  const press = await pressOf(wanted, options, io);
  const drafts = new Drafts();
  const failures: Words[] = [...project.problems];
  const run: RenderRun = {
    drafts: files.length,
    renderings: [],
    refused: 0,
    crashed: false,
    language: undefined,
  };
  await eachDraft(files, failures, async (file) => {
    if (covered.has(file)) {
      notes.push(ofAnother(file));
      return;
    }
    const settings = await settingsOf(file, project.findConfig(dirname(file)), {}, io);
    const linted = lint(file, readText(io, file), readBeside(io), { ...settings, today: io.today, drafts });
    covered.add(linted.files);
    await accept(file, linted, wanted, options, io, run);
  });
  const language = runLanguage(options, io, run.language);
  for (const words of unique([...notes, ...failures, ...(allIgnored ? [nothingRendered] : [])]))
    tell(io, words, language);
  checkTargets(
    run.renderings.flatMap(({ targets }) => targets),
    options,
    io,
  );
  const isWhole = await writeAll(run, options, press, io);
  if (run.crashed) return 3;
  if (failures.length > 0 || allIgnored) return 2;
  return isWhole ? 0 : 1;
}

/** Writes what may be rendered; whether that is every draft, and each whole. */
async function writeAll(
  { renderings, refused }: RenderRun,
  options: RenderCommandOptions,
  press: Press,
  io: Io,
): Promise<boolean> {
  let isWhole = refused === 0 && renderings.every(({ linted }) => linted.previousLack === undefined);
  for (const rendering of renderings) if (!(await write(rendering, options, press, io))) isWhole = false;
  return isWhole;
}

/** What a run has come to so far. */
interface RenderRun {
  readonly drafts: number;
  readonly renderings: Rendering[];
  /** How many drafts were refused for their errors. */
  refused: number;
  /** Whether a rule failed on a draft: nobody knows then whether it has errors. */
  crashed: boolean;
  /** The language of the first draft. */
  language: Language | undefined;
}

/** Takes a draft to be rendered, or says why it is not. */
async function accept(
  file: string,
  linted: Linted,
  wanted: readonly string[],
  options: RenderCommandOptions,
  io: Io,
  run: RenderRun,
): Promise<void> {
  const { report, reading, diagnostics, crashes, previousLack } = linted;
  run.language ??= report?.keys;
  const language = runLanguage(options, io, linted.report?.keys);
  sayCrashes(crashes, io, language);
  run.crashed ||= crashes.length > 0;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const stopped = isStopped(errors, crashes.length > 0, wanted);
  // no stamp takes back what everybody can read
  const isPrivate = options.internal !== true && isNotForThePublic(errors);
  if (report === undefined || reading === undefined || isPrivate || (stopped && options.draft !== true)) {
    run.refused++;
    return refuseRendering(file, linted, io, language, { several: run.drafts > 1, isPrivate });
  }
  const unread = errors.filter(({ rule }) => rule === 'yaml' || rule === 'schema');
  if (unread.length > 0) await listErrors(unread, linted, io, language);
  if (previousLack) tell(io, lacking(file, previousLack, { en: '', zh: '' }), language);
  run.renderings.push({
    linted: { ...linted, report, reading },
    unread,
    targets: renderTargetsOf(io, file, wanted, { ...options, several: run.drafts > 1 }),
  });
}

/** Writes a draft in each format; whether everything of it could be printed. */
async function write(
  { linted, unread, targets }: Rendering,
  options: RenderCommandOptions,
  press: Press,
  io: Io,
): Promise<boolean> {
  const { reading, template } = linted;
  const { report } = reading;
  const language = runLanguage(options, io, linted.report?.keys);
  const draft = options.draft === true || !report.final;
  const published = new PublishedFiles(report, io);
  for (const { format, path } of targets) {
    const given = {
      draft,
      internal: options.internal === true,
      files: published.for(path),
      ledger: template?.ledger,
      unread: unread.map((each) => placeOf(each, report.language)),
    };
    await deliver(io, path, await rendered(format, reading, given, press), {
      force: options.force === true,
      language,
    });
  }
  if (unread.length > 0) tell(io, incomplete, language);
  for (const name of published.lacking) tell(io, withoutPicture(name), language);
  return unread.length + published.lacking.size === 0;
}

const ofAnother = (file: string): Words => ({
  en: `“${printableName(file)}” is part of a draft that is named too, and gets no file of its own`,
  zh: `“${printableName(file)}”属于同时列出的稿子，不单独输出`,
});

const nothingRendered: Words = { en: 'nothing was written', zh: '没有输出任何文件' };

const incomplete: Words = {
  en: 'the rendering is incomplete: what could not be read is missing from it, and it says so at its head',
  zh: '输出不完整：没能读出的内容没有印出，开头已注明',
};

const withoutPicture = (name: string): Words => ({
  en: `the picture “${printableName(name)}” is missing from the rendering, which says so in its place`,
  zh: `图片“${printableName(name)}”没有印出，原处已注明`,
});

/** A place that could not be read, and why, as the rendering names it. */
const placeOf = ({ file, range: { start }, message }: Diagnostic, language: Language): string =>
  `${basename(file)}:${start.line}${language === 'zh' ? '：' : ': '}${message[language]}`;
