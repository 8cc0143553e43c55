import type { Path, Problem } from '../../diagnostic.ts';
import { reserved } from '../../source/grammar.ts';
import type { Source } from '../../source/source.ts';
import { calendarYears } from '../../dates/calendar.ts';
import { dateProblems, yearWritten, type Years } from './date-problems.ts';
import { problemOf, valueAt, type Kind, type ShapeError } from './shape-problems.ts';
import { writtenYear, yearKey } from './year-problems.ts';
import { validateBaseline } from '../validate-baseline.generated.ts';
import { validateConfig, validateReport, validateSection, validateTemplate } from '../validate.generated.ts';

interface Validate {
  (data: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}

const validators: Readonly<Record<Kind, Validate>> = {
  report: validateReport,
  section: validateSection,
  config: validateConfig,
  template: validateTemplate,
  get baseline() {
    return validateBaseline;
  },
};

/** What the schema finds wrong with a file’s data, after which the offending values are taken out of it. */
export interface ShapeResult {
  readonly problems: readonly Problem[];
  /** Objects that lost a value or lack one: what is missing there is no second finding. */
  readonly broken: ReadonlySet<object>;
  /** Ids of the things that lost a value or were taken out themselves. */
  readonly lost: ReadonlySet<string>;
}

/** Validates the data of a source and prunes it, so that rules see valid data only. */
export function checkShape(
  source: Source,
  is: Kind,
  years: Years = { calendar: calendarYears },
): ShapeResult {
  const { data } = source;
  const broken = new Set(source.broken);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { problems: [notAMapping(source.text)], broken, lost: new Set() };
  const validate = validators[is];
  const errors = validate(data) ? [] : (validate.errors ?? []);
  const dates = is === 'report' || is === 'section' ? dateProblems(source, is, years) : [];
  const faults = [
    ...shapeFaults(errors, data, source, is, years),
    ...dates.map(({ path, problem }): Fault => ({ path, problem, error: notADate })),
  ];
  const lost = pruneAll(data, faults, broken);
  for (const part of partsOf(data)) if (hasBroken(part, broken)) broken.add(part);
  return { problems: faults.map(({ problem }) => problem), broken, lost };
}

const notAMapping = (text: string): Problem => ({
  start: 0,
  end: text.indexOf('\n') + 1 || text.length,
  message: 'not-a-mapping',
});

const notADate: ShapeError = { instancePath: '', keyword: 'pattern', params: {} };

/** Something wrong with a value: without `error` it is read all the same, otherwise it is taken out. */
interface Fault {
  readonly path: Path;
  readonly problem: Problem;
  readonly error: ShapeError | undefined;
}

/** What the schema finds, each mistake once. */
function shapeFaults(
  errors: readonly ShapeError[],
  data: object,
  source: Source,
  is: Kind,
  years: Years,
): readonly Fault[] {
  const reported = new Set<string>();
  return errors.flatMap((error) => {
    const path = pathOf(error, source.file, data);
    const isMissing = error.keyword === 'required';
    // a key that was misspelt or unreadable has been reported; that it is missing as well is the same mistake
    if (isMissing && source.broken.has(valueAt(data, path.slice(1)) as object)) return [];
    // a value of the wrong kind is not the wrong value as well
    const place = JSON.stringify(path);
    if (!isMissing && reported.has(place)) return [];
    reported.add(place);
    return faultOf(error, path, data, source, is, years);
  });
}

function faultOf(
  error: ShapeError,
  path: Path,
  data: object,
  source: Source,
  is: Kind,
  { calendar }: Years,
): Fault {
  const isYear = is === 'report' && path.length === 2 && path[1] === 'year';
  const year =
    isYear && error.keyword === 'type' ? yearWritten(valueAt(data, ['year']), calendar) : undefined;
  if (year !== undefined) {
    const problem = writtenYear(path, year, source);
    Object.assign(data, { year });
    return { path, problem, error: undefined };
  }
  const key = error.keyword === 'additionalProperties' ? yearKey(path, source, calendar) : undefined;
  return { path, problem: { ...problemOf(error, path, source, is), ...key }, error };
}

/** Takes what is wrong out of the data; the ids of the things that lost something by it. */
function pruneAll(data: object, faults: readonly Fault[], broken: Set<object>): ReadonlySet<string> {
  const lost = new Set<string>();
  for (const { path, error } of faults) {
    if (error === undefined) continue;
    for (const name of namesInText(valueAt(data, path.slice(1)))) lost.add(name);
    prune(data, path, error, broken);
    for (const key of path.slice(1)) if (typeof key === 'string' && !reserved.has(key)) lost.add(key);
  }
  return lost;
}

const partsOf = (data: object): object[] =>
  ['summary', 'problems', 'plan', 'annexes']
    .flatMap((key) => (data as Record<string, unknown>)[key] ?? [])
    .filter((part): part is object => typeof part === 'object' && part !== null);

/** Whether a part or section holds one that could not be read whole: that the part lacks a section may come of that. */
const hasBroken = (outer: object, broken: ReadonlySet<object>): boolean => {
  const { sections } = outer as { sections?: unknown };
  return (
    broken.has(outer) ||
    (Array.isArray(sections) &&
      sections.some(
        (section) => typeof section === 'object' && section !== null && hasBroken(section, broken),
      ))
  );
};

/** Names in a text that stands in place of a mapping: `发现隐患：695处`, line by line. */
const namesInText = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [...value.matchAll(/^[ \t-]*([^:：\r\n\u2028\u2029 \t-][^:：\r\n\u2028\u2029]*)[:：]/gm)].map(
        ([, name = '']) => name.trim(),
      )
    : [];

/** The place of an error as a path: JSON Pointer with its numbers as indexes of lists. */
function pathOf({ instancePath, keyword, params }: ShapeError, file: string, root: unknown): Path {
  const keys: (string | number)[] = [];
  let at: unknown = root;
  for (const part of instancePath.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const key = Array.isArray(at) ? Number(name) : name;
    keys.push(key);
    at = (at as Record<string | number, unknown> | undefined)?.[key];
  }
  if (keyword === 'additionalProperties') keys.push(String(params['additionalProperty']));
  return [file, ...keys];
}

/** Takes an invalid value out of the data; in a list an empty one stands in its place, so that indexes hold. */
function prune(root: object, path: Path, error: ShapeError, broken: Set<object>): void {
  const keys = path.slice(1);
  const last = keys.pop();
  const target = error.keyword === 'required' ? valueAt(root, path.slice(1)) : valueAt(root, keys);
  if (typeof target !== 'object' || target === null) return;
  broken.add(target);
  if (error.keyword === 'required' || last === undefined) return;
  if (!Array.isArray(target)) delete (target as Record<string, unknown>)[last];
  else {
    const stand = error.params['type'] === 'object' ? (Object.create(null) as object) : '';
    target[Number(last)] = stand;
    if (typeof stand === 'object') broken.add(stand);
  }
}
