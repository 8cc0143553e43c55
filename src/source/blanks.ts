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
  const blank = [...entries].flatMap(([key, { value }]) =>
    keyed(key) && !isEmpty(value) && isBlank(value) ? [key] : [],
  );
  for (const key of blank) delete object[key];
  const inner = Array.isArray(data) ? [...data.entries()] : Object.entries(object);
  return [
    ...blank.map((key): Path => [...path, key]),
    ...inner.flatMap(([key, value]) => dropBlanks([...path, key], value, origins)),
  ];
}

/** Whether blanks under a key are no value: those of a text, unless they are the title of a part or the name of a table. */
export const takesBlanksOut = (key: string, is: Is, path: Path): boolean =>
  texts.has(is) && !((key === 'title' && isPart(path)) || (key === 'name' && path.at(-2) === 'tables'));

/** Whether a part stands at a path: the summary, the problems, the plan, or one of the annexes. */
const isPart = ([, part, ...rest]: Path): boolean =>
  part !== undefined && rest.length === (part === 'annexes' ? 1 : 0);
