import picomatch from 'picomatch';
import { rules } from '../../rules/index.ts';
import { readOption, type Options } from '../../rules/options.ts';
import type { Level, Rule } from '../../rules/rule.ts';
import type { Config, Preset } from './config.ts';
import type { Levels } from './levels.ts';

/** What presets set: recommended leaves every rule at its own level, official asks for all parts, strict for dates and leads as well. */
export const presets: Readonly<Record<Preset, Levels>> = {
  recommended: {},
  official: { 'sections-required': 'error' },
  strict: {
    'figures-declared': 'info',
    'sections-required': 'error',
    'suppressions-justified': 'error',
    'targets-dated': 'warning',
    'targets-led': 'warning',
  },
};

/** What holds for a file, named from the configuration’s folder: presets, then rules, then overrides, level and each option for itself. */
export function rulesFor(
  { extends: bases = [], rules: own = {}, overrides = [] }: Config,
  file: string,
  known: readonly Rule[] = rules,
): { levels: Levels; options: Readonly<Record<string, Options>> } {
  const matching = overrides.filter(({ files }) => matches(files, file)).map(({ rules: entries }) => entries);
  const levels: Record<string, Level> = {};
  const options: Record<string, Options> = {};
  for (const entries of [...bases.map((base) => presets[base]), own, ...matching])
    for (const [id, entry] of Object.entries(entries)) {
      const [level, written] = typeof entry === 'string' ? [entry] : entry;
      levels[id] = level;
      if (written) options[id] = { ...options[id], ...readOptions(id, written, known) };
    }
  return { levels, options };
}

function readOptions(
  id: string,
  written: Readonly<Record<string, unknown>>,
  known: readonly Rule[],
): Options {
  const own = known.find((rule) => rule.id === id)?.options ?? {};
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, text]) => {
      const value = own[name] && readOption(own[name], text);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Whether a file matches one of some globs. */
export const matches = (globs: readonly string[], file: string): boolean =>
  globs.some((glob) => picomatch.isMatch(file, glob, { dot: true }));
