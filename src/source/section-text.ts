import type { Edit, Offsets } from '../diagnostic.ts';
import { quoted, staysPlain } from './edit.ts';

/** A section that is taken out of a draft: the change of the draft, and the text of the section’s own file. */
export interface TakenOut {
  readonly edit: Edit;
  readonly text: string;
}

/**
 * Takes an item of a list in block style out of a text, with the comments directly above it and below it that are indented
 * as its own; in its place stands one line that names the file. Lines are only moved to the left, so that every comment
 * and every way to write a value stays. Undefined where the item shares its line with other things.
 */
export function takeOut(text: string, item: Offsets, key: string, file: string): TakenOut | undefined {
  const place = placeOf(text, item);
  if (place === undefined || /[&*!]/.test(text[item.start] ?? '')) return undefined;
  const { dash, column, from, to } = place;
  const head = text.slice(from, place.line);
  const body = text.slice(item.start, to);
  const own = `${head.replaceAll(new RegExp(`^ {${dash}}`, 'gm'), '')}${moveLeft(body, column)}`;
  const ends = /\r?\n$/.exec(own) ? '' : breakOf(text);
  const value = staysPlain(file, false) ? file : quoted(file);
  const last = /\r?\n$/.exec(body)?.[0] ?? '';
  return {
    edit: { start: from, end: to, insert: `${' '.repeat(dash)}- ${key}: ${value}${last}` },
    text: own + ends,
  };
}

/**
 * Puts the text of a section’s own file in the place of the item that names it: what `takeOut` took out. The comments of the
 * file go above the item, but for the first line that tells editors the schema; a comment behind the item as well. Undefined
 * where the item shares its line with other things, or the file is more than one document.
 */
export function putIn(text: string, item: Offsets, file: string): Edit | undefined {
  const place = placeOf(text, item);
  const clean = file.replace(/^\uFEFF/, '').replace(/^# yaml-language-server:[^\n]*\n/, '');
  if (place === undefined || /^(?:---|\.\.\.|%)/m.test(clean)) return undefined;
  const { dash, column, line, to } = place;
  const end = text.slice(item.start, to).match(/\r?\n$/) ? breakOf(text) : '';
  const lines = clean
    .replace(/(?<![\r\n])(?:\r?\n)+$/, (breaks) =>
      /[|>][-+0-9]*\+/.test(clean) ? breaks.replace(/\r?\n$/, '') : '',
    )
    .split(/\r?\n/);
  const first = lines.findIndex((each) => each.trim() !== '' && !/^\s*#/.test(each));
  if (first === -1) return undefined;
  const indent = /^ */.exec(lines[first] ?? '')?.[0].length ?? 0;
  const behind = /^[ \t]*(#[^\r\n]*)/.exec(text.slice(item.end, to))?.[1]?.trimEnd();
  const head = [
    ...lines.slice(0, first).map((each) => each.trim()),
    ...(behind === undefined ? [] : [behind]),
  ];
  const [opening = '', ...rest] = lines
    .slice(first)
    .map((each) => each.replace(new RegExp(`^ {0,${indent}}`), ''));
  const all = [
    ...head.map((each) => (each === '' ? '' : ' '.repeat(dash) + each)),
    `${' '.repeat(dash)}-${' '.repeat(column - dash - 1)}${opening}`,
    ...rest.map((each) => (each === '' ? '' : ' '.repeat(column) + each)),
  ];
  return { start: line, end: to, insert: all.join(breakOf(text)) + end };
}

/** Where an item stands: its dash, the column of what is in it, its lines, and those with the comments around. */
interface ItemPlace {
  readonly dash: number;
  readonly column: number;
  /** Where its first line begins, and the first comment above it. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

function placeOf(text: string, { start, end }: Offsets): ItemPlace | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const prefix = /^( *)- +$/.exec(text.slice(line, start));
  if (prefix === null) return undefined;
  const dash = prefix[1]?.length ?? 0;
  const rest = /^[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(text.slice(end));
  let to = text[end - 1] === '\n' ? end : end + (rest?.[0].length ?? 0);
  if (text[end - 1] !== '\n' && rest === null) return undefined;
  // comments that are indented as what is in the item belong to it
  const own = new RegExp(`^(?:[ \\t]*\\r?\\n)* {${dash + 1},}#[^\\n]*(?:\\n|$)`);
  for (let more = own.exec(text.slice(to)); more; more = own.exec(text.slice(to))) to += more[0].length;
  let from = line;
  for (;;) {
    const above = text.lastIndexOf('\n', from - 2) + 1;
    if (from === 0 || !new RegExp(`^ {${dash}}#`).test(text.slice(above, from))) break;
    from = above;
  }
  return { dash, column: start - line, line, from, to };
}

/** Every line but the first so many columns to the left, as far as there are spaces. */
const moveLeft = (text: string, columns: number): string =>
  text.replaceAll(new RegExp(`\\n {0,${columns}}`, 'g'), '\n');

const breakOf = (text: string): string => /\r?\n/.exec(text)?.[0] ?? '\n';
