import { dirname, relative, resolve } from 'node:path';
import type { Language } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import type { Io } from '../io.ts';
import { sharedSettings } from '../lint/settings/config.ts';
import { rulesFor } from '../lint/settings/rule-settings.ts';
import { levelProblem, type Levels } from '../lint/settings/levels.ts';
import type { Settings } from '../lint/lint.ts';
import { previousFound } from '../rules/years/previous-found.ts';
import { rules } from '../rules/index.ts';
import { resolveOptions } from '../rules/options.ts';
import type { Rule } from '../rules/rule.ts';
import { suggest } from '../source/suggest/suggest.ts';
import type { FoundConfig } from './config-file.ts';

/** What the command line says of rules. */
export interface RuleFlags {
  /** `id:level`, as often as wanted. */
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly inline?: boolean;
  readonly keys?: Language;
}

/** The settings of a draft: its configuration, and over it what the command line says. */
export async function settingsOf(
  file: string,
  found: FoundConfig | undefined,
  options: RuleFlags,
  io: Io,
): Promise<Settings> {
  const { only, skip = [], rule = [] } = options;
  if (found === undefined && only === undefined && skip.length + rule.length === 0)
    return withoutRules(found, undefined, options);
  const known = await knownRules(found, io);
  const base = withoutRules(found, known === rules ? undefined : known, options);
  const configured = rulesFor(
    found?.config ?? {},
    relative(dirname(found?.file ?? io.cwd), resolve(io.cwd, file)).replaceAll('\\', '/'),
    known,
  );
  const levels: Levels = { ...configured.levels, ...(await asked(rule, known)) };
  for (const id of [...(only ?? []), ...skip]) checkKnown(id, known);
  return {
    ...base,
    ...configured,
    levels,
    ...(found && sharedSettings(found.config)),
    rules: known.filter(({ id }) => !skip.includes(id) && (only === undefined || isAmong(only, id, known))),
  };
}

/** The built-in rules, those of the plugins that a configuration names, and those of its own words, which are loaded only where it has some. */
export async function knownRules(found: FoundConfig | undefined, io: Io): Promise<readonly Rule[]> {
  if (found === undefined) return rules;
  const own: Rule[] = [];
  if ((found.config.plugins ?? []).length > 0) {
    const { pluginsOf } = await import('./plugins.ts');
    own.push(...(await pluginsOf(found, io)).flatMap((plugin) => plugin.rules));
  }
  if (hasOwnWords(found)) own.push(...(await wordRulesOf(found, io)));
  return own.length === 0 ? rules : [...rules, ...own];
}

/** Whether a configuration lays down words of its own. */
export const hasOwnWords = ({
  config: { replace, avoid, persons, 'word-lists': lists },
}: FoundConfig): boolean =>
  replace !== undefined || avoid !== undefined || persons !== undefined || lists !== undefined;

const wordRulesKnown = new WeakMap<FoundConfig, readonly Rule[]>();

/** The rules of an office’s own words, made once for a configuration. @throws UserError where a list is missing or wrong */
async function wordRulesOf(found: FoundConfig, io: Io): Promise<readonly Rule[]> {
  const known = wordRulesKnown.get(found);
  if (known !== undefined) return known;
  const [{ ownWords }, { wordRules }] = await Promise.all([
    import('./lint/own-words.ts'),
    import('../plugins/word-rules.ts'),
  ]);
  const words = ownWords(found, io);
  const made = words === undefined ? [] : wordRules(words);
  wordRulesKnown.set(found, made);
  return made;
}

/** Settings of a draft but for its rules. */
const withoutRules = (
  found: FoundConfig | undefined,
  known: readonly Rule[] | undefined,
  { inline = true, keys }: RuleFlags,
): Settings => ({
  inline,
  ...(known && { known }),
  ...(keys && { keys }),
  ...(found && { templates: found.templates }),
});

/** What a configuration says of how drafts are read, for commands that run no rule. */
export const readingSettings = (found: FoundConfig | undefined): ReturnType<typeof sharedSettings> =>
  found ? sharedSettings(found.config) : {};

/** `--rule id:level`. @throws UserError where there is no such rule or level. */
async function asked(words: readonly string[], known: readonly Rule[]): Promise<Levels> {
  const { configMessages } = await import('../messages/config.ts');
  const levels: Record<string, Levels[string]> = {};
  for (const word of words) {
    const [rule = '', level = '', ...more] = word.split(':');
    if (more.length > 0)
      throw new UserError({
        en: `--rule ${word}: write one rule and one level, <rule>:<level>`,
        zh: `--rule ${word}：一次只写一条规则、一个级别，如 <规则>:<级别>`,
      });
    const problem = levelProblem(rule, level, known);
    const message = problem && configMessages[problem.code];
    if (problem && message) {
      // what was probably meant is remedy enough
      const help = (problem.data['near'] ?? '') === '' ? message.help : undefined;
      throw new UserError({
        en: `--rule ${word}: ${message.en(problem.data)}${help ? `; ${help.en(problem.data)}` : ''}`,
        zh: `--rule ${word}：${message.zh(problem.data)}${help ? `；${help.zh(problem.data)}` : ''}`,
      });
    }
    levels[rule] = level as Levels[string];
  }
  return levels;
}

/** Whether a rule runs where only some do: rules that compare with last year’s report never run without the one that says that it is not there. */
const isAmong = (only: readonly string[], id: string, known: readonly Rule[]): boolean =>
  only.includes(id) ||
  (id === previousFound.id && known.some((rule) => rule.compares === true && only.includes(rule.id)));

/** @throws UserError where there is no such rule */
export function checkKnown(id: string, known: readonly Rule[]): void {
  const ids = known.map((rule) => rule.id);
  if (ids.includes(id)) return;
  const near = suggest(id, ids);
  throw new UserError({
    en: `there is no rule “${id}”; ${near === undefined ? '`report explain` lists all' : `did you mean ${near}?`}`,
    zh: `没有规则“${id}”；${near === undefined ? 'report explain 列出全部规则' : `是否想写 ${near}？`}`,
  });
}

/** What --print-config shows for a draft: where its configuration stands, every rule’s level with its options, shared terms, and how far 约 reaches. */
export function printableSettings(
  file: string,
  found: FoundConfig | undefined,
  settings: Settings,
  io: Io,
): object {
  const { levels = {}, options = {}, known = rules, terms, approximation, calendar } = settings;
  const { rules: running = known } = settings;
  const entryOf = (rule: Rule): unknown => {
    const level = running.includes(rule) ? (levels[rule.id] ?? rule.severity) : 'off';
    return rule.options ? [level, resolveOptions(rule.options, options[rule.id])] : level;
  };
  return {
    file,
    config: found ? relative(io.cwd, found.file) : null,
    ...(found?.config.plugins && { plugins: found.config.plugins }),
    rules: Object.fromEntries(known.map((rule) => [rule.id, entryOf(rule)])),
    ...(terms && { terms }),
    ...(calendar && { 'year-start': calendar.start, 'year-named': calendar.named }),
    ...(approximation !== undefined && { approximation: `${approximation}%` }),
  };
}
