import type { Language } from '../diagnostic.ts';

/** A bare number with the unit that its metric gives it: 695处, $14, 42 km; any other text as it is. */
export function withUnit(text: string, unit: string | undefined, language: Language): string {
  if (unit === undefined || !/^[-−+]?\d[\d.,]*$/.test(text)) return text;
  if (/^\p{Sc}/u.test(unit)) return unit + text;
  return language === 'en' && /^\p{L}/u.test(unit) ? `${text} ${unit}` : text + unit;
}

/** How many characters of Chinese behind a number can belong to its unit: 多所, 万余人. */
const HAN = 3;

/**
 * Whether a text goes on with a unit, so that it is not to be printed before it: “ primary schools” with schools, 所 with 所. In a cell
 * of a table the head may say it.
 */
export function goesOnWith(behind: string, unit: string): boolean {
  if (/^ *\|/.test(behind)) return true;
  const isHan = /\p{Script=Han}/u.test(unit);
  const clause = /^[^，。；：、,;:.!?！？（）()\d{\n]*/.exec(behind)?.[0] ?? '';
  if (isHan)
    return clause
      .trimStart()
      .slice(0, unit.length + HAN)
      .includes(unit);
  const stem = unit.toLowerCase().replace(/s$/, '');
  return clause.toLowerCase().split(' ').slice(0, 7).join(' ').includes(stem);
}
