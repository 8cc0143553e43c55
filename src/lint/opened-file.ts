import type { PartKind } from '../assets.ts';
import type { Language, Problem } from '../diagnostic.ts';
import { calendarOf, type YearKeys } from '../dates/calendar.ts';
import { readSource, type Source } from '../source/source.ts';
import { yearWritten, type Years } from './shape/date-problems.ts';
import { checkShape } from './shape/shape.ts';

/** A problem with the file it stands in and the stage that found it. */
export interface FileProblem extends Problem {
  readonly file: string;
  readonly stage: 'yaml' | 'schema';
}

/** One file, read and held against the schema. It never changes, and may be kept and shared. */
export interface OpenedFile {
  readonly source: Source;
  readonly problems: readonly FileProblem[];
  /** What can be read, though hardly as it was meant: warnings. */
  readonly remarks: readonly FileProblem[];
  /** Objects in which something could not be read. */
  readonly broken: ReadonlySet<object>;
  /** Ids that stand where something could not be read. */
  readonly lost: ReadonlySet<string>;
  /** How its years are counted. */
  readonly years: Years;
  /** How they would be, were other years given. */
  readonly yearsBy: (given: Years) => Years;
}

/** What the reading of one file depends on besides its text: what it holds, the key set that is asked for, how years are counted, and the part that a section stands in. */
export interface FileContext {
  readonly is: 'report' | 'section';
  readonly keys: Language | undefined;
  /** Of a draft, how years are counted where it does not say it itself. */
  readonly years: Years;
  readonly part?: PartKind | undefined;
}

/** Opens one file: a pure function of its name, its text and the context. */
export type OpenFile = (file: string, text: string, context: FileContext) => OpenedFile;

/** Reads one file and validates its data. */
export const openFile: OpenFile = (file, text, { is, keys, years: given, part }) => {
  const source = readSource(file, text, is, keys);
  const inStage = (stage: FileProblem['stage'], problems: readonly Problem[]): FileProblem[] =>
    problems.map((problem) => ({ ...problem, file, stage }));
  const yaml = inStage('yaml', source.yaml);
  const remarks = inStage('yaml', source.remarks);
  if (source.data === undefined)
    return {
      source,
      problems: yaml,
      remarks,
      broken: new Set(),
      lost: new Set(),
      years: given,
      yearsBy: same,
    };
  const yearsBy = is === 'report' ? yearsOf(source.data) : same;
  const years = yearsBy(given);
  const shape = checkShape(source, is, { ...years, part });
  return {
    source,
    problems: [...yaml, ...inStage('schema', [...source.problems, ...shape.problems])],
    remarks,
    broken: shape.broken,
    lost: new Set([...shape.lost, ...source.unread()]),
    years,
    yearsBy,
  };
};

/** Whether a value is a mapping, as every file of a report is. */
export const isMapping = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const same = (given: Years): Years => given;

/** How a draft counts its years by what is given for all drafts, before anything else of it is known to be right. */
function yearsOf(data: unknown): (given: Years) => Years {
  if (!isMapping(data)) return ({ calendar }) => ({ calendar });
  const { year, 'year-start': start, 'year-named': named } = data as Readonly<Record<string, unknown>>;
  const keys: YearKeys = {
    'year-start':
      Number.isInteger(start) && Number(start) >= 1 && Number(start) <= 12 ? Number(start) : undefined,
    'year-named': named === 'start' || named === 'end' ? named : undefined,
  };
  return (given) => {
    const calendar = calendarOf(keys, given.calendar);
    return { calendar, year: typeof year === 'number' ? year : yearWritten(year, calendar) };
  };
}
