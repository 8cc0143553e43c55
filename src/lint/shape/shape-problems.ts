import type { Data, Fix, Language, Path, Problem } from '../../diagnostic.ts';
import { hasPlaceholder } from '../../model/placeholders.ts';
import { keyName, shapeOf, valueName, type Meaning, type Shape } from '../../source/grammar.ts';
import type { Source } from '../../source/source.ts';

/** What a file may hold. */
export type Kind = 'report' | 'section' | 'config' | 'template' | 'baseline';

/** An error as Ajv’s compiled validators report it. */
export interface ShapeError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What stands below some keys of data. */
export function valueAt(root: unknown, keys: readonly (string | number)[]): unknown {
  let at = root;
  for (const key of keys) at = (at as Record<string | number, unknown> | null | undefined)?.[key];
  return at;
}

/** What a validator’s error is to its reader. */
export function problemOf(error: ShapeError, path: Path, source: Source, is: Kind): Problem {
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
  return {
    ...place,
    ...messageOf(keyword, params, about, path, source, place.start, is),
    ...(fix && { fix }),
  };
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

type Message = Pick<Problem, 'message'> & { readonly data: Data };

function messageOf(
  keyword: string,
  params: ShapeError['params'],
  about: Data,
  path: Path,
  source: Source,
  start: number,
  is: Kind,
): Message {
  const { keys } = source;
  switch (keyword) {
    case 'required':
      return keyMissing(String(params['missingProperty']), about, path, keys, is);
    case 'type':
      return (
        (about['found'] === 'list' && bareBrackets(about, source, start)) ||
        typeWrong(params['type'], about, path, is)
      );
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

/** A key that has to stand there, with the values that it may have. */
function keyMissing(missing: string, about: Data, path: Path, keys: Language, is: Kind): Message {
  const { values = {}, means = {} } = shapeOf(shapeAt(path.slice(1), is)?.keys?.[missing]?.is ?? ':') ?? {};
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

/** [TODO] and [TODO: say what was done] without quotes, which YAML reads as a list. */
function bareBrackets(about: Data, { text }: Source, start: number): Message | undefined {
  const [line = ''] = text.slice(start, start + 300).split('\n', 1);
  const written = /^[^[\]]{1,80}?:\s{0,9}(\[[^[\]]{1,200}\])/.exec(line)?.[1] ?? '';
  return hasPlaceholder(written) ? { message: 'brackets-bare', data: { ...about, written } } : undefined;
}

/** A value of another kind; of true and false it is told what they would mean. */
function typeWrong(type: unknown, about: Data, path: Path, is: Kind): Message {
  const means = type === 'boolean' ? meaningOf(path, is) : undefined;
  if (means)
    return {
      message: 'boolean-wrong',
      data: { ...about, means: means[0].replace(/\.$/, ''), meansZh: means[1].replace(/。$/, '') },
    };
  return { message: 'type-wrong', data: { ...about, wanted: typeWanted(path, type) } };
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
