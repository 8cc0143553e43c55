import type { Language } from '../diagnostic.ts';
import { monthNames } from './calendar.ts';

/** A day in full: 2018年1月17日 (GB/T 9704-2012), 17 January 2018, in the United States January 17, 2018. */
export function printDate(date: string, language: Language, tag: string): string {
  const [year = '', month = 0, day = 0] = date
    .split(/\D+/)
    .map((part, index) => (index === 0 ? part : Number(part)));
  if (language === 'zh') return `${year}年${month}月${day}日`;
  const name = monthNames[Number(month) - 1] ?? '';
  return /^en-US$/i.test(tag) ? `${name} ${day}, ${year}` : `${day} ${name} ${year}`;
}
