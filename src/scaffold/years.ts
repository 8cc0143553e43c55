/**
 * A title of last year’s draft as this year’s has it: its year and the one after it, each a year later. Years in the
 * name of a document or a slogan, and those of a range, stay: 《2016—2020年规划》 is the same plan next year.
 */
export function shiftYears(text: string, year: number): string {
  return text.replaceAll(/《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕|(?<![\d—–～~-])\d{4}(?![\d—–～~-])/g, (found) =>
    found === String(year) || found === String(year + 1) ? String(Number(found) + 1) : found,
  );
}
