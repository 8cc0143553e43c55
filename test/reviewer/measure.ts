import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds, rulesOf } from './kinds.ts';
import { outcomeOf, passagesIn, type Outcome, type Passage } from './passages.ts';
import { seededOf } from './seeds/index.ts';

/** Of so many passages, so many were as they should be. */
export interface Share {
  readonly of: number;
  readonly right: number;
}

/** What a kind came to in a language: wrong passages found, sound ones silent. */
export interface Measure {
  readonly kind: string;
  readonly language: 'zh' | 'en';
  readonly found: Share;
  readonly silent: Share;
}

const LANGUAGES = ['zh', 'en'] as const;

/** Whether a passage came out as it should. */
export const isRight = ({ passage, found, others }: Outcome): boolean =>
  passage.wrong ? found : others.length === 0;

function measured(kind: string, language: 'zh' | 'en', outcomes: readonly Outcome[]): Measure {
  const share = (wrong: boolean): Share => {
    const of = outcomes.filter(({ passage }) => passage.wrong === wrong);
    return { of: of.length, right: of.filter(isRight).length };
  };
  return { kind, language, found: share(true), silent: share(false) };
}

/** What the rules of its kind make of a passage. */
export const tried = (passage: Passage): Outcome => outcomeOf(passage, rulesOf(passage.kind));

/** The passages that were written by hand before the rules. */
export function heldPassages(): readonly Passage[] {
  const folder = join(import.meta.dirname, 'held');
  return readdirSync(folder)
    .sort()
    .flatMap((name) => passagesIn(readFileSync(join(folder, name), 'utf8')));
}

/** Every kind on the passages that were written by hand. */
export function measureHeld(): readonly Measure[] {
  const outcomes = heldPassages().map(tried);
  return Object.keys(kinds).flatMap((kind) =>
    LANGUAGES.flatMap((language) => {
      const of = outcomes.filter(({ passage }) => passage.kind === kind && passage.language === language);
      return of.length === 0 ? [] : [measured(kind, language, of)];
    }),
  );
}

/** Every kind on seeded faults and their sound twins: one of so many pairs. */
export function measureSeeded(every: number): readonly Measure[] {
  return Object.keys(kinds).flatMap((kind) =>
    LANGUAGES.flatMap((language) => {
      const pairs = seededOf(kind, language).filter((_, at) => at % every === 0);
      return pairs.length === 0 ? [] : [measured(kind, language, pairs.flat().map(tried))];
    }),
  );
}

/** All of these together. */
export function sumOf(shares: readonly Share[]): Share {
  return {
    of: shares.reduce((sum, { of }) => sum + of, 0),
    right: shares.reduce((sum, { right }) => sum + right, 0),
  };
}
