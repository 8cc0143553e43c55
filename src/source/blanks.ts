import type { Path } from '../diagnostic.ts';
import type { Origin } from './canonical.ts';
import type { Is } from './grammar.ts';
import { isBlank, isEmpty } from './tree.ts';

const texts: ReadonlySet<Is> = new Set([':text', ':quantity', ':word', ':date']);

/**
 * Takes blanks that stand in place of a value out of the data, `title: ""` or an empty block, and says where they are: they
 * are no value. The title of a part and the name of a table are one: left empty, none is printed. An id, formula, path, number or choice of blanks is one that is wrong, and is told as that.
 */
export function dropBlanks(path: Path, data: unknown, origins: ReadonlyMap<object, Origin>): Path[] {
  const origin = typeof data === 'object' && data !== null ? origins.get(data) : undefined;
  if (origin === undefined) return [];
  const object = data as Record<string, unknown>;
  const { node, shape, entries } = origin;
  const keyed = (key: string): boolean => takesBlanksOut(key, shape?.keys?.[key]?.is ?? ':', path);
  if (node.kind === 'scalar') {
    if (shape?.shorthand === undefined || isEmpty(node) || !isBlank(node) || !keyed(shape.shorthand))
      return [];
    delete object[shape.shorthand];
    return [path];
  }
  const found: Path[] = [];
  for (const [key, { value }] of entries)
    if (value.kind === 'scalar' && !isEmpty(value) && isBlank(value) && keyed(key)) {
      delete object[key];
      found.push([...path, key]);
    }
  if (Array.isArray(data))
    for (const [index, value] of data.entries()) inner(path, index, value, origins, found);
  else for (const key in object) inner(path, key, object[key], origins, found);
  return found;
}

/** What stands under a key of something; its path is only made where it can hold anything. */
function inner(
  path: Path,
  key: string | number,
  value: unknown,
  origins: ReadonlyMap<object, Origin>,
  found: Path[],
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const blank of dropBlanks([...path, key], value, origins)) found.push(blank);
}

/** Whether blanks under a key are no value: those of a text, unless they are the title of a part or the name of a table. */
export const takesBlanksOut = (key: string, is: Is, path: Path): boolean =>
  texts.has(is) && !((key === 'title' && isPart(path)) || (key === 'name' && path.at(-2) === 'tables'));

/** Whether a part stands at a path: the summary, the problems, the plan, or one of the annexes. */
const isPart = ([, part, ...rest]: Path): boolean =>
  part !== undefined && rest.length === (part === 'annexes' ? 1 : 0);
