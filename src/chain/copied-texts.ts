import { proseOf, type Prose } from '../reading/prose.ts';
import { namesOf } from '../model/references.ts';
import type { Report, Section } from '../model/report.ts';
import { sectionPairs } from './section-pairs.ts';
import { Shingled, TextIndex } from './shingles.ts';

/** A body or an introduction that says what one of last year’s report said. */
export interface CopiedText {
  readonly prose: Prose;
  readonly former: Prose;
  /** How much of it, from 0 to 1. */
  readonly share: number;
}

/** From how much on a text counts as copied. */
const COPIED = 0.9;

const kept = new WeakMap<Report, { readonly last: Report; readonly copied: readonly CopiedText[] }>();

/** The bodies and introductions that were taken over from last year’s report, as printed; short ones are left alone. Computed once. */
export function copiedTexts(report: Report, last: Report): readonly CopiedText[] {
  const known = kept.get(report);
  if (known?.last === last) return known.copied;
  const copied = findCopied(report, last);
  kept.set(report, { last, copied });
  return copied;
}

/** The sections, or parts, whose own text was taken over. */
export const copiedPlaces = (report: Report, last: Report): ReadonlySet<unknown> =>
  new Set(copiedTexts(report, last).map(({ prose: { section, part } }) => section ?? part));

function findCopied(report: Report, last: Report): readonly CopiedText[] {
  const texts = bodiesOf(report).map((prose) => ({ prose, shingled: new Shingled(prose.text) }));
  if (!texts.some(({ shingled }) => shingled.isLong)) return [];
  const formers = bodiesOf(last);
  const shingled = formers.map(({ text }) => new Shingled(text));
  const index = new TextIndex(shingled);
  const places = new Map(formers.map((prose, at) => [placeKey(prose), at]));
  const pairs = sectionPairs(report, last);
  return texts.flatMap(({ prose, shingled: text }) => {
    if (!text.isLong) return [];
    const paired: Section | undefined = prose.section && pairs.get(prose.section);
    const nearest = index.nearest(
      text,
      prose.section ? paired && places.get(paired) : places.get(placeKey(prose)),
    );
    const former = nearest && formers[nearest.index];
    return nearest && former && nearest.share >= COPIED ? [{ prose, former, share: nearest.share }] : [];
  });
}

/** The body of a section is known by it, the introduction of a part by its kind. */
const placeKey = ({ section, part }: Prose): unknown => section ?? part?.kind;

const bodiesOf = (report: Report): readonly Prose[] =>
  proseOf(report, namesOf(report)).filter(({ path }) => path.at(-1) === 'body' || path.at(-1) === 'intro');
