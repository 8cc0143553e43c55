import { scanFlow } from './flow-traps.ts';
import { quotedEnd, quoteTrap } from './quotes.ts';
import { blockMark } from './block-marks.ts';
import type { NamesIn } from './property-traps.ts';
import type { Trap } from './repair.ts';

/** The traps of a value in a line, the offset up to which the text is dealt with, and whether a block text begins. */
export interface ValueScan {
  readonly traps: readonly Trap[];
  readonly resume: number;
  readonly block: boolean;
}

const header = /^[|>](?:[+-]?\d?|\d[+-])\s*(?:#[^\n]*)?$/;

/** What stands behind a colon or a list mark, from `at` to the end of its line. `kind` is what its key holds. */
export function scanValue(
  text: string,
  at: number,
  end: number,
  kind: 'text' | 'words' | 'container',
  names: NamesIn,
): ValueScan {
  const value = text.slice(at, end);
  const first = value[0] ?? '';
  const anchor = /^&[^\s,[\]{}]+[ \t]+(?=\S)/.exec(value)?.[0].length;
  if (anchor !== undefined) return scanValue(text, at + anchor, end, kind, names);
  if (header.test(value)) return { traps: [], resume: end, block: true };
  const mark = blockMark(text, at, end, kind === 'text');
  if (mark) return { traps: [mark], resume: end, block: true };
  // behind the key of a text it can begin no keys
  if (value.startsWith('{{') || (kind === 'text' && first === '{' && /\}\s*\S/.test(value)))
    return quote(text, at, end, at, 'reference-unquoted');
  if (/[{[｛［]/.test(first)) return flow(text, at, end);
  if (first === '"' || first === "'") return quoted(text, at, end);
  return isSpecial(value, names)
    ? quote(text, at, end, at, 'start-special')
    : plain(text, at, end, value, kind);
}

/** Whether a text begins with a sign that means something to YAML, and was not meant so. */
function isSpecial(value: string, names: NamesIn): boolean {
  const first = value[0] ?? '';
  const name = /^.([^\s,[\]{}]+)/.exec(value)?.[1] ?? '';
  if (first === '*') return !/^\*[\w-]+\s*$/.test(value) && !names('&').has(name);
  if (first === '&') return !/^&[\w-]+(?:\s|$)/.test(value) && !names('*').has(name);
  return /[|>%@`]/.test(first) || (first === '!' && !value.startsWith('!!'));
}

function flow(text: string, at: number, end: number): ValueScan {
  const { traps, end: close } = scanFlow(text, at);
  return close === -1
    ? { traps: [], resume: end, block: false }
    : { traps, resume: Math.max(close, end), block: false };
}

/** A quoted scalar; text behind its closing quote would be an error. */
function quoted(text: string, at: number, end: number): ValueScan {
  const close = quotedEnd(text, at);
  if (close === -1 || close > end) return { traps: [], resume: close === -1 ? end : close, block: false };
  return /^\s*(?:#[^\n]*)?$/.test(text.slice(close, end))
    ? { traps: [], resume: end, block: false }
    : quote(text, at, end, close, 'quote-inside');
}

function plain(
  text: string,
  at: number,
  end: number,
  value: string,
  kind: 'text' | 'words' | 'container',
): ValueScan {
  const comment = / #(?=\S)/.exec(value);
  const nested = kind === 'container' ? null : /: /.exec(value.split(' #')[0] ?? '');
  if (nested) return quote(text, at, end, at + nested.index, 'colon-in-text');
  if (comment && !value.slice(0, comment.index).includes(' # '))
    return quote(text, at, end, at + comment.index + 1, 'comment-cut');
  return { traps: [], resume: end, block: false };
}

function quote(text: string, start: number, end: number, at: number, message: string): ValueScan {
  const written = text.slice(start, end);
  const comment = written.search(/\s#(?:\s|$)/);
  const stop = start + (comment === -1 ? written : written.slice(0, comment)).trimEnd().length;
  return { traps: [quoteTrap(text, start, stop, at, message)], resume: end, block: false };
}
