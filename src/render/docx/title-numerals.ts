import { chineseNumeral, circledNumeral, letterNumeral, romanNumeral } from '../../quantity/scan/numeral.ts';

/** What Word counts with, by its name of the format, and how a number looks in it. */
const counted = [
  ['chineseCounting', /[一二三四五六七八九十]+/, chineseNumeral, 99],
  ['decimalEnclosedCircle', /[①-⑳]/, circledNumeral, 20],
  ['decimal', /\d+(?:\.\d+)*/, String, 9999],
  ['lowerRoman', /(?<![A-Za-z])[ivxlc]+(?![A-Za-z])/, romanNumeral, 99],
  ['lowerLetter', /(?<![A-Za-z])[a-z](?![A-Za-z])/, letterNumeral, 26],
  [
    'upperRoman',
    /(?<![A-Za-z])[IVXLC]+(?![A-Za-z])/,
    (value: number) => romanNumeral(value).toUpperCase(),
    99,
  ],
  [
    'upperLetter',
    /(?<![A-Za-z])[A-Z](?![A-Za-z])/,
    (value: number) => letterNumeral(value).toUpperCase(),
    26,
  ],
] as const;
/** A printed number as Word would count it: `before` and `after` stand around the numeral. */
export interface CountedNumber {
  readonly format: string;
  readonly before: string;
  /** The values of the levels that it prints, its own last. */
  readonly values: readonly number[];
  readonly after: string;
}

/** How a number may be counted; `i` is the first of roman numbers, and the ninth of letters. */
export function readings(number: string, first: boolean): CountedNumber[] {
  const found = counted.flatMap(([format, pattern, print, most]): CountedNumber[] => {
    const match = pattern.exec(number);
    if (!match) return [];
    const before = number.slice(0, match.index);
    const after = number.slice(match.index + match[0].length);
    const values = valuesOf(match[0], format, print, most);
    return values === undefined || /[%\p{Nd}一-十①-⑳]/u.test(before + after)
      ? []
      : [{ format, before, values, after }];
  });
  const isOne = ({ values }: CountedNumber): boolean => values.at(-1) === 1;
  return first ? [...found.filter(isOne), ...found.filter((each) => !isOne(each))] : found;
}

function valuesOf(
  written: string,
  format: string,
  print: (value: number) => string,
  most: number,
): readonly number[] | undefined {
  if (format === 'decimal') {
    const values = written.split('.').map(Number);
    return values.every((value) => value <= most) && values.join('.') === written ? values : undefined;
  }
  for (let value = 1; value <= most; value++) if (print(value) === written) return [value];
  return undefined;
}
