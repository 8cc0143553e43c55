import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Language, Offsets, Path, Place } from '../src/diagnostic.ts';
import { lint, type Linted } from '../src/lint/lint.ts';
import type { Report, Sources } from '../src/model/report.ts';
import { keyName, valueName } from '../src/source/grammar.ts';
import type { Dice } from './random-draft.ts';

/** Last year’s draft. */
export const LAST = '2017.report.yaml';
/** The draft that answers it, which is linted. */
export const NOW = '2018.report.yaml';

/** The texts of two years. */
export interface Texts {
  readonly [LAST]: string;
  readonly [NOW]: string;
}

/** Two drafts in a row, read, in which there is nothing to find. */
export interface YearPair {
  readonly language: Language;
  readonly texts: Texts;
  readonly last: Report;
  readonly now: Report;
  readonly sources: Sources;
}

/** A fault put into a pair: the changed texts, and the place in the changed texts at which it must be found. */
export interface Planted {
  readonly texts: Texts;
  readonly place: Place;
  /** What was done, for the message of a test that fails. */
  readonly what: string;
}

/**
 * A kind of fault. `plant` puts one into a pair, wherever the dice want it, and changes as little as it can: `edited`,
 * `written` and `removed` below make the changes. Undefined where the pair has no room for it.
 */
export interface Fault {
  readonly kind: string;
  /** The rule that must find it, alone and once. */
  readonly rule: string;
  plant(pair: YearPair, dice: Dice): Planted | undefined;
}

/** Lints the second draft of two. */
export const lintTexts = (texts: Texts): Linted =>
  lint(NOW, texts[NOW], (file) => (file === LAST ? texts[LAST] : undefined));

/** Reads a pair from its folder below `test/years`. */
export function yearPair(language: Language): YearPair {
  const read = (file: string): string =>
    readFileSync(join(import.meta.dirname, 'years', language, file), 'utf8');
  const texts: Texts = { [LAST]: read(LAST), [NOW]: read(NOW) };
  const { report: now, sources } = lintTexts(texts);
  const { report: last } = lint(LAST, texts[LAST], () => undefined);
  if (now === undefined || last === undefined) throw new Error('a pair cannot be read');
  return { language, texts, last, now, sources };
}

/** A change of one of two texts. */
export interface TextEdit extends Offsets {
  readonly file: typeof LAST | typeof NOW;
  readonly insert: string;
}

/** The texts with changes, whose offsets are those of the texts before any of them. */
export function edited(texts: Texts, ...edits: readonly TextEdit[]): Texts {
  const changed = { ...texts };
  for (const { file, start, end, insert } of edits.toSorted((a, b) => b.start - a.start))
    changed[file] = changed[file].slice(0, start) + insert + changed[file].slice(end);
  return changed;
}

const fileOf = ([file]: Path): TextEdit['file'] => (file === LAST ? LAST : NOW);

/** What stands at a path, without the space behind it that a block leaves. */
function extentOf({ sources }: YearPair, path: Path): Offsets {
  const source = sources.get(path[0]);
  const extent = source?.extent(path);
  if (source === undefined || extent === undefined) throw new Error(`nothing stands at ${path.join('.')}`);
  return {
    start: extent.start,
    end: extent.start + source.text.slice(extent.start, extent.end).trimEnd().length,
  };
}

/** The change that puts another text in place of what stands at a path: of a mapping all of it, without its key. */
export function written(pair: YearPair, path: Path, insert: string): TextEdit {
  const extent = extentOf(pair, path);
  const source = pair.sources.get(path[0]);
  const key = source?.locate({ path, at: 'key' }) ?? extent;
  // an item of a list and a shorthand have no key of their own
  const colon = /^\s*:\s*/.exec(source?.text.slice(key.end, extent.end) ?? '');
  const start = key.start === extent.start && colon ? key.end + colon[0].length : extent.start;
  return { file: fileOf(path), start, end: extent.end, insert };
}

/** The change that gives what stands at a path another key. */
export function renamed({ sources }: YearPair, path: Path, key: string): TextEdit {
  const at = sources.get(path[0])?.locate({ path, at: 'key' });
  if (at === undefined) throw new Error(`nothing stands at ${path.join('.')}`);
  return { file: fileOf(path), ...at, insert: key };
}

/** The change that takes out an entry that stands on lines of its own. */
export function removed(pair: YearPair, path: Path): TextEdit {
  const extent = extentOf(pair, path);
  const { texts } = pair;
  const file = fileOf(path);
  const end = texts[file].indexOf('\n', extent.end);
  return {
    file,
    start: texts[file].lastIndexOf('\n', extent.start) + 1,
    end: end === -1 ? texts[file].length : end + 1,
    insert: '',
  };
}

/** A value as a flow mapping, list or scalar, keys and choices in the language of a pair. */
export function flow(data: unknown, language: Language): string {
  if (Array.isArray(data)) return `[${data.map((item) => flow(item, language)).join(', ')}]`;
  if (typeof data !== 'object' || data === null)
    return /[,:#[\]{}&*!|>'"%@`]/.test(String(data)) ? JSON.stringify(data) : String(data);
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  return `{ ${entries.map(([key, value]) => `${keyName(key, language)}: ${flow(key === 'outcome' ? valueName(String(value), language) : value, language)}`).join(', ')} }`;
}

/** What is found in changed texts and was not found before, and the position of the place where it should be. */
export function foundAfter(
  pair: YearPair,
  { texts, place }: Planted,
): { readonly fresh: readonly Diagnostic[]; readonly linted: Linted; readonly at: string } {
  const key = ({ rule, code, message }: Diagnostic): string => `${rule} ${code} ${message.en}`;
  const before = new Set(lintTexts(pair.texts).diagnostics.map(key));
  const linted = lintTexts(texts);
  const fresh = linted.diagnostics.filter((each) => !before.has(key(each)));
  const source = linted.sources.get(place.path[0]);
  const start = source?.locate(place).start ?? 0;
  const lines = (source?.text ?? '').slice(0, start).split('\n');
  return { fresh, linted, at: `${place.path[0]} ${lines.length}:${(lines.at(-1) ?? '').length + 1}` };
}
