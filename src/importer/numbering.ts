import type { Language } from '../diagnostic.ts';
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
  const met: Map<string, number>[] = [];
  const count = (pattern: string | undefined, depth: number): void => {
    const counts = (met[depth] ??= new Map<string, number>());
    if (pattern !== undefined) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  };
  const walk = (sections: readonly SourceSection[], depth: number): void =>
    sections.forEach((section) => {
      count(section.number?.pattern, depth);
      walk(section.sections, section.number === undefined ? depth : depth + 1);
    });
  for (const part of list) {
    if (numberedParts && part.kind !== 'annexes') count(part.number?.pattern, 0);
    walk(part.sections, numberedParts && part.kind !== 'annexes' ? 1 : 0);
  }
  const patterns = Array.from(
    met,
    (counts) => [...(counts ?? new Map<string, number>())].sort(([, a], [, b]) => b - a)[0]?.[0],
  );
  const known = patterns.findIndex((pattern) => pattern === undefined);
  return (known === -1 ? patterns : patterns.slice(0, known)) as string[];
}

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
