import { quoteTrap } from './quotes.ts';
import type { Trap } from './repair.ts';
import type { ScalarNode } from '../tree.ts';

/** How far before a text its anchor or tag is looked for. */
const REACH = 200;

/** The names that stand behind a `&` or a `*` somewhere in a text: an alias is one where there is an anchor of its name. */
export type NamesIn = (mark: '&' | '*') => ReadonlySet<string>;

/** Looks for the names once, and only where they are asked for. */
export function propertyNames(text: string): NamesIn {
  const found = new Map<string, ReadonlySet<string>>();
  return (mark) => {
    const names =
      found.get(mark) ??
      new Set([...text.matchAll(mark === '&' ? anchor : alias)].map(([, name = '']) => name));
    found.set(mark, names);
    return names;
  };
}

const anchor = /(?<=^|[\s:])&([^\s,[\]{}]+)(?=\s|$)/gm;
const alias = /\*([^\s,[\]{}]+)/g;

/**
 * A text that begins with `&` or `!`, of which YAML makes an anchor or a tag and drops it: `&Bus Office` is read as
 * “Office”. An anchor that an alias names is meant, and so is a tag of YAML’s own such as `!!str`.
 */
export function propertyTraps(text: string, { style, start, end }: ScalarNode, names: NamesIn): Trap[] {
  if (style === 'literal' || style === 'folded' || text.slice(start, end).includes('\n')) return [];
  let from = start;
  for (let found = signBefore(text, from, end); found !== undefined; found = signBefore(text, from, end))
    from = found;
  const sign = /^\S+/.exec(text.slice(from, from + REACH))?.[0] ?? '';
  if (from === start || sign.startsWith('!!') || (sign.startsWith('&') && names('*').has(sign.slice(1))))
    return [];
  const { fix, data } = quoteTrap(text, from, Math.max(end, from + sign.length), from, 'sign-lost');
  return [{ start: from, end: from + sign.length, message: 'sign-lost', data: { ...data, sign }, fix }];
}

/** Where the anchor or tag right before an offset begins; undefined where there is none. */
function signBefore(text: string, at: number, end: number): number | undefined {
  const reach = text.slice(Math.max(0, at - REACH), at);
  const before = reach.slice(reach.lastIndexOf('\n') + 1);
  const trimmed = before.trimEnd();
  if (trimmed.length === before.length && at !== end) return undefined;
  const word = trimmed.slice(
    Math.max(...[' ', '\t', ',', '[', '{'].map((mark) => trimmed.lastIndexOf(mark))) + 1,
  );
  return /^[&!]/.test(word) ? at - before.length + trimmed.length - word.length : undefined;
}
