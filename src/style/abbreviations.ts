import type { Span } from '../quantity/value/formula.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { isHanAt } from './amiss.ts';

/** An abbreviation where a text introduces it, behind its full name. */
export interface Introduction {
  readonly short: string;
  readonly full: string;
  readonly span: Span;
}

/** So many characters before a bracket may be the full name. */
const NAME = 30;
/** Letters that readers know without an introduction. */
const known = new Set([
  'US',
  'UK',
  'EU',
  'UN',
  'GDP',
  'IT',
  'TV',
  'CEO',
  'AM',
  'PM',
  'FY',
  'VAT',
  'HIV',
  'DNA',
]);

/** 某某管理中心（以下简称“管理中心”）, Road Safety Fund (RSF): abbreviations with the full names that they stand for. */
export function introductions({ text }: TextAlone): readonly Introduction[] {
  if (!/[（(]/.test(text)) return [];
  const found: Introduction[] = [];
  for (const { 0: all, 1: short = '', index } of text.matchAll(
    /[（(](?:以下|下文)?(?:统称|简称)(?:为|：)?[“"「]?([^“”"「」（）()，。；\n]{2,12})[”"」]?[）)]/g,
  ))
    found.push({
      short,
      full: hanBefore(text, index),
      span: [index, index + all.length],
    });
  if (!text.includes(' (')) return found;
  for (const { 0: all, 1: full = '', 2: short = '', index } of text.matchAll(
    /((?:\b\p{Lu}[\p{L}'’-]{1,20} (?:(?:of|and|the|for|in) ){0,2}){2,8})\((\p{Lu}{2,6})\)/gu,
  ))
    if (!known.has(short) && isInitials(short, full))
      found.push({ short, full, span: [index, index + all.length] });
  return found;
}

/** The Han characters that end at a place. */
function hanBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < NAME && isHanAt(text, start - 1)) start--;
  return text.slice(start, end);
}

/** Whether letters are the first of the words of a name, the last of them that of its last word. */
function isInitials(short: string, full: string): boolean {
  const initials = [...full.matchAll(/\b\p{Lu}/gu)].map(({ 0: letter }) => letter).join('');
  return initials.endsWith(short);
}

/** Where an abbreviation stands in a text by itself, up to a place, and not as a part of its full name. */
export function usesOf({ short, full }: Introduction, text: string, before = text.length): readonly Span[] {
  const found: Span[] = [];
  const offset = full.lastIndexOf(short);
  for (let at = text.indexOf(short); at !== -1 && at < before; at = text.indexOf(short, at + short.length)) {
    const end = at + short.length;
    if (/[A-Za-z]/.test(text.charAt(at - 1) + text.charAt(end)) && /[A-Za-z]/.test(short)) continue;
    // the end of a longer name that is written out
    if (offset > 0 && text.charAt(at - 1) === full.charAt(offset - 1)) continue;
    found.push([at, end]);
  }
  return found;
}
