import type { Diagnostic, Language, Words } from '../diagnostic.ts';
import { printableLine } from '../source/printable.ts';

/** Words on one line: drafts may hold characters that a program or a screen would obey. */
export const said = (words: Words, language: Language): string => printableLine(words[language]);

/** What to do, with the word that says so. */
export const helpLine = (help: Words, language: Language): string =>
  `${language === 'zh' ? '帮助：' : 'help: '}${said(help, language)}`;

/** What is wrong and what to do, in a line each. */
export const saidWhole = (
  { message, help }: Pick<Diagnostic, 'message' | 'help'>,
  language: Language,
): string => [said(message, language), ...(help ? [helpLine(help, language)] : [])].join('\n');
