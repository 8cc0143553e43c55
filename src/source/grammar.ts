import type { Language } from '../diagnostic.ts';
import { configGrammar, grammar, referenceWords } from './grammar.generated.ts';

/** What stands at a place of a draft; names of scalars begin with a colon, others name a shape. */
export type Is = string;

/** What something means, for messages. */
export type Meaning = readonly [en: string, zh: string];

/** A mapping, list or choice of the format. */
export interface Shape {
  /** Known keys of a mapping, in English, with the Chinese name and what stands under each; of one that is true or false, what that means. */
  readonly keys?: Readonly<
    Record<string, { readonly zh: string; readonly is: Is; readonly means?: Meaning }>
  >;
  /** What stands under the free keys of a mapping. */
  readonly entries?: Is;
  readonly items?: Is;
  /** Values of a choice, English to Chinese. */
  readonly values?: Readonly<Record<string, string>>;
  /** What each value of a choice means. */
  readonly means?: Readonly<Record<string, Meaning>>;
  /** The key that a scalar in place of the mapping stands for. */
  readonly shorthand?: string;
  readonly required?: readonly string[];
}

export type Grammar = Readonly<Record<string, Shape>>;

/** The shape of that name; undefined for scalars. */
export const shapeOf = (is: Is): Shape | undefined =>
  is.startsWith(':') ? undefined : (grammar[is] ?? configGrammar[is]);

/** Name to canonical name of the keys of a shape, in one language. */
export function keysOf(shape: Shape, language: Language): ReadonlyMap<string, string> {
  const made = tables[language].get(shape);
  if (made) return made;
  const table = new Map(
    Object.entries(shape.keys ?? {}).map(([key, { zh }]) => [language === 'zh' ? zh : key, key]),
  );
  tables[language].set(shape, table);
  return table;
}
const tables = {
  en: new WeakMap<Shape, Map<string, string>>(),
  zh: new WeakMap<Shape, Map<string, string>>(),
};

/** What stands under a key of a shape, whichever language it is written in; undefined where it has none of that name. */
export function isUnder(shape: Shape, key: string): Is | undefined {
  const { keys } = shape;
  if (keys === undefined) return undefined;
  const name = Object.hasOwn(keys, key) ? key : keysOf(shape, 'zh').get(key);
  return name === undefined ? undefined : keys[name]?.is;
}

/** All keys of the format in one language. */
export const allKeys: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(Object.values(grammar).flatMap((shape) => Object.keys(shape.keys ?? {}))),
  zh: new Set(Object.values(grammar).flatMap((shape) => Object.values(shape.keys ?? {}).map(({ zh }) => zh))),
};

/** Whether a word is a key of the format somewhere, in either language. */
export const isKey = (word: string): boolean => allKeys.zh.has(word) || allKeys.en.has(word);

/** Words after a dot or before a colon in references and formulas: name in either language to canonical name. */
export const words: ReadonlyMap<string, string> = new Map(
  Object.entries(referenceWords).flatMap(([en, zh]) => [[en, en] as const, [zh, en] as const]),
);

/** Names that no id may have: every key and reference word, in both languages. */
export const reserved: ReadonlySet<string> = new Set([...allKeys.en, ...allKeys.zh, ...words.keys()]);

const shapes = Object.values(grammar).reverse();
const chineseKeys: ReadonlyMap<string, string> = new Map([
  ...Object.entries(referenceWords),
  ...shapes.flatMap(({ keys = {} }) => Object.entries(keys).map(([key, { zh }]) => [key, zh] as const)),
]);
const chineseValues: ReadonlyMap<string, string> = new Map(
  shapes.flatMap(({ values = {} }) => Object.entries(values)),
);

/** The name of a canonical key or reference word as the file’s own keys have it. */
export function keyName(key: string, language: Language): string {
  if (language === 'en') return key;
  return chineseKeys.get(key) ?? key;
}

/** The name of a value of a choice as the file’s own keys have it. */
export function valueName(value: string, language: Language): string {
  if (language === 'en') return value;
  return chineseValues.get(value) ?? value;
}

/** What stands under a known key, in either language: a text, a list of words, or keys again; undefined for names. */
export function keyKind(key: string): 'text' | 'words' | 'container' | undefined {
  return kinds.get(key);
}

const kinds: ReadonlyMap<string, 'text' | 'words' | 'container'> = new Map(
  Object.values(grammar)
    .flatMap(({ keys = {} }) => Object.entries(keys))
    .flatMap(([en, { zh, is }]) => [[en, kindOf(is)] as const, [zh, kindOf(is)] as const])
    // a name that is a text in one place and holds keys in another may hold keys
    .sort(([, a], [, b]) => (a === 'text' ? 0 : 1) - (b === 'text' ? 0 : 1)),
);

function kindOf(is: Is): 'text' | 'words' | 'container' {
  const shape = shapeOf(is);
  if (shape === undefined || shape.values) return 'text';
  return shape.items?.startsWith(':') ? 'words' : 'container';
}
