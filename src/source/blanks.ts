import type { Path } from '../diagnostic.ts';
import type { NodeOrigin } from './canonical.ts';
import type { Is } from './grammar.ts';
import { isBlank, isEmpty, type TreeNode } from './tree.ts';

const texts: ReadonlySet<Is> = new Set([':text', ':quantity', ':word', ':date']);

/**
 * Takes blanks that stand in place of a value out of the data, `title: ""` or an empty block, and says where they are: they
 * are no value. The title of a part and the name of a table are one: left empty, none is printed. An id, formula, path, number or choice of blanks is one that is wrong, and is told as that.
 */
export function dropBlanks(path: Path, data: unknown, origins: ReadonlyMap<object, NodeOrigin>): Path[] {
  const origin = typeof data === 'object' && data !== null ? origins.get(data) : undefined;
  if (origin === undefined) return [];
  const { node, shape } = origin;
  if (node.kind !== 'scalar') return dropInside(path, data as object, origin, origins);
  const key = shape?.shorthand;
  if (key === undefined || !isLeftBlank(node) || !takesBlanksOut(key, shape?.keys?.[key]?.is ?? ':', path))
    return [];
  delete (data as Record<string, unknown>)[key];
  return [path];
}

function dropInside(
  path: Path,
  data: object,
  { shape, entries }: NodeOrigin,
  origins: ReadonlyMap<object, NodeOrigin>,
): Path[] {
  const found: Path[] = [];
  for (const [key, { value }] of entries)
    if (isLeftBlank(value) && takesBlanksOut(key, shape?.keys?.[key]?.is ?? ':', path)) {
      delete (data as Record<string, unknown>)[key];
      found.push([...path, key]);
    }
  const inner = Array.isArray(data) ? data.entries() : Object.entries(data);
  for (const [key, value] of inner)
    // its path is only made where it can hold anything
    if (typeof value === 'object' && value !== null)
      for (const each of dropBlanks([...path, key], value, origins)) found.push(each);
  return found;
}

/** Whether something is written that says nothing. */
const isLeftBlank = (node: TreeNode): boolean => node.kind === 'scalar' && !isEmpty(node) && isBlank(node);

/** Whether blanks under a key are no value: those of a text, unless they are the title of a part or the name of a table. */
export const takesBlanksOut = (key: string, is: Is, path: Path): boolean =>
  texts.has(is) && !((key === 'title' && isPart(path)) || (key === 'name' && path.at(-2) === 'tables'));

/** Whether a part stands at a path: the summary, the problems, the plan, or one of the annexes. */
const isPart = ([, part, ...rest]: Path): boolean =>
  part !== undefined && rest.length === (part === 'annexes' ? 1 : 0);
