import Fraction from 'fraction.js';
import type { Interval } from './interval.ts';
import type { Quantity } from './quantity.ts';

/** A figure whose writing a computed one follows: its unit, its decimals and its thousands separators. */
export type Pattern = Pick<Quantity, 'text' | 'unit' | 'factor' | 'step'>;

/** The writing of a share in per cent with one decimal. */
export const percentPattern: Pattern = { text: '', unit: '%', factor: new Fraction(1, 100), step: new Fraction(1, 1000) };

const decimalsOf = ({ step, factor }: Pattern): number => {
  let places = 0;
  for (let digit = factor; digit.compare(step) > 0 && places < 9; digit = digit.div(10)) places++;
  return places;
};

/** A computed number, in base units, as a figure like another one is written: `42.6 km`, `3,153`, `25项`; one decimal more where it needs one. */
export function showLike(value: Fraction, pattern: Pattern, more = 0): string {
  const scaled = value.div(pattern.factor);
  const places = decimalsOf(pattern);
  const extra = scaled.round(places).equals(scaled) ? 0 : Math.max(more, 1);
  const [whole = '', decimals = ''] = scaled
    .abs()
    .round(places + extra)
    .toString(12)
    .split('.');
  const grouped = /\d,\d{3}/.test(pattern.text) ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const digits = grouped + (decimals === '' && places === 0 ? '' : `.${decimals.padEnd(places, '0')}`);
  return (scaled.compare(0) < 0 ? '−' : '') + withUnit(digits.replace(/\.$/, ''), pattern);
}

function withUnit(digits: string, { unit, text }: Pattern): string {
  const currency = /^(?:[A-Z]{0,3}[$£€¥￥]|[A-Z]{3})/.exec(unit)?.[0];
  if (currency !== undefined) return currency + digits + unit.slice(currency.length);
  return /^[A-Za-z]/.test(unit) || /\d [^\d]/.test(text) ? `${digits} ${unit}`.trimEnd() : digits + unit;
}

/** Every number that a computed figure may be, `42.5–42.7 km`; empty where it is only one. */
export function showReach({ low, high }: Interval, pattern: Pattern): string {
  if (low === undefined) return high === undefined ? '' : `≤ ${showLike(high.value, pattern)}`;
  if (high === undefined) return `≥ ${showLike(low.value, pattern)}`;
  if (low.value.equals(high.value)) return '';
  return `${showLike(low.value, pattern)} – ${showLike(high.value, pattern)}`;
}

/** A computed rate in per cent, with the decimals of another and as many more as it takes to tell them apart. */
export function percentOf(value: Fraction, like: Quantity): string {
  const places = Math.max(0, String(like.factor.div(like.step).n).length - 1);
  for (const more of [0, 1, 2, 3]) {
    const shown = value.mul(100).round(places + more);
    if (!shown.equals(like.number.mul(100))) return `${shown.toString(12)}%`;
  }
  return showLike(value, percentPattern);
}
