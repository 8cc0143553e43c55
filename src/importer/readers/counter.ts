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

/** What Word writes in old Chinese numerals for contracts. */
const traditional = '零壹貳參肆伍陸柒捌玖拾佰仟';
const legalNumeral = (value: number): string =>
  [...formalNumeral(value)].map((sign) => traditional[formal.indexOf(sign)]).join('');

/** 1st, 2nd, 3rd, 11th. */
const ordinal = (value: number): string => {
  const isTeen = Math.floor(value / 10) % 10 === 1;
  return `${value}${(isTeen ? undefined : [undefined, 'st', 'nd', 'rd'][value % 10]) ?? 'th'}`;
};

const below20 =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};
/** One to Ninety-nine; from there Arabic digits. */
const inWords = (value: number, last: (word: string) => string, digits: string): string => {
  if (value > 99) return digits;
  const ten = tens[Math.floor(value / 10) - 2];
  const one = below20[(ten === undefined ? value : value % 10) - 1];
  const words = one === undefined ? last(ten ?? '') : `${ten === undefined ? '' : `${ten}-`}${last(one)}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
};
const toOrdinal = (word: string): string => ordinals[word] ?? `${word.replace(/y$/, 'ie')}th`;

/** How a number of one’s own is counted: `001, 002, 003, ...` pads with zeros, other signs are taken one by one. */
function countedLike(format: string, value: number): string {
  const items = format.split(',').map((item) => item.trim());
  const [first = ''] = items;
  if (/^0*1$/.test(first)) return String(value).padStart(first.length, '0');
  const item = items[value - 1];
  return item === undefined || /^\.*$/.test(item) ? String(value) : item;
}

/** The name of a format of one’s own, whose first numbers are written out. */
export const customFormat = (written: string): string => `custom ${written}`;

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
  ideographLegalTraditional: legalNumeral,
  ideographZodiacTraditional: (value) =>
    cycle('甲乙丙丁戊己庚辛壬癸', value) + cycle('子丑寅卯辰巳午未申酉戌亥', value),
  ordinal,
  ordinalText: (value) => inWords(value, toOrdinal, ordinal(value)),
  cardinalText: (value) => inWords(value, (word) => word, String(value)),
  hex: (value) => value.toString(16).toUpperCase(),
  numberInDash: (value) => `- ${value} -`,
  chicago: (value) => cycle('*†‡§', value).repeat(Math.min(Math.ceil(value / 4), 100)),
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
  const count = format.startsWith('custom ')
    ? (each: number) => countedLike(format.slice('custom '.length), each)
    : formats[format];
  return count && (format === 'none' || (value > 0 && value < 10000)) ? count(value) : String(value);
}
