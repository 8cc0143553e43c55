import { abbreviationsIntroduced } from './style/abbreviations-introduced.ts';
import { spellingsSingle } from './style/spellings-single.ts';
import { plansMeasurable } from './targets/plans-measurable.ts';
import { continuationsKnown } from './targets/continuations-known.ts';
import { problemsTold } from './structure/problems-told.ts';
import { scoresAgree } from './targets/scores-agree.ts';
import { yearsDominant } from './years/years-dominant.ts';
import { yearsNamed } from './years/years-named.ts';
import { progressKept } from './figures/progress-kept.ts';
import { scalesKept } from './figures/scales-kept.ts';
import { approximationsSingle } from './figures/approximations-single.ts';
import { asOfGiven } from './years/as-of-given.ts';
import { changesHold } from './figures/changes-hold.ts';
import { claimsBacked } from './figures/claims-backed.ts';
import { datesPlausible } from './years/dates-plausible.ts';
import { datesReal } from './years/dates-real.ts';
import { definitionsStable } from './years/definitions-stable.ts';
import { relationsKept } from './years/relations-kept.ts';
import { digitsJustified } from './figures/digits-justified.ts';
import { figuresAgree } from './figures/figures-agree.ts';
import { figuresDeclared } from './figures/figures-declared.ts';
import { figuresFresh } from './figures/figures-fresh.ts';
import { figuresReadable } from './figures/figures-readable.ts';
import { figuresSaid } from './figures/figures-said.ts';
import { footnotesPaired } from './texts/footnotes-paired.ts';
import { formulasHold } from './figures/formulas-hold.ts';
import { formulasReadable } from './figures/formulas-readable.ts';
import { idsUnique } from './structure/ids-unique.ts';
import { idsUnreserved } from './structure/ids-unreserved.ts';
import { imagesFound } from './texts/images-found.ts';
import { linksFound } from './texts/links-found.ts';
import { marksSupported } from './texts/marks-supported.ts';
import { milestonesDated } from './targets/milestones-dated.ts';
import { missesExplained } from './targets/misses-explained.ts';
import { multiplesSensible } from './figures/multiples-sensible.ts';
import { outcomesAgree } from './targets/outcomes-agree.ts';
import { partsAddUp } from './figures/parts-add-up.ts';
import { pendingInTime } from './targets/pending-in-time.ts';
import { periodsNest } from './figures/periods-nest.ts';
import { placeholdersFilled } from './structure/placeholders-filled.ts';
import { pointsNotPercent } from './figures/points-not-percent.ts';
import { previousAgrees } from './years/previous-agrees.ts';
import { previousFound } from './years/previous-found.ts';
import { rangesKept } from './figures/ranges-kept.ts';
import { averagesHold } from './figures/averages-hold.ts';
import { gapsHold } from './figures/gaps-hold.ts';
import { ratesHold } from './figures/rates-hold.ts';
import { referencesKnown } from './structure/references-known.ts';
import { rowsComplete } from './figures/rows-complete.ts';
import type { Rule } from './rule.ts';
import { sharesPossible } from './figures/shares-possible.ts';
import { sectionsFilled } from './structure/sections-filled.ts';
import { sectionsNumberedRight } from './structure/sections-numbered-right.ts';
import { sectionsRequired } from './structure/sections-required.ts';
import { suppressionsJustified } from './structure/suppressions-justified.ts';
import { tablesAddUp } from './figures/tables-add-up.ts';
import { tablesAgree } from './figures/tables-agree.ts';
import { targetsAnswered } from './targets/targets-answered.ts';
import { targetsDated } from './targets/targets-dated.ts';
import { targetsKept } from './targets/targets-kept.ts';
import { targetsLed } from './targets/targets-led.ts';
import { documentsNumbered } from './texts/documents-numbered.ts';
import { namesAgree } from './texts/names-agree.ts';
import { privacyKept } from './texts/privacy-kept.ts';
import { secretsKept } from './texts/secrets-kept.ts';
import { termsKept } from './texts/terms-kept.ts';
import { textFresh } from './years/text-fresh.ts';
import { textsSingle } from './texts/texts-single.ts';
import { titlesUnnumbered } from './structure/titles-unnumbered.ts';
import { weekdaysRight } from './years/weekdays-right.ts';
import { periodsForward } from './years/periods-forward.ts';
import { enumerationsWhole } from './texts/enumerations-whole.ts';
import { countsAnnounced } from './texts/counts-announced.ts';
import { daysNamed } from './texts/days-named.ts';
import { referencesTyped } from './texts/references-typed.ts';
import { unitsGiven } from './figures/units-given.ts';
import { commasNeeded } from './style/commas-needed.ts';
import { dashesWhole } from './style/dashes-whole.ts';
import { digitsNarrow } from './style/digits-narrow.ts';
import { labelsMarked } from './style/labels-marked.ts';
import { marksFullWidth } from './style/marks-full-width.ts';
import { marksPaired } from './style/marks-paired.ts';
import { marksSingle } from './style/marks-single.ts';
import { spacesProper } from './style/spaces-proper.ts';
import { rangesWhole } from './style/ranges-whole.ts';
import { datesInFull } from './style/dates-in-full.ts';
import { numeralsFormed } from './style/numerals-formed.ts';
import { unitsSingle } from './style/units-single.ts';
import { namesSingle } from './style/names-single.ts';
import { wordsWhole } from './style/words-whole.ts';
import { numeralsSingle } from './style/numerals-single.ts';
import { clausesSingle } from './style/clauses-single.ts';
import { wordsSingle } from './style/words-single.ts';
import { titlesUnstopped } from './style/titles-unstopped.ts';
import { paragraphsStopped } from './style/paragraphs-stopped.ts';
import { wordsRight } from './style/words-right.ts';
import { wordsSuited } from './style/words-suited.ts';
import { yearsFresh } from './years/years-fresh.ts';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  abbreviationsIntroduced,
  approximationsSingle,
  asOfGiven,
  averagesHold,
  changesHold,
  claimsBacked,
  clausesSingle,
  commasNeeded,
  continuationsKnown,
  countsAnnounced,
  dashesWhole,
  datesInFull,
  datesPlausible,
  datesReal,
  daysNamed,
  definitionsStable,
  digitsJustified,
  digitsNarrow,
  documentsNumbered,
  enumerationsWhole,
  figuresAgree,
  figuresDeclared,
  figuresFresh,
  figuresReadable,
  figuresSaid,
  footnotesPaired,
  formulasHold,
  formulasReadable,
  gapsHold,
  idsUnique,
  idsUnreserved,
  imagesFound,
  labelsMarked,
  linksFound,
  marksFullWidth,
  marksPaired,
  marksSingle,
  marksSupported,
  milestonesDated,
  missesExplained,
  multiplesSensible,
  namesAgree,
  namesSingle,
  numeralsFormed,
  numeralsSingle,
  outcomesAgree,
  paragraphsStopped,
  partsAddUp,
  pendingInTime,
  periodsForward,
  periodsNest,
  placeholdersFilled,
  plansMeasurable,
  pointsNotPercent,
  previousAgrees,
  previousFound,
  privacyKept,
  problemsTold,
  progressKept,
  rangesKept,
  rangesWhole,
  ratesHold,
  referencesKnown,
  referencesTyped,
  relationsKept,
  rowsComplete,
  scalesKept,
  scoresAgree,
  secretsKept,
  sectionsFilled,
  sectionsNumberedRight,
  sectionsRequired,
  sharesPossible,
  spacesProper,
  spellingsSingle,
  suppressionsJustified,
  tablesAddUp,
  tablesAgree,
  targetsAnswered,
  targetsDated,
  targetsKept,
  targetsLed,
  termsKept,
  textFresh,
  textsSingle,
  titlesUnnumbered,
  titlesUnstopped,
  unitsGiven,
  unitsSingle,
  weekdaysRight,
  wordsRight,
  wordsSingle,
  wordsSuited,
  wordsWhole,
  yearsDominant,
  yearsFresh,
  yearsNamed,
];
