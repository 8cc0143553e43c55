import { chineseNumeral, circledNumeral, letterNumeral, romanNumeral } from '../../quantity/scan/numeral.ts';

const shift = (digits: string, by: number): string =>
  digits.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + by));
const cycle = (signs: string, value: number): string => [...signs][(value - 1) % [...signs].length] ?? '';
const digitwise = (digits: string, value: number): string =>
  String(value).replaceAll(/\d/g, (digit) => [...digits][Number(digit)] as string);
/** A letter for 1 to 26; Word doubles it from there: aa, bb. */
const doubled = (value: number): string =>
  letterNumeral(((value - 1) % 26) + 1).repeat(Math.min(Math.ceil(value / 26), 100));

const plain = '零一二三四五六七八九十百千';
const formal = '零壹贰叁肆伍陆柒捌玖拾佰仟';
const formalNumeral = (value: number): string =>
  [...chineseNumeral(value)]
    .map((sign) => formal[plain.indexOf(sign)])
    .join('')
    .replace(/^拾/, '壹拾');

/** How Word counts, by the names of ECMA-376, 17.18.59; what is not here counts in Arabic digits. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => shift(String(value), 0xfee0),
  decimalFullWidth2: (value) => shift(String(value), 0xfee0),
  decimalEnclosedCircle: circledNumeral,
  decimalEnclosedCircleChinese: circledNumeral,
  decimalEnclosedParen: (value) => (value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`),
  decimalEnclosedFullstop: (value) => (value <= 20 ? String.fromCharCode(0x2487 + value) : `${value}.`),
  chineseCounting: chineseNumeral,
  chineseCountingThousand: chineseNumeral,
  taiwaneseCounting: chineseNumeral,
  taiwaneseCountingThousand: chineseNumeral,
  japaneseCounting: chineseNumeral,
  koreanCounting: chineseNumeral,
  ideographDigital: (value) => digitwise('〇一二三四五六七八九', value),
  japaneseDigitalTenThousand: (value) => digitwise('〇一二三四五六七八九', value),
  taiwaneseDigital: (value) => digitwise('〇一二三四五六七八九', value),
  chineseLegalSimplified: formalNumeral,
  ideographTraditional: (value) => cycle('甲乙丙丁戊己庚辛壬癸', value),
  ideographZodiac: (value) => cycle('子丑寅卯辰巳午未申酉戌亥', value),
  ideographEnclosedCircle: (value) =>
    value <= 10 ? String.fromCharCode(0x327f + value) : chineseNumeral(value),
  lowerLetter: doubled,
  upperLetter: (value) => doubled(value).toUpperCase(),
  lowerRoman: romanNumeral,
  upperRoman: (value) => romanNumeral(value).toUpperCase(),
};

/** A counter as a document prints it: 3 in `chineseCounting` is 三. Zero and what no numeral can say are Arabic digits. */
export function countIn(format: string, value: number): string {
  const count = formats[format];
  return count && (format === 'none' || (value > 0 && value < 10000)) ? count(value) : String(value);
}
