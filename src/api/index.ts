import type { Diagnostic as FoundDiagnostic } from '../diagnostic.ts';
import { UserError as OwnUserError } from '../errors.ts';
import { readConfig, sharedSettings } from '../lint/settings/config.ts';
import { rulesFor } from '../lint/settings/rule-settings.ts';
import { lint as lintDraft, type Linted, type Settings } from '../lint/lint.ts';
import type { ReadFile } from '../lint/open.ts';
import { addressOf, pictureOf, type Asset } from '../model/published-files.ts';
import { idGivenTwice, rulesIn } from '../plugins/rules-in.ts';
import { formats } from '../render/index.ts';
import type { Files, Paper } from '../render/renderer.ts';
import { countsOf } from '../reporters/reporter.ts';
import { rules as builtIn } from '../rules/index.ts';
import { isNotForThePublic, publicRules } from '../rules/not-for-the-public.ts';
import type { Rule as OwnRule } from '../rules/rule.ts';
import type {
  BothWords,
  Diagnostic,
  ReadOptions,
  LintOptions,
  ReadResult,
  LintResult,
  RenderOptions,
} from './shapes.ts';
import type { Level, OptionValue, Reading, Report, Rule, Severity, TermData } from './rule.ts';

export type * from './shapes.ts';
export type { Level, OptionValue, Reading, Report, Rule, Severity, TermData };

/** What whoever calls can mend: a draft beyond the limits, settings or rules that are wrong. */
export interface UserError extends Error {
  readonly words: BothWords;
}
export const UserError: abstract new (...given: never) => UserError = OwnUserError;

const linteds = new WeakMap<ReadResult, Linted>();
/** Whether a result is of a draft that must not go to the public as it is. */
const privacies = new WeakMap<ReadResult, () => boolean>();

/** Reads a draft: its report, all that is derived from it, and what is wrong with its YAML and its form. @throws UserError */
export function read(text: string, options: ReadOptions = {}): ReadResult {
  return withPrivacy(resultOf(run(text, options, { ...settingsOf(options, []), rules: [] })), text, options);
}

/** Remembers how to see whether a draft holds what no rendering for the public may show. */
function withPrivacy(result: LintResult, text: string, options: ReadOptions): LintResult {
  let isPrivate: boolean | undefined;
  const seen = (): boolean =>
    isNotForThePublic(run(text, options, { ...settingsOf(options, []), rules: publicRules }).diagnostics);
  privacies.set(result, () => (isPrivate ??= seen()));
  return result;
}

/** Checks a draft by all rules. It reads no file, no clock and no environment but what it is given. @throws UserError */
export function lint(text: string, options: LintOptions = {}): LintResult {
  const { rules = [], only, today } = options;
  const own = rules.length === 0 ? [] : checkedRules(rules);
  const known = [...builtIn, ...own];
  const unknown = only?.find((id) => !known.some((rule) => rule.id === id));
  if (unknown !== undefined)
    throw new OwnUserError({ en: `there is no rule “${unknown}”`, zh: `没有规则“${unknown}”` });
  const linted = run(text, options, {
    ...settingsOf(options, own),
    known,
    rules: known.filter(({ id }) => only?.includes(id) ?? true),
    ...(today !== undefined && { today }),
  });
  return withPrivacy(resultOf(linted), text, options);
}

/**
 * Prints a report that was read or checked, in Markdown if nothing else is asked for. What could not be read is listed at its head.
 * @throws UserError where there is no report, or a published one holds personal data or a mark of secrecy and is not printed for the office itself
 */
export async function render(result: ReadResult, options: RenderOptions = {}): Promise<string | Uint8Array> {
  const { to = 'md', internal = false } = options;
  const linted = linteds.get(result);
  const format = Object.hasOwn(formats, to) ? formats[to] : undefined;
  if (format === undefined)
    throw new OwnUserError({
      en: `there is no format “${to}”; write ${Object.keys(formats).join(', ')}`,
      zh: `没有格式“${to}”；可写 ${Object.keys(formats).join('、')}`,
    });
  if (linted?.reading === undefined)
    throw new OwnUserError({
      en: 'there is no report to be rendered: give what read or lint returned, of a draft that can be read',
      zh: '没有可输出的报告：请给出 read 或 lint 的返回值，且稿子须能读出',
    });
  if (format.printed)
    throw new OwnUserError({
      en: `${to} is made by a program of the machine, which the library calls none of; run report render --to ${to}`,
      zh: `${to} 要由本机的程序生成，程序库不调用外部程序；请运行 report render --to ${to}`,
    });
  const { reading, template, diagnostics } = linted;
  if (!internal && privacies.get(result)?.() === true)
    throw new OwnUserError({
      en: 'the report holds personal data or a mark of secrecy: take them out or mask them first; internal: true prints it for the office itself',
      zh: '报告含个人信息或密级、内部标志：请先删去或打码；单位内部使用的，设 internal: true',
    });
  const paper = paperOf(options);
  const print = await format.load();
  const { language, final } = reading.report;
  const unread = diagnostics.filter(
    ({ rule, severity }) => severity === 'error' && (rule === 'yaml' || rule === 'schema'),
  );
  return print(reading, {
    draft: options.draft ?? !final,
    internal,
    files: filesOf(options),
    paper,
    ledger: template?.ledger,
    unread: unread.map(
      ({ file, range: { start }, message }) =>
        `${file.split('/').at(-1)}:${start.line}${language === 'zh' ? '：' : ': '}${message[language]}`,
    ),
  });
}

