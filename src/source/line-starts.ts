import { keyKind } from './grammar.ts';

/** Blanks of every kind that a line may begin with. */
export const blanks = /[ \t\u00A0\u2000-\u200B\u3000]*/y;
/** A blank that is no space. */
export const wideBlank = /[^ ]/;
/** Dashes and dots of other kinds in place of the mark of an item. */
export const dash = /[—–－‒―−•●▪]+[ \t\u3000]*(?=[^\s—–－])/y;
/** A key in quotes, up to its colon. */
export const quotedKey = /(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')[ \t]*([:：])(?=\s|$)/y;
/** A key without quotes, up to its colon. */
export const entry = /([^\s:：#{}[\],"'&*!|>%@`][^:：\n]*)([:：])/y;

/** Whether a line begins with a key of the format or as an item. */
export const startsNew = (line: string): boolean =>
  /^-(?:\s|$)|^[^\s:：][^:：]{0,40}:(?:\s|$)/.test(line) ||
  keyKind(/^(?:-[ \t]+)?([^\s:：][^:：]*)[:：]/.exec(line)?.[1]?.trimEnd() ?? '') !== undefined;

/** The columns that blanks stand for: a tab or a full-width space for two. */
export const widthOf = (white: string): number => white.replaceAll(/[\t\u3000]/g, '  ').length;

const blankNames: readonly (readonly [RegExp, string])[] = [
  [/\t/, 'tab'],
  [/\u3000/, 'wide'],
  [/\u00A0/, 'no-break'],
];
/** What the first blank that is no space is called. */
export const blankName = (white: string): string =>
  blankNames.find(([pattern]) => pattern.test(white))?.[1] ?? 'other';
/** How many of its blanks are no spaces. */
export const blankCount = (white: string): number => white.replaceAll(' ', '').length;
