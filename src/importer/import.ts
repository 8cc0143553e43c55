import { Reading } from '../reading/reading.ts';
import { repeatedFigureFindings } from '../claims/repeated-figures.ts';
import { saidFigureFindings } from '../claims/said-figures.ts';
import { calendarOf, calendarYears, type Calendar, type YearKeys } from '../dates/calendar.ts';
import type { Finding, Language } from '../diagnostic.ts';
import { openReport } from '../lint/open.ts';
import { Places } from '../lint/stamp.ts';
import { TakenNames } from '../reading/figure-name.ts';
import type { Prose } from '../reading/prose.ts';
import type { Report, Section } from '../model/report.ts';
import { unnamedOrganization } from '../scaffold/scaffold.ts';
import { reserved } from '../source/grammar.ts';
import type { SourceBlock, SourceDocument } from './block.ts';
import { strip, withReplaced, type Left } from './chrome.ts';
import { draftOf, sectionDraftOf, type Additions, type DraftOptions } from './draft.ts';
import { metricsOf, namedFigures, type NamedFigure } from './figures.ts';
import { metadataOf, type Metadata } from './metadata.ts';
import { normalise, withoutControls, type Normalisation } from './normalise.ts';
import { outlineOf, sectionsOf, type Outline, type SourceSection } from './outline.ts';
import { targetsOf } from './targets.ts';
import { statedYearStart } from './text-dates.ts';

export interface ImportOptions {
  /** The file or files that the document came from, for the comment at its head. */
  readonly from: string;
  readonly title?: string | undefined;
  readonly organization?: string | undefined;
  readonly year?: number | undefined;
  /** The day by which the year is told where the text names none, as YYYY-MM-DD. */
  readonly today: string;
  /** How the project counts its years. */
  readonly calendar?: Calendar | undefined;
  /** How the document counts them, where that is asked for. */
  readonly years?: YearKeys | undefined;
  readonly language?: Language | undefined;
  readonly keys?: Language | undefined;
  readonly template?: string | undefined;
  /** Where the editor finds the schema, by the key set. */
  readonly schema: (keys: Language) => string;
  /** Whether what surrounds the text on a page stays. */
  readonly keepAll: boolean;
  readonly figures: boolean;
}

/** What was made of a document, and what a person should look at. */
export interface Imported {
  readonly text: string;
  readonly keys: Language;
  readonly metadata: Metadata;
  readonly left: readonly Left[];
  readonly done: readonly Normalisation[];
  readonly counts: {
    readonly parts: number;
    readonly sections: number;
    readonly metrics: number;
    readonly targets: number;
    readonly tables: number;
  };
  /** Numbers that do not fit the order, as typed. */
  readonly misnumbered: readonly string[];
}

/** Mends the texts of a document that came from elsewhere, block by block. */
export function normalised(document: SourceDocument): {
  readonly document: SourceDocument;
  readonly done: readonly Normalisation[];
} {
  const separator = '\u0000';
  const whole = withSubscripts(document.blocks);
  const texts = whole.flatMap((block) =>
    block.kind === 'table' ? [...block.rows.flat(), block.caption ?? ''] : [block.text],
  );
  const clean = texts.map(withoutControls);
  const { text, done } = normalise(clean.join(separator));
  const mended = text.split(separator);
  let next = 0;
  const blocks = whole.map((block): SourceBlock => {
    if (block.kind === 'paragraph') {
      const { bold, text: before } = block;
      const mendedText = mended[next++] ?? '';
      const isShorter = bold !== undefined && mendedText.length < before.length;
      return {
        ...block,
        text: mendedText,
        ...(isShorter && { bold: normalise(withoutControls(before.slice(0, bold))).text.length }),
      };
    }
    const rows = block.rows.map((row) => row.map(() => mended[next++] ?? ''));
    const caption = mended[next++];
    return { ...block, rows, ...(block.caption !== undefined && caption !== undefined && { caption }) };
  });
  const more: readonly Normalisation[] = [
    ...(clean.some((each, index) => each !== texts[index]) ? (['controls'] as const) : []),
    ...(whole.length < document.blocks.length && !done.includes('subscript') ? (['subscript'] as const) : []),
  ];
  return { document: { ...document, blocks }, done: [...more, ...done] };
}

/** PM, 2.5 and what follows on lines of their own are one paragraph: a page had set the number below the line. */
function withSubscripts(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const whole: SourceBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const [block, number, rest] = blocks.slice(at, at + 3);
    if (
      block?.kind === 'paragraph' &&
      /PM$/.test(block.text) &&
      number?.kind === 'paragraph' &&
      /^(?:2\.5|10)$/.test(number.text)
    ) {
      const goesOn = rest?.kind === 'paragraph' && /^[\p{Script=Han}，。、；（]/u.test(rest.text);
      whole.push({ ...block, text: block.text + number.text + (goesOn ? rest.text : '') });
      at += goesOn ? 2 : 1;
    } else if (block) whole.push(block);
  }
  return whole;
}

