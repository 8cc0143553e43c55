import { isDigitAt, isOneOf } from '../characters.ts';
import { magnitudeAt } from './magnitude.ts';
import { arabicAt, type WrittenNumber } from './number.ts';
import type { ScanOptions } from './read.ts';
import { noUnit, unitAt, type Unit } from '../value/unit.ts';

/** The unit behind a number: a space may stand before Latin letters and percent signs. */
export function unitBehind(
  text: string,
  at: number,
  { units }: ScanOptions,
): { readonly unit: Unit; readonly end: number } | undefined {
  const space = text[at] === ' ' || text[at] === '\u00A0' ? 1 : 0;
  if (text[at] === '个' && isOneOf('多余', text, at + 1) && text[at + 2] === '月')
    return { unit: { ...noUnit, written: '个月', family: '月' }, end: at + 3 };
  const unit = unitAt(text, at + space, units);
  return unit && { unit, end: at + space + unit.written.length };
}

/** The unit of a series that stands behind its last number only: 提高0.9、5.9个百分点. */
export function sharedUnit(
  text: string,
  at: number,
  options: ScanOptions,
): { readonly unit: Unit; readonly end: number } | undefined {
  let end = at;
  for (let count = 0; count < 6; count++) {
    if (!isOneOf('、和', text, end) || !isDigitAt(text, end + 1)) return undefined;
    end = magnitudeAt(text, (arabicAt(text, end + 1) as WrittenNumber).end, false).end;
    const behind = unitBehind(text, end, options);
    if (behind) return { unit: behind.unit, end: at };
  }
  return undefined;
}

/** What a mark is out of: 4.2 out of 5. A whole number before it would be a count, as in 3 out of 5 schools. */
export function scoreBehind(
  text: string,
  at: number,
  decimals: number,
): { readonly unit: Unit; readonly end: number } | undefined {
  const words =
    decimals === 0 || text[at] !== ' ' || text[at + 1] !== 'o'
      ? undefined
      : /^ out of (\d{1,3})(?![\d,.]\d| [a-z]+s\b)/.exec(text.slice(at, at + 24));
  return words
    ? {
        unit: { ...noUnit, written: words[0].trim(), family: `out of ${words[1]}` },
        end: at + words[0].length,
      }
    : undefined;
}
