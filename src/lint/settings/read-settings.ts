import type { Diagnostic, Path } from '../../diagnostic.ts';
import { configMessages } from '../../messages/config.ts';
import { sourceMessages } from '../../messages/source.ts';
import { isOwnRule, type Rule } from '../../rules/rule.ts';
import { readSource, type Source } from '../../source/source.ts';
import { levelProblem, type Levels } from './levels.ts';
import { checkShape } from '../shape/shape.ts';
import { diagnosticOf, messageOf, Places } from '../stamp.ts';

/** A file of settings that was read: its data, and what is wrong with its form. */
export interface FormRead {
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a configuration or a template. Whatever is wrong with it is an error with its place: nothing goes by half of one. */
export function readForm(
  file: string,
  text: string,
  is: 'config' | 'template' | 'baseline',
  levelsAt: (data: unknown) => readonly (readonly [Path, Levels])[],
  known?: readonly Rule[],
): FormRead {
  const source = readSource(file, text, is);
  const places = new Places(new Map([[file, source]]));
  const found = [...source.yaml, ...source.problems];
  if (source.data !== undefined) found.push(...checkShape(source, is).problems);
  const diagnostics = found.map(({ message, data, related: _, fix: __, ...offsets }) =>
    diagnosticOf({
      file,
      rule: is,
      code: message,
      severity: 'error',
      message: messageOf(sourceMessages, message),
      data,
      range: places.range(file, offsets),
      identity: places.written(file, offsets),
      related: [],
    }),
  );
  if (diagnostics.length > 0) return { source, diagnostics };
  return {
    source,
    diagnostics: levelsAt(source.data).flatMap(([path, own]) =>
      levelDiagnostics(is, path, own, source, places, known),
    ),
  };
}

function levelDiagnostics(
  is: string,
  path: Path,
  levels: Levels,
  source: Source,
  places: Places,
  known: readonly Rule[] | undefined,
): Diagnostic[] {
  return source.entries(levels).flatMap(([rule, level]) => {
    // what rules plugins have is not known yet; whoever loads them asks again
    const problem =
      known === undefined && isOwnRule(rule) ? undefined : levelProblem(rule, String(level), known);
    if (problem === undefined) return [];
    const offsets = places.offsets({ path: [...path, rule], at: problem.at });
    return [
      diagnosticOf({
        file: path[0],
        rule: is,
        code: problem.code,
        severity: 'error',
        message: messageOf(configMessages, problem.code),
        data: problem.data,
        range: places.range(path[0], offsets),
        identity: places.written(path[0], offsets),
        related: [],
      }),
    ];
  });
}
