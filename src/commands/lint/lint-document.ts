import { basename, dirname, relative, resolve } from 'node:path';
import type { Diagnostic, Failure, Place, Words } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import type { Revision } from '../../importer/annotate/place-revisions.ts';
import { isDocumentName } from '../../importer/head/document-name.ts';
import { importDocument } from '../../importer/import.ts';
import { spotted } from '../../importer/text/spots.ts';
import { exists, readBeside, readText, type Io } from '../../io.ts';
import { checkedOf, type Checked } from '../../lint/checked.ts';
import { lint, type Linted, type Settings } from '../../lint/lint.ts';
import type { ReadFile } from '../../lint/open.ts';
import { fromFolderOf } from '../../lint/previous.ts';
import { messageOf } from '../../lint/stamp.ts';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { previousFound } from '../../rules/years/previous-found.ts';
import { printableName } from '../../source/printable.ts';
import { DocumentPlaces, inDocument, type ReadAsIs } from './document-places.ts';
import type { AnnotatedDocument } from './lint-options.ts';
import { readSourceBytes } from '../import/import-source.ts';

/** What was found in a document, and what is said of it besides. */
export interface CheckedDocument {
  readonly checked: Checked;
  readonly failures: readonly Failure[];
  readonly notes: readonly Words[];
  /** The document, for a copy with comments. */
  readonly annotated: AnnotatedDocument;
}

/** The name of the organization, which is not asked of a document: nothing is held against it. */
const NOBODY = '—';

/**
 * Checks a Word file, page or text as it is: it is imported in memory with its figures declared, the draft is checked without what asks
 * for something that only a draft can say, and each finding is led back to its place in the document. Nothing is written.
 * @param previous last year’s report, a document or a draft
 * @throws UserError where one of them cannot be read
 */
export async function checkDocument(
  file: string,
  settings: Settings,
  previous: string | undefined,
  io: Io,
): Promise<CheckedDocument> {
  const own = await readAsIs(file, settings, io);
  const before = previous === undefined ? undefined : await lastYear(file, previous, settings, io);
  const text = own.imported.text + (before ? before.line(own.imported.keys) : '');
  const linted = lint(file, text, before?.read ?? readBeside(io), {
    ...settings,
    rules: (settings.rules ?? settings.known ?? rules).filter(({ draftOnly }) => draftOnly !== true),
    inline: false,
    isDocument: true,
  });
  const places = new Map<string, DocumentPlaces>();
  if (linted.report) places.set(file, new DocumentPlaces(own, linted.report));
  if (before?.document && linted.previous)
    places.set(before.name, new DocumentPlaces(before.document, linted.previous));
  const revisions = new Map<Diagnostic, Revision>();
  return {
    checked: checkedIn(linted, file, {
      places,
      before: before && { name: before.name, shown: previous ?? '' },
      known: settings.known ?? rules,
      revisions,
    }),
    failures: lackOf(linted, file),
    notes: notesOn(file, own),
    annotated: { bytes: own.bytes, revisions },
  };
}

/** Imports a document in memory. @throws UserError that names it */
async function readAsIs(file: string, { today, calendar }: Settings, io: Io): Promise<ReadAsIs> {
  try {
    const { document: source, bytes } = await readSourceBytes(file, io);
    const { document, spots } = spotted(source);
    const imported = importDocument(document, {
      from: basename(file),
      organization: NOBODY,
      today: today ?? io.today,
      calendar,
      schema: () => 'report.schema.json',
      keepAll: false,
      figures: true,
    });
    return {
      imported,
      spots,
      parts: source.parts ?? [],
      isLine: /\.(?:md|markdown|txt|text)$/i.test(file),
      bytes,
    };
  } catch (error) {
    if (!(error instanceof UserError) || error.words.en.includes(file)) throw error;
    const { en, zh } = error.words;
    const name = printableName(file);
    throw new UserError({ en: `“${name}”: ${en}`, zh: `“${name}”：${zh}` });
  }
}

/** Last year’s report as the draft of a document reads it. */
interface LastYearAsIs {
  /** What it is called among the files of the draft. */
  readonly name: string;
  /** The line of the draft that names it. */
  readonly line: (keys: 'en' | 'zh') => string;
  readonly read: ReadFile;
  readonly document: ReadAsIs | undefined;
}

