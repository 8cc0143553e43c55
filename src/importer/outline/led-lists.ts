import type { Paragraph } from '../block.ts';
import type { SectionTree, SourceSection } from './sections.ts';
import { tracedText } from '../text/traced-blocks.ts';

/** Titles are no longer; a line before a list that is, is its text. */
const LONGEST_TITLE = 45;

/**
 * A tree in which each list that counts from one again stands below the line that leads to it: “存在问题：” between items 1. to 3.
 * and another 1. is no text of item 3. It becomes a section without a number, so that what stands in it is counted for itself.
 */
export function withLedLists<T extends SectionTree>(tree: T): T {
  const { sections } = tree;
  const starts = sections.flatMap((_, index) => (startsAgain(sections, index) ? [index] : []));
  if (starts.length === 0) return tree;
  const [first = 0] = starts;
  const [blocks, kept] = [[...tree.blocks], sections.slice(0, first)];
  const lead = kept[0]?.number?.value === 1 ? leadIn(blocks) : undefined;
  const list = lead ? [led(blocks.pop() as Paragraph, kept)] : kept;
  starts.forEach((start, nth) => {
    const before = lastBlocks(sections[start - 1] as SourceSection);
    list.push(led(before.pop() as Paragraph, sections.slice(start, starts[nth + 1])));
  });
  return { ...tree, blocks, sections: list };
}

/** Whether a section counts from one again behind a line that leads to it. */
function startsAgain(sections: readonly SourceSection[], index: number): boolean {
  const [before, section] = [sections[index - 1], sections[index]];
  return (
    section?.number?.value === 1 &&
    section.opener !== undefined &&
    before?.number?.pattern === section.number.pattern &&
    leadIn(lastBlocks(before)) !== undefined
  );
}

/** The line at the end of a text that leads to a list: 主要做法：, What went well: */
function leadIn(blocks: SectionTree['blocks']): Paragraph | undefined {
  const last = blocks.at(-1);
  return last?.kind === 'paragraph' && last.item === undefined && /[：:]\s*$/.test(last.text)
    ? last
    : undefined;
}

/** A section without a number, under the line that leads to what stands in it. */
function led(line: Paragraph, sections: readonly SourceSection[]): SourceSection {
  const traced = tracedText(line).trim();
  const isTitle = traced.text.length <= LONGEST_TITLE;
  return {
    at: line.at,
    number: undefined,
    title: isTitle ? traced.text : undefined,
    titleOrigin: isTitle ? traced.origin : undefined,
    runIn: false,
    opener: line,
    blocks: isTitle ? [] : [line],
    sections: [...sections],
  };
}

/** The texts that end a section and what stands below it. */
const lastBlocks = (section: SourceSection): SectionTree['blocks'] => {
  const inner = section.sections.at(-1);
  return inner === undefined ? section.blocks : lastBlocks(inner);
};
