import type { TextAlone } from '../reading/text-alone.ts';
import { isChineseAt, type Amiss } from './amiss.ts';
import { punctuationOf } from './punctuation.ts';

/** The marks that Chinese texts write as wide as a character (GB/T 15834-2011, 4), by their narrow forms. */
const wideOf: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
};
const wide = new Set('，；：？！（）');

/** The narrow marks in the Chinese sentences of a text, and how many of its marks are wide. */
export interface MarkWidths {
  readonly narrow: readonly Amiss<'narrow'>[];
  readonly wide: number;
}

/** Narrow marks beside Chinese characters in Chinese sentences; not those within figures, times, Latin phrases and labels such as “1.”. */
export function markWidths(words: TextAlone): MarkWidths {
  const { text } = words;
  const { marks } = words.once(punctuationOf);
  const narrow: Amiss<'narrow'>[] = [];
  let count = 0;
  /** Whether the bracket that is open is a narrow one of Chinese words. */
  const open: boolean[] = [];
  for (const { at, char, chinese } of marks) {
    if (wide.has(char)) count++;
    const insert = wideOf[char];
    // ![…] is an image
    if (insert === undefined || (char === '!' && text.charAt(at + 1) === '[')) continue;
    let isNarrow = chinese && isOfChinese(text, at, char);
    if (char === '(') open.push((isNarrow = chinese && (isNarrow || isHanInside(text, at))));
    if (char === ')') isNarrow = open.pop() ?? false;
    if (isNarrow) narrow.push({ kind: 'narrow', span: [at, at + 1], insert });
  }
  return { narrow, wide: count };
}

/** Whether a narrow mark stands where a wide one belongs, by the characters beside it. */
function isOfChinese(text: string, at: number, char: string): boolean {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + 1)];
  switch (char) {
    case '.':
      return (
        (isChineseAt(text, at - 1) || /[)%]/.test(before)) &&
        // the point behind the number of an item is a fault of its own
        !/(?:^|[\n。；：])[ \t]{0,2}[一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, at - 6), at)) &&
        !/[.\dA-Za-z]/.test(behind) &&
        before !== '…' &&
        !/[。.]/.test(before)
      );
    case ',':
    case ':':
      return !(/\d/.test(before) && /\d/.test(behind)) && isBesideChinese(text, at);
    default:
      return isBesideChinese(text, at);
  }
}

const isBesideChinese = (text: string, at: number): boolean =>
  isChineseAt(text, at - 1) || isChineseAt(text, text.charAt(at + 1) === ' ' ? at + 2 : at + 1);

/** Whether Han characters stand in a bracket. */
const isHanInside = (text: string, at: number): boolean => {
  const end = text.indexOf(')', at);
  return end !== -1 && /[\u3400-\u9fff]/.test(text.slice(at, Math.min(end, at + 80)));
};
