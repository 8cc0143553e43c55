import type { PartKind } from '../assets.ts';
import type { Paragraph, SourceBlock } from './block.ts';
import type { Origin } from './origin.ts';
import { textAndOrigin, tracedText } from './traced-blocks.ts';
import { Traced } from './traced.ts';
import { Ladder } from './ladder.ts';
import { typedNumber, type TypedNumber } from './numbers.ts';
import { headingOf, isAnnexTitle, isPartTitle, partOfTitle } from './titles.ts';

/** A section of the source: its number and title as they stand there, and what stands under it. */
export interface SourceSection {
  readonly at: number;
  readonly number: TypedNumber | undefined;
  readonly title: string | undefined;
  readonly titleOrigin?: Origin | undefined;
  /** Whether the text goes on in the paragraph of the title. */
  readonly runIn: boolean;
  readonly blocks: SourceBlock[];
  readonly sections: SourceSection[];
}

/** A part of the source; `title` is undefined where none is printed. */
export interface SourcePart {
  readonly kind: PartKind;
  readonly title: string | undefined;
  readonly titleOrigin?: Origin | undefined;
  readonly number: TypedNumber | undefined;
  readonly blocks: SourceBlock[];
  readonly sections: SourceSection[];
}

export interface Outline {
  /** How parts are told apart, as the drafts name it. */
  readonly parts: 'separate' | 'numbered' | 'run-on';
  readonly list: readonly SourcePart[];
}

/** Finds the parts and sections of a document, which may be a plan only by its title: by markup, by the numbers that are typed, and by the words of titles. */
export function outlineOf(blocks: readonly SourceBlock[], title?: string): Outline {
  const stretches = separate(blocks);
  const annexes = stretches.filter(({ kind }) => kind === 'annexes').map(partOf);
  const body = stretches.filter(({ kind }) => kind !== 'annexes');
  if (body.some(({ title }) => title !== undefined))
    return { parts: 'separate', list: [...opened(body.map(partOf)), ...annexes] };
  const whole = partOf(body[0] ?? { kind: 'summary', title: undefined, blocks: [] });
  const isPlan = title !== undefined && partOfTitle(title) === 'plan';
  const inside =
    numbered(whole) ??
    (isPlan ? { parts: 'run-on' as const, list: [{ ...whole, kind: 'plan' as const }] } : runOn(whole));
  return { ...inside, list: [...inside.list, ...annexes] };
}

/** A part prints its title before everything else: where a text stands before that of the first, the title is one of a section. */
function opened(parts: readonly SourcePart[]): readonly SourcePart[] {
  const [opening, first, ...rest] = parts;
  if (opening?.kind !== 'summary' || first?.kind !== 'summary') return parts;
  const section: SourceSection = {
    at: 0,
    number: undefined,
    title: first.title,
    titleOrigin: first.titleOrigin,
    runIn: false,
    blocks: first.blocks,
    sections: first.sections,
  };
  return [{ ...opening, sections: [...opening.sections, section] }, ...rest];
}

/** The sections of a document that is one part of a report, with what stands before them; titles of parts are text. */
export const sectionsOf = (blocks: readonly SourceBlock[]): Pick<SourcePart, 'blocks' | 'sections'> =>
  partOf({ kind: 'summary', title: undefined, blocks: [...blocks] });

interface Stretch {
  readonly kind: PartKind;
  readonly title: string | undefined;
  readonly titleOrigin?: Origin | undefined;
  readonly blocks: SourceBlock[];
}

/** Splits the blocks at lines that are titles of parts or annexes. A part that comes twice, or out of order, is none. */
function separate(blocks: readonly SourceBlock[]): Stretch[] {
  const order: readonly PartKind[] = ['summary', 'problems', 'plan', 'annexes'];
  const stretches: Stretch[] = [{ kind: 'summary', title: undefined, blocks: [] }];
  for (const block of blocks) {
    const last = stretches.at(-1) as Stretch;
    const title =
      block.kind === 'paragraph' &&
      block.number === undefined &&
      (block.heading ?? 1) <= 2 &&
      typedNumber(block.text) === undefined
        ? tracedText(block).trim()
        : undefined;
    const kind = title === undefined ? undefined : kindOfTitle(title.text);
    const opens =
      kind !== undefined &&
      (kind === 'annexes' ||
        (last.kind !== 'annexes' &&
          (order.indexOf(kind) > order.indexOf(last.kind) || last.title === undefined)));
    if (opens && title !== undefined)
      stretches.push({ kind, title: title.text, titleOrigin: title.origin, blocks: [] });
    else last.blocks.push(block);
  }
  return stretches.filter(({ title, blocks: held }) => title !== undefined || held.length > 0);
}

/** The kind of the part or annex that a line is the title of. */
const kindOfTitle = (title: string): PartKind | undefined =>
  isAnnexTitle(title) ? 'annexes' : isPartTitle(title) ? partOfTitle(title) : undefined;

/** The sections of a stretch, each below the one it belongs to. */
function partOf({ kind, title, titleOrigin, blocks }: Stretch): SourcePart {
  const part: SourcePart = { kind, title, titleOrigin, number: undefined, blocks: [], sections: [] };
  const ladder = new Ladder<SourceSection>();
  for (const block of blocks) {
    const found = block.kind === 'paragraph' ? sectionAt(block) : undefined;
    if (found === undefined) {
      (ladder.top?.blocks ?? part.blocks).push(block);
      continue;
    }
    const above = ladder.place(found, found.number, (block as Paragraph).heading);
    (above?.sections ?? part.sections).push(found);
  }
  return { ...part, sections: part.sections.map(settled) };
}

