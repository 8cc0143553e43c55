import { repeatedFigureFindings } from '../claims/figures/repeated-figures.ts';
import { saidFigureFindings } from '../claims/figures/said-figures.ts';
import type { Path } from '../diagnostic.ts';
import type { Report, Section } from '../model/report.ts';
import { runningOn, sameNumber } from '../model/running-numbers.ts';
import { looksAhead } from '../model/looks-ahead.ts';
import { TakenNames } from '../reading/names/figure-name.ts';
import type { Prose } from '../reading/prose.ts';
import { Reading } from '../reading/reading.ts';
import { reserved } from '../source/grammar.ts';
import type { SectionAdditions } from './draft-parts.ts';
import type { UnwrittenReport } from './draft-report.ts';
import { metricsOf, namedFigures, type NamedFigure } from './figures.ts';
import type { SourceSection } from './outline/sections.ts';
import { horizonOf, schoolYearIn } from './targets/plan-dates.ts';
import { targetsOf } from './targets/targets.ts';

/** What was found for a draft beside its titles and texts. */
export interface FoundAdditions {
  /** The report with what was found, as its draft will be read. */
  readonly last: UnwrittenReport;
  readonly metrics: number;
  readonly targets: number;
  /** Numbers that do not fit the order, as typed. */
  readonly misnumbered: readonly string[];
}

/** How additions are looked for. */
export interface AdditionOptions {
  /** Whether metrics, targets and offices in charge are looked for, and not only numbers. */
  readonly figures: boolean;
  /** Whether a number that is typed otherwise than the order gives it is kept. */
  readonly numbers: boolean;
  /** Names that are taken already. */
  readonly known?:
    { readonly metrics: ReadonlySet<string>; readonly targets: ReadonlySet<string> } | undefined;
}

type Build = (additions: ReadonlyMap<SourceSection, SectionAdditions>) => UnwrittenReport;

/** Finds numbers that do not fit the order, figures, targets and offices in charge. @param build makes the report of the document with what was found */
export function additionsTo(build: Build, options: AdditionOptions): FoundAdditions {
  const bare = build(new Map());
  const reading = new Reading(bare.report);
  const prose = options.figures ? textsBySection(reading) : new Map<Section, readonly Prose[]>();
  const { known } = options;
  const taken = { metrics: new TakenNames(known?.metrics), targets: new TakenNames(known?.targets) };
  const additions = new Map<SourceSection, SectionAdditions>();
  const misnumbered: string[] = [];
  const running = new Set(
    bare.report.parts.flatMap(({ sections }) => [
      ...runningOn(sections, (section) => bare.sourceOf(section)?.number?.written),
    ]),
  );
  for (const section of bare.report.sections) {
    const source = bare.sourceOf(section);
    if (source === undefined) continue;
    const typed = source.number?.written;
    const isMisnumbered = isOutOfOrder(source, section) && !running.has(section);
    if (isMisnumbered && typed !== undefined) misnumbered.push(typed);
    const isOther = options.numbers && typed !== undefined && tight(typed) !== tight(section.number);
    additions.set(source, {
      ...(isOther && { number: typed, isMisnumbered }),
      ...additionsOf(section, prose.get(section) ?? [], taken, bare.report),
    });
  }
  const last = withoutMisnamed(build, additions, reading);
  const count = (kind: 'metrics' | 'targets'): number => last.report[kind].length;
  return { last, metrics: count('metrics'), targets: count('targets'), misnumbered };
}

/** Whether a number that is typed is not the one that the order gives. */
const isOutOfOrder = ({ number }: SourceSection, section: Section): boolean =>
  number !== undefined && number.value !== 0 && !sameNumber(number.written, section.number);

/** The title and the text of each section. */
function textsBySection(reading: Reading): ReadonlyMap<Section, readonly Prose[]> {
  const texts = new Map<Section, Prose[]>();
  for (const each of reading.texts) {
    if (!each.section || !/^(?:title|body)$/.test(String(each.path.at(-1)))) continue;
    const known = texts.get(each.section);
    if (known) known.push(each);
    else texts.set(each.section, [each]);
  }
  return texts;
}

