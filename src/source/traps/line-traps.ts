import { isKey } from '../grammar.ts';
import type { Trap } from './repair.ts';
import type { ScalarNode } from '../tree.ts';

/** Lines that were meant as items of a list of names and became one name. */
export const itemTraps = (text: string, start: number, end: number): Trap[] =>
  [...text.slice(start, end).matchAll(/^([ \t\u3000]*)([—–－‒―−•●▪]+[ \t\u3000]*|-(?=[^\s-]))/gm)].flatMap(
    ({ 1: white = '', 2: dash = '', index }) => dashTraps(dash, start + index + white.length),
  );

/** A dash that begins no item: one of another kind, or one without its space. */
export function dashTraps(dash: string, at: number): Trap[] {
  if (dash === '-')
    return [
      {
        start: at,
        end: at + 1,
        message: 'dash-space',
        fix: { edits: [{ start: at + 1, end: at + 1, insert: ' ' }], safe: true },
      },
    ];
  if (dash === '' || dash.startsWith('-')) return [];
  const edits = [{ start: at, end: at + dash.length, insert: '- ' }];
  return [
    {
      start: at,
      end: at + 1,
      message: 'dash-wrong',
      data: { dash: dash[0] ?? '' },
      fix: { edits, safe: true },
    },
  ];
}

const line =
  /^([ \t\u3000]*)((?:[—–－‒―−•●▪]+[ \t\u3000]*|-(?=[^\s-])|-[ \t]+)?)([^：:\n"'{[#]{1,40}?)[ \t]*([：:])([ \t\u3000]*)(?!\/\/)/;

/** Lines that were meant as entries or items and became one text. */
export function lineTraps(text: string, start: number, end: number): Trap[] {
  const traps: Trap[] = [];
  for (let at = start; at < end; at = text.indexOf('\n', at) + 1 || end) {
    const found = line.exec(
      text.slice(at, Math.min(end, text.indexOf('\n', at) === -1 ? end : text.indexOf('\n', at))),
    );
    if (found === null) continue;
    traps.push(...entryTraps(found, at));
    // the lines of a block text below it are its own
    if (/^[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?\r?(?:\n|$)/.test(text.slice(at + found[0].length, end)))
      return traps;
  }
  return traps;
}

function entryTraps(
  [whole, white = '', dash = '', key = '', colon = '', space = '']: RegExpExecArray,
  at: number,
): Trap[] {
  const traps = dashTraps(dash, at + white.length);
  const place = at + whole.length - space.length - 1;
  if (colon === '：')
    traps.push({
      start: place,
      end: place + 1,
      message: 'colon-wide',
      data: { key },
      fix: { edits: [{ start: place, end: place + 1 + space.length, insert: ': ' }], safe: true },
    });
  else if (space === '')
    traps.push({
      start: place,
      end: place + 1,
      message: 'colon-space',
      data: { key },
      fix: { edits: [{ start: place + 1, end: place + 1, insert: ' ' }], safe: true },
    });
  return traps;
}

/** A text of several lines one of which begins with a key of the format: that line was meant as an entry. */
export function brokenLineTraps(text: string, node: ScalarNode): Trap[] {
  // no further than its own end: thousands may stand in one line
  const feed = text.slice(node.start, node.end).indexOf('\n');
  if (feed === -1) return [];
  return lineTraps(text, node.start + feed + 1, node.end).filter(({ data }) => isKey(String(data?.['key'])));
}
