import type Fraction from '../value/fraction.ts';
import { isDigitAt, isOneOf } from '../characters.ts';
import { magnitudeAt, type Magnitude } from './magnitude.ts';
import { arabicAt, numberBehind, type WrittenNumber } from './number.ts';
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
  number: WrittenNumber,
  currency: boolean,
  options: ScanOptions,
): Range | 'none' | undefined {
  const from = numberBehind(text, at, '—–-－～~至');
  if (from === undefined) return undefined;
  const upper = arabicAt(text, from) as WrittenNumber;
  const magnitude = magnitudeAt(text, upper.end, currency);
  const last = unitBehind(text, magnitude.end, options);
  const goesOn = isOneOf('—–-－', text, upper.end) && isDigitAt(text, upper.end + 1);
  if (goesOn || upper.value.compare(number.value) <= 0)
    return text.slice(at, from).includes('至') ? undefined : 'none';
  return { upper: upper.value, unit: last?.unit ?? noUnit, magnitude, end: last?.end ?? magnitude.end };
}