/** Turns a document into a draft. Every character of it is in the draft or in `left`. */
export function importDocument(source: SourceDocument, options: ImportOptions): Imported {
  const { document, done } = normalised(source);
  const stripped = strip(document.blocks, { keepAll: options.keepAll });
  const outline = outlineOf(stripped.blocks, stripped.title);
  const words = wordsOf(stripped.blocks);
  const given = options.calendar ?? calendarYears;
  const asked = options.years ?? {};
  const calendar = calendarOf({ 'year-start': statedYearStart(words), ...asked }, given);
  const read = metadataOf(words, stripped, outline, { today: options.today, calendar });
  const metadata: Metadata = {
    ...read,
    language: options.language ?? read.language,
    ...(options.year !== undefined && { year: options.year, yearGuessed: false }),
  };
  const keys = options.keys ?? metadata.language;
  const draft: DraftOptions = {
    keys,
    title: options.title ?? stripped.title ?? (keys === 'zh' ? '【标题】' : '【title】'),
    organization: options.organization ?? unnamedOrganization({ keys }),
    template: options.template,
    schema: options.schema(keys),
    from: options.from,
    given,
    isStartRead: asked['year-start'] === undefined,
  };
  const additions = new Map<SourceSection, Additions>();
  const bare = openReport(
    'import.report.yaml',
    draftOf(outline, metadata, draft, additions),
    () => undefined,
    { calendar },
  ).report;
  const found = bare
    ? addTo(additions, outline, bare, options.figures)
    : { metrics: 0, targets: 0, misnumbered: [] };
  found.metrics -= dropMisnamed(additions, outline, draftOf(outline, metadata, draft, additions), calendar);
  return {
    text: draftOf(outline, metadata, draft, additions),
    keys,
    metadata,
    left: withReplaced(stripped.left, stripped.titleAt, stripped.title, options.title),
    done,
    counts: {
      parts: outline.list.length,
      sections: flat(outline).length,
      ...found,
      tables: stripped.blocks.filter(({ kind }) => kind === 'table').length,
    },
    misnumbered: found.misnumbered,
  };
}

const wordsOf = (blocks: readonly SourceBlock[]): string =>
  blocks
    .map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join('\n') : block.text))
    .join('\n');

const below = (sections: readonly SourceSection[]): SourceSection[] =>
  sections.flatMap((section) => [section, ...below(section.sections)]);
const flat = ({ list }: Outline): SourceSection[] =>
  (['summary', 'problems', 'plan', 'annexes'] as const).flatMap((kind) =>
    list.filter((part) => part.kind === kind).flatMap(({ sections }) => below(sections)),
  );

/** What is known of the section that a document is to fill. */
export interface SectionPlace {
  readonly id: string;
  readonly title: string | undefined;
  readonly kind: 'summary' | 'problems' | 'plan' | 'annexes';
  readonly year: number;
  readonly calendar: Calendar;
  readonly keys: Language;
  readonly language: Language;
  /** Ids of metrics and targets that the draft has already, outside the section. */
  readonly metrics: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly schema: string;
}

/** Turns a document into the file of one section: what an office sends in for a draft. */
export function importSection(
  source: SourceDocument,
  place: SectionPlace,
  { keepAll, figures }: Pick<ImportOptions, 'keepAll' | 'figures'>,
): Imported {
  const { calendar } = place;
  const { document, done } = normalised(source);
  const stripped = strip(document.blocks, { keepAll });
  const read = sectionsOf(stripped.blocks);
  const single = read.sections.length === 1 && read.blocks.length === 0 ? read.sections[0] : undefined;
  const title = place.title ?? single?.title ?? stripped.title;
  const section: SourceSection = { ...(single ?? read), at: 1, number: undefined, title, runIn: false };
  const heading =
    single && (single.number?.written ?? '') + (single.title === title ? '' : (single.title ?? ''));
  const outline: Outline = {
    parts: 'run-on',
    list: [{ kind: place.kind, title: undefined, number: undefined, blocks: [], sections: [section] }],
  };
  const metadata: Metadata = {
    language: place.language,
    year: place.year,
    yearGuessed: false,
    calendar,
    startUnknown: false,
    signed: undefined,
    posted: undefined,
    source: undefined,
  };
  const draft: DraftOptions = {
    keys: place.keys,
    title: '-',
    organization: '-',
    template: undefined,
    schema: place.schema,
    from: '-',
    given: calendar,
    isStartRead: false,
  };
  const additions = new Map<SourceSection, Additions>();
  const bare = openReport(
    'import.report.yaml',
    draftOf(outline, metadata, draft, additions),
    () => undefined,
    { calendar },
  ).report;
  const found = bare
    ? addTo(additions, outline, bare, figures, place)
    : { metrics: 0, targets: 0, misnumbered: [] };
  for (const added of additions.values()) delete added.number;
  found.metrics -= dropMisnamed(additions, outline, draftOf(outline, metadata, draft, additions), calendar);
  return {
    text: sectionDraftOf(
      section,
      outline,
      place.language,
      { keys: place.keys, schema: place.schema, id: place.id },
      additions,
    ),
    keys: place.keys,
    metadata,
    left: withReplaced(
      withReplaced(stripped.left, stripped.titleAt, stripped.title, title),
      single?.at ?? 0,
      heading || undefined,
      title,
    ),
    done,
    counts: {
      parts: 1,
      sections: flat(outline).length,
      metrics: found.metrics,
      targets: found.targets,
      tables: stripped.blocks.filter(({ kind }) => kind === 'table').length,
    },
    misnumbered: [],
  };
}

