import type { Data, Fix, Language, Path, Problem } from '../diagnostic.ts';
import { keyName, reserved, shapeOf, valueName, type Meaning, type Shape } from '../source/grammar.ts';
import type { Source } from '../source/source.ts';
import { calendarYears, type Calendar } from '../dates/calendar.ts';
import { dateProblems, yearWritten, type Years } from './date-problems.ts';
import { validateConfig, validateReport, validateSection, validateTemplate } from './validate.generated.ts';

/** An error as Ajv’s compiled validators report it. */
interface ShapeError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface Validate {
  (data: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}

/** What a file may hold. */
export type Kind = 'report' | 'section' | 'config' | 'template';

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

/** A year that says more than its number; what it says is read all the same. */
function writtenYear(path: Path, year: number, source: Source): Problem {
  const place = source.locate({ path });
  // the number stands without quotes, whatever stood there
  const edit = source.edit({ path }, String(year)) && { ...place, insert: String(year) };
  const data = { found: String(valueAt(source.data, path.slice(1))), year };
  return { ...place, message: 'year-written', data, ...(edit && { fix: { edits: [edit], safe: true } }) };
}

/** The year that a key of a history says otherwise, such as 2016年 or FY2016, and the change of the key, if it has none of that year. */
function yearKey(path: Path, source: Source, calendar: Calendar): Partial<Problem> | undefined {
  const written = String(path.at(-1));
  const year = yearWritten(written.normalize('NFKC'), calendar);
  if (year === undefined) return undefined;
  const data = { name: written, year };
  const others = Object.keys(valueAt(source.data, path.slice(1, -1)) ?? {}).filter((key) => key !== written);
  const isTaken = others.some((key) => key === String(year) || yearWritten(key, calendar) === year);
  // what has traps is mended first
  if (isTaken || source.edit({ path }, '0') === undefined) return { data };
  const { start, end } = source.locate({ path, at: 'key' });
  // 2016/17 is named by one of two years
  const safe = /^\D*\d{4}\D*$/.test(written.normalize('NFKC'));
  return { data, fix: { edits: [{ start, end, insert: String(year) }], safe } };
}

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

function valueAt(root: unknown, keys: readonly (string | number)[]): unknown {
  let at = root;
  for (const key of keys) at = (at as Record<string | number, unknown> | null | undefined)?.[key];
  return at;
}

function problemOf(error: ShapeError, path: Path, source: Source, is: Kind): Problem {
  const { keyword, params } = error;
  const about = { name: nameOf(path, is, source.keys), found: foundOf(valueAt(source.data, path.slice(1))) };
  const whole = keyword === 'required' || keyword === 'additionalProperties';
  // a key with nothing behind it stands where it is written
  const at: Path = keyword === 'required' ? [...path, String(params['missingProperty'])] : path;
  const place = source.locate({ path: at, ...(whole ? { at: 'key' as const } : {}) });
  const fix =
    keyword === 'required' && path.length === 1 && params['missingProperty'] === 'schema'
      ? versionFix(source)
      : undefined;
  return { ...place, ...messageOf(keyword, params, about, path, source, is), ...(fix && { fix }) };
}

/** The line that says which version of the format a draft is written in, above its first key: there is only one. */
function versionFix({ text, keys, entries, data, file, locate }: Source): Fix | undefined {
  const [first] = entries(data as object)[0] ?? [];
  if (first === undefined) return undefined;
  const { start } = locate({ path: [file, first], at: 'key' });
  if (start > 0 && text[start - 1] !== '\n' && text.slice(0, start) !== '\uFEFF') return undefined;
  return {
    edits: [
      { start, end: start, insert: `${keyName('schema', keys)}: 1${text.includes('\r\n') ? '\r\n' : '\n'}` },
    ],
    safe: true,
  };
}

/** The last key of a path as the file’s own key set has it; an id is its own name. */
function nameOf([, ...keys]: Path, is: string, language: Language): string {
  let name = '';
  let shape = shapeOf(is);
  for (const key of keys) {
    const known =
      typeof key === 'string' && shape?.keys && Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
    if (typeof key === 'string') name = known && language === 'zh' ? known.zh : key;
    shape = shapeOf(known?.is ?? (typeof key === 'number' ? shape?.items : shape?.entries) ?? ':');
  }
  return name;
}

/** The shape of what stands under some keys, one below the other; undefined for scalars. */
function shapeAt(keys: readonly (string | number)[], is: string): Shape | undefined {
  let shape = shapeOf(is);
  for (const key of keys)
    shape = shapeOf(
      (typeof key === 'number' ? shape?.items : (shape?.keys?.[key]?.is ?? shape?.entries)) ?? ':',
    );
  return shape;
}

/** What true and false mean under the last key of a path. */
const meaningOf = (path: Path, is: string): Meaning | undefined =>
  shapeAt(path.slice(1, -1), is)?.keys?.[String(path.at(-1))]?.means;

const foundOf = (value: unknown): string | number => {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value === null ? 'undefined' : Array.isArray(value) ? 'list' : typeof value;
};

function messageOf(
  keyword: string,
  params: ShapeError['params'],
  about: Data,
  path: Path,
  { keys }: Source,
  is: Kind,
): { message: string; data: Data } {
  switch (keyword) {
    case 'required': {
      const missing = String(params['missingProperty']);
      const { values = {}, means = {} } =
        shapeOf(shapeAt(path.slice(1), is)?.keys?.[missing]?.is ?? ':') ?? {};
      const choices = (language: 0 | 1): string =>
        Object.keys(values)
          .map((value) => `${valueName(value, keys)}\t${means[value]?.[language] ?? ''}`)
          .join('\n');
      return {
        message: 'key-missing',
        data: {
          ...about,
          missing: keyName(missing, keys),
          choices: choices(0),
          choicesZh: choices(1),
          // there is one version
          ...(missing === 'schema' && { value: 1 }),
        },
      };
    }
    case 'type': {
      const means = params['type'] === 'boolean' ? meaningOf(path, is) : undefined;
      if (means)
        return {
          message: 'boolean-wrong',
          data: { ...about, means: means[0].replace(/\.$/, ''), meansZh: means[1].replace(/。$/, '') },
        };
      return { message: 'type-wrong', data: { ...about, wanted: typeWanted(path, params['type']) } };
    }
    case 'additionalProperties':
      return { message: 'year-wrong', data: about };
    case 'minimum':
    case 'maximum':
      return { message: path.at(-1) === 'year-start' ? 'month-range' : 'year-range', data: about };
    case 'enum':
      return { message: 'version-unknown', data: about };
    case 'minItems':
      return { message: 'list-empty', data: about };
    default:
      return { message: patternMessages[String(path.at(-1))] ?? 'pattern-wrong', data: about };
  }
}

const patternMessages: Readonly<Record<string, string>> = {
  language: 'language-wrong',
  approximation: 'approximation-wrong',
};

/** The type that is wanted, as messages name it. */
function typeWanted(path: Path, type: unknown): string {
  const wanted = String(Array.isArray(type) ? type[0] : type);
  if (wanted !== 'object') return wanted === 'array' && path.at(-1) === 'sections' ? 'sections' : wanted;
  return typeof path.at(-1) === 'number' && path.at(-2) === 'sections' ? 'section' : 'object';
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
