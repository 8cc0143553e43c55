import type { PartKind } from '../../assets.ts';
import type { SourceBlock } from '../block.ts';
import type { TypedNumber } from './numbers.ts';
import type { Origin } from '../text/origin.ts';
import { splitAtTables } from '../tables/split-at-tables.ts';
import { sectionsOf, type SectionTree, type SourceSection } from './sections.ts';
import { labelledAnnexes, type Label } from './annexes.ts';
import { separate, type Stretch } from '../text/stretches.ts';
import { withLooseLists } from './loose-lists.ts';
import { isOnPastYear, isOnThisYear, mayBeDone, partOfTitle } from './titles.ts';

/** A part of the source; `title` is undefined where none is printed. */
export interface SourcePart extends SectionTree {
  readonly kind: PartKind;
  readonly title: string | undefined;
  readonly titleOrigin?: Origin | undefined;
  readonly number: TypedNumber | undefined;
}

export interface Outline {
  /** How parts are told apart, as the drafts name it. */
  readonly parts: 'separate' | 'numbered' | 'run-on';
  readonly list: readonly SourcePart[];
  /** Labels of annexes that are printed by themselves. */
  readonly labels?: readonly Label[];
}

/** Finds the parts and sections of a document, which may be a plan only by its title: by markup, by the numbers that are typed, and by the words of titles. */
export function outlineOf(blocks: readonly SourceBlock[], title?: string): Outline {
  const outline = partedOutline(blocks, title);
  return {
    ...outline,
    list: outline.list.map((part) => ({ ...part, sections: splitAtTables(part.sections) })),
  };
}

function partedOutline(blocks: readonly SourceBlock[], title?: string): Outline {
  const stretches = separate(blocks);
  const { annexes: stretched, printed: labels } = labelledAnnexes(
    stretches.filter(({ kind }) => kind === 'annexes'),
  );
  const annexes = stretched.map(partOf);
  const body = stretches.filter(({ kind }) => kind !== 'annexes');
  if (body.some(({ title }) => title !== undefined))
    return {
      parts: 'separate',
      list: [...withLooseLists(opened(body.map(partOf)), false).map(withRead), ...annexes],
      labels,
    };
  const whole = partOf(body[0] ?? { kind: 'summary', title: undefined, blocks: [] });
  const isPlan = title !== undefined && partOfTitle(title) === 'plan';
  const inside =
    numbered(whole) ??
    (isPlan ? { parts: 'run-on' as const, list: [{ ...whole, kind: 'plan' as const }] } : runOn(whole));
  const list = withLooseLists(inside.list, inside.parts === 'numbered');
  return { ...inside, list: [...list.map(withRead), ...annexes], labels };
}

/** A text right under the title of a part that states figures, or has tables, is a section without a title: there they are declared. */
function withRead(part: SourcePart): SourcePart {
  const { blocks, kind } = part;
  if (!blocks.some((block) => block.kind === 'table' || states(block.text, kind))) return part;
  const [first] = blocks;
  const section: SourceSection = {
    at: first?.at ?? 0,
    number: undefined,
    title: undefined,
    runIn: false,
    blocks,
    sections: [],
  };
  return { ...part, blocks: [], sections: [section, ...part.sections] };
}

/** Whether a text has a figure beside dates, and in a plan a day. */
const states = (text: string, kind: PartKind): boolean =>
  /\d/.test(
    kind === 'plan'
      ? text
      : text.replaceAll(
          /20\d{2}(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?)?|第?\d{1,4}[届次号]|\d{1,2}月\d{1,2}日/g,
          '',
        ),
  );

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

const partOf = ({ kind, title, titleOrigin, blocks }: Stretch): SourcePart => ({
  kind,
  title,
  titleOrigin,
  number: undefined,
  ...sectionsOf(blocks),
});

/** A document whose parts are the numbered chapters themselves: one each for what was done, the problems and the plan. */
function numbered(whole: SourcePart): Outline | undefined {
  const kinds = spokenOf(whole.sections);
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

/** What part each title speaks of by its words: behind the past year, this year is that of the plan. */
function spokenOf(sections: readonly SourceSection[]): (PartKind | undefined)[] {
  let isPast = false;
  return sections.map(({ title }) => {
    if (title === undefined) return undefined;
    if (isPast && isOnThisYear(title)) return 'plan';
    const onPast = isOnPastYear(title);
    isPast ||= onPast;
    return partOfTitle(title) ?? (onPast ? 'summary' : undefined);
  });
}

/** What part each chapter speaks of. Tasks without a year are those of the year itself where the plan follows them and no review stands before. */
function kindsOf(sections: readonly SourceSection[]): (PartKind | undefined)[] {
  const kinds = spokenOf(sections);
  const isSure = sections.map(({ title = '' }, index) => kinds[index] === 'plan' && !mayBeDone(title));
  const sure = isSure.lastIndexOf(true);
  return kinds.map((kind, index) =>
    kind === 'plan' && index < sure && isSure[index] === false && !isReviewed(sections.slice(0, index))
      ? 'summary'
      : kind,
  );
}

/** Whether one of some chapters is the review of a year. */
const isReviewed = (sections: readonly SourceSection[]): boolean =>
  sections.some(({ title = '' }) => /总结|回顾|\b(?:summary|review) of\b/i.test(title));

/** A document whose chapters run on: what comes after the summary by its titles is the problems and the plan. */
function runOn(whole: SourcePart): Outline {
  const { sections } = whole;
  const kinds = kindsOf(sections);
  const plan = kinds.indexOf('plan');
  const follows = plan > 0 && kinds.slice(plan).every((kind) => kind === 'plan' || kind === undefined);
  if (!follows && plan !== -1)
    return {
      parts: 'run-on',
      list: [
        { ...whole, kind: plan === 0 && kinds.every((kind) => kind !== 'summary') ? 'plan' : 'summary' },
      ],
    };
  const end = follows ? plan : sections.length;
  // the problems right before the plan, or at the end
  const isLacking = end > 1 && kinds[end - 1] === 'problems';
  const begin = isLacking ? end - 1 : end;
  const part = (kind: PartKind, held: readonly SourceSection[]): SourcePart[] =>
    held.length === 0 ? [] : [{ kind, title: undefined, number: undefined, blocks: [], sections: [...held] }];
  return {
    parts: 'run-on',
    list: [
      { ...whole, sections: sections.slice(0, begin) },
      ...part('problems', sections.slice(begin, end)),
      ...part('plan', sections.slice(end)),
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
