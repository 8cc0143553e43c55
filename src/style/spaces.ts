import type { TextAlone } from '../reading/text-alone.ts';
import { isHanAt, type Amiss } from './amiss.ts';
import { proseOf, punctuationOf } from './punctuation.ts';

export type SpaceFault = 'between' | 'beside-mark' | 'beside-figure';

const stop = /[，。；：、！？）》”’」』】〕（《“‘「『【〔]/;

/** Lone blanks in Chinese sentences: between Han characters, beside their marks, and beside figures or Latin words. */
export function looseSpaces(words: TextAlone): readonly Amiss<SpaceFault>[] {
  const text = proseOf(words);
  const found: Amiss<SpaceFault>[] = [];
  for (const { at, char, chinese, paragraph } of words.once(punctuationOf).marks) {
    // what looks like a heading of Markdown is a finding of its own
    if (char !== ' ' || !chinese || paragraph.kind === 'row' || text.charAt(paragraph.span[0]) === '#')
      continue;
    const [before, behind] = [text.charAt(at - 1), text.charAt(at + 1)];
    // beside an address a blank is needed
    if (/[\s\uFFFC]|^$/.test(before) || /[\s\uFFFC]|^$/.test(behind)) continue;
    const kind = spaceBetween(text, at, before, behind);
    if (kind !== undefined) found.push({ kind, span: [at, at + 1], insert: '' });
  }
  return found;
}

function spaceBetween(text: string, at: number, before: string, behind: string): SpaceFault | undefined {
  const [left, right] = [isHanAt(text, at - 1), isHanAt(text, at + 1)];
  if (left && right) return isLoneName(text, at) ? undefined : 'between';
  if (
    (stop.test(before) && (right || /[\dA-Za-z]/.test(behind))) ||
    (stop.test(behind) && (left || /\d|[%％]/.test(before)))
  )
    return 'beside-mark';
  const isFigure =
    (left && /[\dA-Za-z]/.test(behind)) ||
    (right && /[\dA-Za-z%％]/.test(before) && !isNumberSigned(text, at));
  return isFigure ? 'beside-figure' : undefined;
}

/** Whether the word before a blank is a number such as #1, which stands apart on both sides. */
const isNumberSigned = (text: string, at: number): boolean =>
  /#[\dA-Za-z]+$/.test(text.slice(Math.max(0, at - 12), at));

/** 张 三: a name of two characters set as wide as those of three, or characters set apart on purpose. */
const isLoneName = (text: string, at: number): boolean => !isHanAt(text, at - 2) || !isHanAt(text, at + 2);

/** Places where a figure or a Latin word touches a Han character, which projects that set a blank there want parted. */
export function missingSpaces(words: TextAlone): readonly Amiss<'missing'>[] {
  const found: Amiss<'missing'>[] = [];
  for (const { index } of words.text.matchAll(
    /(?<=[\u3400-\u9fff])(?=[\dA-Za-z])|(?<=[\dA-Za-z%])(?=[\u3400-\u9fff])/g,
  ))
    found.push({ kind: 'missing', span: [index, index], insert: ' ' });
  return found;
}
