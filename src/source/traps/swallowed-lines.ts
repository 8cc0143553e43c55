import { isUnder, shapeOf, type Shape } from '../grammar.ts';
import { misplaced } from './indents.ts';
import type { Trap } from './repair.ts';
import type { MapNode } from '../tree.ts';

/**
 * Lines of a block text that hold one of the keys that the mapping may have and has not, with entries or items below:
 * indented a step too far, `指标:` and all its metrics become part of the text above.
 */
export function swallowedTraps(text: string, { entries }: MapNode, shape: Shape | undefined): Trap[] {
  const traps: Trap[] = [];
  const isWritten = (name: string): boolean => entries.some(({ key }) => key.value === name);
  for (const { key, value } of entries) {
    if (value.kind !== 'scalar' || (value.style !== 'literal' && value.style !== 'folded')) continue;
    if (!value.value.includes(':')) continue;
    const block = text.slice(value.start, value.end);
    const lines = block.matchAll(
      /^( +)([^\s:#-][^\n:]*):[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=( +)(- +)?[^\s:：#-][^\n:：]*:(?:\s|$))/gm,
    );
    const found = [...lines].find(
      ({ 1: indent = '', 2: name = '', 3: below = '', 4: item, index }) =>
        shape !== undefined &&
        !isWritten(name) &&
        isContainer(shape, name) &&
        // what stands below a key is indented, or an item
        (below.length > indent.length || item !== undefined) &&
        !isFenced(block.slice(0, index)),
    );
    if (found === undefined) continue;
    const line = value.start + found.index;
    const indent = found[1]?.length ?? 0;
    const column = key.start - (text.lastIndexOf('\n', key.start - 1) + 1);
    const edit = { start: line, end: line + indent, insert: ' '.repeat(column) };
    traps.push(misplaced(text, line + indent, edit));
  }
  return traps;
}

/** Whether a place stands in a block of code between fences, by the text before it. */
const isFenced = (before: string): boolean => (before.match(/^[ \t]*(?:```|~~~)/gm)?.length ?? 0) % 2 === 1;

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
