import type { Offsets, Path, Place } from '../diagnostic.ts';
import type { NodeOrigin } from './canonical.ts';
import { characterLength, type Characters } from './characters.ts';
import { isEmpty, type ListNode, type MapNode, type ScalarNode, type TreeNode } from './tree.ts';

/** An entry, an item, or the whole. */
export interface Found {
  readonly key?: ScalarNode;
  readonly value: TreeNode;
}

/** Where a place stands in the text; what is not written stands where its nearest ancestor does. */
export function locate(
  text: string,
  characters: Characters,
  root: unknown,
  origins: ReadonlyMap<object, NodeOrigin>,
  { path, at, span }: Place,
): Offsets {
  const { found, exact } = find(root, origins, path);
  if (found === undefined) return { start: 0, end: 1 };
  if (exact && span && found.value.kind === 'scalar') return spanOf(text, characters, found.value, span);
  const { start, end } = wholeOf(text, found, exact ? at : 'key');
  return { start, end };
}

/** What was found on the way to a path. */
export interface Search {
  /** What stands at the path, else at its nearest ancestor. */
  readonly found: Found | undefined;
  readonly exact: boolean;
  /** Mappings and lists around it, outermost first. */
  readonly containers: readonly TreeNode[];
}

/** What stands at a path. */
export function find(root: unknown, origins: ReadonlyMap<object, NodeOrigin>, [, ...keys]: Path): Search {
  let found: Found | undefined = rootOf(root, origins);
  let data: unknown = root;
  const containers: TreeNode[] = [];
  for (const key of keys) {
    const next: Found | undefined = step(data, key, origins);
    if (found) containers.push(found.value);
    if (next === undefined) return { found, exact: false, containers };
    found = next;
    data = (data as Record<string | number, unknown>)[key];
  }
  return { found, exact: true, containers };
}

const rootOf = (root: unknown, origins: ReadonlyMap<object, NodeOrigin>): Found | undefined => {
  const node = typeof root === 'object' && root !== null ? origins.get(root)?.node : undefined;
  return node && { value: node };
};

/** One step down: the entry or item of that key. A shorthand scalar is its own value. */
function step(
  data: unknown,
  key: string | number,
  origins: ReadonlyMap<object, NodeOrigin>,
): Found | undefined {
  const origin = typeof data === 'object' && data !== null ? origins.get(data) : undefined;
  if (origin === undefined) return undefined;
  const { node, shape } = origin;
  if (node.kind === 'scalar') return key === shape?.shorthand && !isEmpty(node) ? { value: node } : undefined;
  if (node.kind === 'list') {
    const item = typeof key === 'number' ? node.items[key] : undefined;
    return item && { value: item };
  }
  return typeof key === 'string' ? origin.entries.get(key) : undefined;
}

function spanOf(
  text: string,
  characters: Characters,
  node: ScalarNode,
  [from, to]: readonly [number, number],
): Offsets {
  const offsets = characters.of(node);
  const start = offsets[Math.min(from, node.value.length)] ?? node.start;
  const last = to > from ? offsets[Math.min(to - 1, node.value.length - 1)] : undefined;
  return { start, end: last === undefined ? start : last + characterLength(text, node, last) };
}

/** A whole key or value: by default the value where it is a scalar, else the key, else the first thing in it. */
function wholeOf(text: string, { key, value }: Found, at: 'key' | 'value' | undefined): Offsets {
  const written = value.kind === 'scalar' && !isEmpty(value) && !isBlock(value);
  if (key && (at === 'key' || !(written || at === 'value'))) return key;
  if (value.kind !== 'scalar') return firstIn(value);
  if (!isBlock(value)) return value;
  return { start: value.start, end: value.start + (/^.*/.exec(text.slice(value.start))?.[0].length ?? 0) };
}

const isBlock = ({ style }: ScalarNode): boolean => style === 'literal' || style === 'folded';

/** The first key or item of a collection, else the sign that it begins with. */
function firstIn(value: MapNode | ListNode): Offsets {
  const first = value.kind === 'map' ? value.entries[0]?.key : value.items[0];
  return first?.kind === 'scalar' ? first : { start: value.start, end: Math.min(value.start + 1, value.end) };
}
