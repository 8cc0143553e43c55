import { formulasReadable } from './formulas-readable.ts';
import { idsUnique } from './ids-unique.ts';
import { idsUnreserved } from './ids-unreserved.ts';
import { placeholdersFilled } from './placeholders-filled.ts';
import { previousFound } from './previous-found.ts';
import { referencesKnown } from './references-known.ts';
import type { Rule } from './rule.ts';
import { sectionsFilled } from './sections-filled.ts';
import { sectionsNumberedRight } from './sections-numbered-right.ts';
import { sectionsRequired } from './sections-required.ts';
import { suppressionsJustified } from './suppressions-justified.ts';
import { targetsDated } from './targets-dated.ts';
import { targetsLed } from './targets-led.ts';
import { titlesUnnumbered } from './titles-unnumbered.ts';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  formulasReadable,
  idsUnique,
  idsUnreserved,
  placeholdersFilled,
  previousFound,
  referencesKnown,
  sectionsFilled,
  sectionsNumberedRight,
  sectionsRequired,
  suppressionsJustified,
  targetsDated,
  targetsLed,
  titlesUnnumbered,
];
