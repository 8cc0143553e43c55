import type { TextAlone } from '../reading/text-alone.ts';
import type { Amiss } from './amiss.ts';
import { punctuationOf } from './punctuation.ts';

const stops = '，。；：、！？,;';

/** Two stops in a row, one of which is to go: ，， 。。 ，。 (GB/T 15834-2011, 4). Three 。 stand for dots; ？！ and repeated ！ are right. */
export function doubledMarks(words: TextAlone): readonly Amiss<'doubled'>[] {
  const { text } = words;
  const found: Amiss<'doubled'>[] = [];
  let end = 0;
  for (const { at, char } of words.once(punctuationOf).marks) {
    // {,, is {{ typed with the wrong key
    if (at < end || text.charAt(at - 1) === '{') continue;
    if (char === '.' && isTwoPoints(text, at)) {
      found.push({ kind: 'doubled', span: [at, at + 2], insert: '.' });
      end = at + 2;
    }
    if (!stops.includes(char)) continue;
    end = at + 1;
    while (end < text.length && stops.includes(text.charAt(end))) end++;
    const run = text.slice(at, end);
    if (run.length < 2 || /^[？！]+$|^。{3,}$/.test(run)) continue;
    const insert = leftOf(run);
    found.push({ kind: 'doubled', span: [at, end], ...(insert !== undefined && { insert }) });
  }
  return found;
}

/** Two points behind a word, not three, and not the way up in a path. */
const isTwoPoints = (text: string, at: number): boolean =>
  text.charAt(at + 1) === '.' &&
  /[\p{L}\d)”]/u.test(text.charAt(at - 1)) &&
  /^(?:\s|$)/.test(text.slice(at + 2, at + 3));

/** The stop that is meant by several: the one that ends a sentence, or the only one there is. */
function leftOf(run: string): string | undefined {
  const kinds = new Set(run);
  if (kinds.size === 1) return run.charAt(0);
  const ends = [...kinds].filter((mark) => /[。！？]/.test(mark));
  return ends.length === 1 && run.endsWith(ends[0] as string) ? ends[0] : undefined;
}
