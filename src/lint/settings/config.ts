import type { Diagnostic, Language, Path } from '../../diagnostic.ts';
import { configMessages } from '../../messages/config.ts';
import { calendarOf, type Calendar, type YearKeys } from '../../dates/calendar.ts';
import { rules } from '../../rules/index.ts';
import type { Terms } from '../../model/report.ts';
import { optionType, readOption } from '../../rules/options.ts';
import { isOwnRule, type Level, type Rule } from '../../rules/rule.ts';
import { reserved } from '../../source/grammar.ts';
import type { Source } from '../../source/source.ts';
import { suggest } from '../../source/suggest/suggest.ts';
import { readForm } from './read-settings.ts';
import { levelProblem } from './levels.ts';
import { diagnosticOf, messageOf, Places } from '../stamp.ts';

/** What a configuration says of rules, by id: a level, or a level and the rule’s options as they are written. */
export type RuleEntries = Readonly<
  Record<string, Level | readonly [Level, Readonly<Record<string, unknown>>?]>
>;

/** A configuration as it is written. */
export interface Config extends YearKeys {
  readonly extends?: readonly Preset[];
  readonly files?: readonly string[];
  readonly ignore?: readonly string[];
  readonly language?: Language;
  /** The folder of the project’s own templates, from the configuration’s. */
  readonly templates?: string;
  /** Modules with rules of the project’s own: files from the configuration’s folder, or packages. */
  readonly plugins?: readonly string[];
  readonly rules?: RuleEntries;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: RuleEntries }[];
  readonly terms?: Terms;
  /** The office’s own words, by what is wrong. */
  readonly replace?: Readonly<Record<string, Replacement>>;
  readonly avoid?: readonly AvoidedWord[];
  readonly persons?: readonly Officer[];
  /** CSV files with more of them, from the configuration’s folder. */
  readonly 'word-lists'?: readonly string[];
  /** By how much 约 and “about” widen a figure: `5%`. */
  readonly approximation?: string;
  /** Which share of the figures of a draft has to be cross-checked: `80%`. */
  readonly 'min-coverage'?: string;
  /** The baseline of the drafts below, from the configuration’s folder. */
  readonly baseline?: string;
}

/** How a configuration says that years are counted; undefined where it says nothing. */
export const calendarIn = (config: YearKeys | undefined): Calendar | undefined =>
  config?.['year-start'] === undefined && config?.['year-named'] === undefined
    ? undefined
    : calendarOf(config);

/** What lists of words say beside a word: why, and sentences that show it. */
export interface WordNotes {
  readonly reason?: string;
  readonly good?: string;
  readonly bad?: string;
}

/** What is right instead of a word. */
export interface Replacement extends WordNotes {
  readonly right: string;
}

/** A word that is not used. */
export interface AvoidedWord extends WordNotes {
  readonly word: string;
}

/** A person whose name, post and rank an office lays down. */
export interface Officer extends WordNotes {
  readonly name: string;
  readonly post?: string;
}

export type Preset = 'recommended' | 'official' | 'strict';

