import type { Diagnostic, Language, Range, Spot, Words } from '../diagnostic.ts';
import { printableLine } from '../source/printable.ts';

/** Words on one line: drafts may hold characters that a program or a screen would obey. */
export const said = (words: Words, language: Language): string => printableLine(words[language]);

/** What to do, with the word that says so. */
export const helpLine = (help: Words, language: Language): string =>
  `${language === 'zh' ? '帮助：' : 'help: '}${said(help, language)}`;

/** Where in a document that is checked as it is, and what stands there. */
export function spotLine({ where, text }: Spot, { start, end }: Range, language: Language): string {
  const words = text.slice(start.column - 1, Math.max(end.column - 1, start.column));
  const quoted = words.trim() === '' ? '' : `“${printableLine(words)}”`;
  return language === 'zh'
    ? `位置：${said(where, language)}${quoted}`
    : `place: ${[said(where, language), quoted].filter(Boolean).join(' ')}`;
}

/** What is wrong, where in a document, and what to do, in a line each. */
export const saidWhole = (
  { message, help, spot, range }: Pick<Diagnostic, 'message' | 'help' | 'spot' | 'range'>,
  language: Language,
): string =>
  [
    said(message, language),
    ...(spot ? [spotLine(spot, range, language)] : []),
    ...(help ? [helpLine(help, language)] : []),
  ].join('\n');