/** How a Word file is set. @throws UserError where margins are none */
function paperOf({ margins, pageNumbers, reference }: RenderOptions): Paper {
  if (margins !== undefined && !(margins.length === 4 && margins.every((each) => each >= 0 && each <= 90)))
    throw new OwnUserError({
      en: 'margins are four lengths in millimetres, top, right, bottom and left, such as [37, 26, 35, 28]',
      zh: 'margins 是上、右、下、左四个长度，单位毫米，如 [37, 26, 35, 28]',
    });
  return { margins, pageNumbers, reference };
}

function filesOf({ readBytes }: RenderOptions): Files {
  return {
    picture: (path) => {
      const bytes = readBytes?.(path);
      return bytes && pictureOf(bytes);
    },
    lacks: () => undefined,
    address: addressOf,
  };
}

function run(
  text: string,
  { file = 'draft.report.yaml', readFile, readBytes }: ReadOptions,
  settings: Settings,
): Linted {
  const beside = (name: string): string | undefined => readFile?.(name);
  const asset = (name: string): Asset => {
    const bytes = readBytes?.(name);
    return bytes ? { kind: 'file', size: bytes.length, bytes: () => bytes } : { kind: 'missing' };
  };
  const reader: ReadFile = readBytes ? Object.assign(beside, { asset }) : beside;
  return lintDraft(file, text, reader, settings);
}

/** What a configuration says of files, and lists that become rules, which here are given as such. */
const FOR_THE_COMMAND_LINE = [
  'files',
  'ignore',
  'templates',
  'plugins',
  'language',
  'replace',
  'avoid',
  'persons',
  'word-lists',
];

/** Settings as a configuration would give them, which is what reads and checks them. */
function settingsOf(
  { config = {}, file = 'draft.report.yaml' }: ReadOptions,
  own: readonly OwnRule[],
): Settings {
  const odd = Object.keys(config).find((key) => FOR_THE_COMMAND_LINE.includes(key));
  if (odd !== undefined)
    throw new OwnUserError({
      en: `“${odd}” of a configuration is for the command line`,
      zh: `配置里的“${odd}”只用于命令行`,
    });
  const { config: readIn, diagnostics } = readConfig('config', JSON.stringify(config), own);
  if (diagnostics.length > 0)
    throw new OwnUserError({
      en: `the configuration has mistakes: ${diagnostics.map(({ message }) => message.en).join('; ')}`,
      zh: `配置有错误：${diagnostics.map(({ message }) => message.zh).join('；')}`,
    });
  return { ...sharedSettings(readIn), ...rulesFor(readIn, file, [...builtIn, ...own]) };
}

function checkedRules(given: readonly unknown[]): readonly OwnRule[] {
  const { rules, problems } = rulesIn({ default: given });
  const twice = idGivenTwice(rules);
  if (problems.length === 0 && twice !== undefined)
    throw new OwnUserError({
      en: `two rules are called “${twice}”; an id is a name: leave one, or give one of them another id`,
      zh: `有两条规则都叫“${twice}”：标识不能重复，请只留一条，或另取标识`,
    });
  if (problems.length > 0)
    throw new OwnUserError({
      en: `the rules cannot be used: ${problems.map(({ en }) => en).join('; ')}`,
      zh: `规则不能使用：${problems.map(({ zh }) => zh).join('；')}`,
    });
  return rules;
}

function resultOf(linted: Linted): LintResult {
  const { report, reading, files, diagnostics, crashes } = linted;
  const result: LintResult = {
    findings: diagnostics.map(findingOf),
    report,
    reading,
    files,
    counts: countsOf(diagnostics),
    crashes,
  };
  linteds.set(result, linted);
  return result;
}

/** A finding with what is promised of it. */
const findingOf = ({
  file,
  rule,
  code,
  severity,
  message,
  help,
  range,
  related,
  fix,
}: FoundDiagnostic): Diagnostic => ({
  file,
  rule,
  code,
  severity,
  message,
  ...(help && { help }),
  range,
  related,
  ...(fix && { fix }),
});