/** A sentence that nothing follows is no title but the text of its section. */
function settled(section: SourceSection): SourceSection {
  const { at, title, blocks, sections } = section;
  if (title !== undefined && /[。；]$/.test(title) && blocks.length === 0 && sections.length === 0)
    return {
      ...section,
      title: undefined,
      titleOrigin: undefined,
      blocks: [{ kind: 'paragraph', at, ...textAndOrigin(new Traced(title, section.titleOrigin)) }],
    };
  return { ...section, sections: sections.map(settled) };
}

/** The section that a paragraph opens; undefined where it opens none. */
function sectionAt(block: Paragraph): SourceSection | undefined {
  const { text, at, heading, bold, number: native } = block;
  const typed = native === undefined ? typedNumber(text) : nativeNumber(native, text);
  // the numbers of a list are no headings, unless they are those of Chinese outlines
  if (heading === undefined && (typed === undefined || isItem(block, typed))) return undefined;
  const length = native === undefined ? (typed?.length ?? 0) : 0;
  // a number that is none of an outline is text
  const rest =
    native !== undefined && typed === undefined
      ? Traced.join([new Traced(`${native} `), tracedText(block)])
      : tracedText(block).slice(length);
  const whole = rest.trim();
  const parted =
    heading === undefined
      ? headingOf(rest.text, bold === undefined ? undefined : bold - length)
      : { title: whole.text, text: undefined };
  // the title is the start of the paragraph, and its text the end
  const [title, behind] = [parted.title?.length, parted.text?.length];
  return {
    at,
    number: typed,
    title: parted.title,
    titleOrigin: title === undefined ? undefined : whole.slice(0, title).origin,
    runIn: title !== undefined && behind !== undefined,
    blocks:
      behind === undefined
        ? []
        : [{ kind: 'paragraph', at, ...textAndOrigin(whole.slice(whole.text.length - behind)) }],
    sections: [],
  };
}

/** Whether a paragraph is an item of a list, and its number none of a Chinese outline. */
const isItem = ({ item, indented }: Paragraph, { pattern }: TypedNumber): boolean =>
  (item !== undefined || indented === true) && !/[一①]/.test(pattern);

/** The number that a source counts for itself, where it is one of an outline. */
function nativeNumber(native: string, text: string): TypedNumber | undefined {
  const typed = typedNumber(`${native}${/[A-Za-z\d.]$/.test(native) ? ' ' : ''}${text}`);
  return typed?.written === native.trim() ? typed : undefined;
}

/** A document whose parts are the numbered chapters themselves: one each for what was done, the problems and the plan. */
function numbered(whole: SourcePart): Outline | undefined {
  const kinds = whole.sections.map(({ title }) => (title === undefined ? undefined : partOfTitle(title)));
  const order = kinds.map((kind) =>
    kind === undefined ? -1 : ['summary', 'problems', 'plan'].indexOf(kind),
  );
  if (
    whole.sections.length < 2 ||
    order.includes(-1) ||
    order.some((place, index) => index > 0 && place <= (order[index - 1] as number))
  )
    return undefined;
  if (
    whole.sections.some(
      ({ number, runIn }, index) => runIn || !counts(number, whole.sections[0]?.number, index),
    )
  )
    return undefined;
  const list = whole.sections.map((section, index): SourcePart => ({
    kind: kinds[index] as PartKind,
    title: section.title,
    titleOrigin: section.titleOrigin,
    number: section.number,
    blocks: [...section.blocks],
    sections: section.sections,
  }));
  // what stands before the first chapter cannot stand before its title
  return whole.blocks.length > 0 ? undefined : { parts: 'numbered', list };
}

/** Whether a number is the one that its place among the parts gives it: parts hold no other. */
function counts(number: TypedNumber | undefined, first: TypedNumber | undefined, index: number): boolean {
  const numerals = ['一1①', '二2②', '三3③'];
  return (
    number?.written ===
      first?.pattern.replace(/[一1①]/, (one) => numerals[index]?.['一1①'.indexOf(one)] ?? '') &&
    number !== undefined
  );
}

/** A document whose chapters run on: what comes after the summary by its titles is the problems and the plan. */
function runOn(whole: SourcePart): Outline {
  const kinds = whole.sections.map(({ title }) => (title === undefined ? undefined : partOfTitle(title)));
  const plan = kinds.indexOf('plan');
  const follows = plan > 0 && kinds.slice(plan).every((kind) => kind === 'plan' || kind === undefined);
  if (!follows)
    return {
      parts: 'run-on',
      list: [
        { ...whole, kind: plan === 0 && kinds.every((kind) => kind !== 'summary') ? 'plan' : 'summary' },
      ],
    };
  return {
    parts: 'run-on',
    list: [
      { ...whole, sections: whole.sections.slice(0, plan) },
      { kind: 'plan', title: undefined, number: undefined, blocks: [], sections: whole.sections.slice(plan) },
    ],
  };
}

const below = (sections: readonly SourceSection[]): SourceSection[] =>
  sections.flatMap((section) => [section, ...below(section.sections)]);

/** Every section of an outline, in the order of the draft. */
export const allSections = ({ list }: Outline): SourceSection[] =>
  (['summary', 'problems', 'plan', 'annexes'] as const).flatMap((kind) =>
    list.filter((part) => part.kind === kind).flatMap(({ sections }) => below(sections)),
  );
