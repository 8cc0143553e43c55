import picomatch from 'picomatch';
import type { Diagnostic, Language, Path } from '../diagnostic.ts';
import { readForm } from './form.ts';
import type { Levels } from './levels.ts';

/** A configuration as it is written. */
export interface Config {
  readonly extends?: readonly Preset[];
  readonly files?: readonly string[];
  readonly ignore?: readonly string[];
  readonly language?: Language;
  /** The folder of the project’s own templates, from the configuration’s. */
  readonly templates?: string;
  readonly rules?: Levels;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: Levels }[];
}

export type Preset = 'recommended' | 'official' | 'strict';

/** What presets set: recommended leaves every rule at its own level, official asks for all parts, strict for dates and leads as well. */
export const presets: Readonly<Record<Preset, Levels>> = {
  recommended: {},
  official: { 'sections-required': 'error' },
  strict: { 'sections-required': 'error', 'suppressions-justified': 'error', 'targets-dated': 'warning', 'targets-led': 'warning' },
};

/** A configuration that was read: its data, or what is wrong with it. */
export interface ConfigRead {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

/** Reads report.config.yaml. Whatever is wrong with it is an error with its place: nothing is checked by half a configuration. */
export function readConfig(file: string, text: string): ConfigRead {
  const { source, diagnostics } = readForm(file, text, 'config', (data) => levelsIn(file, data as Config));
  return { config: (source.data ?? {}) as Config, diagnostics, text };
}

const levelsIn = (file: string, { rules = {}, overrides = [] }: Config): [Path, Levels][] => [
  [[file, 'rules'], rules],
  ...overrides.map(({ rules: own }, index): [Path, Levels] => [[file, 'overrides', index, 'rules'], own]),
];

/** The levels that hold for a file, named from the configuration’s folder: presets, then rules, then overrides. */
export function levelsFor({ extends: bases = [], rules: own = {}, overrides = [] }: Config, file: string): Levels {
  const matching = overrides.filter(({ files }) => matches(files, file)).map(({ rules: levels }) => levels);
  return Object.assign({}, ...bases.map((base) => presets[base]), own, ...matching) as Levels;
}

/** Whether a file matches one of some globs. */
export const matches = (globs: readonly string[], file: string): boolean => globs.some((glob) => picomatch.isMatch(file, glob, { dot: true }));
