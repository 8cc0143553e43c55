import Fraction from './fraction.ts';
import type { Language } from '../../diagnostic.ts';
import { fixed, group, decimalPlaces, numberWithUnit } from './digits.ts';
import type { Interval } from './interval.ts';
import { printInterval } from './print.ts';
import type { Quantity } from './quantity.ts';

/** A figure whose writing a computed one follows: its unit, its decimals and its thousands separators. */
export type Pattern = Pick<Quantity, 'text' | 'unit' | 'factor' | 'step' | 'number'>;

/** The writing of a share in per cent with one decimal. */
export const percentPattern: Pattern = {
  text: '',
  unit: '%',
  factor: new Fraction(1, 100),
  step: new Fraction(1, 1000),
  number: new Fraction(-1),
};

/**
 * A computed number, in base units, as another figure is written: 42.6 km, 3,153, 25项. It has the digits that the other
 * shows, one more where that makes it exact, and as many more as it takes to tell the two apart.
 */
export function printLike(value: Fraction, pattern: Pattern): string {
  const { text, unit, factor, step, number } = pattern;
  const [scaled, written] = [value.div(factor), number.div(factor)];
  const places = step.equals(0) ? 0 : decimalPlaces(step.div(factor));
  const isExact = (more: number): boolean => scaled.round(places + more).equals(scaled);
  const more =
    [0, 1].find(isExact) ?? [0, 1, 2, 3].find((each) => !scaled.round(places + each).equals(written)) ?? 3;
  const isChinese = /\p{Script=Han}/u.test(unit) || /\p{Script=Han}/u.test(text);
  const isGrouped = /\d,\d{3}/.test(text) || !(isChinese || /\d{4}/.test(text));
  return numberWithUnit(
    group(fixed(scaled, places + more, /^(?:%|per ?cent)/.test(unit)), isGrouped ? 'en' : 'zh'),
    unit,
    isChinese ? 'zh' : 'en',
  );
}

/** Every number that a computed figure may be, in the unit of another and with one digit more, in words; undefined where it is only one. */
export const printReach = (
  interval: Interval,
  { unit, factor, step }: Pick<Pattern, 'unit' | 'factor' | 'step'>,
  language: Language,
): string | undefined =>
  printInterval(
    { interval, unit: { written: unit, factor } },
    language,
    1 + (step.equals(0) ? 0 : decimalPlaces(step.div(factor))),
  );
