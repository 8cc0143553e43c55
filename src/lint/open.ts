import type { Data, Language, Path } from '../diagnostic.ts';
import type { PartKind } from '../assets.ts';
import { calendarYears, type Calendar } from '../dates/calendar.ts';
import type { TableData } from '../model/data.generated.ts';
import type { FindAsset } from '../model/published-files.ts';
import { buildReport } from '../model/build-report.ts';
import { besideDraft, type Report, type Sources, type Terms } from '../model/report.ts';
import { refuseBeyond } from '../source/limits.ts';
import { readCsv, type CsvTable } from '../source/csv.ts';
import type { Source } from '../source/source.ts';
import { possibleIds } from './settings/possible-ids.ts';
import { keyName } from '../source/grammar.ts';
import type { Years } from './shape/date-problems.ts';
import { isMapping, openFile, type FileProblem, type OpenFile } from './opened-file.ts';
import { isSectionFile } from './section-file.ts';

/** Reads a file beside the draft: its text, or undefined where there is none. */
export interface ReadFile {
  (file: string): string | undefined;
  /** Whether a file that should stand below a folder stands elsewhere, by a link. */
  readonly leaves?: (file: string, folder: string) => boolean;
  /** Looks up a picture or an attachment; left out, texts are all there is. */
  readonly asset?: FindAsset;
}

/** A draft with its section files: what is wrong with their form, and the report where there is one. */
export interface Opened {
  readonly sources: Sources;
  readonly problems: readonly FileProblem[];
  /** What can be read, though hardly as it was meant: warnings. */
  readonly remarks: readonly FileProblem[];
  /** Objects in which something could not be read. */
  readonly broken: ReadonlySet<object>;
  /** Where blanks are written in place of a value. */
  readonly blanks: readonly Path[];
  /** Whether an id may stand where something could not be read: it is known then, and a reference to it no second finding. */
  readonly isLost: (id: string) => boolean;
  /** Undefined where the draft has no data at all. */
  readonly report: Report | undefined;
  /** Tables that stand in files of their own, by the data of the table. */
  readonly tables: ReadonlyMap<object, CsvTable>;
}

/** The key set that a draft should be written in, if it is not its own, the terms that it shares with others, how far 约 reaches, in percent, and how years are counted where the draft does not say it. */
export interface OpenSettings {
  readonly keys?: Language;
  readonly terms?: Terms;
  readonly approximation?: number;
  readonly calendar?: Calendar | undefined;
}

/** Reads and validates a draft and the section files that it names; `openOne` reads each of them, or has them. */
export function openReport(
  file: string,
  text: string,
  read: ReadFile,
  { keys, terms, approximation, calendar = calendarYears }: OpenSettings = {},
  openOne: OpenFile = openFile,
): Opened {
  const state: State = {
    draft: file,
    read,
    keys,
    sources: new Map(),
    problems: [],
    remarks: [],
    blanks: [],
    broken: new Set(),
    lost: new Set(),
    tables: new Map(),
    detached: new Set(),
    unreadable: false,
    years: { calendar },
    openFile: openOne,
  };
  const draft = isSectionFile(file) ? aroundSection(file, text, state) : open(file, text, 'report', state);
  const usable = isMapping(draft.data);
  if (usable && draft.file === file) followFiles(draft.data, [file], draft, state, [file]);
  const report = usable
    ? buildReport(draft, state.sources, {
        shared: terms,
        tables: state.tables,
        detached: state.detached,
        approximation,
        calendar,
      })
    : undefined;
  if (report)
    refuseBeyond('names', report.metrics.length + report.targets.length + report.results.length, file);
  return {
    sources: state.sources,
    problems: state.problems,
    remarks: state.remarks,
    blanks: state.blanks,
    broken: state.broken,
    isLost: state.unreadable && report ? possibleIds(state.lost, report) : (id) => state.lost.has(id),
    report,
    tables: state.tables,
  };
}

/** A section file by itself: a draft around it that holds nothing else, and of which nothing is said. */
function aroundSection(file: string, text: string, state: State): Source {
  const section = open(file, text, 'section', state);
  const slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  return {
    ...section,
    file: `${file.slice(0, slash + 1)}*`,
    data: { summary: { sections: [{ file: file.slice(slash + 1) }] } },
  };
}

