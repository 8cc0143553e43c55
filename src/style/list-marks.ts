import type { TextAlone } from '../reading/text-alone.ts';
import type { Amiss } from './amiss.ts';
import { punctuationOf } from './punctuation.ts';

const between: ReadonlySet<string> = new Set(['”“', '》《', '’‘']);

/** 、 between quoted words or titles that follow on each other, where none is set (GB/T 15834-2011, 4.5.3.5). */
export function needlessCommas(words: TextAlone): readonly Amiss<'needless'>[] {
  const { text } = words;
  return words
    .once(punctuationOf)
    .marks.filter(({ at, char }) => char === '、' && between.has(text.charAt(at - 1) + text.charAt(at + 1)))
    .map(({ at }) => ({ kind: 'needless', span: [at, at + 1], insert: '' }));
}
