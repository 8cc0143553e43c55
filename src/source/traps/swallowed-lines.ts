import { isUnder, shapeOf, type Shape } from '../grammar.ts';
import { misplaced } from './indents.ts';
import type { Trap } from './repair.ts';
import type { MapNode } from '../tree.ts';

/**
 * Lines of a block text that hold one of the keys that the mapping may have and has not, with entries or items below:
 * indented a step too far, `指标:` and all its metrics become part of the text above.
 */
export function swallowedTraps(text: string, { entries }: MapNode, shape: Shape | undefined): Trap[] {
  const written = new Set(entries.map(({ key }) => key.value));
  return entries.flatMap(({ key, value }) => {
    if (value.kind !== 'scalar' || (value.style !== 'literal' && value.style !== 'folded')) return [];
    if (!value.value.includes(':')) return [];
    const lines = text
      .slice(value.start, value.end)
      .matchAll(
        /^( +)([^\s:#-][^\n:]*):[ \t]*\r?\n(?:[ \t]*\r?\n)*(?= +(?:- +)?[^\s:：#-][^\n:：]*:(?:\s|$))/gm,
      );
    const found = [...lines].find(
      ([, , name = '']) => !written.has(name) && shape !== undefined && isContainer(shape, name),
    );
    if (found === undefined) return [];
    const line = value.start + found.index;
    const indent = found[1]?.length ?? 0;
    const column = key.start - (text.lastIndexOf('\n', key.start - 1) + 1);
    return [misplaced(text, line + indent, { start: line, end: line + indent, insert: ' '.repeat(column) })];
  });
}

/** Whether a key of a shape holds other keys or a list of them. */
function isContainer(shape: Shape, name: string): boolean {
  const under = shape.keys && shapeOf(isUnder(shape, name) ?? ':');
  return (
    under !== undefined &&
    under.values === undefined &&
    under.shorthand === undefined &&
    !under.items?.startsWith(':')
  );
}
