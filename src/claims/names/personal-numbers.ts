import { daysOf } from '../../dates/calendar.ts';

/** Numbers that name one person or one account, by the checks that their own standards give them. Digits are those of ASCII. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The day of birth in an identity number, year first, where the number passes GB 11643: its shape, a day that exists, and its check character. */
export function birthIn(number: string): number | undefined {
  const year = birthAsWritten(number);
  if (year === undefined) return undefined;
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase() ? year : undefined;
}

/** The same of a number that may be mistyped: by its shape and a day that exists alone. */
export function birthAsWritten(number: string): number | undefined {
  if (!/^[1-9]\d{16}[\dXx]$/.test(number)) return undefined;
  const year = Number(number.slice(6, 10));
  return year >= 1900 && isDay(year, Number(number.slice(10, 12)), Number(number.slice(12, 14)))
    ? year
    : undefined;
}

/** Whether fifteen digits can be an identity number of before 1999, which has no check character. */
export const isOldIdentity = (number: string): boolean =>
  /^[1-9]\d{14}$/.test(number) &&
  isDay(1900 + Number(number.slice(6, 8)), Number(number.slice(8, 10)), Number(number.slice(10, 12)));

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);

/** Whether the digits of a card pass the check of ISO/IEC 7812 (Luhn). */
export function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let at = 0; at < number.length; at++) {
    const digit = Number(number[number.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether three groups of digits are a number that the US Social Security Administration gives out. */
export const isSocialSecurity = (number: string): boolean =>
  /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(number);