/** Adds what the report of the bare draft tells: numbers that do not fit, figures, targets, leads. */
function addTo(
  additions: Map<SourceSection, Additions>,
  outline: Outline,
  report: Report,
  figures: boolean,
  known?: Pick<SectionPlace, 'metrics' | 'targets'>,
): { metrics: number; targets: number; misnumbered: string[] } {
  const sections = flat(outline);
  const prose = new Map<Section, Prose[]>();
  for (const each of figures ? new Reading(report).texts : [])
    if (each.section && /^(?:title|body)$/.test(String(each.path.at(-1))))
      prose.set(each.section, [...(prose.get(each.section) ?? []), each]);
  const taken = { metrics: new TakenNames(known?.metrics), targets: new TakenNames(known?.targets) };
  const found = { metrics: 0, targets: 0, misnumbered: [] as string[] };
  report.sections.forEach((section, index) => {
    const source = sections[index];
    if (source === undefined) return;
    const added: Additions = {};
    const typed = source.number?.written;
    if (typed !== undefined && bare(typed) !== bare(section.number)) added.number = typed;
    if (typed !== undefined && !sameNumber(typed, section.number)) found.misnumbered.push(typed);
    const texts = prose.get(section) ?? [];
    if (section.part.kind === 'plan')
      added.targets = texts.flatMap((each) => targetsOf(each, taken.targets, report.calendar));
    else {
      const named = texts.reduce<NamedFigure[]>(
        (known, each) => [...known, ...namedFigures(each, taken.metrics, known)],
        [],
      );
      added.metrics = metricsOf(named, report.calendar);
    }
    const lead = leadIn(texts);
    if (lead !== undefined) added.lead = lead;
    found.metrics += added.metrics?.length ?? 0;
    found.targets += added.targets?.length ?? 0;
    additions.set(source, added);
  });
  return found;
}

/** Where the text says a declared figure otherwise, or not at all. */
function figureFindings(report: Report): readonly Finding[] {
  const reading = new Reading(report);
  return [...saidFigureFindings(reading, 'source'), ...repeatedFigureFindings(reading)];
}

/** Takes back names that the text of their section gives to another figure as well; says how many. */
function dropMisnamed(
  additions: Map<SourceSection, Additions>,
  outline: Outline,
  text: string,
  calendar: Calendar,
): number {
  const { report, sources } = openReport('import.report.yaml', text, () => undefined, { calendar });
  const places = new Places(sources);
  const lines = new Set(
    (report ? figureFindings(report) : [])
      .flatMap((finding) => [finding, ...(finding.related ?? [])])
      .map((place) => places.of(place).start.line),
  );
  const sections = flat(outline);
  let dropped = 0;
  report?.sections.forEach(({ metrics }, index) => {
    const added = additions.get(sections[index] as SourceSection);
    const wrong = new Set(
      metrics.filter(({ path }) => lines.has(places.of({ path, at: 'key' }).start.line)).map(({ id }) => id),
    );
    if (added?.metrics === undefined || wrong.size === 0) return;
    const kept = added.metrics.filter(({ key }) => !wrong.has(key));
    dropped += added.metrics.length - kept.length;
    added.metrics = kept;
  });
  return dropped;
}

const bare = (words: string): string => words.replaceAll(/\s/g, '');
/** Whether a number is the one that the order gives, whatever the width of its brackets. */
const sameNumber = (a: string, b: string): boolean => bare(a.normalize('NFKC')) === bare(b.normalize('NFKC'));

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
