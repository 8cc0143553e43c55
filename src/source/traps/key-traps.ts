import { lineStart } from '../depths.ts';
import { isUnder, shapeOf, type Shape } from '../grammar.ts';
import { blankCount, widthOf } from '../line-starts.ts';
import type { Trap } from './repair.ts';
import { isEmpty, type Entry, type MapNode, type ScalarNode } from '../tree.ts';

/** A key that holds another colon, behind a key of the format or before a quotation mark: `标题："重点: 安全"`. */
function lateColon(shape: Shape, { value, start }: ScalarNode): Trap | undefined {
  const [whole = '', name = '', colon = ''] = /^([^：:"']+)([：:])[ \t\u3000]*/.exec(value) ?? [];
  if (colon === '' || (isUnder(shape, name) === undefined && !/["']/.test(value[whole.length] ?? '')))
    return undefined;
  const at = start + name.length;
  const edits = [{ start: at, end: start + whole.length, insert: ': ' }];
  return {
    start: at,
    end: at + 1,
    message: colon === '：' ? 'colon-wide' : 'colon-space',
    data: { key: name },
    fix: { edits, safe: true },
  };
}

/** What a key may begin with that begins none, and what stands behind one. */
const KEY_SIGN = /^[\u3000\u00A0—–－‒―−•●▪-]|[:：]/;

/** Keys that begin with a dash or a blank that is no space. */
export function keyTraps(text: string, node: MapNode, shape: Shape | undefined): Trap[] {
  const traps: Trap[] = [];
  for (const [index, { key }] of node.entries.entries()) {
    if (key.style !== 'plain' || !KEY_SIGN.test(key.value)) continue;
    const trap =
      blankTrap(text, key) ??
      (shape && lateColon(shape, key)) ??
      (shape && mayHoldItem(shape, node.entries[index - 1]) ? dashTrap(key) : undefined);
    if (trap) traps.push(trap);
  }
  return traps;
}

/** A key behind blanks that are no spaces: its line is indented with them. */
function blankTrap(text: string, { value, start }: ScalarNode): Trap | undefined {
  const blank = /^[\u3000\u00A0]+/.exec(value)?.[0];
  if (blank === undefined) return undefined;
  const insert = blank.replaceAll('\u3000', '  ').replaceAll('\u00A0', ' ');
  return {
    start,
    end: start + 1,
    message: 'indent-character',
    data: {
      name: blank.includes('\u3000') ? 'wide' : 'no-break',
      have: blankCount(blank),
      want: widthOf(blank) + start - lineStart(text, start),
    },
    fix: { edits: [{ start, end: start + blank.length, insert }], safe: true },
  };
}

/** Whether a list may stand there: in place of the mapping, or right below the key before, where an item without its mark is the next key. */
function mayHoldItem(shape: Shape, before: Entry | undefined): boolean {
  if (shape.items !== undefined) return true;
  if (before === undefined || !(isEmpty(before.value) || before.value.kind === 'list')) return false;
  return shapeOf(isUnder(shape, before.key.value) ?? ':')?.items !== undefined;
}

/** A list mark that lacks its space, or is another dash. */
function dashTrap({ value, start }: ScalarNode): Trap | undefined {
  const dash = /^(?:[—–－‒―−•●▪]+[ \t\u3000]*|-(?=[^\s\d-]))/.exec(value)?.[0];
  if (dash === undefined) return undefined;
  const isMark = dash === '-';
  const edit = isMark
    ? { start: start + 1, end: start + 1, insert: ' ' }
    : { start, end: start + dash.length, insert: '- ' };
  return {
    start,
    end: start + 1,
    message: isMark ? 'dash-space' : 'dash-wrong',
    data: { dash: dash[0] ?? '' },
    fix: { edits: [edit], safe: true },
  };
}
