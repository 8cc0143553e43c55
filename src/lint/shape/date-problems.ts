import type { Data, Path, Problem } from '../../diagnostic.ts';
import type { PartKind } from '../../assets.ts';
import type { Calendar } from '../../dates/calendar.ts';
import { isUnread, plainDate, type UnreadDate } from '../../dates/form.ts';
import { formOf, readDate } from '../../dates/dates.ts';
import { hasPlaceholder } from '../../model/placeholders.ts';
import { keyName, shapeOf, type Shape } from '../../source/grammar.ts';
import type { Source } from '../../source/source.ts';

/** How a file counts its years, which year its draft reports on, and of which part it is a section, where that is known. */
export interface Years {
  readonly calendar: Calendar;
  readonly year?: number | undefined;
  readonly part?: PartKind | undefined;
}

/** A date that could not be read: where it stands, and what is said of it. */
export interface DateProblem {
  readonly path: Path;
  readonly problem: Problem;
}

type Keys = readonly (string | number)[];

interface Walk {
  /** Where the walk stands. */
  readonly keys: (string | number)[];
  readonly source: Source;
  readonly years: Years;
  readonly found: DateProblem[];
}

/** Every date of a file’s data that its reader refuses. */
export function dateProblems(source: Source, is: string, years: Years): readonly DateProblem[] {
  const walk: Walk = { keys: [], source, years, found: [] };
  visit(source.data, is, walk);
  return walk.found;
}

function visit(data: unknown, is: string, walk: Walk, inside = ''): void {
  if (typeof data === 'string') {
    if (is === ':date') check(data, [...walk.keys], inside, walk);
    return;
  }
  const shape = shapeOf(is);
  if (typeof data !== 'object' || data === null || shape === undefined) return;
  const within = is === 'target' || is === 'result' ? is : inside;
  if (Array.isArray(data)) visitItems(data, shape, walk, within);
  else visitEntries(data as Readonly<Record<string, unknown>>, shape, walk, within);
}

function visitItems(data: readonly unknown[], shape: Shape, walk: Walk, inside: string): void {
  const under = shape.items ?? shape.entries;
  if (under === undefined || shape.keys) return;
  for (let index = 0; index < data.length; index++) {
    walk.keys.push(index);
    visit(data[index], under, walk, inside);
    walk.keys.pop();
  }
}

function visitEntries(
  data: Readonly<Record<string, unknown>>,
  shape: Shape,
  walk: Walk,
  inside: string,
): void {
  const { keys, items, entries } = shape;
  for (const key of Object.keys(data)) {
    const under = keys ? keys[key]?.is : (items ?? entries);
    if (under === undefined || (under !== ':date' && under.startsWith(':'))) continue;
    walk.keys.push(key);
    visit(data[key], under, walk, inside);
    walk.keys.pop();
  }
}

/** A target’s date may leave the year out: it is that of its plan. What happened may have happened in another. */
function check(written: string, keys: Keys, inside: string, { source, years, found }: Walk): void {
  const key = keys.at(-1);
  const { calendar, year } = years;
  if (hasPlaceholder(written)) return;
  const planned = inside === 'target' && key === 'due' && !keys.includes('revised');
  const part = years.part ?? keys[0];
  const own = year === undefined ? undefined : year + (part === 'plan' ? 1 : 0);
  const read = readDate(written, {
    calendar,
    day: key === 'dated' || key === 'published',
    ...(planned && { year: own }),
  });
  if (!('fault' in read) || (read.fault === 'yearless' && planned && own === undefined)) return;
  const path: Path = [source.file, ...keys];
  const instead = read.instead ?? suggested(read, own, calendar);
  found.push({ path, problem: problemOf(read, written, path, instead, source) });
}

/** Faults whose date can be written whole, where there is one that it may be. */
const completable: ReadonlySet<UnreadDate['fault']> = new Set(['yearless', 'range', 'short-year']);

/** What is said of a text that is no date, and `instead` of it. */
function problemOf(
  read: UnreadDate,
  written: string,
  path: Path,
  instead: readonly string[],
  source: Source,
): Problem {
  const edit =
    completable.has(read.fault) && instead.length === 1 ? source.edit({ path }, instead[0]) : undefined;
  const data: Data = {
    ...read.data,
    found: written,
    instead: instead.join('\n'),
    key: keyName('year-start', source.keys),
  };
  return {
    ...source.locate({ path }),
    message: `date-${read.fault}`,
    data,
    ...(edit && { fix: { edits: [edit], safe: false } }),
  };
}

/** The date that one without a year is most likely to be. */
function suggested(
  { fault, form }: UnreadDate,
  year: number | undefined,
  calendar: Calendar,
): readonly string[] {
  if (fault !== 'yearless' || form === undefined || year === undefined) return [];
  const read = readDate(plainDate({ ...form, year }), { calendar });
  return 'fault' in read ? [] : [read.text];
}

/** The number of a year that is written otherwise: 2018年, FY2018, “2018”; undefined where a text is no year. */
export function yearWritten(written: unknown, { named }: Calendar): number | undefined {
  const form =
    typeof written === 'string'
      ? formOf(/^\p{Script=Han}{4}$/u.test(written) ? `${written}年` : written)
      : undefined;
  if (
    form === undefined ||
    isUnread(form) ||
    form.unit !== 'year' ||
    form.year === undefined ||
    form.end ||
    form.limit
  )
    return undefined;
  return form.until !== undefined && named === 'end' ? form.until : form.year;
}
