import type { Paragraph, SourceBlock } from '../block.ts';
import { isPartNumber, Ladder } from './ladder.ts';
import { countedNumber, typedNumber, type TypedNumber } from './numbers.ts';
import type { Origin } from '../text/origin.ts';
import { withLedLists } from './led-lists.ts';
import { headingOf, partOfTitle, type Heading } from './titles.ts';
import { textAndOrigin, tracedText } from '../text/traced-blocks.ts';
import { Traced } from '../text/traced.ts';

/** A section of the source: its number and title as they stand there, and what stands under it. */
export interface SourceSection {
  readonly at: number;
  readonly number: TypedNumber | undefined;
  readonly title: string | undefined;
  readonly titleOrigin?: Origin | undefined;
  /** Whether the text goes on in the paragraph of the title. */
  readonly runIn: boolean;
  /** The paragraph that it begins with, where no markup makes a heading of it. */
  readonly opener?: Paragraph | undefined;
  readonly blocks: SourceBlock[];
  readonly sections: SourceSection[];
}

/** What stands in a part of a document: blocks before its first section, and its sections. */
export interface SectionTree {
  readonly blocks: SourceBlock[];
  readonly sections: SourceSection[];
}

/** The sections that some blocks hold, each below the one it belongs to; titles of parts are text. */
export function sectionsOf(blocks: readonly SourceBlock[]): SectionTree {
  const tree: SectionTree = { blocks: [], sections: [] };
  const ladder = new Ladder<SourceSection>();
  const start = firstPart(blocks);
  for (const [index, block] of blocks.entries()) {
    const found = block.kind === 'paragraph' && index >= start ? sectionAt(block) : undefined;
    if (found === undefined) {
      (ladder.top?.blocks ?? tree.blocks).push(block);
      continue;
    }
    const above = ladder.place(found, found.number, (block as Paragraph).heading);
    (above?.sections ?? tree.sections).push(found);
  }
  return lifted(settledIn(tree));
}

/** Where 第一部分, 第一章 or Chapter 1 stands: a few numbered lines without markup before it are notes to the reader, and no sections. */
function firstPart(blocks: readonly SourceBlock[]): number {
  const at = blocks.findIndex((block) => {
    const number = block.kind === 'paragraph' && block.isNote !== true ? outlineNumber(block) : undefined;
    return number?.value === 1 && isPartNumber(number);
  });
  const before = blocks.slice(0, Math.max(0, at));
  const isShort = before.length * 4 <= blocks.length && before.length <= MOST_NOTES;
  return isShort && before.every((block) => block.kind === 'paragraph' && block.heading === undefined)
    ? at
    : 0;
}

const MOST_NOTES = 30;

/** The one heading without a number above all chapters that have one stands below the title for a name or a motto: it is text. */
function lifted(tree: SectionTree): SectionTree {
  const [only, other] = tree.sections;
  if (only?.title === undefined || other !== undefined || only.number !== undefined) return tree;
  const isMotto =
    only.title.length <= 20 &&
    only.sections.length > 1 &&
    only.sections.every(({ number }) => number !== undefined && /^第?一/.test(number.pattern)) &&
    partOfTitle(only.title) === undefined;
  if (!isMotto) return tree;
  const line: Paragraph = {
    kind: 'paragraph',
    at: only.at,
    ...textAndOrigin(new Traced(only.title, only.titleOrigin)),
  };
  return { blocks: [...tree.blocks, line, ...only.blocks], sections: only.sections };
}

/** A tree without what is no section: a sentence that nothing follows is no title, and one item 1. without a second is a note. */
function settledIn<T extends SectionTree & { readonly title?: string | undefined }>(given: T): T {
  const tree = withLedLists(given);
  const { sections } = tree;
  const items = listedIn(tree);
  if (items !== undefined) return { ...tree, blocks: [...tree.blocks, ...items], sections: [] };
  const blocks = [...tree.blocks];
  const kept: SourceSection[] = [];
  sections.forEach((section, index) => {
    const before = kept.at(-1);
    if (!isLoneItem(section, sections[index + 1], sections[index - 1])) kept.push(settled(section));
    else (before === undefined ? blocks : lastBlocks(before)).push(section.opener as Paragraph);
  });
  return { ...tree, blocks, sections: kept };
}

/** Titles of lists: of files that are kept, of what was read, of what is enclosed. */
const listTitle =
  /(?:备查|报备|备案|查阅)文件|(?:文件|附件|附表|资料|材料|证书)(?:目录|清单)$|^参考(?:文献|资料|书目)$|^(?:references|bibliography|works cited|further reading|sources)$|\b(?:documents (?:available )?for inspection|list of (?:documents|attachments|enclosures|references))\b/i;

