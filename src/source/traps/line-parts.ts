import { entry, quotedKey } from '../line-starts.ts';

/** The beginning of an entry up to its colon; undefined where there is none in the line. */
export function entryAt(text: string, at: number, end: number): RegExpExecArray | undefined {
  const pattern = /["']/.test(text[at] ?? '') ? quotedKey : entry;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found && pattern.lastIndex <= end ? found : undefined;
}

/** The key that an entry’s beginning holds, without its quotes. */
export const entryKey = (found: RegExpExecArray): string =>
  (found[2] === undefined ? found[0].slice(0, -1).trim().slice(1, -1) : found[1]?.trimEnd()) ?? '';

/** How many blanks of any kind a text begins with. */
export const blankLength = (text: string): number => /^[ \t\u00A0\u3000]*/.exec(text)?.[0].length ?? 0;

/** Whether a line is a comment, a directive or a mark between documents. */
export const isAside = (text: string, start: number, first: number): boolean =>
  text[first] === '#' ||
  (text[start] === '%' && start === first) ||
  text.startsWith('---', first) ||
  text.startsWith('...', first);
