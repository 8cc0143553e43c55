import type { Language } from '../diagnostic.ts';

/**
 * The language that a person has set: that of LANGUAGE where there is a locale at all, else of the first of LC_ALL, LC_MESSAGES
 * and LANG that is set (POSIX, and for LANGUAGE gettext); where none is, that of the system, as on Windows. Undefined where
 * these name neither language, and where the locale is C or POSIX, which scripts set to have plain bytes: that says nothing
 * of what people read.
 */
export function localeLanguage(
  env: Readonly<Record<string, string | undefined>>,
  system?: string,
): Language | undefined {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  if (locale !== undefined && /^(?:C|POSIX)(?:[.@]|$)/i.test(locale)) return undefined;
  const listed = (env['LANGUAGE'] ?? '').split(':').map(languageOf);
  return listed.find((each) => each !== undefined) ?? languageOf(locale ?? system ?? '');
}

/** The language of a locale: zh_CN.UTF-8, en-GB, Chinese_China.936 as old programs of Windows have it. */
const languageOf = (locale: string): Language | undefined =>
  /^(?:zh|chinese)(?![a-z])/i.test(locale)
    ? 'zh'
    : /^(?:en|english)(?![a-z])/i.test(locale)
      ? 'en'
      : undefined;
