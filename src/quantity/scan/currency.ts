import { currencies } from '../value/unit-table.ts';

/** A sign or code of money before a number. */
export interface Currency {
  readonly written: string;
  /** Where it begins, with a minus before it. */
  readonly start: number;
  readonly isNegative: boolean;
  /** The end of the figure, where a bracket around the number makes it negative. */
  readonly end: number | undefined;
}

const signs = [...currencies]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace('$', '\\$'))
  .join('|');
const before = new RegExp(`(?<![A-Za-z])(${signs}) ?(\\()?$`);

/** The money of the number from `at` to `end`: EUR 1.2 million, −$300, and $(1,200), as accountants write what is below zero. */
export function currencyBefore(text: string, at: number, end: number): Currency | undefined {
  const floor = Math.max(0, at - 8);
  const found = before.exec(text.slice(floor, at));
  if (!found || (found[2] !== undefined && text[end] !== ')')) return undefined;
  const start = floor + found.index;
  const isMinus = /(?:^|[\s(（])[-−–]$/.test(text.slice(Math.max(0, start - 2), start));
  return {
    written: found[1] as string,
    start: isMinus ? start - 1 : start,
    isNegative: isMinus || found[2] !== undefined,
    end: found[2] === undefined ? undefined : end + 1,
  };
}