async function lastYear(file: string, previous: string, settings: Settings, io: Io): Promise<LastYearAsIs> {
  if (!exists(io, previous))
    throw new UserError({
      en: `there is no file “${printableName(previous)}”, which --previous names`,
      zh: `没有 --previous 写的文件“${printableName(previous)}”`,
    });
  const document = isDocumentName(previous) ? await readAsIs(previous, settings, io) : undefined;
  const text = document ? document.imported.text : readText(io, previous);
  const from = dirname(resolve(io.cwd, file));
  const path = relative(from, resolve(io.cwd, previous)).replaceAll('\\', '/');
  const name = fromFolderOf(file, path);
  const beside = readBeside(io);
  const read: ReadFile = Object.assign((asked: string) => (asked === name ? text : beside(asked)), {
    leaves: beside.leaves,
    asset: beside.asset,
  });
  return {
    name,
    line: (keys) => `${keys === 'zh' ? '上年' : 'previous'}: ${JSON.stringify(path)}\n`,
    read,
    document,
  };
}

/** What was asked to be compared and was not: the run did not do what it should. */
function lackOf({ previousLack: lack }: Linted, file: string): readonly Failure[] {
  if (lack === undefined) return [];
  const { en, zh } = messageOf(previousFound.messages, lack.message);
  const name = printableName(file);
  return [{ file, en: `“${name}”: ${en(lack.data)}`, zh: `“${name}”：${zh(lack.data)}` }];
}

/** What findings are led back by. */
interface DocumentRun {
  readonly places: ReadonlyMap<string, DocumentPlaces>;
  readonly before: { readonly name: string; readonly shown: string } | undefined;
  readonly known: readonly Rule[];
  /** Takes the safe fixes of what was found. */
  readonly revisions: Map<Diagnostic, Revision>;
}

/** What was found, by the places of the documents, without what the draft says only because an import wrote it. */
function checkedIn(linted: Linted, file: string, { places, before, known, revisions }: DocumentRun): Checked {
  const own = places.get(file);
  const isTold = ({ rule: id, code, range }: Diagnostic): boolean => {
    const { draftOnly }: Partial<Rule> = known.find((each) => each.id === id) ?? {};
    if (Array.isArray(draftOnly) && draftOnly.includes(code)) return false;
    const place: Place | undefined = linted.placeOf(range);
    return place === undefined || own?.isMade(place) !== true;
  };
  const kept = linted.diagnostics.filter(isTold);
  const checked = checkedOf({ ...linted, diagnostics: kept });
  const placed = kept.map((each) => {
    const { related, spot, ...rest } = inDocument(each, (name) => places.get(name), linted.placeOf);
    const change = each.fix?.safe === true ? linted.changeOf(each.fix) : undefined;
    const revision = change && own?.revision(change);
    const told: Diagnostic = {
      ...rest,
      ...(spot && { spot: { ...spot, text: linted.mask(spot.text) } }),
      related: related.map((one) => (one.file === before?.name ? { ...one, file: before.shown } : one)),
    };
    if (revision) revisions.set(told, revision);
    return told;
  });
  const { coverage } = checked;
  return {
    ...checked,
    diagnostics: placed.sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column,
    ),
    lines: [],
    files: [file],
    ...(coverage && {
      coverage: {
        ...coverage,
        alone: coverage.alone.map((each) => {
          const place = linted.placeOf(each.range);
          return place && own ? { ...each, range: own.of(place).range } : each;
        }),
      },
    }),
  };
}

/** What a person should know of what was checked: what is no part of the text, and a year that was guessed. */
function notesOn(file: string, { imported: { left, metadata } }: ReadAsIs): readonly Words[] {
  const name = printableName(file);
  const { year } = metadata;
  return [
    ...(metadata.yearGuess
      ? [
          {
            en: `“${name}” does not say of which year it is; it was checked as a report on ${year}`,
            zh: `“${name}”没有写明年度，按${year}年的报告检查`,
          },
        ]
      : []),
    ...(left.length > 0
      ? [
          {
            en: `“${name}”: ${left.length} ${left.length === 1 ? 'piece' : 'pieces'} beside the text (cover, contents, page, pictures …) ${left.length === 1 ? 'was' : 'were'} not checked; report import lists ${left.length === 1 ? 'it' : 'them'}`,
            zh: `“${name}”正文以外的内容（封面、目录、页面文字、图片等）${left.length}处没有检查，report import 可以列出`,
          },
        ]
      : []),
  ];
}
