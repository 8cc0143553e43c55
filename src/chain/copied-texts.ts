import type { Prose } from '../reading/prose.ts';
import type { Reading } from '../reading/reading.ts';
import type { Section } from '../model/report.ts';
import { sectionPairs } from './section-pairs.ts';
import { Shingled, TextIndex, WordNumbers } from './shingles.ts';

/** A body or an introduction that says what one of last year’s report said. */
export interface CopiedText {
  readonly prose: Prose;
  readonly former: Prose;
  /** How much of it, from 0 to 1. */
  readonly share: number;
}

/** From how much on a text counts as copied. */
const COPIED = 0.9;

/** The bodies and introductions that were taken over from last year’s report, as printed; short ones are left alone. */
export const copiedTexts = (reading: Reading): readonly CopiedText[] => reading.once(findCopied);

/** The sections, or parts, whose own text was taken over. */
export const copiedPlaces = (reading: Reading): ReadonlySet<unknown> =>
  new Set(copiedTexts(reading).map(({ prose: { section, part } }) => section ?? part));

function findCopied(reading: Reading): readonly CopiedText[] {
  const last = reading.lastYear;
  if (last === undefined) return [];
  const words = new WordNumbers();
  const texts = bodiesIn(reading).map((prose) => ({ prose, shingled: new Shingled(prose.text, words) }));
  if (!texts.some(({ shingled }) => shingled.isLong)) return [];
  const formers = bodiesIn(last);
  const shingled = formers.map(({ text }) => new Shingled(text, words));
  const index = new TextIndex(shingled);
  const places = new Map(formers.map((prose, at) => [placeKey(prose), at]));
  const pairs = sectionPairs(reading.report, last.report);
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

const bodiesIn = ({ texts }: Reading): readonly Prose[] =>
  texts.filter(({ path }) => path.at(-1) === 'body' || path.at(-1) === 'intro');