/** The items of a section that is a list by its title, as the texts that they are, whatever numbers them; undefined where it is none. */
function listedIn({
  title,
  sections,
}: SectionTree & { readonly title?: string | undefined }): SourceBlock[] | undefined {
  if (title === undefined || !listTitle.test(title.trim())) return undefined;
  const items: SourceBlock[] = [];
  for (const { opener, sections: inner, blocks } of sections) {
    if (opener === undefined || inner.length > 0) return undefined;
    items.push(opener, ...blocks.filter(({ at }) => at !== opener.at));
  }
  return items;
}

/** Whether a section is the only one of its kind, and a sentence: a note below the text. */
function isLoneItem(
  section: SourceSection,
  next: SourceSection | undefined,
  last: SourceSection | undefined,
): boolean {
  const { number, title, runIn, sections, blocks } = section;
  return (
    number?.value === 1 &&
    /^(?:1[.．、]?|[（(]1[）)]|①)$/.test(number.pattern) &&
    section.opener !== undefined &&
    next === undefined &&
    last?.number?.pattern !== number.pattern &&
    sections.length === 0 &&
    ((blocks.length === 1 && title === undefined) ||
      (blocks.length === 0 && !runIn && /[。.；;]$/.test(title ?? '')))
  );
}

/** The texts that end a section and what stands below it. */
const lastBlocks = (section: SourceSection): SourceBlock[] => {
  const inner = section.sections.at(-1);
  return inner === undefined ? section.blocks : lastBlocks(inner);
};
/** A sentence that nothing follows is the text of its section. */
function settled(section: SourceSection): SourceSection {
  const { at, title, blocks, sections } = section;
  if (title !== undefined && /[。；]$/.test(title) && blocks.length === 0 && sections.length === 0)
    return {
      ...section,
      title: undefined,
      titleOrigin: undefined,
      blocks: [{ kind: 'paragraph', at, ...textAndOrigin(new Traced(title, section.titleOrigin)) }],
    };
  return settledIn(section);
}

/** The section that a paragraph opens; undefined where it opens none. */
function sectionAt(block: Paragraph): SourceSection | undefined {
  const { at, heading, number: native } = block;
  if (block.isNote === true) return undefined;
  const typed = outlineNumber(block);
  // the numbers of a list are no headings, unless they are those of Chinese outlines
  if (heading === undefined && (typed === undefined || isItem(block, typed))) return undefined;
  const length = native === undefined ? (typed?.length ?? 0) : 0;
  const whole = behindNumber(block, typed, length).trim();
  const parted = partedBy(block, whole.text, length);
  // the title is the start of the paragraph, and its text the end
  const [title, behind] = [parted.title?.length, parted.text?.length];
  return {
    at,
    number: typed,
    title: parted.title,
    titleOrigin: title === undefined ? undefined : whole.slice(0, title).origin,
    runIn: title !== undefined && behind !== undefined,
    opener: heading === undefined ? block : undefined,
    blocks:
      behind === undefined
        ? []
        : [{ kind: 'paragraph', at, ...textAndOrigin(whole.slice(whole.text.length - behind)) }],
    sections: [],
  };
}

/** The title and the text of a paragraph: all of a heading is its title. */
const partedBy = ({ heading, bold }: Paragraph, text: string, length: number): Heading =>
  heading === undefined
    ? headingOf(text, bold === undefined ? undefined : bold - length)
    : { title: text, text: undefined };

/** A number as it stands before its text: a blank behind a letter or a digit, none behind 、 and ）. */
export const printed = (number: string): string => `${number}${/[、．）]$/.test(number) ? '' : ' '}`;

/** A paragraph without the number of its heading. A number that is none of an outline is text. */
const behindNumber = (block: Paragraph, typed: TypedNumber | undefined, length: number): Traced =>
  block.number !== undefined && typed === undefined
    ? Traced.join([new Traced(printed(block.number)), tracedText(block)])
    : tracedText(block).slice(length);

/** Whether a paragraph is an item of a list, and its number none of a Chinese outline; what is bold as a whole is a title. */
const isItem = ({ item, indented, bold = 0, text }: Paragraph, { pattern }: TypedNumber): boolean =>
  (item !== undefined || indented === true) &&
  !/[一①]/.test(pattern) &&
  !(bold >= text.trim().length && bold <= LONGEST_BOLD && !/[。.;；]$/.test(text.trim()));

const LONGEST_BOLD = 60;

/** The number of an outline that a paragraph begins with, as typed or as its source counts it for itself. */
export function outlineNumber({ text, number, typed }: Paragraph): TypedNumber | undefined {
  if (number === undefined || typed !== undefined) return typed ?? typedNumber(text);
  if (text.trim() === '') return undefined;
  // whatever the title is: what counts by itself is no figure
  const counted = countedNumber(number);
  return counted && { ...counted, length: 0 };
}
