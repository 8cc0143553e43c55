import type { Language } from '../../diagnostic.ts';
import { levelsBelow } from '../../model/numbering.ts';
import { isZero } from './numbers.ts';
import type { SourcePart } from './outline.ts';
import type { SourceSection } from './sections.ts';

/** The usual patterns of numbers, level by level, by the language of the text. */
export const usualPatterns: Readonly<Record<Language, readonly string[]>> = {
  zh: ['一、', '（一）', '1.', '（1）', '①'],
  en: ['1', '1.1', '1.1.1', '(a)', '(i)'],
};

/** The pattern that each level of the text is numbered by: of those met there the most frequent. Annexes number for themselves. */
export const levelsOf = (list: readonly SourcePart[], numberedParts: boolean): string[] => {
  const text = list.filter(({ kind }) => kind !== 'annexes');
  const levels = patternsOf(text, numberedParts);
  return levels.length > 0 ? levels : patternsOf(list, numberedParts);
};

/** The levels of an annex, where the patterns of the text do not number it. */
export function ownLevels(part: SourcePart, levels: readonly string[]): readonly string[] | undefined {
  const own = part.kind === 'annexes' ? patternsOf([part], false) : [];
  return own.some((pattern, depth) => pattern !== levels[depth]) ? own : undefined;
}

/** The pattern that each level is numbered by: of those met there the most frequent. */
function patternsOf(list: readonly SourcePart[], numberedParts: boolean): string[] {
  const met: Met = [];
  for (const part of list) {
    if (numberedParts && part.kind !== 'annexes') countPattern(met, part.number?.pattern, 0);
    countPatterns(met, part.sections, numberedParts && part.kind !== 'annexes' ? 1 : 0);
  }
  return mostFrequent(met);
}

/** The same of some sections and those below them. */
function patternsIn(sections: readonly SourceSection[]): string[] {
  const met: Met = [];
  countPatterns(met, sections, 0);
  return mostFrequent(met);
}

/** How often each pattern was met, by level. */
type Met = Map<string, number>[];

function countPattern(met: Met, pattern: string | undefined, depth: number): void {
  const counts = (met[depth] ??= new Map<string, number>());
  if (pattern !== undefined) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
}

function countPatterns(met: Met, sections: readonly SourceSection[], depth: number): void {
  for (const { number, sections: inner } of sections) {
    countPattern(met, number?.pattern, depth);
    countPatterns(met, inner, number === undefined ? depth : depth + 1);
  }
}

function mostFrequent(met: Met): string[] {
  const patterns = Array.from(
    met,
    (counts) => [...(counts ?? new Map<string, number>())].sort(([, a], [, b]) => b - a)[0]?.[0],
  );
  const known = patterns.findIndex((pattern) => pattern === undefined);
  return (known === -1 ? patterns : patterns.slice(0, known)) as string[];
}

/**
 * The levels that begin anew below a section: those of sections whose own are numbered by another pattern than the part has
 * for them, as where a chapter has items 1., 2. right below it and others have （一） between.
 * @param levels the patterns of the part, with the usual ones below
 */
export function levelsWithin(
  { sections }: SourcePart,
  levels: readonly string[],
  depth: number,
): ReadonlyMap<SourceSection, readonly string[]> {
  const found = new Map<SourceSection, readonly string[]>();
  const walk = (section: SourceSection, above: readonly string[], over: number): void => {
    const at = section.number === undefined || isZero(section.number) ? over : over + 1;
    const own = patternsIn(section.sections);
    const differs = own[0] !== undefined && !samePattern(own[0], above[at]);
    if (differs) found.set(section, own);
    const below = differs ? levelsBelow(above, own, at) : above;
    for (const inner of section.sections) walk(inner, below, at);
  };
  for (const section of sections) walk(section, levels, depth);
  return found;
}

/** Whether two patterns are the same whatever the width of their brackets and dots. */
const samePattern = (a: string, b: string | undefined): boolean =>
  a.normalize('NFKC') === b?.normalize('NFKC');

/** Whether the numbers of the second level run on from one section of the first into the next. */
export function runsOn({ sections }: SourcePart): boolean {
  let last = 0;
  let runs = false;
  for (const { sections: inner } of sections) {
    const [first] = inner;
    if (first?.number === undefined) continue;
    if (last > 0 && first.number.value !== last + 1) return false;
    if (last > 0) runs = true;
    last = inner.findLast(({ number }) => number !== undefined)?.number?.value ?? 0;
  }
  return runs;
}
