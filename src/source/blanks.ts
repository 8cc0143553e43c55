import type { Path } from '../diagnostic.ts';
import type { Origin } from './canonical.ts';
import type { Is } from './grammar.ts';
import { isBlank, isEmpty } from './tree.ts';

const texts: ReadonlySet<Is> = new Set([':text', ':quantity', ':word', ':date']);

/** Whether a text of blanks at a place is no value; an id, formula, path, number or choice of blanks is one that is wrong. */
export const takesText = (is: Is): boolean => texts.has(is);

/** Where blanks are written in place of a value: `title: ""`, or an empty block. They are left out of the data. */
export function blankPaths(path: Path, data: unknown, origins: ReadonlyMap<object, Origin>): Path[] {
  const origin = typeof data === 'object' && data !== null ? origins.get(data) : undefined;
  if (origin === undefined) return [];
  const { node, shape, entries } = origin;
  if (node.kind === 'scalar') return shape?.shorthand !== undefined && !isEmpty(node) && isBlank(node) ? [path] : [];
  const own = [...entries].flatMap(([key, { value }]): Path[] =>
    shape?.keys && !isEmpty(value) && isBlank(value) && takesText(shape.keys[key]?.is ?? ':') ? [[...path, key]] : [],
  );
  const inner = Array.isArray(data) ? [...data.entries()] : Object.entries(data as object);
  return [...own, ...inner.flatMap(([key, value]) => blankPaths([...path, key], value, origins))];
}
