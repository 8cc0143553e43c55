import { calendarOf, calendarYears, type Calendar, type YearKeys } from '../dates/calendar.ts';
import type { Language } from '../diagnostic.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { Prose } from '../reading/prose.ts';
import type { Report } from '../model/report.ts';
import { unnamedOrganization } from '../scaffold/scaffold.ts';
import { additionsTo } from './additions.ts';
import type { SourceBlock, SourceDocument } from './block.ts';
import { withChapterLines } from './outline/chapter-lines.ts';
import { strip, withReplaced, type Left } from './head/chrome.ts';
import { tracedLiteral } from './body.ts';
import type { OriginSpan } from './text/origin.ts';
import { Traced } from './text/traced.ts';
import { headComments, headOf, type DraftOptions } from './head/draft-head.ts';
import { DraftParts } from './draft-parts.ts';
import { originsIn, reportOfOutline, write } from './draft-report.ts';
import { metadataOf, type Metadata } from './head/metadata.ts';
import type { Normalisation } from './text/normalise.ts';
import { NoteTexts } from './notes/note-texts.ts';
import { leftOut } from './left-out.ts';
import { normaliseDocument } from './text/normalise-document.ts';
import { withNoteLists } from './notes/note-lists.ts';
import { allSections, outlineOf, type Outline } from './outline/outline.ts';
import { withLetterNumbers } from './outline/letter-numbers.ts';
import { withTableUnits } from './tables/table-units.ts';
import { withToldNumbers } from './outline/told-numbers.ts';
import { statedYearStart } from './head/text-dates.ts';

/** What is known of a document besides its text, and how it is to be written. */
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
  /** The report that the text will be read as; of a section, with nothing around it. */
  readonly report: Report;
  /** Where characters of a text of the report stand in the document: in a Word file, its runs, in a plain text the offset. Empty where they stand nowhere or nothing is known of it. */
  readonly originOf: (prose: Pick<Prose, 'place'>, span: Span) => readonly OriginSpan[];
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

/** Turns a document into a draft. Every character of it is in the draft or in `left`. @throws UserError where the draft would be too large */
export function importDocument(source: SourceDocument, options: ImportOptions): Imported {
  const { document, done } = normaliseDocument(source);
  const bare = strip(withLetterNumbers(withToldNumbers(withNoteLists(document.blocks))), {
    keepAll: options.keepAll,
    isWhole: document.isWhole,
  });
  const { blocks, left: units } = withTableUnits(bare.blocks);
  const stripped = { ...bare, blocks, left: [...bare.left, ...units] };
  const outline = outlineOf(withChapterLines(stripped.blocks), stripped.title);
  const words = wordsOf(stripped.blocks);
  const cover = stripped.left.flatMap(({ why, text }) => (why === 'cover' ? [text] : []));
  const given = options.calendar ?? calendarYears;
  const asked = options.years ?? {};
  const calendar = calendarOf(
    { 'year-start': statedYearStart([...cover, words].join('\n')), ...asked },
    given,
  );
  const read = metadataOf(words, stripped, outline, {
    today: options.today,
    calendar,
    told: source.told?.dated,
  });
  const metadata: Metadata = {
    ...read,
    language: options.language ?? source.told?.language ?? read.language,
    ...(options.year !== undefined && { year: options.year, yearGuess: undefined }),
  };
  const keys = options.keys ?? metadata.language;
  const notes = new NoteTexts(source.notes);
  const parts = new DraftParts(outline, metadata.language, keys, notes);
  const title =
    options.title === undefined && stripped.title !== undefined
      ? new Traced(stripped.title, stripped.titleOrigin)
      : new Traced(options.title ?? (keys === 'zh' ? '【标题】' : '[TODO: title]'));
  const draft: DraftOptions = {
    keys,
    title: parts.scalar(tracedLiteral(title), 'quoted'),
    organization: options.organization ?? unnamedOrganization({ keys }),
    template: options.template,
    schema: options.schema(keys),
    from: options.from,
    given,
    isStartRead: asked['year-start'] === undefined,
  };
  const head = headOf(metadata, draft, parts.numbering());
  const found = additionsTo((additions) => reportOfOutline(head, parts, additions, { keys, calendar }), {
    figures: options.figures,
    numbers: true,
  });
  const { report } = found.last;
  return {
    text: write(found.last.draft, 'report', keys, report, headComments(draft)),
    report,
    originOf: originsIn(found.last, source),
    keys,
    metadata,
    left: leftOut(
      withReplaced(withLabels(stripped.left, outline), stripped.titleAt, stripped.title, options.title),
      source,
      notes,
    ),
    done,
    counts: {
      parts: outline.list.length,
      sections: allSections(outline).length,
      metrics: found.metrics,
      targets: found.targets,
      tables: tablesIn(stripped.blocks),
    },
    misnumbered: found.misnumbered,
  };
}

/** What was left out, with the labels of annexes that the order of the annexes prints. */
const withLabels = (left: readonly Left[], { labels = [] }: Outline): readonly Left[] =>
  [...left, ...labels.map(({ at, text }) => ({ at, text: text.text, why: 'annex-label' as const }))].sort(
    (a, b) => a.at - b.at,
  );

const wordsOf = (blocks: readonly SourceBlock[]): string =>
  blocks
    .map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join('\n') : block.text))
    .join('\n');

/** How many tables some blocks hold. */
export const tablesIn = (blocks: readonly SourceBlock[]): number =>
  blocks.filter(({ kind }) => kind === 'table').length;
