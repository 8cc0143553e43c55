import { levelsOf } from './numbering.ts';
import type { SourcePart } from './outline.ts';
import type { SourceSection } from './sections.ts';

/**
 * Parts in which items without titles that another kind of number counts than their level has are a list in the text above them:
 * where chapters have items 1)2), those of another chapter may be ①②. Annexes number for themselves.
 */
export function withLooseLists(list: readonly SourcePart[], isNumbered: boolean): SourcePart[] {
  const levels = levelsOf(list, isNumbered);
  return list.map((part) =>
    part.kind === 'annexes'
      ? part
      : { ...part, sections: part.sections.map((section) => settled(section, isNumbered ? 2 : 1, levels)) },
  );
}

/** A section whose inner ones are numbered as their level is, or are its text. */
function settled(section: SourceSection, depth: number, levels: readonly string[]): SourceSection {
  const { sections, blocks } = section;
  const below = section.number === undefined ? depth - 1 : depth;
  const isList =
    sections.length > 0 && sections.every((each) => isItem(each) && each.number?.pattern !== levels[below]);
  return isList
    ? { ...section, blocks: [...blocks, ...sections.flatMap(({ opener }) => opener ?? [])], sections: [] }
    : { ...section, sections: sections.map((each) => settled(each, below + 1, levels)) };
}

/** Whether a section is a sentence with a number, and nothing else. */
const isItem = ({ number, title, opener, blocks, sections }: SourceSection): boolean =>
  opener !== undefined &&
  title === undefined &&
  sections.length === 0 &&
  blocks.length === 1 &&
  number !== undefined &&
  !/一|1\.1/.test(number.pattern);
