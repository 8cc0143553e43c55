import type { Language } from '../diagnostic.ts';

/** The language of the environment’s locale (POSIX: LC_ALL, LC_MESSAGES, LANG); undefined where it names neither. */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language | undefined {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '') ?? '';
  return /^zh/i.test(locale) ? 'zh' : /^en/i.test(locale) ? 'en' : undefined;
}
