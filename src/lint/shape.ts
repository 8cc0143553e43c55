import type { Path, Problem } from '../diagnostic.ts';
import { reserved } from '../source/grammar.ts';
import type { Source } from '../source/source.ts';
import { calendarYears } from '../dates/calendar.ts';
import { dateProblems, yearWritten, type Years } from './date-problems.ts';
import { problemOf, valueAt, type Kind, type ShapeError } from './shape-problems.ts';
import { writtenYear, yearKey } from './year-problems.ts';
import { validateConfig, validateReport, validateSection, validateTemplate } from './validate.generated.ts';

interface Validate {
  (data: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}

const validators: Readonly<Record<Kind, Validate>> = {
  report: validateReport,
  section: validateSection,
  config: validateConfig,
  template: validateTemplate,
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
  const broken = new Set(source.broken);
  const { data, file } = source;
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return {
      problems: [
        { start: 0, end: source.text.indexOf('\n') + 1 || source.text.length, message: 'not-a-mapping' },
      ],
      broken,
      lost: new Set(),
    };
  const validate = validators[is];
  const finish = (problems: readonly Problem[], lost: ReadonlySet<string>): ShapeResult => {
    for (const part of partsOf(data)) if (hasBroken(part, broken)) broken.add(part);
    return { problems, broken, lost };
  };
  const errors = validate(data) ? [] : (validate.errors ?? []);
  const dates = is === 'report' || is === 'section' ? dateProblems(source, is, years) : [];
  if (errors.length + dates.length === 0) return finish([], new Set());
  const problems: Problem[] = [];
  const pruned: [Path, ShapeError][] = [];
  const reported = new Set<string>();
  for (const error of errors) {
    const path = pathOf(error, file, data);
    // a key that was misspelt or unreadable has been reported; that it is missing as well is the same mistake
    if (error.keyword === 'required' && source.broken.has(valueAt(data, path.slice(1)) as object)) continue;
    // a value of the wrong kind is not the wrong value as well
    const place = JSON.stringify(path);
    if (error.keyword !== 'required' && reported.has(place)) continue;
    reported.add(place);
    const year =
      is === 'report' && place === JSON.stringify([file, 'year'])
        ? yearWritten(valueAt(data, ['year']), years.calendar)
        : undefined;
    if (error.keyword === 'type' && year !== undefined) {
      problems.push(writtenYear(path, year, source));
      Object.assign(data, { year });
      continue;
    }
    const key = error.keyword === 'additionalProperties' ? yearKey(path, source, years.calendar) : undefined;
    problems.push({ ...problemOf(error, path, source, is), ...key });
    pruned.push([path, error]);
  }
  for (const { path, problem } of dates) {
    problems.push(problem);
    pruned.push([path, { instancePath: '', keyword: 'pattern', params: {} }]);
  }
  const lost = new Set<string>();
  for (const [path, error] of pruned) {
    for (const name of namesInText(valueAt(data, path.slice(1)))) lost.add(name);
    prune(data, path, error, broken);
    for (const key of path.slice(1)) if (typeof key === 'string' && !reserved.has(key)) lost.add(key);
  }
  return finish(problems, lost);
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
