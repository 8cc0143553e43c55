import { inStyle, type OpenMapping, type State } from './canonical-state.ts';
import type { Duplicate } from './duplicates.ts';
import { keysOf, type Shape } from './grammar.ts';
import { suggestKey } from './suggest/suggest.ts';
import { meantBy } from './suggest/synonyms.ts';
import type { Entry } from './tree.ts';

/** A key of a mapping with fixed keys, in either language or nearly right; what is not known is a problem. */
export function knownKey(
  { key: { value: written, style, start, end }, value }: Entry,
  shape: Shape,
  opened: OpenMapping,
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
export function forgetMixed({ entry, first }: Duplicate, { foreign }: State): void {
  for (const { start } of [entry.key, first.key]) {
    const mixed = foreign.findIndex((other) => other.start === start);
    if (mixed !== -1) foreign.splice(mixed, 1);
  }
}
