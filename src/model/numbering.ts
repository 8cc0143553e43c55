import type { Language } from '../diagnostic.ts';
import { chineseNumeral, circledNumeral, letterNumeral, romanNumeral } from '../quantity/scan/numeral.ts';
import type { NumberingData } from './data.generated.ts';

/** How the parts and sections of one part are numbered. */
export interface Numbering {
  readonly parts: 'separate' | 'numbered' | 'run-on';
  readonly levels: readonly string[];
  readonly restart: boolean;
  /** Whether a title below the first level begins the paragraph of its text. */
  readonly 'run-in': boolean;
}

/** GB/T 9704-2012 §7.3.3 for Chinese, with ① below; decimal numbers for English. */
const defaults: Readonly<Record<Language, Numbering>> = {
  zh: { parts: 'separate', levels: ['一、', '（一）', '1.', '（1）', '①'], restart: true, 'run-in': true },
  en: { parts: 'separate', levels: ['1', '1.1', '1.1.1', '(a)', '(i)'], restart: true, 'run-in': false },
};

/** The numbering of a part: its own settings over the report’s over what the language does. */
export const numberingOf = (
  language: Language,
  report: NumberingData | undefined,
  part: NumberingData | undefined,
): Numbering => ({
  ...defaults[language],
  ...report,
  ...part,
});

/** The numeral in a pattern: Chinese, circled and Arabic ones first, then a letter that stands alone. */
const numeral = /一|①|(?<![\d.])01(?![\d.]\d)|1(?:\.1)*|１(?:[.．]１)*|(?<![A-Za-z])[aAiI](?![A-Za-z])/;

/**
 * A number by a pattern written as its first number: `（一）` with [3] is （三）; `1.1` takes the last two of the ordinals.
 * `ordinals` are the positions, from 1, of the section and those above it, outermost first.
 */
export function formatNumber(pattern: string, ordinals: readonly number[]): string {
  const own = ordinals.at(-1) ?? 0;
  return pattern.replace(numeral, (first) => {
    switch (first) {
      case '一':
        return chineseNumeral(own);
      case '①':
        return circledNumeral(own);
      case '01':
        return String(own).padStart(2, '0');
      case 'a':
        return letterNumeral(own);
      case 'A':
        return letterNumeral(own).toUpperCase();
      case 'i':
        return romanNumeral(own);
      case 'I':
        return romanNumeral(own).toUpperCase();
      default:
        return arabicNumeral(first, ordinals);
    }
  });
}

/** `1.1` with [2, 3] is 2.3, and ２．３ where the pattern is written in full width. */
function arabicNumeral(pattern: string, ordinals: readonly number[]): string {
  const [one = '', dot = ''] = pattern;
  const numbers = ordinals.slice(-Math.ceil(pattern.length / 2)).join(dot);
  return one === '１'
    ? numbers.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : numbers;
}

/** The number with the space that stands between it and a title: none after 、）. in Chinese, one after a bare digit or letter. */
export const beforeTitle = (number: string, language: Language): string =>
  number === '' ? '' : language === 'en' || /[0-9A-Za-z]$/.test(number) ? `${number} ` : number;

/** A section as numbering sees it. */
export interface Numbered {
  readonly data: { readonly numbered?: boolean; readonly levels?: readonly string[] };
  readonly sections: readonly Numbered[];
  ordinals: readonly number[];
  number: string;
}

/** A part as numbering sees it. */
export interface NumberedPart {
  readonly numbering: Numbering;
  readonly sections: readonly Numbered[];
  /** Annexes are not counted among numbered parts and number their sections for themselves. */
  readonly apart: boolean;
  number: string;
  ordinal: number;
}

/** Gives every part and section its number and its ordinals. */
export function numberParts(parts: readonly NumberedPart[]): void {
  let counted = 0;
  let runOn = 0;
  for (const part of parts) {
    const { numbering, sections, apart } = part;
    const mode = apart ? 'separate' : numbering.parts;
    if (mode === 'numbered') {
      part.ordinal = ++counted;
      part.number = formatNumber(numbering.levels[0] ?? '', [counted]);
    }
    const above = mode === 'numbered' ? [counted] : [];
    const counters: Counters = { first: mode === 'run-on' ? runOn : 0, second: 0 };
    numberSections(sections, above, 0, numbering, counters);
    if (mode === 'run-on') runOn = counters.first;
  }
}

interface Counters {
  first: number;
  second: number;
}

function numberSections(
  sections: readonly Numbered[],
  above: readonly number[],
  depth: number,
  numbering: Pick<Numbering, 'levels' | 'restart'>,
  counters: Counters,
): void {
  let count = depth === 0 ? counters.first : depth === 1 && !numbering.restart ? counters.second : 0;
  for (const section of sections) {
    if (section.data.numbered === false) section.ordinals = above;
    else {
      section.ordinals = [...above, ++count];
      section.number = formatNumber(numbering.levels[above.length] ?? '', section.ordinals);
    }
    if (depth === 1) counters.second = count;
    const below = withOwnLevels(numbering, section);
    numberSections(section.sections, section.ordinals, depth + 1, below, counters);
  }
  if (depth === 0) counters.first = count;
}

/** The numbering below a section: its own patterns from its level on, those of the part for what is deeper still. */
function withOwnLevels<N extends Pick<Numbering, 'levels'>>(numbering: N, { data, ordinals }: Numbered): N {
  const { levels } = data;
  return levels === undefined
    ? numbering
    : { ...numbering, levels: levelsBelow(numbering.levels, levels, ordinals.length) };
}

/** Patterns level by level, with those of a section in place of the levels below it. @param depth how many numbers stand above */
export const levelsBelow = (
  levels: readonly string[],
  own: readonly string[],
  depth: number,
): readonly string[] => [
  ...Array.from({ length: depth }, (_, at) => levels[at] ?? ''),
  ...own,
  ...levels.slice(depth + own.length),
];
