import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from '../tree.ts';

/** What the fast reader does not take for certain: the library reads it instead. */
export const UNSURE = Symbol('unsure');

export const NEWLINE = 10;
export const RETURN = 13;
export const SPACE = 32;
export const HASH = 35;
export const DASH = 45;
export const COLON = 58;
const DOUBLE = 34;
const SINGLE = 39;
const COMMA = 44;
const QUESTION = 63;
const BACKSLASH = 92;
const LIST = 91;
const LIST_END = 93;
const MAP = 123;
const MAP_END = 125;

/** Whether a line ends there: at a feed, with or without a return, or with the text. */
export const isLineEnd = (code: number): boolean => code === NEWLINE || code === RETURN || code !== code;
const isFlowMark = (code: number): boolean =>
  code === COMMA || code === LIST || code === LIST_END || code === MAP || code === MAP_END;

/** No plain scalar begins with one of these, or it is something else: `, [ ] { } # & * ! | > ' " % @` and the backquote. */
const indicators: ReadonlySet<number> = new Set([...',[]{}#&*!|>\'"%@`'].map((sign) => sign.charCodeAt(0)));

/** A plain scalar on one line, and where it ends. @throws UNSURE where it is none, or holds what may be read otherwise. */
export function plainScalar(text: string, start: number, flow: boolean): ScalarNode {
  if (!beginsPlain(text.charCodeAt(start), text.charCodeAt(start + 1), flow)) throw UNSURE;
  let last = start;
  let at = start;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code) || (flow && isFlowMark(code))) break;
    if (code === SPACE) continue;
    if (code === 9) throw UNSURE;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
    if (code === COLON && standsAlone(text.charCodeAt(at + 1), flow)) break;
    last = at;
  }
  return { kind: 'scalar', value: text.slice(start, last + 1), style: 'plain', start, end: last + 1 };
}

/** Whether a plain scalar may begin with a character, by the one behind it. */
function beginsPlain(first: number, next: number, flow: boolean): boolean {
  if (indicators.has(first) || isLineEnd(first)) return false;
  // `-`, `?` and `:` begin a scalar only beside something else
  return !((first === DASH || first === COLON || first === QUESTION) && standsAlone(next, flow));
}

/** Whether a dash, question mark or colon before that character is a sign, as a colon behind a key. */
const standsAlone = (next: number, flow: boolean): boolean =>
  next === SPACE || isLineEnd(next) || (flow && isFlowMark(next));

/** A quoted scalar on one line; undefined where there is none. @throws UNSURE where it runs on over the line. */
export function quotedScalar(text: string, start: number): ScalarNode | undefined {
  const quote = text.charCodeAt(start);
  if (quote !== DOUBLE && quote !== SINGLE) return undefined;
  let plain = true;
  let at = start + 1;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) throw UNSURE;
    if (code === quote) {
      if (quote !== SINGLE || text.charCodeAt(at + 1) !== SINGLE) break;
      plain = false;
      at++;
    } else if (code === BACKSLASH && quote === DOUBLE) {
      plain = false;
      at++;
    }
  }
  const inside = text.slice(start + 1, at);
  const value = plain
    ? inside
    : quote === SINGLE
      ? inside.replaceAll("''", "'")
      : inside.replaceAll(ESCAPE, unescape);
  return { kind: 'scalar', value, style: quote === SINGLE ? 'single' : 'double', start, end: at + 1 };
}

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]?))/g;
/** Escapes of one character (YAML 1.2.2 §5.7). */
const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

function unescape(
  _: string,
  x: string | undefined,
  u: string | undefined,
  U: string | undefined,
  one: string | undefined,
): string {
  const hex = x ?? u ?? U;
  if (hex === undefined) {
    const known = escapes[one ?? ''];
    if (known === undefined) throw UNSURE;
    return known;
  }
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw UNSURE;
  return String.fromCodePoint(code);
}

const skipSpaces = (text: string, at: number): number => {
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
};

const empty = (at: number): ScalarNode => ({ kind: 'scalar', value: '', style: 'plain', start: at, end: at });

/** More levels than a draft has; the library says what is wrong with deeper ones. */
export const DEEPEST = 100;

/** `{ … }` or `[ … ]` on one line; undefined where none begins. @throws UNSURE where it runs on over the line. */
export function flowCollection(text: string, start: number, depth: number): MapNode | ListNode | undefined {
  const open = text.charCodeAt(start);
  if (open !== MAP && open !== LIST) return undefined;
  if (depth > DEEPEST) throw UNSURE;
  const close = open === MAP ? MAP_END : LIST_END;
  const entries: Entry[] = [];
  const items: TreeNode[] = [];
  let at = skipSpaces(text, start + 1);
  while (text.charCodeAt(at) !== close) {
    if (open === LIST) {
      const item = flowValue(text, at, depth);
      items.push(item);
      at = skipSpaces(text, item.end);
    } else {
      const key = quotedScalar(text, at) ?? plainScalar(text, at, true);
      const value = valueOfKey(text, key, depth);
      entries.push({ key, value });
      at = skipSpaces(text, value.end);
    }
    if (text.charCodeAt(at) === COMMA) at = skipSpaces(text, at + 1);
    else if (text.charCodeAt(at) !== close) throw UNSURE;
  }
  return open === MAP
    ? { kind: 'map', entries, start, end: at + 1 }
    : { kind: 'list', items, start, end: at + 1 };
}

const flowValue = (text: string, at: number, depth: number): TreeNode => {
  const value = flowCollection(text, at, depth + 1) ?? quotedScalar(text, at) ?? plainScalar(text, at, true);
  if (value.end === value.start) throw UNSURE;
  return value;
};

/** The value behind a key in `{ … }`; a key alone has an empty one. */
function valueOfKey(text: string, key: ScalarNode, depth: number): TreeNode {
  const colon = skipSpaces(text, key.end);
  if (text.charCodeAt(colon) !== COLON) return empty(key.end);
  const at = skipSpaces(text, colon + 1);
  const code = text.charCodeAt(at);
  return code === COMMA || code === MAP_END ? empty(at) : flowValue(text, at, depth);
}
