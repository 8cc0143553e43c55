import type Fraction from './fraction.ts';
import type { Language } from '../../diagnostic.ts';
import { powerOfTen } from './fractions.ts';
import { unitFor } from './noun.ts';

/** Decimals of a step: 2 of 0.01, 0 of 1, -1 of 10; of 0.05 as of 0.01. */
export const decimalPlaces = (step: Fraction): number => {
  let places = 0;
  while (step.mul(powerOfTen(places)).compare(1) < 0) places++;
  while (step.mul(powerOfTen(places)).compare(10) >= 0) places--;
  return places;
};

/** A number with so many decimals, rounded half up; a share that is not all and not none never looks as if it were. */
export function fixed(value: Fraction, decimals: number, share = false): string {
  let places = decimals;
  const claims = (rounded: Fraction): boolean =>
    !rounded.equals(value) && (rounded.equals(0) || rounded.equals(100));
  while (share && places < 6 && claims(value.round(places))) places++;
  if (places < 0) return plainNumber(value.div(powerOfTen(-places)).round().mul(powerOfTen(-places)), 0);
  const { s, n } = value.mul(powerOfTen(places)).round();
  const text = String(n).padStart(places + 1, '0');
  const point = text.length - places;
  return `${s < 0n ? '-' : ''}${text.slice(0, point)}${places > 0 ? `.${text.slice(point)}` : ''}`;
}

/** A number with as few decimals as tell it, and no more than some. */
export const plainNumber = (value: Fraction, most: number): string => {
  const text = fixed(value, most);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

/** English groups digits in threes; Chinese reports do not. */
export const group = (text: string, language: Language): string =>
  language === 'en' ? text.replace(/\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ',')) : text;

/** A number with its unit, as a language writes them: 12 beds, 12张, $12 million. */
export function numberWithUnit(number: string, unit: string, language: Language): string {
  const money = /^(?:[A-Z]{0,3}[$£€₹¥]|[A-Z]{3} ?(?=[mb ]|$))(.*)$/.exec(unit);
  if (money) {
    const [sign, rest] = [unit.slice(0, unit.length - (money[1] ?? '').length), (money[1] ?? '').trim()];
    const before = /^[A-Z]{3}$/.test(sign) ? `${sign} ` : sign;
    return (
      number.replace(/^-?/, (minus) => minus + before) +
      (/^(?:$|\/|(?:m|mn|b|bn|k)$)/i.test(rest) ? rest : ` ${rest}`)
    );
  }
  if (/^(?:个?百分点|percentage points?)$/.test(unit))
    return language === 'zh'
      ? `${number}个百分点`
      : `${number} percentage ${number === '1' ? 'point' : 'points'}`;
  if (language === 'en' && /^k (?=[a-z])/i.test(unit)) return `${number}${unit}`;
  return language === 'en' && /^ ?[A-Za-z]/.test(unit)
    ? `${number} ${unitFor(number, unit.trim())}`
    : number + unit.replace(/^( (?:thousand|million|billion|trillion))(?=\S)/, '$1 ');
}
