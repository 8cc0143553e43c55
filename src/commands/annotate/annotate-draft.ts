import { dirname } from 'node:path';
import type { Diagnostic, Language, Place, RunSpan, Words } from '../../diagnostic.ts';
import type { Remark } from '../../importer/annotate/annotate.ts';
import type { Revision } from '../../importer/annotate/place-revisions.ts';
import { readBeside, readText, type Io } from '../../io.ts';
import { lint, type Linted } from '../../lint/lint.ts';
import { sectionAt } from '../../model/offices.ts';
import type { Report } from '../../model/report.ts';
import type { Reading } from '../../reading/reading.ts';
import { docxRenderer } from '../../render/docx.ts';
import { PrintedPlaces } from '../../render/printed-places.ts';
import { printableName } from '../../source/printable.ts';
import type { ProjectDrafts } from '../drafts.ts';
import { remarkOf } from './lint-annotate.ts';
import type { LintOptions } from '../lint/lint-options.ts';
import { PublishedFiles } from '../render/published-files.ts';
import { revisionOf } from './revision-of.ts';
import { settingsOf } from '../settings.ts';

/** A draft in Word, with what is to be said of it there. */
export interface AnnotatedDraft {
  readonly bytes: Uint8Array;
  readonly remarks: readonly Remark[];
  /** How many of them are on places that Word does not print. */
  readonly apart: number;
}

/**
 * Renders a draft as a Word file, stamped as a draft where it is not final or has errors, and leads each finding to the words that print
 * its place. What is not printed is told at the title of its section. Undefined where the draft cannot be read as a report.
 */
export async function annotatedDraft(
  file: string,
  told: readonly Diagnostic[],
  { findConfig }: ProjectDrafts,
  options: LintOptions,
  io: Io,
  language: Language,
): Promise<AnnotatedDraft | undefined> {
  const settings = await settingsOf(file, findConfig(dirname(file)), options, io);
  const today = options.today ?? io.today;
  const linted = lint(file, readText(io, file), readBeside(io), { ...settings, today });
  const { reading, diagnostics } = linted;
  if (!reading) return undefined;
  const places = new PrintedPlaces();
  const bytes = await docxRenderer(reading, {
    draft: !reading.report.final || diagnostics.some(({ severity }) => severity === 'error'),
    internal: false,
    files: new PublishedFiles(reading.report, io).for(options.annotate),
    ledger: linted.template?.ledger,
    places,
  });
  const own = new Map(diagnostics.map((each) => [keyOf(each), each]));
  let apart = 0;
  const remarks = told.map((each) => {
    const found = own.get(keyOf(each));
    const { spans, kind } = spansOf(found && linted.placeOf(found.range), places, reading);
    if (kind !== 'printed') apart += 1;
    const remark = remarkOf(each, spans, revisionIn(found, linted, places), language);
    if (kind === 'printed') return remark;
    const line = elsewhere[kind](each.range.start.line, printableName(each.file))[language];
    return { ...remark, lines: [line, ...remark.lines] };
  });
  return { bytes, remarks, apart };
}

/** What tells a finding from the others of a run. */
const keyOf = ({ file, rule, code, range: { start, end }, message }: Diagnostic): string =>
  [file, rule, code, start.line, start.column, end.line, end.column, message.en].join('\0');

function revisionIn(
  { fix }: Partial<Diagnostic> = {},
  linted: Linted,
  places: PrintedPlaces,
): Revision | undefined {
  const change = fix?.safe === true ? linted.changeOf(fix) : undefined;
  return change && revisionOf(change, (at) => places.typedAt(change.path, at));
}

/** How what is told of a place that is not printed begins. */
const elsewhere: Readonly<Record<'declared' | 'unprinted', (line: number, file: string) => Words>> = {
  declared: (line, file) => ({
    en: `(declared on line ${line} of ${file}; first printed here)`,
    zh: `（在 ${file} 第${line}行声明，这里第一次印出）`,
  }),
  unprinted: (line, file) => ({
    en: `(on line ${line} of ${file}, which is not printed)`,
    zh: `（在 ${file} 第${line}行，那里的内容不印出来）`,
  }),
};

/** The characters that print a place; else those of the metric that it declares, of the title of its section, or of the report. */
function spansOf(
  place: Place | undefined,
  places: PrintedPlaces,
  { report }: Reading,
): { readonly spans: readonly RunSpan[]; readonly kind: 'printed' | 'declared' | 'unprinted' } {
  const own = place ? places.runsOf(place) : [];
  if (own.length > 0) return { spans: own, kind: 'printed' };
  const declared = place ? places.metric(namesAt(place, report)) : [];
  if (declared.length > 0) return { spans: declared, kind: 'declared' };
  for (const path of place ? nextTo(place, report) : []) {
    const spans = places.runsOf({ path });
    if (spans.length > 0) return { spans, kind: 'unprinted' };
  }
  return { spans: places.runsOf({ path: [...report.path, 'title'] }), kind: 'unprinted' };
}

/** What the metric is called that a place declares. */
function namesAt({ path }: Place, { metrics }: Report): readonly string[] {
  const metric = metrics.find((each) => each.path.every((key, index) => path[index] === key));
  return metric ? [metric.id, ...(metric.data.name === undefined ? [] : [metric.data.name])] : [];
}

/** Titles and texts around a place, the nearest first. */
function* nextTo({ path }: Place, report: Report): Generator<Place['path']> {
  for (let section = sectionAt(path, report); section; section = section.parent) {
    yield [...section.path, 'title'];
    yield [...section.path, 'body'];
  }
  const part = report.parts.find((each) => each.path.every((key, index) => path[index] === key));
  if (part) {
    yield [...part.path, 'title'];
    yield [...part.path, 'intro'];
  }
}
