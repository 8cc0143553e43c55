import { isKey, isUnder, shapeOf, type Is, type Shape } from '../grammar.ts';
import { entry, quotedKey } from '../line-starts.ts';
import { suggestKey } from '../suggest/suggest.ts';
import { meantBy } from '../suggest/synonyms.ts';

/** A mapping or list that lines stand in: what the format wants there, and the keys that are written. */
export interface LinePlace {
  readonly is: Is | undefined;
  readonly written: ReadonlySet<string>;
}

/** A line of a key that lost its colon: `牵头 办公室`. */
export const isCutKey = (content: string, here: LinePlace | undefined): boolean => {
  const word = /^[^\s:：]+(?=\s+\S)/.exec(content)?.[0];
  const shape = here?.is === undefined ? undefined : shapeOf(here.is);
  return (
    word !== undefined &&
    isKey(word) &&
    shape?.keys !== undefined &&
    isUnder(shape, word) !== undefined &&
    !here?.written.has(word) &&
    content.length < 40
  );
};

/** Whether what stands before and behind a colon is a sentence rather than a key and its value. */
export const isSentence = (key: string, value: string): boolean =>
  /[。；！？，、“”‘’（）]/.test(key) ||
  /[。；！？]/.test(value) ||
  key.length > 24 ||
  /^[A-Z]/.test(key) ||
  /^(?:\d+[.)、．]|[（(]?[一二三四五六七八九十]+[、)）.．])/.test(key) ||
  (/[.!?]["'”’)]*$/.test(value) && /\s/.test(value));

/** Whether a word is nearly one of the keys that a mapping may still have. */
export function isNearKey(word: string, shape: Shape, written: ReadonlySet<string>): boolean {
  const free = Object.entries(shape.keys ?? {}).filter(
    ([en, { zh }]) => !written.has(en) && !written.has(zh),
  );
  const known = free.flatMap(([en, { zh }]) => [en, zh]);
  return (
    suggestKey(word.toLowerCase(), known) !== undefined ||
    meantBy(word, undefined, shape, (key) => free.some(([en]) => en === key)) !== undefined
  );
}

export interface Key {
  readonly key: string;
  /** The offset behind the colon. */
  readonly end: number;
  readonly wide: boolean;
}

/** The key at an offset, up to the end of the line. */
export function keyAt(text: string, at: number, end: number): Key | undefined {
  const pattern = /["']/.test(text[at] ?? '') ? quotedKey : entry;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found === null || pattern.lastIndex > end) return undefined;
  const key = found[2] === undefined ? found[0].slice(0, -1).trim().slice(1, -1) : (found[1] ?? '').trimEnd();
  return { key, end: pattern.lastIndex, wide: text[pattern.lastIndex - 1] === '：' };
}

/** How many characters the mark of an item takes, with the spaces behind it; 0 where there is none. */
export const markOf = (text: string, at: number, end: number): number =>
  text[at] === '-' && /^-(?:[ \t]|$)/.test(text.slice(at, Math.min(at + 2, end)))
    ? 1 + (/^[ \t]*/.exec(text.slice(at + 1, end))?.[0].length ?? 0)
    : 0;
