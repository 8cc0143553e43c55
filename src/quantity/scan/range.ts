import type Fraction from 'fraction.js';
import { magnitudeAt, type Magnitude } from './magnitude.ts';
import { arabicAt, type WrittenNumber } from './number.ts';
import type { ScanOptions } from './read.ts';
import { unitBehind } from './unit-behind.ts';
import { noUnit, type Unit } from '../value/unit.ts';

interface Range {
  readonly upper: Fraction;
  readonly unit: Unit;
  readonly magnitude: Magnitude;
  readonly end: number;
}

/** The other end of a range; `none` where two numbers with a connector are no range but a code. */
export function rangeAt(
  text: string,
  at: number,
  { value }: WrittenNumber,
  currency: boolean,
  options: ScanOptions,
): Range | 'none' | undefined {
  const connector = /^ ?[—–\-－～~至] ?(?=[\d０-９])/.exec(text.slice(at, at + 4));
  if (!connector) return undefined;
  const from = at + connector[0].length;
  const upper = arabicAt(text, from) as WrittenNumber;
  const magnitude = magnitudeAt(text, upper.end, currency);
  const last = unitBehind(text, magnitude.end, options);
  if (upper.value.compare(value) <= 0 || /^[—–\-－]\d/.test(text.slice(upper.end, upper.end + 2)))
    return connector[0].includes('至') ? undefined : 'none';
  return { upper: upper.value, unit: last?.unit ?? noUnit, magnitude, end: last?.end ?? magnitude.end };
}
