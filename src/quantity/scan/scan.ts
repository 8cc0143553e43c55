import { hasHan, isAnyDigitAt, isLetterAt, kindsIn, nextNumeral } from '../characters.ts';
import { digitsEnd } from './number.ts';
import { chineseFigureAt } from './chinese-figure.ts';
import { chineseValue } from './chinese-value.ts';
import { englishValue } from './english-value.ts';
import { figureAt } from './figure.ts';
import { maskNames } from './mask.ts';
import { isLead } from './qualifiers.ts';
import type { Quantity } from '../value/quantity.ts';
import type { ScanOptions } from './read.ts';
import { wordFigures } from './word-figures.ts';

/** Every figure of a text, in its order; what only looks like one is left out. Linear in the length of the text. */
export function findQuantities(text: string, options: ScanOptions = {}): readonly Quantity[] {
  const kinds = kindsIn(text);
  const isEmpty = !kinds.hasNumerals && !kinds.hasNaught && !kinds.hasLetters;
  if (isEmpty) return [];
  const masked = maskNames(text);
  const found: Quantity[] = [];
  for (let at = nextNumeral(masked, 0); at < masked.length;) {
    const { end, quantity } = isAnyDigitAt(masked, at)
      ? figureAt(masked, text, at, options)
      : chineseFigureAt(masked, text, at, options);
    if (quantity) found.push(quantity);
    at = nextNumeral(masked, end);
  }
  const words = wordFigures(masked, text, kinds);
  return words.length === 0 ? found : [...found, ...words].sort((a, b) => a.span[0] - b.span[0]);
}

/** The quantity that a whole text is, such as a metric’s value; `unit` is its unit where the text has none. Undefined where it is none, or more than one. */
export function parseQuantity(
  text: string,
  options: ScanOptions & { readonly unit?: string | undefined } = {},
): Quantity | undefined {
  const { unit, ...rest } = options;
  const written = text.trim();
  // digits alone have the unit that is given, where it makes a figure of them
  if (unit !== undefined && digitsEnd(written, 0) === written.length)
    return inUnit(written, unit, rest) ?? wholeOf(written, rest);
  const whole = wholeOf(written, rest);
  return unit === undefined || (whole && whole.unit !== '') ? whole : (inUnit(written, unit, rest) ?? whole);
}

/** The figure that a text is by itself. */
function wholeOf(written: string, options: ScanOptions): Quantity | undefined {
  const [only, second] = findQuantities(written, { ...options, whole: true });
  const plain =
    second === undefined && only?.span[1] === written.length && isLead(written.slice(0, only.span[0]))
      ? only
      : undefined;
  return plain ?? (hasHan(written) ? chineseValue(written, only) : englishValue(written, options));
}

/** The figure that a text is with a unit behind it. */
const inUnit = (written: string, unit: string, options: ScanOptions): Quantity | undefined =>
  wholeOf((written + (isLetterAt(unit, 0) ? ' ' : '') + unit).trim(), {
    ...options,
    units: [...(options.units ?? []), unit],
  });
