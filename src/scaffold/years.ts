import { firstYear, isFiscal, type Calendar } from '../dates/calendar.ts';
import { isNextYear } from '../dates/numeric.ts';

/**
 * A title of last year’s draft as this year’s has it: its year and the one after it, each a year later. Years in the
 * name of a document or a slogan, and those of a range, stay: 《2016—2020年规划》 is the same plan next year; but 2024/25
 * moves on where it is the name of such a year.
 */
export function shiftYears(text: string, year: number, calendar: Calendar): string {
  const moved = (number: string): string => String(Number(number) + 1);
  return text.replaceAll(
    /《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕|(?<!\d)(\d{4})([-–—/])(\d{4}|\d{2})(?!\d)|(?<![\d—–～~-])\d{4}(?![\d—–～~-])/g,
    (found, first, mark, next) => {
      const begins = [firstYear(year, calendar), firstYear(year + 1, calendar)];
      if (
        typeof first === 'string' &&
        isFiscal(calendar) &&
        isNextYear(Number(first), Number(next)) &&
        begins.includes(Number(first))
      )
        return `${moved(first)}${String(mark)}${moved(String(next)).padStart(2, '0').slice(-String(next).length)}`;
      return found === String(year) || found === String(year + 1) ? moved(found) : found;
    },
  );
}
