import { approximationsSingle } from './approximations-single.ts';
import { asOfGiven } from './as-of-given.ts';
import { changesHold } from './changes-hold.ts';
import { datesPlausible } from './dates-plausible.ts';
import { definitionsStable } from './definitions-stable.ts';
import { digitsJustified } from './digits-justified.ts';
import { figuresAgree } from './figures-agree.ts';
import { figuresDeclared } from './figures-declared.ts';
import { figuresFresh } from './figures-fresh.ts';
import { figuresReadable } from './figures-readable.ts';
import { figuresSaid } from './figures-said.ts';
import { footnotesPaired } from './footnotes-paired.ts';
import { formulasHold } from './formulas-hold.ts';
import { formulasReadable } from './formulas-readable.ts';
import { idsUnique } from './ids-unique.ts';
import { idsUnreserved } from './ids-unreserved.ts';
import { imagesFound } from './images-found.ts';
import { linksFound } from './links-found.ts';
import { marksSupported } from './marks-supported.ts';
import { milestonesDated } from './milestones-dated.ts';
import { missesExplained } from './misses-explained.ts';
import { multiplesSensible } from './multiples-sensible.ts';
import { outcomesAgree } from './outcomes-agree.ts';
import { partsAddUp } from './parts-add-up.ts';
import { pendingInTime } from './pending-in-time.ts';
import { placeholdersFilled } from './placeholders-filled.ts';
import { pointsNotPercent } from './points-not-percent.ts';
import { previousAgrees } from './previous-agrees.ts';
import { previousFound } from './previous-found.ts';
import { rangesKept } from './ranges-kept.ts';
import { ratesHold } from './rates-hold.ts';
import { referencesKnown } from './references-known.ts';
import { rowsComplete } from './rows-complete.ts';
import type { Rule } from './rule.ts';
import { sectionsFilled } from './sections-filled.ts';
import { sectionsNumberedRight } from './sections-numbered-right.ts';
import { sectionsRequired } from './sections-required.ts';
import { suppressionsJustified } from './suppressions-justified.ts';
import { tablesAddUp } from './tables-add-up.ts';
import { targetsAnswered } from './targets-answered.ts';
import { targetsDated } from './targets-dated.ts';
import { targetsKept } from './targets-kept.ts';
import { targetsLed } from './targets-led.ts';
import { termsKept } from './terms-kept.ts';
import { textFresh } from './text-fresh.ts';
import { titlesUnnumbered } from './titles-unnumbered.ts';
import { unitsGiven } from './units-given.ts';
import { yearsFresh } from './years-fresh.ts';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  approximationsSingle,
  asOfGiven,
  changesHold,
  datesPlausible,
  definitionsStable,
  digitsJustified,
  figuresAgree,
  figuresDeclared,
  figuresFresh,
  figuresReadable,
  figuresSaid,
  footnotesPaired,
  formulasHold,
  formulasReadable,
  idsUnique,
  idsUnreserved,
  imagesFound,
  linksFound,
  marksSupported,
  milestonesDated,
  missesExplained,
  multiplesSensible,
  outcomesAgree,
  partsAddUp,
  pendingInTime,
  placeholdersFilled,
  pointsNotPercent,
  previousAgrees,
  previousFound,
  rangesKept,
  ratesHold,
  referencesKnown,
  rowsComplete,
  sectionsFilled,
  sectionsNumberedRight,
  sectionsRequired,
  suppressionsJustified,
  tablesAddUp,
  targetsAnswered,
  targetsDated,
  targetsKept,
  targetsLed,
  termsKept,
  textFresh,
  titlesUnnumbered,
  unitsGiven,
  yearsFresh,
];
