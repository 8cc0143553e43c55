import type { Language } from '../diagnostic.ts';
import { printDate } from '../render/words.ts';

/** A date of a draft as people write it, no more exact than it was: 2018-07 is 2018年7月 and July 2018, 2018-Q3 is 2018年第三季度 and Q3 2018. */
export function printPeriod(written: string, language: Language): string {
  const [, year = '', kind, part] = /^(\d{4})(?:-([HQ]?)(\d{1,2}))?$/.exec(written) ?? [];
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return printDate(written, language, '');
  if (year === '') return written;
  if (part === undefined) return language === 'zh' ? `${year}年` : year;
  if (kind === '') return language === 'zh' ? `${year}年${Number(part)}月` : printDate(`${written}-1`, 'en', '').replace('1 ', '');
  if (language === 'en') return `${kind}${part} ${year}`;
  return kind === 'H' ? `${year}年${part === '1' ? '上' : '下'}半年` : `${year}年第${'一二三四'[Number(part) - 1]}季度`;
}