interface State {
  readonly draft: string;
  readonly read: ReadFile;
  /** The key set that is wanted, if it is not that of each file. */
  readonly keys: Language | undefined;
  readonly sources: Map<string, Source>;
  readonly problems: FileProblem[];
  readonly remarks: FileProblem[];
  readonly blanks: Path[];
  readonly broken: Set<object>;
  readonly lost: Set<string>;
  readonly tables: Map<object, CsvTable>;
  /** The data of sections whose file is not read, because it stands elsewhere already. */
  readonly detached: Set<object>;
  /** Whether a section file could not be read at all. */
  unreadable: boolean;
  /** How the draft counts its years, once it is read. */
  years: Years;
  readonly openFile: OpenFile;
}

function open(file: string, text: string, is: 'report' | 'section', state: State, part?: PartKind): Source {
  const opened = state.openFile(file, text, { is, keys: state.keys, years: state.years, part });
  const { source } = opened;
  state.sources.set(file, source);
  state.problems.push(...opened.problems);
  state.remarks.push(...opened.remarks);
  state.blanks.push(...source.blanks);
  if (is === 'report') state.years = opened.years;
  for (const object of opened.broken) state.broken.add(object);
  for (const id of opened.lost) state.lost.add(id);
  return source;
}

const none = {};

/** Reads the files that sections name: below the draft’s folder, each once, no circles. */
function followFiles(
  data: unknown,
  path: Path,
  source: Source,
  state: State,
  inside: readonly string[],
  of?: PartKind,
): void {
  if (typeof data !== 'object' || data === null) return;
  const { sections, file, tables } = data as { sections?: unknown; file?: unknown; tables?: unknown };
  for (const [id, table] of Object.entries(tables ?? none))
    if (isMapping(table)) followTable(id, table as TableData, [...path, 'tables', id], source, state);
  if (Array.isArray(sections))
    sections.forEach((section, index) =>
      followFiles(section, [...path, 'sections', index], source, state, inside, of),
    );
  if (path.length === 1 && source.file === state.draft)
    for (const part of ['summary', 'problems', 'plan', 'annexes'] as const) {
      const value = (data as Record<string, unknown>)[part];
      if (Array.isArray(value))
        value.forEach((annex, index) =>
          followFiles(annex, [...path, part, index], source, state, inside, part),
        );
      else followFiles(value, [...path, part], source, state, inside, part);
    }
  if (typeof file === 'string') followFile(data, file, [...path, 'file'], source, state, inside, of);
}

function followFile(
  section: object,
  file: string,
  path: Path,
  source: Source,
  state: State,
  inside: readonly string[],
  part: PartKind | undefined,
): void {
  const report = (message: string): void => {
    state.problems.push({
      ...source.locate({ path }),
      file: source.file,
      stage: 'schema',
      message,
      data: { file },
    });
    if (message === 'file-missing' || message === 'file-outside') state.unreadable = true;
    else {
      // its sections stand elsewhere already and would only be found twice
      state.detached.add(section);
      state.broken.add(section);
    }
  };
  const name = besideDraft(state.draft, file);
  if (leavesFolder(file, name, state)) return report('file-outside');
  if (inside.includes(name)) return report('file-circular');
  if (state.sources.has(name)) return report('file-twice');
  const text = state.read(name);
  if (text === undefined) return report('file-missing');
  const own = open(name, text, 'section', state, part);
  if (!isMapping(own.data)) state.unreadable = true;
  else followFiles(own.data, [name], own, state, [...inside, name], part);
}

/** Whether a file stands outside the draft’s folder, by its path or by a link. */
const leavesFolder = (file: string, name: string, { draft, read }: State): boolean =>
  /^(?:[\\/]|[A-Za-z]:)/.test(file) ||
  file.split(/[\\/]/).includes('..') ||
  read.leaves?.(name, besideDraft(draft, '.')) === true;

/** Reads a table that stands in a CSV file below the draft’s folder. */
function followTable(id: string, table: TableData, path: Path, source: Source, state: State): void {
  const { file } = table;
  if (file === undefined) return;
  const report = (message: string, data: Data, key: string): void => {
    state.problems.push({
      ...source.locate({ path: [...path, key], at: key === 'file' ? 'value' : 'key' }),
      file: source.file,
      stage: 'schema',
      message,
      data,
    });
    state.broken.add(table);
    state.lost.add(id);
  };
  const twice = (['rows', 'columns'] as const).find((key) => table[key] !== undefined);
  if (twice !== undefined) return report('table-twice', { key: keyName(twice, source.keys), file }, twice);
  const name = besideDraft(state.draft, file);
  const outside = leavesFolder(file, name, state);
  const text = outside ? undefined : state.read(name);
  if (text === undefined) return report(outside ? 'file-outside' : 'file-missing', { file }, 'file');
  const { table: read, problems } = readCsv(file, text);
  for (const { message, data } of problems) report(message, data, 'file');
  state.tables.set(table, read);
}
