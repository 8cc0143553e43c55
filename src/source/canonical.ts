import type { Language, Problem } from '../diagnostic.ts';
import { duplicateProblems, type Duplicate } from './duplicates.ts';
import { allKeys, keysOf, shapeOf, valueName, type Is, type Shape } from './grammar.ts';
import { suggestKey } from './suggest/suggest.ts';
import { meantBy } from './suggest/synonyms.ts';
import {
  isEmpty,
  type Entry,
  type ListNode,
  type MapNode,
  type ScalarNode,
  type Style,
  type TreeNode,
} from './tree.ts';

/** Where an object or list of the canonical data comes from. */
export interface Origin {
  readonly node: TreeNode;
  readonly shape: Shape | undefined;
  /** Entries of a mapping by the canonical key that they were read as, in the order of the text. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A tree read as data: canonical keys and values, scalars as the format wants them at their place. */
export interface Reading {
  readonly data: unknown;
  /** The key set of the file: the one asked for, else the language of most of its keys. */
  readonly keys: Language;
  /** That of most of its keys, where another one was asked for. */
  readonly mostKeys: Language;
  readonly problems: readonly Problem[];
  readonly origins: ReadonlyMap<object, Origin>;
  /** Objects of which a key or value could not be read: what is missing there may only be misspelt. */
  readonly broken: ReadonlySet<object>;
  /** Every entry whose key was understood. */
  readonly understood: ReadonlySet<Entry>;
}

interface State {
  readonly keys: Language;
  readonly problems: Problem[];
  readonly foreign: { start: number; end: number; written: string; own: string; style: Style }[];
  readonly origins: Map<object, Origin>;
  readonly broken: Set<object>;
  readonly understood: Set<Entry>;
  /** The items of lists. */
  readonly items: Set<TreeNode>;
}

const none: ReadonlyMap<string, Entry> = new Map();

/** Reads a tree as the shape of that name (`report` or `section`); `keys` is the key set that it should have, if it is not its own. */
export function canonicalize(root: TreeNode, is: Is, keys?: Language): Reading {
  const mostKeys = keySet(root);
  const state: State = {
    keys: keys ?? mostKeys,
    problems: [],
    foreign: [],
    origins: new Map(),
    broken: new Set(),
    understood: new Set(),
    items: new Set(),
  };
  const data = read(root, is, state);
  const [first, ...others] = state.foreign;
  if (first)
    state.problems.push({
      start: first.start,
      end: first.end,
      message: 'keys-mixed',
      data: { written: first.written, own: first.own, keys: state.keys, count: state.foreign.length },
      fix: {
        safe: true,
        edits: state.foreign.map(({ start, end, own, style }) => ({
          start,
          end,
          insert: inStyle(own, style),
        })),
      },
      related: others.slice(0, 5).map(({ start, end, written, own }) => ({
        start,
        end,
        note: { en: `“${written}” → “${own}”`, zh: `“${written}”→“${own}”` },
      })),
    });
  return {
    data,
    keys: state.keys,
    mostKeys,
    problems: state.problems,
    origins: state.origins,
    broken: state.broken,
    understood: state.understood,
  };
}

/** The language of most keys of a tree; where there are as many of both, that of the first. */
function keySet(root: TreeNode): Language {
  const counts = { en: 0, zh: 0 };
  let first: Language | undefined;
  const seen = new Set<TreeNode>();
  const visit = (node: TreeNode): void => {
    if (node.kind === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') return node.items.forEach(visit);
    for (const { key, value } of node.entries) {
      const language = allKeys.zh.has(key.value) ? 'zh' : allKeys.en.has(key.value) ? 'en' : undefined;
      if (language) counts[language]++;
      first ??= language;
      visit(value);
    }
  };
  visit(root);
  return counts.en === counts.zh ? (first ?? 'en') : counts.zh > counts.en ? 'zh' : 'en';
}

function read(node: TreeNode, is: Is, state: State): unknown {
  const shape = shapeOf(is);
  if (node.kind === 'scalar' && is === ':boolean') noteBoolean(node, state);
  if (node.kind === 'scalar') return shape ? readShorthand(node, shape, state) : readScalar(node, is);
  if (node.kind === 'list') return readList(node, shape, state);
  return readMap(node, shape, state);
}

function readList(node: ListNode, shape: Shape | undefined, state: State): unknown[] {
  const items = shape?.items;
  for (const item of node.items) state.items.add(item);
  const list = node.items
    .map((item) =>
      items === undefined
        ? null
        : isEmpty(item) && !items.startsWith(':cell')
          ? null
          : read(item, items, state),
    )
    // a choice that is none has been told
    .filter((item) => item !== undefined);
  state.origins.set(list, { node, shape, entries: none });
  return list;
}

/** A mapping while it is read. */
interface Opened {
  readonly shape: Shape | undefined;
  readonly object: Record<string, unknown>;
  readonly entries: Map<string, Entry>;
  /** Every key as it is written. */
  readonly written: ReadonlySet<string>;
}

function readMap(node: MapNode, shape: Shape | undefined, state: State): object {
  const object = Object.create(null) as Record<string, unknown>;
  const entries = new Map<string, Entry>();
  const opened: Opened = {
    shape,
    object,
    entries,
    written: new Set(shape?.keys && node.entries.map(({ key }) => key.value)),
  };
  state.origins.set(object, { node, shape, entries });
  const twice: Duplicate[] = [];
  for (const entry of node.entries) {
    const key = shape?.keys ? knownKey(entry, shape, opened, state) : entry.key.value;
    const is = key === undefined ? undefined : shape?.keys ? shape.keys[key]?.is : shape?.entries;
    if (key === undefined || is === undefined) continue;
    const first = entries.get(key);
    if (first) twice.push({ entry, first });
    // of two the first counts, but for one that says nothing
    if (!first || (isEmpty(first.value) && shape?.keys)) readEntry(entry, key, is, opened, state);
  }
  for (const each of twice) forgetMixed(each, state);
  state.problems.push(...duplicateProblems(twice, node.entries[0], state.items.has(node)));
  return object;
}

function readEntry(
  entry: Entry,
  key: string,
  is: Is,
  { shape, object, entries }: Opened,
  state: State,
): void {
  entries.set(key, entry);
  state.understood.add(entry);
  if (isEmpty(entry.value) && shape?.keys) return;
  const value = read(entry.value, is, state);
  if (value === undefined) state.broken.add(object);
  else object[key] = value;
}

/** A key of a mapping with fixed keys, in either language or nearly right; what is not known is a problem. */
function knownKey(
  { key: { value: written, style, start, end }, value }: Entry,
  shape: Shape,
  opened: Opened,
  state: State,
): string | undefined {
  const own = keysOf(shape, state.keys);
  const exact = own.get(written);
  if (exact !== undefined) return exact;
  const foreign = keysOf(shape, state.keys === 'zh' ? 'en' : 'zh').get(written);
  if (foreign !== undefined) {
    state.foreign.push({
      start,
      end,
      written,
      style,
      own: (state.keys === 'zh' ? shape.keys?.[foreign]?.zh : foreign) ?? foreign,
    });
    return foreign;
  }
  const free = [...own].flatMap(([name, key]) =>
    opened.written.has(name) || opened.entries.has(key) ? [] : [name],
  );
  const isFree = (key: string): boolean => free.some((name) => own.get(name) === key);
  const meant = meantBy(written, value, shape, isFree);
  const near = meant === undefined ? suggestKey(written, free) : free.find((name) => own.get(name) === meant);
  state.problems.push({
    start,
    end,
    message: near === undefined ? 'key-unknown' : 'key-misspelt',
    data: { written, near: near ?? '', known: [...own.keys()].join('\n') },
    ...(near !== undefined && {
      fix: { safe: false, edits: [{ start, end, insert: inStyle(near, style) }] },
    }),
  });
  if (near === undefined) state.broken.add(opened.object);
  return near === undefined ? undefined : own.get(near);
}

/** Where a key stands in both languages, that it stands twice is enough to say. */
function forgetMixed({ entry, first }: Duplicate, { foreign }: State): void {
  for (const { start } of [entry.key, first.key]) {
    const mixed = foreign.findIndex((other) => other.start === start);
    if (mixed !== -1) foreign.splice(mixed, 1);
  }
}

/** A scalar where a mapping, list or choice may stand. */
function readShorthand(node: ScalarNode, shape: Shape, state: State): unknown {
  if (shape.values) return readChoice(node, shape.values, shape.means ?? {}, state);
  if (shape.shorthand !== undefined) {
    const object = Object.create(null) as Record<string, unknown>;
    state.origins.set(object, { node, shape, entries: none });
    if (isEmpty(node)) return object;
    const value = read(node, shape.keys?.[shape.shorthand]?.is ?? ':text', state);
    if (value === undefined) state.broken.add(object);
    else object[shape.shorthand] = value;
    return object;
  }
  if (isEmpty(node) && (shape.keys || shape.entries)) {
    const object = Object.create(null) as object;
    state.origins.set(object, { node, shape, entries: none });
    return object;
  }
  return node.value;
}

/**
 * The canonical value of a choice; undefined, with a problem noted, where there is none. A value is never guessed: those of a
 * choice contradict each other, and 没完成 or “unmet” is one slip away from what it denies.
 */
function readChoice(
  node: ScalarNode,
  values: Readonly<Record<string, string>>,
  means: NonNullable<Shape['means']>,
  state: State,
): string | undefined {
  const own = new Map(Object.entries(values).map(([en, zh]) => (state.keys === 'zh' ? [zh, en] : [en, en])));
  const written = node.value;
  const exact = own.get(written);
  if (exact !== undefined) return exact;
  const { start, end } = node;
  const foreign = Object.entries(values).find(([en, zh]) => written === en || written === zh)?.[0];
  if (foreign !== undefined) {
    state.foreign.push({ start, end, written, style: node.style, own: valueName(foreign, state.keys) });
    return foreign;
  }
  const choices = (language: 0 | 1): string =>
    [...own].map(([name, value]) => `${name}\t${means[value]?.[language] ?? ''}`).join('\n');
  state.problems.push({
    start,
    end,
    message: 'value-unknown',
    data: { written, choices: choices(0), choicesZh: choices(1) },
  });
  return undefined;
}

/** A key or value of the format in the quotes of what it stands for. */
const inStyle = (word: string, style: Style): string =>
  style === 'double' ? `"${word}"` : style === 'single' ? `'${word}'` : word;

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['是', true],
  ['否', false],
]);

/** 是 and 否 belong to Chinese keys; true and false to both sets. */
function noteBoolean({ value, style, start, end }: ScalarNode, state: State): void {
  if (state.keys === 'en' && style === 'plain' && /^[是否]$/.test(value))
    state.foreign.push({ start, end, written: value, style, own: String(value === '是') });
}

/** A scalar as the format wants it at its place: text stays as it was written, whatever it looks like. */
function readScalar({ value, style }: ScalarNode, is: Is): unknown {
  if (style === 'plain') {
    if (is === ':integer' && /^[+-]?\d{1,15}$/.test(value)) return Number(value);
    if (is === ':boolean') return booleans.get(value) ?? value;
    if (is === ':cell' && (value === '' || value === 'null' || value === '~')) return null;
  }
  return value;
}
