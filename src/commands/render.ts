import { basename, dirname, join } from 'node:path';
import type { Diagnostic, Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { draftOfYear, isFolder, isStandardOutput, readBeside, readText, refuseOutput, type Io } from '../io.ts';
import { lint, type Linted } from '../lint/lint.ts';
import { localeLanguage } from '../messages/locale.ts';
import { formats } from '../render/index.ts';
import { plain } from '../reporters/style.ts';
import { previousFound } from '../rules/previous-found.ts';
import { suggest } from '../source/suggest.ts';
import { configFinder, settingsOf } from './settings.ts';
import { deliver, tell } from './tell.ts';
import { lacking } from './lacking.ts';

export interface RenderCommandOptions {
  readonly to: string;
  readonly out?: string;
  readonly draft?: true;
  readonly internal?: true;
  readonly force?: true;
  readonly lang?: Language;
}

/** `report render <file>`: writes the report in each format; refuses one with errors, unless it is stamped a draft. */
export async function renderDraft(name: string, options: RenderCommandOptions, io: Io): Promise<number> {
  const file = draftOfYear(io, name);
  const wanted = formatsOf(options.to);
  const settings = await settingsOf(file, await configFinder(io)(dirname(file)), {}, io);
  const linted = lint(file, readText(io, file), readBeside(io), { ...settings, today: io.today });
  const { report, diagnostics, previous, previousLack, template } = linted;
  const language = options.lang ?? localeLanguage(io.env) ?? report?.keys ?? 'en';
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const isExport = wanted.every((format) => formats[format]?.export === true);
  const stopping = isExport ? errors.filter(({ rule }) => ['yaml', 'schema', previousFound.id].includes(rule)) : errors;
  if (report === undefined || (stopping.length > 0 && options.draft !== true)) {
    await refuse(linted, io, language);
    return 1;
  }
  // what breaks the form was not read: the rendering says so, and the run is no success
  const unread = errors.filter(({ rule }) => rule === 'yaml' || rule === 'schema');
  if (unread.length > 0) await list(unread, linted, io, language);
  if (previousLack) tell(io, lacking(file, previousLack, { en: '', zh: '' }), language);
  const targets = targetsOf(io, file, wanted, options);
  const draft = options.draft === true || !report.final;
  for (const { format, path } of targets) {
    const render = await (formats[format] as (typeof formats)[string]).load();
    const text = render(report, {
      draft,
      internal: options.internal === true,
      previous,
      ledger: template?.ledger,
      unread: unread.map((each) => placeOf(each, report.language)),
    });
    await deliver(io, path, text, { force: options.force === true, language });
  }
  if (unread.length > 0) tell(io, incomplete, language);
  return unread.length > 0 ? 1 : 0;
}

const incomplete: Words = {
  en: 'the rendering is incomplete: what could not be read is missing from it, and it says so at its head',
  zh: '输出不完整：没能读出的内容没有印出，开头已注明',
};

/** A place that could not be read, and why, as the rendering names it. */
const placeOf = ({ file, range: { start }, message }: Diagnostic, language: Language): string =>
  `${basename(file)}:${start.line}${language === 'zh' ? '：' : ': '}${message[language]}`;

function formatsOf(to: string): string[] {
  const wanted = to
    .split(',')
    .map((format) => format.trim())
    .filter((format) => format !== '');
  const known = Object.keys(formats);
  for (const format of wanted)
    if (!known.includes(format)) {
      const near = suggest(format, known) ?? (format === 'markdown' ? 'md' : undefined);
      throw new UserError({
        en: `there is no format “${format}”; ${near === undefined ? `known: ${known.join(', ')}` : `did you mean ${near}?`}`,
        zh: `没有格式“${format}”；${near === undefined ? `可选：${known.join('、')}` : `是否想写 ${near}？`}`,
      });
    }
  if (wanted.length === 0) throw new UserError({ en: `--to names no format; known: ${known.join(', ')}`, zh: `--to 没有写格式；可选：${known.join('、')}` });
  return [...new Set(wanted)];
}

/** Shows errors to the person who runs the program. */
async function list(errors: readonly Diagnostic[], { sources }: Linted, io: Io, language: Language): Promise<void> {
  const { text } = await import('../reporters/text.ts');
  io.stderr.write(
    text({ diagnostics: errors, files: 1, text: (each) => sources.get(each)?.text ?? '' }, { language, style: plain, width: io.stderr.columns ?? 100 }),
  );
}

/** Says why nothing is written, with the errors themselves. */
async function refuse(linted: Linted, io: Io, language: Language): Promise<void> {
  const { diagnostics, report } = linted;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  await list(errors, linted, io, language);
  const way =
    report === undefined ? { en: '', zh: '' } : { en: '; --draft renders it all the same, stamped as a draft', zh: '；加 --draft 可照样输出，并盖“草稿”字样' };
  tell(io, { en: `nothing was written, because the report has errors${way.en}`, zh: `报告有错误，没有输出${way.zh}` }, language);
}

interface RenderTarget {
  readonly format: string;
  /** Undefined is stdout. */
  readonly path: string | undefined;
}

/** Where each format goes. @throws UserError, before anything is written, where a file would be overwritten. */
function targetsOf(io: Io, file: string, wanted: readonly string[], { out, force }: RenderCommandOptions): RenderTarget[] {
  const [only] = wanted;
  const streamed = out === undefined || isStandardOutput(out);
  if (streamed && wanted.length === 1 && only !== undefined) return [{ format: only, path: undefined }];
  if (streamed) throw new UserError({ en: 'several formats need a folder: --out <folder>', zh: '多种格式要写明输出到哪个文件夹：--out <文件夹>' });
  const folder = wanted.length > 1 || isFolder(io, out) || /[\\/]$/.test(out);
  const stem = basename(file).replace(/\.ya?ml$/, '');
  const targets = wanted.map((format) => ({ format, path: folder ? join(out, `${stem}.${formats[format]?.extension}`) : out }));
  for (const { path } of targets) refuseOutput(io, path, { force: force === true });
  return targets;
}
