import picomatch from 'picomatch';
import type { Diagnostic, Language, Path } from '../diagnostic.ts';
import { configMessages } from '../messages/config.ts';
import { sourceMessages } from '../messages/source.ts';
import { rules } from '../rules/index.ts';
import type { Level } from '../rules/rule.ts';
import { readSource, type Source } from '../source/source.ts';
import { suggest } from '../source/suggest.ts';
import { checkShape } from './shape.ts';
import { diagnosticOf, messageOf, Places } from './stamp.ts';

/** Levels of rules, by id. */
export type Levels = Readonly<Record<string, Level | 'off'>>;

/** A configuration as it is written. */
export interface Config {
  readonly extends?: readonly Preset[];
  readonly files?: readonly string[];
  readonly ignore?: readonly string[];
  readonly language?: Language;
  readonly rules?: Levels;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: Levels }[];
}

export type Preset = 'recommended' | 'official' | 'strict';

/** What presets set: recommended leaves every rule at its own level, official asks for all parts, strict for dates and leads as well. */
export const presets: Readonly<Record<Preset, Levels>> = {
  recommended: {},
  official: { 'sections-required': 'error' },
  strict: { 'figures-declared': 'info', 'sections-required': 'error', 'suppressions-justified': 'error', 'targets-dated': 'warning', 'targets-led': 'warning' },
};

/** Levels that a person can set. */
export const settable = ['off', 'info', 'warning', 'error'] as const;

/** A configuration that was read: its data, or what is wrong with it. */
export interface ConfigRead {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

/** Reads report.config.yaml. Whatever is wrong with it is an error with its place: nothing is checked by half a configuration. */
export function readConfig(file: string, text: string): ConfigRead {
  const source = readSource(file, text, 'config');
  const places = new Places(new Map([[file, source]]));
  const found = [...source.yaml, ...source.problems];
  if (source.data !== undefined) found.push(...checkShape(source, 'config').problems);
  const form = found.map(({ message, data, related: _, fix: __, ...offsets }) =>
    diagnosticOf({
      file,
      rule: 'config',
      code: message,
      severity: 'error',
      message: messageOf(sourceMessages, message),
      data,
      range: places.range(file, offsets),
      related: [],
    }),
  );
  const config = (source.data ?? {}) as Config;
  if (form.length > 0) return { config, diagnostics: form, text };
  const levels: [Path, Levels][] = [
    [[file, 'rules'], config.rules ?? {}],
    ...(config.overrides ?? []).map(({ rules: own }, index): [Path, Levels] => [[file, 'overrides', index, 'rules'], own]),
  ];
  return { config, diagnostics: levels.flatMap(([path, own]) => levelProblems(path, own, source, places)), text };
}

function levelProblems(path: Path, levels: Levels, source: Source, places: Places): Diagnostic[] {
  return source.entries(levels).flatMap(([rule, level]) => {
    const problem = levelProblem(rule, String(level));
    if (problem === undefined) return [];
    const range = places.of({ path: [...path, rule], at: problem.at });
    return [
      diagnosticOf({
        file: path[0],
        rule: 'config',
        code: problem.code,
        severity: 'error',
        message: messageOf(configMessages, problem.code),
        data: problem.data,
        range,
        related: [],
      }),
    ];
  });
}

/** What is wrong with a rule and its level; undefined where nothing is. */
export function levelProblem(
  rule: string,
  level: string,
): { readonly code: string; readonly at: 'key' | 'value'; readonly data: Readonly<Record<string, string>> } | undefined {
  const ids = rules.map(({ id }) => id);
  if (rule === 'yaml' || rule === 'schema') return { code: 'rule-firm', at: 'key', data: { rule } };
  if (!ids.includes(rule)) return { code: 'rule-unknown', at: 'key', data: { rule, near: suggest(rule, ids) ?? '' } };
  if (!(settable as readonly string[]).includes(level)) return { code: 'level-unknown', at: 'value', data: { level, near: suggest(level, settable) ?? '' } };
  return undefined;
}

/** The levels that hold for a file, named from the configuration’s folder: presets, then rules, then overrides. */
export function levelsFor({ extends: bases = [], rules: own = {}, overrides = [] }: Config, file: string): Levels {
  const matching = overrides.filter(({ files }) => matches(files, file)).map(({ rules: levels }) => levels);
  return Object.assign({}, ...bases.map((base) => presets[base]), own, ...matching) as Levels;
}

/** Whether a file matches one of some globs. */
export const matches = (globs: readonly string[], file: string): boolean => globs.some((glob) => picomatch.isMatch(file, glob, { dot: true }));
