/** A number that a paragraph begins with, such as （三） or 2.1 or 第二部分. */
export interface TypedNumber {
  /** As written, without the blanks around it. */
  readonly written: string;
  /** The first number of its kind, by which patterns of numbering are named: （一） of （三）. */
  readonly pattern: string;
  readonly value: number;
  /** UTF-16 units of the paragraph up to the text behind it. */
  readonly length: number;
}

/** The same with a zero where counting begins with one: 0. Introduction, 2.0 Scope in a chapter 2. It takes no part in the count. */
export const isZero = ({ value }: TypedNumber): boolean => value === 0;

const digits = '〇一二三四五六七八九';

/** The value of a whole number in Chinese numerals as ordinals use them, up to 9999; undefined where it is none. */
export function ordinalValue(written: string): number | undefined {
  let [total, digit] = [0, 0];
  for (const character of written) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    const value = digits.indexOf(character === '零' ? '〇' : character);
    if (unit !== undefined) {
      total += (digit || (character === '十' && total === 0 ? 1 : digit)) * unit;
      digit = 0;
    } else if (value === -1) return undefined;
    else digit = value;
  }
  return total + digit || undefined;
}

const han = '[〇零一二三四五六七八九十百]{1,5}';
const kinds: readonly (readonly [pattern: RegExp, first: (written: string) => string])[] = [
  [
    new RegExp(`^第(${han})(部分|章|节|篇|编)[ \\u3000、：:.]*`),
    (written) => written.replace(new RegExp(han), '一'),
  ],
  // 第1章, but no 第1届 and no 第1节课
  [/^第(\d{1,2})(?:部分|章|节(?!课)|篇|编)[ \u3000、：:.]*/, (written) => written.replace(/\d+/, '1')],
  [new RegExp(`^(${han})[、．.]`), (written) => written.replace(new RegExp(han), '一')],
  [new RegExp(`^[（(](${han})[）)]、?`), (written) => written.replace(new RegExp(han), '一')],
  [/^(\d{1,2})、/, (written) => written.replace(/\d+/, '1')],
  [/^(\d{1,2})[.．](?![\d.．])/, (written) => written.replace(/\d+/, '1')],
  // 1.0, 2.0 as chapters of 1.1, 2.1
  [/^(\d{1,2})\.0\.?(?=[ \t\u3000]+\D)/, (written) => written.replace(/\d+/, '1')],
  [/^(\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=[ \t\u3000])/, (written) => written.replace(/\d+/g, '1')],
  // 1 Service to the public, but no date and no count
  [
    /^(\d{1,2})(?= +(?!January|February|March|April|May|June|July|August|September|October|November|December)[A-Z][^.;]{2,78}$)/,
    () => '1',
  ],
  [/^[（(](\d{1,2})[）)]/, (written) => written.replace(/\d+/, '1')],
  [/^(\d{1,2})[）)]/, (written) => written.replace(/\d+/, '1')],
  [/^([①-⑳㉑-㉟㊱-㊿])/, () => '①'],
  [/^([１-９][０-９]?)[、．.]/, (written) => written.replace(/[０-９]+/, '１')],
];

/** One numeral with what stands around it: 第1章, 01, Chapter 2. */
const around = new RegExp(
  `^([^\\d０-９]{0,12}?)(0?[1-9]|[1-9]\\d|[１-９][０-９]?|${han})([^\\d０-９]{0,12})$`,
);
/** What the pattern of a number would take for its numeral, numerals beside the one that counts, and ordinals: 一.1, 2nd, - 1 -. */
const misleading = new RegExp(`${han}|[①１]|(?<![A-Za-z])[aAiI](?![A-Za-z])|^(?:st|nd|rd|th)|^[- ]+-`);

/** The numeral that names a kind of numbers: 01 of 07, 一 of 七. */
const firstOf = (numeral: string): string =>
  numeral.startsWith('0') ? '01' : /^\d/.test(numeral) ? '1' : /^[１-９]/.test(numeral) ? '１' : '一';

/** A number that a document counts by itself, which is one whatever its form; undefined where no pattern of a draft prints it: 甲、, First, 1-1. */
export function countedNumber(
  written: string,
): Pick<TypedNumber, 'written' | 'pattern' | 'value'> | undefined {
  const bare = written.trim();
  const usual = typedNumber(`${bare}${/[A-Za-z\d.]$/.test(bare) ? ' ' : ''}Title`);
  if (usual?.written === bare && !bare.startsWith('0')) return usual;
  const [whole, before = '', numeral = '', behind = ''] = around.exec(bare) ?? [];
  if (whole === undefined || [before, behind].some((words) => misleading.test(words))) return undefined;
  const value = valueOf(numeral);
  return value === undefined
    ? undefined
    : { written: bare, pattern: `${before}${firstOf(numeral)}${behind}`, value };
}

/** The number that a paragraph begins with; undefined where it begins with none. A year, a date and a figure are none. */
export function typedNumber(text: string): TypedNumber | undefined {
  const lead = text.length - text.trimStart().length;
  const bare = text.slice(lead);
  for (const [kind, first] of kinds) {
    const found = kind.exec(bare.trimEnd());
    if (!found) continue;
    const written = found[0].trim();
    const value = valueOf(found[1] ?? '');
    return value === undefined
      ? undefined
      : numberAt(text, lead + found[0].length, written, first(written), value);
  }
  return undefined;
}

/** A number that reaches so far into a text; undefined where nothing stands behind it. */
export function numberAt(
  text: string,
  end: number,
  written: string,
  pattern: string,
  value: number,
): TypedNumber | undefined {
  const behind = text.slice(end);
  const rest = behind.trimStart();
  return rest === '' ? undefined : { written, pattern, value, length: end + behind.length - rest.length };
}

function valueOf(given: string): number | undefined {
  const numeral = /^[１-９]/.test(given) ? given.normalize('NFKC') : given;
  if (/^\d/.test(numeral)) return Number(numeral.split('.').at(-1));
  const code = numeral.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36;
  return ordinalValue(numeral);
}