/** What the texts of a section say: targets in a plan, else figures; and who is in charge. */
function additionsOf(
  section: Section,
  texts: readonly Prose[],
  taken: { readonly metrics: TakenNames; readonly targets: TakenNames },
  report: Report,
): SectionAdditions {
  const lead = leadIn(texts);
  const inCharge = lead === undefined ? {} : { lead };
  // what annexes and glossaries say is none of the year
  if (isAside(section)) return inCharge;
  const { year } = report.data;
  const isAhead = section.part.kind !== 'plan' && looksAhead(section, year);
  if (section.part.kind === 'plan' || isAhead)
    return {
      ...inCharge,
      targets: texts.flatMap((each) =>
        targetsOf(each, taken.targets, {
          calendar: report.calendar,
          year: year === undefined ? undefined : year + 1,
          horizon: horizonOver(section),
          schoolYear: schoolYearOver(section),
          // outside the plan a target is of the report’s own year where nothing is said
          ...(isAhead && year !== undefined && { due: String(year + 1) }),
        }),
      ),
    };
  const named: NamedFigure[] = [];
  for (const each of texts) named.push(...namedFigures(each, taken.metrics, named));
  return { ...inCharge, metrics: metricsOf(named, report) };
}

/** Whether a section is one of an annex, a glossary, or a list of sources: its figures are not those of the report. */
const isAside = (section: Section): boolean =>
  section.part.kind === 'annexes' ||
  aside.test(section.data.title ?? '') ||
  (section.parent !== undefined && isAside(section.parent));
const aside =
  /名词解释|术语(?:解释|和定义|表)?$|(?:指标|名词|有关|相关)(?:解释|注释|说明)$|^(?:注释|注解|释义|编制说明|参考文献)$|^(?:glossary|definitions|terms and definitions|abbreviations(?: and acronyms)?|acronyms|notes|references|bibliography)$/i;

/** The year in which the chapter ends that a section is of, where its title looks over several. */
function horizonOver(section: Section | undefined): number | undefined {
  return section && (horizonOf(section.data.title ?? '') ?? horizonOver(section.parent));
}

/** The school year that the titles above a section speak of. */
const schoolYearOver = (section: Section): ReturnType<typeof schoolYearIn> =>
  schoolYearIn(section.data.title ?? '') ??
  (section.parent ? schoolYearOver(section.parent) : schoolYearIn(section.part.data.title ?? ''));

/** The report with what was found, but for names that the text of their section gives to another figure as well: they are taken back. */
function withoutMisnamed(
  build: Build,
  additions: Map<SourceSection, SectionAdditions>,
  earlier: Reading,
): UnwrittenReport {
  const full = build(additions);
  const places = new Set(otherwiseSaid(full.report, earlier).map((path) => JSON.stringify(path)));
  const wrong = (path: Path): boolean =>
    places.has(JSON.stringify(path)) || places.has(JSON.stringify([...path, 'value']));
  let dropped = 0;
  for (const section of full.report.sections) {
    const source = full.sourceOf(section);
    const names = new Set(section.metrics.flatMap(({ id, path }) => (wrong(path) ? [id] : [])));
    if (source === undefined || names.size === 0) continue;
    const added = additions.get(source) ?? {};
    additions.set(source, { ...added, metrics: (added.metrics ?? []).filter(({ key }) => !names.has(key)) });
    dropped += names.size;
  }
  return dropped === 0 ? full : build(additions);
}

/** Where something is declared that the text says otherwise, or not at all. */
function otherwiseSaid(report: Report, earlier: Reading): Path[] {
  if (report.metrics.length === 0) return [];
  const reading = new Reading(report, { earlier });
  return [...saidFigureFindings(reading, 'source'), ...repeatedFigureFindings(reading)].flatMap(
    ({ path, related = [] }) => [path, ...related.map((place) => place.path)],
  );
}

const tight = (words: string): string => words.replaceAll(/\s/g, '');
/** The office that a text names as the one in charge. */
function leadIn(texts: readonly Prose[]): string | undefined {
  for (const { text } of texts) {
    const found = /[（(【](?:牵头|责任)(?:单位|科室|部门|处室)?[：:]\s*([^，、；）)】\s]{2,20})/.exec(
      text,
    )?.[1];
    if (found !== undefined && !reserved.has(found)) return found;
  }
  return undefined;
}
