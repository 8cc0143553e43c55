import type { Calendar } from '../dates/calendar.ts';
import type { Language } from '../diagnostic.ts';
import { text, type Mapping } from '../scaffold/emit.ts';
import { additionsTo } from './additions.ts';
import type { SourceDocument } from './block.ts';
import { strip, withReplaced, type Stripped } from './head/chrome.ts';
import { headOf, schemaComment, type DraftOptions } from './head/draft-head.ts';
import { DraftParts } from './draft-parts.ts';
import { originsIn, reportOfOutline, write } from './draft-report.ts';
import { tablesIn, type Imported, type ImportOptions } from './import.ts';
import type { Metadata } from './head/metadata.ts';
import { NoteTexts } from './notes/note-texts.ts';
import { leftOut } from './left-out.ts';
import { normaliseDocument } from './text/normalise-document.ts';
import { withNoteLists } from './notes/note-lists.ts';
import { allSections, type Outline } from './outline/outline.ts';
import { withLetterNumbers } from './outline/letter-numbers.ts';
import { withTableUnits } from './tables/table-units.ts';
import { withToldNumbers } from './outline/told-numbers.ts';
import { sectionsOf, type SourceSection } from './outline/sections.ts';

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

/** Turns a document into the file of one section: what an office sends in for a draft. @throws UserError where it would be too large */
export function importSection(
  source: SourceDocument,
  place: SectionPlace,
  { keepAll, figures }: Pick<ImportOptions, 'keepAll' | 'figures'>,
): Imported {
  const { calendar } = place;
  const { document, done } = normaliseDocument(source);
  const bare = strip(withLetterNumbers(withToldNumbers(withNoteLists(document.blocks))), {
    keepAll,
    isWhole: document.isWhole,
  });
  const { blocks, left: units } = withTableUnits(bare.blocks);
  const stripped = { ...bare, blocks, left: [...bare.left, ...units] };
  const read = sectionsOf(stripped.blocks);
  const single = read.sections.length === 1 && read.blocks.length === 0 ? read.sections[0] : undefined;
  const section: SourceSection = {
    ...(single ?? read),
    ...titleOf(place, single, stripped),
    at: 1,
    number: undefined,
    runIn: false,
  };
  const { title } = section;
  const outline: Outline = {
    parts: 'run-on',
    list: [{ kind: place.kind, title: undefined, number: undefined, blocks: [], sections: [section] }],
  };
  const metadata: Metadata = {
    language: place.language,
    year: place.year,
    yearGuess: undefined,
    calendar,
    startUnknown: false,
    signed: undefined,
    posted: undefined,
    bodies: [],
    documentNumber: undefined,
  };
  const draft: DraftOptions = {
    keys: place.keys,
    title: text('-'),
    organization: '-',
    template: undefined,
    schema: place.schema,
    from: '-',
    given: calendar,
    isStartRead: false,
  };
  const { keys } = place;
  const notes = new NoteTexts(source.notes);
  const parts = new DraftParts(outline, place.language, keys, notes);
  const head = headOf(metadata, draft, parts.numbering());
  const found = additionsTo((additions) => reportOfOutline(head, parts, additions, { keys, calendar }), {
    figures,
    numbers: false,
    known: place,
  });
  const { report, mappingOf } = found.last;
  const { entries } = mappingOf(section) as Mapping;
  const written: Mapping = {
    kind: 'map',
    entries: [{ key: 'id', value: text(place.id) }, ...entries.filter(({ key }) => key !== 'numbered')],
  };
  return {
    text: write(written, 'section', keys, report, [schemaComment(place.schema)]),
    report,
    originOf: originsIn(found.last, source),
    keys,
    metadata,
    left: leftOut(
      withReplaced(
        withReplaced(stripped.left, stripped.titleAt, stripped.title, title),
        single?.at ?? 0,
        single && headingLeft(single, title),
        title,
      ),
      source,
      notes,
    ),
    done,
    counts: {
      parts: 1,
      sections: allSections(outline).length,
      metrics: found.metrics,
      targets: found.targets,
      tables: tablesIn(stripped.blocks),
    },
    misnumbered: [],
  };
}

/** The title of the section: the one that the draft has, else that of the document. */
function titleOf(
  { title }: SectionPlace,
  single: SourceSection | undefined,
  stripped: Stripped,
): Pick<SourceSection, 'title' | 'titleOrigin'> {
  if (title !== undefined) return { title, titleOrigin: undefined };
  const from = single?.title === undefined ? stripped : single;
  return { title: from.title, titleOrigin: from.titleOrigin };
}

/** What of the heading of the document is not in the file: its number, and a title in whose place the draft has another. */
const headingLeft = ({ number, title }: SourceSection, written: string | undefined): string | undefined =>
  (number?.written ?? '') + (title === written ? '' : (title ?? '')) || undefined;
