import type { Quantity } from '../../quantity/value/quantity.ts';
import { beginsWithDeed, openingAdverbs } from './chinese-name-words.ts';
import { parallelNames } from './parallel-names.ts';

/** Of 甲率、乙率分别达X、Y the name that is a figure’s by its place, where there are as many names as figures and all are whole. */
export function respectively(
  text: string,
  figures: readonly Quantity[],
  index: number,
  from: number,
): { readonly words: string } | undefined {
  const at = text.lastIndexOf('分别', (figures[index] as Quantity).span[0]);
  if (at < from) return undefined;
  const before = text.slice(from, at);
  let first = index;
  while (first > 0 && (figures[first - 1] as Quantity).span[0] > at) first--;
  const lead = text.slice(at, (figures[first] as Quantity).span[0]);
  if (/[比较]/.test(lead)) return undefined;
  const listed = before
    .slice(Math.max(...[...'，。；：'].map((mark) => before.lastIndexOf(mark))) + 1)
    .replace(openingAdverbs, '');
  const count = seriesLength(text, figures, first, MOST_LISTED + 1);
  if (count > MOST_LISTED) return undefined;
  // of 分别从A、B提高到C、D the later levels are named
  const from2 = /[从由]/.test(lead) ? first + count : first;
  if (from2 !== first && !areRisen(text, figures, from2, count)) return undefined;
  const name = parallelNames(listed.replace(beginsWithDeed, ''), count)?.[index - from2];
  return name === undefined ? undefined : { words: name };
}

/** Whether as many figures as before stand from a place on, to which those before rose or fell. */
function areRisen(text: string, figures: readonly Quantity[], first: number, count: number): boolean {
  const [last, next] = [figures[first - 1], figures[first]];
  return (
    last !== undefined &&
    next !== undefined &&
    /^[^，。；、\d]{0,6}[到至](?:20\d{2}年的?)?了?$/u.test(text.slice(last.span[1], next.digits[0])) &&
    seriesLength(text, figures, first, count + 1) === count
  );
}

/** As many things a reader tells apart by their places. */
const MOST_LISTED = 8;

/** How many figures of a series stand one behind the other, with nothing but marks between; no more than `most` are looked at. */
function seriesLength(text: string, figures: readonly Quantity[], first: number, most: number): number {
  let at = first;
  for (; at + 1 < figures.length && at + 1 - first < most; at++) {
    const [each, next] = [figures[at] as Quantity, figures[at + 1] as Quantity];
    if (!/^\p{Script=Han}{0,4}[、和与及，]\s?(?:以及)?$/u.test(text.slice(each.span[1], next.span[0]))) break;
  }
  return at + 1 - first;
}