/** A configuration that was read: its data, or what is wrong with it. */
export interface ConfigRead {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

/**
 * Reads report.config.yaml. Whatever is wrong with it is an error with its place: nothing is checked by half a configuration.
 * What it says of rules of its plugins is read once these are loaded, and given as `own`; before, it is left for then.
 */
export function readConfig(file: string, text: string, own?: readonly Rule[]): ConfigRead {
  const { source, diagnostics } = readForm(file, text, 'config', () => []);
  const config = (source.data ?? {}) as Config;
  if (diagnostics.length > 0) return { config, diagnostics, text };
  const places = new Places(new Map([[file, source]]));
  return {
    config,
    diagnostics: problemsIn(file, config, source, own).map((problem) => diagnosticAt(problem, places)),
    text,
  };
}

function problemsIn(
  file: string,
  config: Config,
  source: Source,
  loaded: readonly Rule[] | undefined,
): ConfigProblem[] {
  const waits = loaded === undefined && (config.plugins ?? []).length > 0;
  const known: readonly Settable[] = [...rules, ...(loaded ?? []), ...WORD_RULES.map((id) => ({ id }))];
  const entries: [Path, RuleEntries][] = [
    [[file, 'rules'], config.rules ?? {}],
    ...(config.overrides ?? []).map(({ rules: own }, index): [Path, RuleEntries] => [
      [file, 'overrides', index, 'rules'],
      own,
    ]),
  ];
  return [
    ...entries.flatMap(([path, own]) =>
      source
        .entries(own)
        .flatMap(([rule, entry]) =>
          waits && isOwnRule(rule) ? [] : entryProblems([...path, rule], rule, entry, known),
        ),
    ),
    ...source
      .entries(config.terms ?? {})
      .flatMap(([id]): ConfigProblem[] =>
        reserved.has(id)
          ? [{ code: 'term-reserved', at: 'key', data: { id }, path: [file, 'terms', id] }]
          : [],
      ),
  ];
}

/** What a configuration can set of a rule. */
type Settable = Pick<Rule, 'id' | 'options'>;

/** The rules of an office’s own words, which are made of a configuration. */
const WORD_RULES = ['words/replaced', 'words/avoided', 'words/persons'];

/** A mistake in a configuration, and where. */
interface ConfigProblem {
  readonly code: string;
  readonly at: 'key' | 'value';
  readonly data: Readonly<Record<string, string>>;
  readonly path: Path;
}

const diagnosticAt = ({ code, data, ...place }: ConfigProblem, places: Places): Diagnostic =>
  diagnosticOf({
    file: place.path[0],
    rule: 'config',
    code,
    severity: 'error',
    message: messageOf(configMessages, code),
    data,
    range: places.of(place),
    identity: places.written(place.path[0], places.offsets(place)),
    related: [],
  });

/** What is wrong with what a rule is set to: a level, or a list of a level and options. */
function entryProblems(
  path: Path,
  rule: string,
  entry: unknown,
  known: readonly Settable[],
): ConfigProblem[] {
  const list: readonly unknown[] | undefined = Array.isArray(entry) ? entry : undefined;
  const [level, options, ...more] = list ?? [entry];
  const problem = levelProblem(rule, typeof level === 'string' ? level : '', known);
  if (problem) return [{ ...problem, path: list && problem.at === 'value' ? [...path, 0] : path }];
  if (more.length > 0 || typeof options === 'string' || options === null)
    return [{ code: 'entry-wrong', at: 'key', data: { rule }, path }];
  return Object.entries(options ?? {}).flatMap(([name, written]) => {
    const found = optionProblem(
      known.find(({ id }) => id === rule),
      name,
      written,
    );
    return found ? [{ ...found, path: [...path, 1, name] }] : [];
  });
}

/** What is wrong with an option of a rule as it is written; undefined where nothing is. */
export function optionProblem(
  rule: Pick<Rule, 'id' | 'options'> | undefined,
  name: string,
  written: unknown,
): Omit<ConfigProblem, 'path'> | undefined {
  const options = rule?.options ?? {};
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  const known = Object.keys(options);
  if (option === undefined)
    return {
      code: 'option-unknown',
      at: 'key',
      data: { rule: rule?.id ?? '', name, near: suggest(name, known) ?? '', known: known.join('\n') },
    };
  if (readOption(option, written) !== undefined) return undefined;
  const { en, zh } = optionType(option);
  return { code: 'option-wrong', at: 'value', data: { name, en, zh } };
}

/** What a configuration says of all drafts alike. */
export function sharedSettings(config: Config): {
  readonly terms?: Terms;
  readonly calendar?: Calendar;
  readonly approximation?: number;
} {
  const { terms, approximation } = config;
  const calendar = calendarIn(config);
  return {
    ...(terms && { terms }),
    ...(calendar && { calendar }),
    // the schema has seen to it that it is a percentage
    ...(approximation !== undefined && { approximation: parseFloat(approximation) }),
  };
}
