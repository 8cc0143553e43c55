/** Code in which what an expression has for English is compiled and sought only in a text that may hold English. */
export function byLanguage(code: string): string;
