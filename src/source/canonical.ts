import type { Language, Problem } from '../diagnostic.ts';
import { inStyle, type OpenMapping, type NodeOrigin, type State } from './canonical-state.ts';
import { duplicateProblems, type Duplicate } from './duplicates.ts';
import { allKeys, shapeOf, type Is, type Shape } from './grammar.ts';
import { forgetMixed, knownKey } from './known-key.ts';
import { noteBoolean, readChoice, readScalar } from './scalar-values.ts';
import { isEmpty, type Entry, type ListNode, type MapNode, type ScalarNode, type TreeNode } from './tree.ts';

export type { NodeOrigin } from './canonical-state.ts';

/** A tree read as data: canonical keys and values, scalars as the format wants them at their place. */
export interface Canonical {
  readonly data: unknown;
  /** The key set of the file: the one asked for, else the language of most of its keys. */
  readonly keys: Language;
  /** That of most of its keys, where another one was asked for. */
  readonly mostKeys: Language;
  readonly problems: readonly Problem[];
  readonly origins: ReadonlyMap<object, NodeOrigin>;
  /** Objects of which a key or value could not be read: what is missing there may only be misspelt. */
  readonly broken: ReadonlySet<object>;
  /** Every entry whose key was understood. */
  readonly understood: ReadonlySet<Entry>;
}

const none: ReadonlyMap<string, Entry> = new Map();

const noKeys: object = Object.freeze(Object.create(null) as object);
/** A mapping that knows no key but its own; one without any prototype would be looked up as a table, and be slow. */
const mapping = (): Record<string, unknown> => Object.create(noKeys) as Record<string, unknown>;

/** Reads a tree as the shape of that name (`report` or `section`); `keys` is the key set that it should have, if it is not its own. */
export function canonicalize(root: TreeNode, is: Is, keys?: Language): Canonical {
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

function readMap(node: MapNode, shape: Shape | undefined, state: State): object {
  // one with names is an index, and better made as one
  const object = (shape?.keys ? mapping() : Object.create(null)) as Record<string, unknown>;
  const entries = new Map<string, Entry>();
  const opened: OpenMapping = {
    shape,
    object,
    entries,
    written: new Set(shape?.keys && node.entries.map(({ key }) => key.value)),
  };
  state.origins.set(object, { node, shape, entries });
  const twice: Duplicate[] = [];
  for (const entry of node.entries) {
    const [key, is] = placeOf(entry, opened, state) ?? [];
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

/** The key of an entry and what stands under it; undefined where there is no such key. */
function placeOf(
  entry: Entry,
  opened: OpenMapping,
  state: State,
): readonly [key: string | undefined, is: Is | undefined] | undefined {
  const { shape } = opened;
  if (!shape?.keys) return [entry.key.value, shape?.entries];
  const key = knownKey(entry, shape, opened, state);
  return key === undefined ? undefined : [key, shape.keys[key]?.is];
}

function readEntry(
  entry: Entry,
  key: string,
  is: Is,
  { shape, object, entries }: OpenMapping,
  state: State,
): void {
  entries.set(key, entry);
  state.understood.add(entry);
  if (isEmpty(entry.value) && shape?.keys) return;
  const value = read(entry.value, is, state);
  if (value === undefined) state.broken.add(object);
  else object[key] = value;
}

/** A scalar where a mapping, list or choice may stand. */
function readShorthand(node: ScalarNode, shape: Shape, state: State): unknown {
  if (shape.values) return readChoice(node, shape.values, shape.means ?? {}, state);
  if (shape.shorthand !== undefined) {
    const object = mapping();
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
