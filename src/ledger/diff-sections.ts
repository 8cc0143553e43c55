import type { Reading } from '../reading/reading.ts';
import type { Words } from '../diagnostic.ts';
import { sectionLabel } from '../model/labels.ts';
import type { Report, Section } from '../model/report.ts';
import { sectionPairs, standingTitle } from '../chain/section-pairs.ts';
import { Shingled, TextIndex, WordNumbers } from '../chain/shingles.ts';

export type SectionChange = 'added' | 'removed' | 'moved' | 'renamed' | 'renumbered';

/** A section in two reports; a label is empty where there is none. */
export interface SectionDiff {
  readonly before: Words;
  readonly after: Words;
  /** Empty where only its text may have changed. */
  readonly changes: readonly SectionChange[];
  readonly text: TextChange;
  /** How much of the text is the same, in whole per cent, 100 only of the very same text; undefined where one of them has none. */
  readonly same: number | undefined;
}

/** What became of the text of a section: empty where there was none and is none. */
export type TextChange = '' | 'same' | 'changed' | 'written' | 'gone';

/** From how much on two texts are one section under another title. */
const RENAMED = 0.6;

const none: Words = { en: '', zh: '' };

/** Every section of two reports, in the order of the later one; those that are gone come last. */
export function diffSections(earlier: Reading, later: Reading): readonly SectionDiff[] {
  const [before, after] = [earlier.report, later.report];
  const [old, now] = [textsOf(earlier), textsOf(later)];
  const pairs = new Map(sectionPairs(after, before));
  pairByText(before, after, pairs, old, now);
  pairByContent(after, pairs);
  const met = new Set(pairs.values());
  const rows = after.sections.map((section): SectionDiff => {
    const former = pairs.get(section);
    const label = sectionLabel(section);
    if (former === undefined)
      return { before: none, after: label, changes: ['added'], ...textChange(undefined, now.get(section)) };
    return {
      before: sectionLabel(former),
      after: label,
      changes: changesOf(section, former, pairs),
      ...textChange(old.get(former), now.get(section)),
    };
  });
  const gone = before.sections.filter((section) => !met.has(section));
  return [
    ...rows,
    ...gone.map((section): SectionDiff => ({
      before: sectionLabel(section),
      after: none,
      changes: ['removed'],
      ...textChange(old.get(section), undefined),
    })),
  ];
}

/** The text of each section, as printed. */
const textsOf = ({ texts }: Reading): ReadonlyMap<Section, string> =>
  new Map(
    texts.flatMap(({ section, path, text }) =>
      section && path.at(-1) === 'body' && text.trim() !== '' ? [[section, text.trim()]] : [],
    ),
  );

/** Sections that are left over, and say the same under another title. */
function pairByText(
  before: Report,
  after: Report,
  pairs: Map<Section, Section>,
  old: ReadonlyMap<Section, string>,
  now: ReadonlyMap<Section, string>,
): void {
  const met = new Set(pairs.values());
  const left = before.sections.filter((section) => !met.has(section) && old.has(section));
  const words = new WordNumbers();
  const index = new TextIndex(left.map((section) => new Shingled(old.get(section) ?? '', words)));
  for (const section of after.sections) {
    const text = pairs.has(section) ? undefined : now.get(section);
    const nearest = text === undefined ? undefined : index.nearest(new Shingled(text, words));
    const former = nearest && nearest.share >= RENAMED ? left[nearest.index] : undefined;
    if (former === undefined || met.has(former) || former.part.kind !== section.part.kind) continue;
    pairs.set(section, former);
    met.add(former);
  }
}

/** Chapters that are left over, and hold what a chapter that is gone held. */
function pairByContent(after: Report, pairs: Map<Section, Section>): void {
  const met = new Set(pairs.values());
  for (const section of [...after.sections].reverse()) {
    if (pairs.has(section)) continue;
    const former = section.sections
      .flatMap((inner) => pairs.get(inner)?.parent ?? [])
      .find((each) => !met.has(each));
    if (former === undefined) continue;
    pairs.set(section, former);
    met.add(former);
  }
}

function changesOf(
  section: Section,
  former: Section,
  pairs: ReadonlyMap<Section, Section>,
): readonly SectionChange[] {
  const changes: SectionChange[] = [];
  const isMoved =
    section.parent === undefined ? former.parent !== undefined : pairs.get(section.parent) !== former.parent;
  if (isMoved) changes.push('moved');
  else if (section.number !== former.number) changes.push('renumbered');
  if (standingTitle(section.data.title ?? '') !== standingTitle(former.data.title ?? ''))
    changes.push('renamed');
  return changes;
}

function textChange(
  before: string | undefined,
  after: string | undefined,
): Pick<SectionDiff, 'text' | 'same'> {
  if (before === undefined || after === undefined)
    return { text: before !== undefined ? 'gone' : after !== undefined ? 'written' : '', same: undefined };
  if (before === after) return { text: 'same', same: 100 };
  const words = new WordNumbers();
  const [old, now] = [new Shingled(before, words), new Shingled(after, words)];
  // what was cut counts as well as what was written
  return {
    text: 'changed',
    same: Math.min(99, Math.floor(Math.min(now.shareIn(old), old.shareIn(now)) * 100)),
  };
}
