import type { Language, Words } from '../diagnostic.ts';

/** Headings of the help. */
export const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** How more is found out, for the foot of the help. */
export const helpOfCommands: Words = {
  en: '\nRun `report help <command>` for the options of a command.\n',
  zh: '\n各命令的选项见 report help <命令>。\n',
};

/** Exit codes, for the foot of the help. */
export const exitCodes: Words = {
  en: '\nExit codes: 0 done · 1 errors in the report · 2 could not run · 3 a bug of this program or of a plugin\n',
  zh: '\n退出码：0 完成 · 1 报告有错误 · 2 无法运行 · 3 程序或插件自身的缺陷\n',
};

/** How the help shows the values of an option and what it is without one. */
export function optionNotes(
  choices: readonly string[] | undefined,
  fallback: unknown,
  language: Language,
): string {
  const notes: Words[] = [];
  if (choices) notes.push({ en: `one of ${choices.join(', ')}`, zh: `可选 ${choices.join('、')}` });
  if (fallback !== undefined) notes.push(fallbackNote(String(fallback)));
  if (notes.length === 0) return '';
  const said = notes.map((note) => note[language]);
  return language === 'en' ? ` (${said.join('; ')})` : `（${said.join('；')}）`;
}

const fallbackNote = (value: string): Words => ({
  en: `default: ${value}`,
  zh: `默认${/^\d/.test(value) ? '' : ' '}${value}`,
});
